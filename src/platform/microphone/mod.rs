//! Records sound, where the system has something to record with; nothing of it touches the disk on the way.
//!
//! The web view is no help: it asks its shell for leave to listen, and the shell (wry 0.55) has no answer. A library (cpal)
//! would bring ALSA's headers into every build; the recorders that desktops have anyway hand over the same samples.

#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;

use std::{
    io::{self, Read},
    sync::Arc,
};

/// Samples a second, each two bytes, the lower first, of one channel: 32 kilobytes a second, and clear speech.
pub const RATE: u32 = 16_000;

/// There is nothing to record with, or it did not begin.
#[derive(Debug, thiserror::Error)]
#[error("there is nothing to record with")]
pub struct NoMicrophone(#[source] pub Option<io::Error>);

/// What listens.
pub trait Microphone: Send + Sync {
    /// True if it is worth offering.
    fn is_here(&self) -> bool;

    /// Begins to record.
    ///
    /// # Errors
    /// [`NoMicrophone`].
    fn record(&self) -> Result<Recording, NoMicrophone>;
}

/// A recording that goes on until it is stopped.
pub struct Recording {
    /// The samples as they come; at its end, or soon after it was stopped, there are no more.
    pub sound: Box<dyn Read + Send>,
    /// Ends it when called or dropped.
    pub stop: Stop,
}

/// Ends a recording, once, at the latest when it is dropped.
pub struct Stop(Option<Box<dyn FnOnce() + Send>>);

impl Stop {
    /// Something that ends a recording.
    pub fn new(end: impl FnOnce() + Send + 'static) -> Self {
        Self(Some(Box::new(end)))
    }
}

impl Drop for Stop {
    fn drop(&mut self) {
        if let Some(end) = self.0.take() {
            end();
        }
    }
}

impl std::fmt::Debug for Recording {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Recording")
    }
}

impl std::fmt::Debug for Stop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Stop")
    }
}

/// The microphone of this system.
#[must_use]
pub fn system() -> Arc<dyn Microphone> {
    #[cfg(target_os = "linux")]
    return Arc::new(linux::Recorder);
    #[cfg(not(target_os = "linux"))]
    return Arc::new(elsewhere::Nothing);
}
