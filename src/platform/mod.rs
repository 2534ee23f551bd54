//! What the operating system gives: time, chance, secrets, folders, the browser, the language.
//!
//! One folder per service, one file per system where systems differ. This is the only room that reads a
//! clock, a zone, randomness or the environment, and the only one where `unsafe` may stand.

pub mod browser;
pub mod clock;
pub mod files;
pub mod ids;
pub mod instance;
pub mod language;
pub mod launch;
pub mod logging;
pub mod microphone;
pub mod notifications;
pub mod paths;
pub mod redirect;
pub mod secrets;
#[cfg(all(feature = "e2e", target_os = "linux"))]
pub mod webdriver;
pub mod zone;

use std::{path::PathBuf, sync::Arc};

/// Everything the app asks of the system, in one place, so that a test can shift the clock or lock the keystore.
#[derive(Clone)]
pub struct Platform {
    pub clock: Arc<dyn clock::Clock>,
    pub secrets: Arc<dyn secrets::Secrets>,
    pub browser: Arc<dyn browser::Browser>,
    pub zone: Arc<dyn zone::LocalZone>,
    pub notifications: Arc<dyn notifications::Notifications>,
    pub microphone: Arc<dyn microphone::Microphone>,
    pub files: Arc<dyn files::Files>,
    /// Where the patient's files are. Nothing in a name there tells what the app is for.
    pub data_dir: PathBuf,
}

impl std::fmt::Debug for Platform {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Platform").finish_non_exhaustive()
    }
}

impl Platform {
    /// The real system, with the patient's files in `data_dir`.
    #[must_use]
    pub fn system(data_dir: PathBuf) -> Self {
        Self {
            clock: Arc::new(clock::SystemClock),
            secrets: Arc::new(secrets::Keystore::of(&data_dir)),
            browser: Arc::new(browser::SystemBrowser),
            zone: Arc::new(zone::SystemZone),
            notifications: notifications::system(&data_dir),
            microphone: microphone::system(),
            files: Arc::new(files::SystemFiles),
            data_dir,
        }
    }
}
