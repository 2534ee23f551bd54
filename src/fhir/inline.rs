//! An `Attachment` that carries its bytes itself, read as text.

use super::{Unreadable, What, element::Element};
use base64::{Engine, engine::general_purpose::STANDARD};

/// The text in `data`, of the stated size if one is stated.
pub(super) fn text(attachment: &Element<'_>) -> Result<String, Unreadable> {
    let damaged = || attachment.wrong("data", What::Damaged);
    let data = attachment.need("data", attachment.text("data")?)?;
    // FHIR allows white space between the characters of base64.
    let packed: String = data.split_ascii_whitespace().collect();
    let bytes = STANDARD.decode(packed).map_err(|_| damaged())?;
    if let Some(size) = attachment.whole_number("size")?
        && usize::try_from(size) != Ok(bytes.len())
    {
        return Err(attachment.wrong("size", What::Damaged));
    }
    String::from_utf8(bytes).map_err(|_| damaged())
}
