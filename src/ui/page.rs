//! The page the screens are drawn into, and the files it may ask for: all of them are inside the program.

/// The page without its styles.
const INDEX: &str = include_str!("../../assets/index.html");

const STYLES: [&str; 20] = [
    include_str!("../../assets/tokens.css"),
    include_str!("../../assets/base.css"),
    include_str!("../../assets/parts.css"),
    include_str!("../../assets/screens.css"),
    include_str!("../../assets/learn.css"),
    include_str!("../../assets/session.css"),
    include_str!("../../assets/prepare.css"),
    include_str!("../../assets/reminders.css"),
    include_str!("../../assets/forms.css"),
    include_str!("../../assets/measure.css"),
    include_str!("../../assets/trends.css"),
    include_str!("../../assets/journal.css"),
    include_str!("../../assets/find.css"),
    include_str!("../../assets/share.css"),
    include_str!("../../assets/creative.css"),
    include_str!("../../assets/carry.css"),
    include_str!("../../assets/own.css"),
    include_str!("../../assets/booking.css"),
    include_str!("../../assets/messages.css"),
    include_str!("../../assets/consent.css"),
];

/// The folder of the page's address that [`font`] answers for.
pub const FONT_FOLDER: &str = "fonts";

/// The folder of the page's address where the patient's photos and voice notes are, by their ids.
pub const PIECE_FOLDER: &str = "pieces";

/// The whole page.
#[must_use]
pub fn index() -> String {
    INDEX.replace("/*{styles}*/", &STYLES.concat())
}

/// The typeface with this file name, as WOFF2.
#[must_use]
pub fn font(name: &str) -> Option<&'static [u8]> {
    match name {
        "atkinson-latin.woff2" => Some(include_bytes!("../../assets/fonts/atkinson-latin.woff2")),
        "atkinson-latin-ext.woff2" => Some(include_bytes!("../../assets/fonts/atkinson-latin-ext.woff2")),
        "literata-latin.woff2" => Some(include_bytes!("../../assets/fonts/literata-latin.woff2")),
        "literata-latin-ext.woff2" => Some(include_bytes!("../../assets/fonts/literata-latin-ext.woff2")),
        _ => None,
    }
}
