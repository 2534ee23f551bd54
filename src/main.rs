//! Starts Cairn: reads the command line, opens the app's folder and hands both to the screens.

use cairn::{
    app::{Cairn, read::Language},
    platform::{Platform, instance::OnlyOne, language, launch, logging, paths},
    ui::{live::Start, window},
};
use std::{
    io::{self, Write},
    process::ExitCode,
    sync::OnceLock,
};

/// The app lives as long as the process: the keystore's connection blocks when it is dropped, which the runtime
/// that the window runs in answers with a panic.
static CAIRN: OnceLock<Cairn> = OnceLock::new();

fn main() -> ExitCode {
    logging::start();
    let launch = match launch::Launch::from_system() {
        Ok(launch) => launch,
        Err(problem) => {
            return explain(&mut io::stderr(), &format!("cairn: {problem}\n\n{}", launch::USAGE), 2);
        }
    };
    if launch.help {
        return explain(&mut io::stdout(), launch::USAGE, 0);
    }
    if let Err(problem) = paths::prepare(&launch.data_dir) {
        return explain(
            &mut io::stderr(),
            &format!("cairn: the folder for its files cannot be made: {problem}"),
            1,
        );
    }
    // Beside the patient's folder and not in it, so that an empty folder there means that nothing is left.
    let _only = match OnlyOne::at(&launch.data_dir.with_extension("lock")) {
        Ok(only) => only,
        Err(problem) => return explain(&mut io::stderr(), &format!("cairn: {problem}"), 3),
    };
    let language = language::preferred().and_then(|tag| Language::of_tag(&tag)).unwrap_or_default();
    let start = Start { language, connect: launch.connect, practice: launch.practice };
    let page_dir = launch.data_dir.with_extension("page");
    let cairn = CAIRN.get_or_init(|| Cairn::new(Platform::system(launch.data_dir)));
    window::open(cairn.clone(), start, page_dir, before_page);
    ExitCode::SUCCESS
}

/// What has to happen between the window and the page in it.
fn before_page() {
    #[cfg(all(feature = "e2e", target_os = "linux"))]
    cairn::platform::webdriver::allow_automation();
}

/// Says something to the person at the command line and ends with `code`. Nobody listening is not our trouble.
fn explain(to: &mut impl Write, said: &str, code: u8) -> ExitCode {
    let _ = writeln!(to, "{said}");
    ExitCode::from(code)
}
