//! The time zone the phone is set to.

use chrono_tz::Tz;

/// Tells the phone's zone, which changes when its owner travels.
pub trait LocalZone: Send + Sync {
    /// The zone it is set to now; UTC if the system names none that we know.
    fn zone(&self) -> Tz;
}

/// The system's own setting, read anew each time.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemZone;

impl LocalZone for SystemZone {
    fn zone(&self) -> Tz {
        iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC)
    }
}
