//! The address of the very text that was signed: the protocol's, its version, and the paper's id in it.

use crate::{care::Id, fhir::systems::protocol_url};

pub(super) fn write(protocol: &Id, version: u32, document: &Id) -> String {
    format!("{}|{version}#{document}", protocol_url("Library", protocol))
}

/// Takes apart what [`write`] put together; `None` for any other address.
pub(super) fn parse(uri: &str) -> Option<(Id, u32, Id)> {
    let (url, text) = uri.split_once('|')?;
    let (version, document) = text.split_once('#')?;
    let protocol = Id::new(url.rsplit_once('/')?.1).ok().filter(|id| protocol_url("Library", id) == url)?;
    Some((protocol, version.parse().ok()?, Id::new(document).ok()?))
}
