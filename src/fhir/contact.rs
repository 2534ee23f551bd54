//! `ContactPoint` and `Address`: how to reach somebody, as the clinic wrote it.

use super::Unreadable;
use super::element::Element;
use super::systems::CONTACT_REMARK;
use crate::care::{Contact, Way};

/// The ways to reach the owner, the clinic's preferred one first.
///
/// Left out are former numbers (`use` = `old`) and what a phone cannot use, such as fax and pager.
pub(super) fn contacts(owner: &Element<'_>) -> Result<Vec<Contact>, Unreadable> {
    let mut ranked = Vec::new();
    for point in owner.children("telecom")? {
        let way = match point.text("system")? {
            Some("phone") => Way::Phone,
            Some("sms") => Way::Text,
            Some("email") => Way::Email,
            Some("url") => Way::Web,
            _ => continue,
        };
        if point.text("use")? == Some("old") {
            continue;
        }
        let Some(value) = point.text("value")? else { continue };
        let remark = point.extension(&[CONTACT_REMARK])?;
        let label = remark.map_or(Ok(None), |remark| remark.text("valueString"))?.map(str::to_owned);
        let rank = point.whole_number("rank")?.unwrap_or(i64::MAX);
        ranked.push((rank, Contact { way, value: value.to_owned(), label }));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    Ok(ranked.into_iter().map(|(_, contact)| contact).collect())
}

/// The lines of an address: as the clinic wrote them, else put together from its parts.
pub(super) fn address(address: &Element<'_>) -> Result<Vec<String>, Unreadable> {
    if let Some(text) = address.text("text")? {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        return Ok(lines.map(str::to_owned).collect());
    }
    let mut lines: Vec<String> = address.texts("line")?.into_iter().map(str::to_owned).collect();
    let town: Vec<&str> = [address.text("city")?, address.text("state")?].into_iter().flatten().collect();
    let town: Vec<String> = [Some(town.join(", ")), address.text("postalCode")?.map(str::to_owned)]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    lines.extend(Some(town.join(" ")).filter(|line| !line.is_empty()));
    lines.extend(address.text("country")?.map(str::to_owned));
    Ok(lines)
}
