//! What practices are called, and what they are, in a line.

use crate::{
    care::journal::Practice,
    ui::words::{Key, Words},
};

/// The name; one of the clinic's own has the clinic's words.
pub(super) fn name(words: Words, practice: &Practice) -> String {
    words.say(match practice {
        Practice::Sit => Key("practice-sit"),
        Practice::Breathe => Key("breathing"),
        Practice::View => Key("practice-view"),
        Practice::Draw => Key("practice-draw"),
        Practice::Walk => Key("practice-walk"),
        Practice::Music => Key("practice-music"),
        Practice::Stretch => Key("practice-stretch"),
        Practice::Talk => Key("practice-talk"),
        Practice::Vr => Key("practice-vr"),
        Practice::OfClinic(said) => return said.clone(),
    })
}

/// What to do.
pub(super) fn about(words: Words, practice: &Practice) -> String {
    words.say(match practice {
        Practice::Sit => Key("practice-sit-about"),
        Practice::Breathe => Key("breathing-lead"),
        Practice::View => Key("practice-view-about"),
        Practice::Draw => Key("practice-draw-about"),
        Practice::Walk => Key("practice-walk-about"),
        Practice::Music => Key("practice-music-about"),
        Practice::Stretch => Key("practice-stretch-about"),
        Practice::Talk => Key("practice-talk-about"),
        Practice::Vr => Key("practice-vr-about"),
        Practice::OfClinic(_) => Key("practice-clinic-about"),
    })
}
