//! Starts the program and a `WebKitWebDriver` beside it, and ends both, so that a test can kill and restart at will.

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use std::{
    ffi::OsString,
    fs::{self, File},
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::sync::{Semaphore, SemaphorePermit};

/// How long a window may take to come up on a busy machine with two cores.
const PATIENCE: Duration = Duration::from_mins(1);

/// The file of a phone that keeps what the program says.
const SAID: &str = "said";

/// Where programs of a desktop put things when nobody tells them otherwise.
const HOMES: [(&str, &str); 4] = [
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_DATA_HOME", "share"),
    ("XDG_STATE_HOME", "state"),
];

/// How many windows are open at once, whatever the number of tests: more of them only wait for each other. A test may open two.
static WINDOWS: Semaphore = Semaphore::const_new(6);

/// A phone: a folder that outlives every start of the program. Whatever the program writes, it writes in here.
pub struct Phone {
    folder: TempDir,
}

/// The program running on a phone, with its window under control. It is killed when dropped.
pub struct Running {
    program: Child,
    driver: Child,
    pub client: Client,
    said: PathBuf,
    _place: SemaphorePermit<'static>,
}

impl Phone {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn data_dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Everything the program ever said on standard error.
    pub fn said(&self) -> String {
        let said = fs::read(self.folder.path().join(SAID)).unwrap_or_default();
        String::from_utf8_lossy(&said).into_owned()
    }

    /// A place of the phone that belongs to the person and not to the app.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Starts the program with more arguments and environment of the test's choice. It logs all it can: what
    /// no log may say is looked for in the same way as in every other file of the phone.
    pub async fn start(&self, arguments: &[&str], environment: &[(&str, OsString)]) -> Running {
        let place = WINDOWS.acquire().await.unwrap();
        let said = self.folder.path().join(SAID);
        let (home, ear) = (self.home(), File::options().create(true).append(true).open(&said).unwrap());
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
            .env("HOME", &home)
            .envs(HOMES.map(|(name, folder)| (name, home.join(folder))))
            .env("CAIRN_LOG", "debug")
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stderr(ear)
            .spawn()
            .unwrap();
        let driver = Command::new("WebKitWebDriver")
            .args([format!("--port={port}"), format!("--target={inspector}")])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let client = attach(port).await;
        Running { program, driver, client, said, _place: place }
    }

    /// True if no file of the phone holds `word` in clear: the app's own, its web view's, and its log.
    pub fn keeps_secret(&self, word: &str) -> bool {
        !self.files().iter().any(|path| holds(path, word))
    }

    /// All files of the phone.
    pub fn files(&self) -> Vec<PathBuf> {
        let (mut folders, mut files) = (vec![self.folder.path().to_owned()], Vec::new());
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() { folders.push(path) } else { files.push(path) }
            }
        }
        files
    }
}

impl Running {
    /// The process, for who looks at it from outside.
    pub fn id(&self) -> u32 {
        self.program.id()
    }

    /// The last the program said, for whoever has to find out why a test fails.
    pub fn last_words(&self) -> String {
        let said = fs::read(&self.said).unwrap_or_default();
        let said = String::from_utf8_lossy(&said);
        let lines: Vec<&str> = said.lines().rev().take(20).collect();
        lines.into_iter().rev().collect::<Vec<_>>().join("\n")
    }

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

/// In UTF-8 or in UTF-16, in which a web view keeps what it keeps.
fn holds(path: &Path, word: &str) -> bool {
    let bytes = fs::read(path).unwrap_or_default();
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [word.as_bytes(), &wide].iter().any(|word| bytes.windows(word.len()).any(|found| found == *word))
}

pub fn free_port() -> u16 {
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
