//! How long to wait before trying again: longer each time, and by chance, so that a thousand phones do not
//! come back to a recovering server in the same second.

use std::time::Duration;

/// The first wait is at most this long.
const BASE: Duration = Duration::from_secs(2);
/// No wait is longer: a quarter of an hour is short enough for a patient and long enough for a server.
pub(super) const CAP: Duration = Duration::from_mins(15);
/// Something urgent is tried again at least this often: a person waits for it.
pub(super) const URGENT_AT_MOST: Duration = Duration::from_secs(20);
/// No wait is shorter, whatever chance says.
const FLOOR: Duration = Duration::from_millis(500);

/// The wait after the `failures`th failure in a row (from 1): "full jitter", a random share of a ceiling that
/// doubles each time. `chance` is from 0 up to 1; anything else counts as the nearer of the two.
pub(super) fn wait(failures: u32, chance: f64) -> Duration {
    let doublings = failures.saturating_sub(1).min(16);
    let ceiling = BASE.saturating_mul(1 << doublings).min(CAP);
    let chance = if chance.is_finite() { chance.clamp(0.0, 1.0) } else { 1.0 };
    ceiling.mul_f64(chance).max(FLOOR)
}

#[cfg(test)]
#[path = "backoff_tests.rs"]
mod tests;
