//! The desktop's autostart: what makes the ringer run after the next login (XDG autostart specification).

use super::arguments;
use crate::platform::paths;
use sha2::{Digest, Sha256};
use std::{
    fs, io,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
};

/// One entry: a file of the desktop's settings, named after the app.
#[derive(Debug, Clone)]
pub(super) struct Autostart {
    file: PathBuf,
    /// `None` if a path cannot be written in such an entry: then the ringer runs until the session ends.
    entry: Option<String>,
}

impl Autostart {
    /// The entry that starts `program` for the files in `data_dir`, on a desktop with its settings in `config`.
    pub(super) fn of(data_dir: &Path, program: &Path, config: &Path) -> Self {
        let arguments = arguments(data_dir);
        // Another folder than the usual has an entry of its own, named after nothing at all.
        let name = if arguments.is_empty() {
            "cairn.desktop".to_owned()
        } else {
            let digest: [u8; 32] = Sha256::digest(data_dir.as_os_str().as_bytes()).into();
            let [a, b, c, d, ..] = digest;
            format!("cairn-{a:02x}{b:02x}{c:02x}{d:02x}.desktop")
        };
        let words: Option<Vec<String>> =
            std::iter::once(program).chain(arguments.iter().map(PathBuf::as_path)).map(quoted).collect();
        let entry = words.map(|words| {
            let exec = words.join(" ");
            format!("[Desktop Entry]\nType=Application\nName=Cairn\nNoDisplay=true\nExec={exec}\n")
        });
        Self { file: config.join("autostart").join(name), entry }
    }

    /// Sees to it that the entry is there and as it should be.
    pub(super) fn write(&self) -> io::Result<()> {
        let Some(entry) = &self.entry else { return Ok(()) };
        if fs::read(&self.file).is_ok_and(|there| there == entry.as_bytes()) {
            return Ok(());
        }
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        paths::replace(&self.file, entry.as_bytes())
    }

    /// Removes it; not there is fine.
    pub(super) fn remove(&self) -> io::Result<()> {
        match fs::remove_file(&self.file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }
}

/// A path as a word of `Exec=`: in quotation marks, and twice escaped, once for the word and once for the line.
/// `None` if it is no text, or would break the line.
fn quoted(path: &Path) -> Option<String> {
    let mut word = String::from("\"");
    for letter in path.to_str()?.chars() {
        match letter {
            '"' | '`' | '$' => word.extend(["\\\\", letter.encode_utf8(&mut [0; 4])]),
            '\\' => word.push_str("\\\\\\\\"),
            '%' => word.push_str("%%"),
            letter if letter.is_control() => return None,
            letter => word.push(letter),
        }
    }
    word.push('"');
    Some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_says_what_to_start_and_nothing_else() {
        let config = tempfile::tempdir().unwrap();
        let folder = Path::new("/home/a b/50% \"of\" it");
        let autostart = Autostart::of(folder, Path::new("/opt/cairn-ring"), config.path());
        autostart.write().unwrap();
        let file = fs::read_dir(config.path().join("autostart")).unwrap().next().unwrap().unwrap();
        let name = file.file_name().into_string().unwrap();
        assert!(name.starts_with("cairn-") && Path::new(&name).extension().unwrap() == "desktop");
        let exec = r#"Exec="/opt/cairn-ring" "--data-dir" "/home/a b/50%% \\"of\\" it""#;
        assert_eq!(
            fs::read_to_string(file.path()).unwrap(),
            format!("[Desktop Entry]\nType=Application\nName=Cairn\nNoDisplay=true\n{exec}\n")
        );
        autostart.remove().unwrap();
        autostart.remove().unwrap();
        assert!(!file.path().exists());
    }

    #[test]
    fn a_path_that_would_break_the_line_has_no_entry() {
        assert_eq!(quoted(Path::new("/a\nExec=b")), None);
    }
}
