//! Rings reminders while the window is closed: reads the sealed list beside the app's files, and nothing else.

use std::process::ExitCode;

#[cfg(target_os = "linux")]
fn main() -> ExitCode {
    use cairn::platform::{launch::Launch, logging, notifications::linux};

    logging::start();
    let Ok(launch) = Launch::from_system() else { return ExitCode::from(2) };
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
        return ExitCode::FAILURE;
    };
    match runtime.block_on(linux::ring(&launch.data_dir)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::warn!(%error, "nothing can ring");
            ExitCode::FAILURE
        }
    }
}

/// Where the system itself holds the list, there is nothing to do.
#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    ExitCode::SUCCESS
}
