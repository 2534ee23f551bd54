//! The system's own browser, where the patient signs in: Cairn never sees the password.

/// Opens pages outside the app.
pub trait Browser: Send + Sync {
    /// Asks the system to show `url`, and returns once it was asked.
    fn open(&self, url: &str) -> Result<(), NoBrowser>;
}

/// The system has no browser, or would not start it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no browser could be opened")]
pub struct NoBrowser;

/// The browser the person chose in the system (on Linux also `$BROWSER`).
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemBrowser;

impl Browser for SystemBrowser {
    fn open(&self, url: &str) -> Result<(), NoBrowser> {
        webbrowser::open(url).map_err(|_| NoBrowser)
    }
}
