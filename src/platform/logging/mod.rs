//! Logs for whoever looks after a phone: ids and kinds, never words.

use tracing_subscriber::{EnvFilter, fmt, prelude::*};

/// Sends what this crate logs to standard error, warnings and worse unless `CAIRN_LOG` asks for more.
/// Other crates are never heard: they do not know which of their values belong to a patient.
pub fn start() {
    let level =
        std::env::var("CAIRN_LOG").ok().filter(|level| matches!(level.as_str(), "info" | "debug" | "off"));
    let filter = EnvFilter::new(format!("off,cairn={}", level.as_deref().unwrap_or("warn")));
    let lines = fmt::layer().with_writer(std::io::stderr).with_target(true);
    // Already started (a test harness did) is as good as started.
    let _ = tracing_subscriber::registry().with(filter).with(lines).try_init();
}
