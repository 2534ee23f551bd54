//! Systems on which Cairn cannot record yet, and says so.

use super::{Microphone, NoMicrophone, Recording};

pub(super) struct Nothing;

impl Microphone for Nothing {
    fn is_here(&self) -> bool {
        false
    }

    fn record(&self) -> Result<Recording, NoMicrophone> {
        Err(NoMicrophone(None))
    }
}
