//! What the patient feels, in plain words: from a short list, or in words of their own.

use super::Private;

/// The feelings of the list. It is ours and measures nothing: no scale, no total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Listed {
    Calm,
    Content,
    Glad,
    Hopeful,
    Grateful,
    Connected,
    Curious,
    Strong,
    Tired,
    Sad,
    Worried,
    Tense,
    Restless,
    Annoyed,
    Lonely,
    Numb,
}

impl Listed {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 16] = [
        Self::Calm,
        Self::Content,
        Self::Glad,
        Self::Hopeful,
        Self::Grateful,
        Self::Connected,
        Self::Curious,
        Self::Strong,
        Self::Tired,
        Self::Sad,
        Self::Worried,
        Self::Tense,
        Self::Restless,
        Self::Annoyed,
        Self::Lonely,
        Self::Numb,
    ];

    /// The name under which it is kept and sent; it never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Content => "content",
            Self::Glad => "glad",
            Self::Hopeful => "hopeful",
            Self::Grateful => "grateful",
            Self::Connected => "connected",
            Self::Curious => "curious",
            Self::Strong => "strong",
            Self::Tired => "tired",
            Self::Sad => "sad",
            Self::Worried => "worried",
            Self::Tense => "tense",
            Self::Restless => "restless",
            Self::Annoyed => "annoyed",
            Self::Lonely => "lonely",
            Self::Numb => "numb",
        }
    }

    /// The feeling with this [`Listed::code`].
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|feeling| feeling.code() == code)
    }
}

/// One feeling.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Feeling {
    Listed(Listed),
    /// A word the patient added to the list.
    Own(Private),
}

impl Feeling {
    /// A feeling in the patient's own words, with single spaces and none at the ends; `None` for blank ones.
    #[must_use]
    pub fn own(words: &Private) -> Option<Self> {
        let words: Vec<&str> = words.reveal().split_whitespace().collect();
        (!words.is_empty()).then(|| Self::Own(Private::new(words.join(" "))))
    }
}
