//! Every word on the screen comes from here: the Fluent catalogue of the language the patient chose.

use crate::app::read::Language;
use chrono::Weekday;
use fluent::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::{borrow::Cow, sync::LazyLock};
use unic_langid::LanguageIdentifier;

/// The name of a message in the catalogues. `tests/words.rs` looks for every one of them in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(pub &'static str);

/// The catalogue of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words(Language);

type Bundle = FluentBundle<FluentResource>;

macro_rules! catalogue {
    ($folder:literal) => {
        [
            include_str!(concat!("../../assets/locales/", $folder, "/common.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/when.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/welcome.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/today.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/visit.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/prepare.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/check-in.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/help.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/more.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/trouble.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/learn.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/session.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/reminders.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/forms.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/safety.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/measure.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/schedule.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/trends.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/journal.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/find.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/share.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/creative.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/carry.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/own.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/booking.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/messages.ftl")),
            include_str!(concat!("../../assets/locales/", $folder, "/consent.ftl")),
        ]
    };
}

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle("en", &catalogue!("en")));
static SPANISH: LazyLock<Bundle> = LazyLock::new(|| bundle("es", &catalogue!("es")));

/// A catalogue that does not parse loses only the broken messages; the tests see to it that none is.
fn bundle(tag: &str, files: &[&str]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![tag.parse::<LanguageIdentifier>().unwrap_or_default()]);
    // The languages here run left to right; the marks would only be read aloud or break a search.
    bundle.set_use_isolating(false);
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// "7:15 a. m." brings its own full stop: at the end of a sentence no other one follows it.
fn one_stop(said: String) -> String {
    const HALF: &str = ".\u{a0}m.";
    if said.contains(HALF) { said.replace(".\u{a0}m..", HALF) } else { said }
}

impl Words {
    /// The words of `language`.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        Self(language)
    }

    /// The language's own tag, as HTML wants it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self.0 {
            Language::English => "en",
            Language::Spanish => "es",
        }
    }

    /// The day a week begins with where the language is spoken.
    #[must_use]
    pub const fn first_of_week(self) -> Weekday {
        match self.0 {
            Language::English => Weekday::Sun,
            Language::Spanish => Weekday::Mon,
        }
    }

    /// The message `key`.
    #[must_use]
    pub fn get(self, key: &'static str) -> String {
        self.format(key, None)
    }

    /// The message `key` with something in its gaps.
    #[must_use]
    pub fn with<const N: usize>(
        self,
        key: &'static str,
        gaps: [(&'static str, FluentValue<'_>); N],
    ) -> String {
        let args: FluentArgs<'_> = gaps.into_iter().map(|(name, value)| (Cow::from(name), value)).collect();
        self.format(key, Some(&args))
    }

    /// The message behind a [`Key`].
    #[must_use]
    pub fn say(self, key: Key) -> String {
        self.format(key.0, None)
    }

    /// English stands in for a missing message, and the key itself is the last resort: a screen never falls
    /// over for want of a word.
    fn format(self, key: &'static str, args: Option<&FluentArgs<'_>>) -> String {
        let own: &Bundle = match self.0 {
            Language::English => &ENGLISH,
            Language::Spanish => &SPANISH,
        };
        [own, &ENGLISH]
            .into_iter()
            .find_map(|bundle| {
                let pattern = bundle.get_message(key)?.value()?;
                Some(one_stop(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()))
            })
            .unwrap_or_else(|| key.to_owned())
    }
}
