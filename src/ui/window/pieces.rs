//! Hands the page the patient's own photos and voice notes, from the open store only, never as anything that could run.

use super::shell::wry::{
    RequestAsyncResponder,
    http::{HeaderValue, Method, Request, Response, StatusCode, header, response::Builder},
};
use crate::{
    app::{
        Cairn,
        read::{ByteRange, PieceBytes},
    },
    care::{Id, journal::PieceKind},
    ui::page::PIECE_FOLDER,
};
use dioxus::core::spawn_forever;

/// Answers in the background; whatever is not a photo or a voice note of whoever is here is not found.
pub(super) fn answer(cairn: &Cairn, request: &Request<Vec<u8>>, responder: RequestAsyncResponder) {
    let wanted = wanted(request);
    let range = request.headers().get(header::RANGE).and_then(range);
    let cairn = cairn.clone();
    spawn_forever(async move {
        let found = match wanted {
            Some(id) => cairn.piece_bytes(id, range).await.ok().flatten(),
            None => None,
        };
        let shown = found.filter(|found| matches!(found.media.kind(), PieceKind::Photo | PieceKind::Voice));
        responder.respond(shown.and_then(|found| response(found, range.is_some())).unwrap_or_else(not_found));
    });
}

fn wanted(request: &Request<Vec<u8>>) -> Option<Id> {
    let name = request.uri().path().trim_start_matches('/').strip_prefix(PIECE_FOLDER)?.strip_prefix('/')?;
    Id::new(name).ok().filter(|_| request.method() == Method::GET)
}

/// One range of bytes from a place on; any other wish is answered with all of them (RFC 9110, 14.2).
fn range(header: &HeaderValue) -> Option<ByteRange> {
    let (from, to) = header.to_str().ok()?.strip_prefix("bytes=")?.split_once('-')?;
    let to = if to.is_empty() { None } else { Some(to.parse().ok()?) };
    Some(ByteRange { from: from.parse().ok()?, to })
}

fn response(found: PieceBytes, partial: bool) -> Option<Response<Vec<u8>>> {
    let last = (found.from + found.bytes.len() as u64).checked_sub(1)?;
    let mut answer = inert().header(header::CONTENT_TYPE, found.media.mime());
    if partial {
        answer = answer
            .status(StatusCode::PARTIAL_CONTENT)
            .header(header::CONTENT_RANGE, format!("bytes {}-{last}/{}", found.from, found.size));
    }
    answer.body(found.bytes).ok()
}

fn not_found() -> Response<Vec<u8>> {
    let mut answer = Response::new(Vec::new());
    *answer.status_mut() = StatusCode::NOT_FOUND;
    answer
}

/// Kept by nobody, taken for nothing it does not say it is, and unable to load or run anything.
fn inert() -> Builder {
    Response::builder()
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::ACCEPT_RANGES, "bytes")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox")
}
