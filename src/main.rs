//! Starts Cairn: reads the command line, opens the window, and stays out of the way.

use cairn::{
    app::{Cairn, read::Language},
    platform::{
        Platform, language,
        launch::{Launch, USAGE},
        logging,
    },
    ui::{self, Start},
};
use std::{
    io::{self, Write},
    process::ExitCode,
};

fn main() -> ExitCode {
    let launch = match Launch::from_system() {
        Ok(launch) => launch,
        Err(error) => return say(&mut io::stderr(), &format!("{error}\n\n{USAGE}"), ExitCode::from(2)),
    };
    if launch.help {
        return say(&mut io::stdout(), USAGE, ExitCode::SUCCESS);
    }
    logging::start();
    let start = Start {
        language: language::preferred().as_deref().and_then(Language::of_tag).unwrap_or_default(),
        connect: launch.connect,
        practice: launch.practice,
    };
    ui::open(Cairn::new(Platform::system(launch.data_dir)), start);
    ExitCode::SUCCESS
}

fn say(to: &mut dyn Write, words: &str, code: ExitCode) -> ExitCode {
    // Nobody listening is no reason to fail differently.
    let _ = writeln!(to, "{words}");
    code
}
