//! One family of signs, drawn by us on a grid of 24; a word always stands beside them.

use dioxus::prelude::*;

/// What a sign means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Today,
    Journey,
    CheckIn,
    Journal,
    More,
    Help,
    Back,
    Forward,
    Clock,
    Place,
    Person,
    Call,
    Message,
    Mail,
    Link,
    Phone,
    Sent,
    Attention,
    Info,
    Play,
    Pause,
    Voice,
    Sheet,
}

impl Sign {
    /// The strokes of the sign, as the path of an SVG.
    const fn strokes(self) -> &'static str {
        match self {
            // A sun above the horizon.
            Self::Today => "M3 18.5h18M7 18.5a5 5 0 0 1 10 0M12 6V9.5M4.9 9.4l2.3 2.3M19.1 9.4l-2.3 2.3",
            // Three stones, one upon the other.
            Self::Journey => {
                "M4 18.2c0-2 3.4-3 8-3s8 1 8 3-3.4 2.8-8 2.8-8-.8-8-2.8ZM6.6 12.6c0-1.7 2.2-2.4 5.4-2.4s5.4.7 5.4 2.4-2.2 2.4-5.4 2.4-5.4-.7-5.4-2.4ZM9 7.6C9 6 10.2 4.6 12 4.6S15 6 15 7.6s-1.2 2.4-3 2.4-3-.8-3-2.4Z"
            }
            // A hand's breadth of calm: a wave within a circle.
            Self::CheckIn => {
                "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM7.2 13.2c1.6-2.6 3.2-2.6 4.8 0s3.2 2.6 4.8 0"
            }
            // An open book.
            Self::Journal => {
                "M12 6.6C10 5.2 7 4.6 3.8 4.8v13.4c3.2-.2 6.2.4 8.2 1.8 2-1.4 5-2 8.2-1.8V4.8C17 4.6 14 5.2 12 6.6ZM12 6.6V20"
            }
            Self::More => "M5 7h14M5 12h14M5 17h9",
            // A ring that holds above water.
            Self::Help => {
                "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM6 6l3.5 3.5M18 6l-3.5 3.5M6 18l3.5-3.5M18 18l-3.5-3.5"
            }
            Self::Back => "M14.5 6l-6 6 6 6",
            Self::Forward => "M9.5 6l6 6-6 6",
            Self::Clock => "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7.5V12l3 2",
            Self::Place => {
                "M12 21s6.5-6 6.5-11a6.5 6.5 0 1 0-13 0c0 5 6.5 11 6.5 11ZM12 7.7a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6Z"
            }
            Self::Person => {
                "M12 4a3.8 3.8 0 1 1 0 7.6A3.8 3.8 0 0 1 12 4ZM4.8 20c.6-3.6 3.4-5.4 7.2-5.4s6.6 1.8 7.2 5.4"
            }
            Self::Call => {
                "M6.2 3.8h2.6l1.6 4-2 1.5c.9 2.3 4 5.4 6.3 6.3l1.5-2 4 1.6v2.6c0 1.3-1 2.4-2.4 2.4C11 20.2 3.8 13 3.8 6.2c0-1.3 1.1-2.4 2.4-2.4Z"
            }
            Self::Message => "M4 5.5h16v11h-8.5L7 20v-3.5H4ZM8 9.5h8M8 12.5h5",
            Self::Mail => "M3.5 6h17v12h-17ZM4 6.5l8 6.5 8-6.5",
            Self::Link => "M13.5 5H19v5.5M19 5l-8.5 8.5M10 6.5H5V19h12.5v-5",
            Self::Phone => {
                "M8 3.5h8a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 19V5A1.5 1.5 0 0 1 8 3.5ZM11 17.5h2"
            }
            Self::Sent => "M4.5 12.8l4.7 4.7L19.5 7",
            Self::Attention => "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7.5v5.5M12 16.2v.1",
            Self::Info => "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 11v5.5M12 7.7v.1",
            Self::Play => "M8 5.5v13L18.5 12Z",
            Self::Pause => "M9 6v12M15 6v12",
            // A microphone on its stand.
            Self::Voice => {
                "M12 3.5a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3ZM6 11.5a6 6 0 0 0 12 0M12 17.5v3M9 20.5h6"
            }
            Self::Sheet => "M6.5 3.5h7l4 4v13h-11ZM13.5 3.5v4h4M9.5 12h5M9.5 15.5h5",
        }
    }
}

/// Draws `sign`; hidden from screen readers, for the word beside it says the same.
#[component]
pub fn Icon(sign: Sign, #[props(default)] little: bool) -> Element {
    rsx! {
        svg {
            class: if little { "icon little" } else { "icon" },
            view_box: "0 0 24 24",
            width: "24",
            height: "24",
            "aria-hidden": "true",
            path { d: sign.strokes() }
        }
    }
}
