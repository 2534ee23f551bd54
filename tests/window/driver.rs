//! Starts the program and a `WebKitWebDriver` beside it, and ends both, so that a test can kill and restart at will.

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use std::{
    ffi::OsString,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long a window may take to come up on a busy machine with two cores.
const PATIENCE: Duration = Duration::from_mins(1);

/// A phone: a folder that outlives every start of the program.
pub struct Phone {
    folder: TempDir,
}

/// The program running on a phone, with its window under control. It is killed when dropped.
pub struct Running {
    program: Child,
    driver: Child,
    pub client: Client,
}

impl Phone {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn data_dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Starts the program with more arguments and environment of the test's choice.
    pub async fn start(&self, arguments: &[&str], environment: &[(&str, OsString)]) -> Running {
        let (inspector, port) = (free_port(), free_port());
        let inspector = format!("127.0.0.1:{inspector}");
        let program = Command::new(env!("CARGO_BIN_EXE_cairn"))
            .arg("--data-dir")
            .arg(self.data_dir())
            .args(arguments)
            .env("WEBKIT_INSPECTOR_SERVER", &inspector)
            // About a quarter of a second of every start, and nothing of it is Cairn's.
            .envs([("NO_AT_BRIDGE", "1"), ("GIO_USE_VFS", "local"), ("WEBKIT_DISABLE_DMABUF_RENDERER", "1")])
            .envs([("LANG", "en_US.UTF-8"), ("LC_ALL", "C.UTF-8"), ("TZ", "America/New_York")])
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let driver = Command::new("WebKitWebDriver")
            .args([format!("--port={port}"), format!("--target={inspector}")])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let client = attach(port).await;
        Running { program, driver, client }
    }

    /// True if no file of the phone holds `word` in clear.
    pub fn keeps_secret(&self, word: &str) -> bool {
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if holds(&path, word) {
                    return false;
                }
            }
        }
        true
    }
}

impl Running {
    /// Ends the program as a dead battery would.
    pub fn kill(self) {
        drop(self);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        for child in [&mut self.program, &mut self.driver] {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn holds(path: &Path, word: &str) -> bool {
    let bytes = std::fs::read(path).unwrap_or_default();
    bytes.windows(word.len()).any(|found| found == word.as_bytes())
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

/// The driver answers at once; the window it is to control takes a moment.
async fn attach(port: u16) -> Client {
    let (began, address) = (Instant::now(), format!("http://127.0.0.1:{port}"));
    loop {
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        builder.capabilities(Capabilities::new());
        let attempt = builder.connect(&address);
        match tokio::time::timeout(Duration::from_secs(20), attempt).await {
            Ok(Ok(client)) => return client,
            other => assert!(began.elapsed() < PATIENCE, "no window to drive: {other:?}"),
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}
