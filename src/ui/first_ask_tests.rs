//! The first word to a clinic says what was typed, and nothing of what it is about.

use super::*;
use crate::{app::read::Language, care::is_neutral};
use proptest::prelude::*;

fn words() -> Words {
    Words::of(Language::English)
}

#[test]
fn to_the_letter() {
    let ask = FirstAsk {
        to: Private::new("hello@clinic.example"),
        name: Private::new(" Robin "),
        reach: Private::new("+1 207 555 0199"),
        times: [FreeTime::Evenings, FreeTime::Mornings].into(),
        question: Private::new("What does it cost?"),
    };
    assert_eq!(
        ask.text(words()),
        "Hello,\n\
         I would like a first talk with you, to ask some questions.\n\
         My name is Robin.\n\
         You can reach me here: +1 207 555 0199\n\
         I have time: mornings, evenings.\n\n\
         My questions:\n\
         What does it cost?\n\n\
         When could we talk, and does that talk cost anything?\n\
         Thank you."
    );
}

#[test]
fn with_nothing_typed_it_is_whole_and_neutral() {
    for language in [Language::English, Language::Spanish] {
        let text = FirstAsk::default().text(Words::of(language));
        assert_eq!(text.lines().count(), 4, "{text}");
        assert!(is_neutral(&text) && !text.contains("first-ask"), "{text}");
    }
}

#[test]
fn an_address_is_for_mail_and_a_number_for_messages() {
    let to = |typed: &str| FirstAsk { to: Private::new(typed), ..FirstAsk::default() };
    assert_eq!(to(" hello@clinic.example ").mail(), Some("hello@clinic.example"));
    assert_eq!(to("hello2@clinic.example").phone(), None);
    assert_eq!(to("+1 207 555 0142").phone(), Some(&Private::new("+1 207 555 0142")));
    assert_eq!((to("").mail(), to("the clinic").phone()), (None, None));
}

proptest! {
    #[test]
    fn every_word_that_was_typed_is_in_it(name in "[a-zñ ]{1,20}[a-z]", question in "(?s).{0,300}") {
        let ask = FirstAsk { name: Private::new(&*name), question: Private::new(&*question), ..FirstAsk::default() };
        let text = ask.text(words());
        prop_assert!(text.contains(name.trim()) && text.contains(question.trim()));
    }
}
