//! Archives somebody made to do harm, or made with a later version: told apart, and nothing comes of them.

use crate::archive::{passphrase, restored};
use cairn::store::archive::ArchiveError;
use std::{io::Write, iter, path::Path};

const HEAD: &str = r#"{"name":"cairn archive","format":1,"made":"2026-11-28T12:00:00Z","schema":4,
    "issuer":"https://clinic.example/fhir","patient":"p1"}"#;
const END: &str = r#"{"rows":{}}"#;

/// One entry of a tar: its name, its kind and what is in it.
type Made<'m> = (&'m str, tar::EntryType, &'m [u8]);

fn file<'m>(name: &'m str, words: &'m str) -> Made<'m> {
    (name, tar::EntryType::Regular, words.as_bytes())
}

/// An archive of these entries, sealed as a real one is. Names go in as they are, also those no tar program would write.
fn made(entries: &[Made<'_>]) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new("nine herons, one lake".to_owned().into());
    recipient.set_work_factor(1);
    let one = iter::once(&recipient as &dyn age::Recipient);
    let mut sealed = age::Encryptor::with_recipients(one).unwrap().wrap_output(Vec::new()).unwrap();
    for (name, kind, bytes) in entries {
        let mut header = tar::Header::new_ustar();
        header.as_ustar_mut().unwrap().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(*kind);
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        sealed.write_all(header.as_bytes()).unwrap();
        sealed.write_all(bytes).unwrap();
        sealed.write_all(&vec![0; (512 - bytes.len() % 512) % 512]).unwrap();
    }
    sealed.write_all(&[0; 1024]).unwrap();
    sealed.finish().unwrap()
}

fn comes_to(entries: &[Made<'_>]) -> ArchiveError {
    restored(&made(entries), &passphrase()).0.unwrap_err()
}

#[test]
fn the_smallest_archive_is_one() {
    // The control: what the others are made of is in order.
    restored(&made(&[file("cairn.json", HEAD), file("end.json", END)]), &passphrase()).0.unwrap();
}

#[test]
fn a_later_format_and_a_later_schema_are_told_plainly() {
    let later = HEAD.replace("\"format\":1", "\"format\":2,\"new\":[]");
    assert!(matches!(comes_to(&[file("cairn.json", &later), file("x", "")]), ArchiveError::TooNew));
    let later = HEAD.replace("\"schema\":4", "\"schema\":99");
    assert!(matches!(comes_to(&[file("cairn.json", &later), file("end.json", END)]), ArchiveError::TooNew));
}

#[test]
fn what_is_sealed_and_no_archive_of_ours_is_told_apart() {
    assert!(matches!(comes_to(&[file("photo.jpg", "?")]), ArchiveError::NotAnArchive));
    assert!(matches!(comes_to(&[file("cairn.json", "{}")]), ArchiveError::NotAnArchive));
    assert!(matches!(comes_to(&[]), ArchiveError::NotAnArchive));
}

#[test]
fn no_name_in_it_becomes_a_path_and_no_entry_a_link() {
    let outside = Path::new("/tmp/cairn-hostile");
    for name in [
        "../../../tmp/cairn-hostile",
        "/tmp/cairn-hostile",
        "pieces/../../tmp/cairn-hostile",
        "tables/../owner.jsonl",
    ] {
        let error = comes_to(&[file("cairn.json", HEAD), file(name, "{}\n"), file("end.json", END)]);
        assert!(matches!(error, ArchiveError::Damaged), "{name}: {error:?}");
    }
    for kind in [
        tar::EntryType::Symlink,
        tar::EntryType::Link,
        tar::EntryType::Directory,
        tar::EntryType::GNULongName,
    ] {
        let error = comes_to(&[file("cairn.json", HEAD), ("pieces/a", kind, b""), file("end.json", END)]);
        assert!(matches!(error, ArchiveError::Damaged), "{kind:?}");
    }
    assert!(!outside.exists());
}

#[test]
fn rows_that_are_none_of_ours_are_refused() {
    let good = r#"{"key":"a","value":"b"}"#;
    let one = r#"{"rows":{"setting":1}}"#;
    let all = [file("cairn.json", HEAD), file("tables/setting.0001.jsonl", good), file("end.json", one)];
    restored(&made(&all), &passphrase()).0.unwrap();
    for bad in [
        r#"{"key":"a","value":"b","key); DROP TABLE owner; --":1}"#,
        r#"{"key":"a","value":["b"]}"#,
        r#"{"key":"a","value":1.5}"#,
        r#"{"key":"a"}"#,
        "{}",
        "",
        "no JSON",
    ] {
        let bad = format!("{bad}\n");
        let all = [file("cairn.json", HEAD), file("tables/setting.0001.jsonl", &bad), file("end.json", one)];
        assert!(matches!(comes_to(&all), ArchiveError::Damaged), "{bad}");
    }
    for table in ["owner", "sqlite_schema", "journal_search", "setting; --", "piece_chunk"] {
        let name = format!("tables/{table}.0001.jsonl");
        let all = [file("cairn.json", HEAD), file(&name, good), file("end.json", one)];
        assert!(matches!(comes_to(&all), ArchiveError::Damaged), "{table}");
    }
}

#[test]
fn what_is_missing_or_twice_there_is_noticed() {
    let row = r#"{"key":"a","value":"b"}"#;
    let rows = file("tables/setting.0001.jsonl", row);
    let (head, end) = (file("cairn.json", HEAD), file("end.json", r#"{"rows":{"setting":1}}"#));
    for all in [
        vec![head, rows],
        vec![head, end],
        vec![head, rows, rows, end],
        vec![head, rows, end, end],
        vec![head, rows, end, rows],
        vec![head, head, rows, end],
    ] {
        assert!(matches!(comes_to(&all), ArchiveError::Damaged), "{all:?}");
    }
}

#[test]
fn pieces_are_as_long_as_they_say_and_belong_to_something() {
    let head = file("cairn.json", HEAD);
    let end = file("end.json", r#"{"rows":{"piece_chunk":1}}"#);
    let list = |size: u64| format!(r#"{{"chunks":[{{"place":0,"size":{size}}}]}}"#);
    let (right, long, huge) = (list(3), list(4), list(1 << 40));
    for chunks in [&right, &long, &huge] {
        // Even with the right length there is no piece that these bytes are of.
        let all = [head, file("chunks/a.json", chunks), file("pieces/a", "abc"), end];
        assert!(matches!(comes_to(&all), ArchiveError::Damaged), "{chunks}");
    }
    let other = [head, file("chunks/b.json", &right), file("pieces/a", "abc"), end];
    assert!(matches!(comes_to(&other), ArchiveError::Damaged));
    assert!(matches!(comes_to(&[head, file("pieces/a", "abc"), end]), ArchiveError::Damaged));
}

/// Counts what is read of it.
struct Counted<'c, R>(R, &'c std::cell::Cell<u64>);

impl<R: std::io::Read> std::io::Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.0.read(into)?;
        self.1.set(self.1.get() + read as u64);
        Ok(read)
    }
}

#[test]
fn of_a_head_without_an_end_no_more_is_read_than_a_head_can_be() {
    use std::io::Read;
    const MUCH: u64 = 64 * 1024 * 1024;
    for endless in [b"a".as_slice(), b"a\n", b"-> scrypt a 1\n"] {
        let read = std::cell::Cell::new(0);
        let lines = std::iter::repeat_with(|| endless).map(std::io::Cursor::new);
        let from = b"age-encryption.org/v1\n".chain(Lines(lines, None).take(if endless.len() == 1 {
            MUCH
        } else {
            100_000
        }));
        let done = cairn::store::archive::check(Counted(from, &read), &passphrase());
        assert!(matches!(done, Err(ArchiveError::NotAnArchive)), "{done:?}");
        assert!(read.get() < 100_000, "{} bytes", read.get());
    }
}

/// The same line again and again.
struct Lines<I>(I, Option<std::io::Cursor<&'static [u8]>>);

impl<I: Iterator<Item = std::io::Cursor<&'static [u8]>>> std::io::Read for Lines<I> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let mut done = 0;
        while done < into.len() {
            let line = self.1.get_or_insert_with(|| self.0.next().unwrap());
            let read = line.read(&mut into[done..])?;
            if read == 0 {
                self.1 = None;
            }
            done += read;
        }
        Ok(done)
    }
}

/// What this program has held at most since it was last asked, in bytes.
#[cfg(target_os = "linux")]
fn held_at_most() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
}

const HEAVY: &str = "CAIRN_TEST_HEAVY_ROW";

/// Refuses one heavy row, alone in a process of its own, and says what that took.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "started by the test below, alone"]
fn one_heavy_row() {
    let Ok(which) = std::env::var(HEAVY) else { return };
    let list = || format!("{{\"key\":\"a\",\"value\":[{}0]}}\n", "0,".repeat(2_000_000));
    let names = || {
        let many = (0..400_000).map(|at| format!("\"{at}\":0,")).collect::<Vec<_>>().concat();
        format!("{{{many}\"key\":\"a\",\"value\":\"b\"}}\n")
    };
    let twice = || format!("{{{}\"value\":\"b\"}}\n", "\"key\":\"a\",".repeat(400_000));
    let row = match which.as_str() {
        "list" => list(),
        "names" => names(),
        _ => twice(),
    };
    let one = r#"{"rows":{"setting":1}}"#;
    let bytes =
        made(&[file("cairn.json", HEAD), file("tables/setting.0001.jsonl", &row), file("end.json", one)]);
    let before = held_at_most();
    assert!(matches!(restored(&bytes, &passphrase()).0.unwrap_err(), ArchiveError::Damaged));
    println!("\nheld {} more for {}", held_at_most() - before, row.len());
}

#[cfg(target_os = "linux")]
#[test]
fn a_heavy_row_takes_little_more_memory_than_its_line() {
    for which in ["list", "names", "twice"] {
        let child = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "archive_hostile::one_heavy_row", "--nocapture"])
            .env(HEAVY, which)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&child.stdout);
        let line = said.lines().find(|line| line.starts_with("held")).unwrap_or_else(|| panic!("{said}"));
        let [held, long] = [1, 4].map(|at| line.split(' ').nth(at).unwrap().parse::<u64>().unwrap());
        assert!(held < 3 * long + 8 * 1024 * 1024, "{which}: {line}");
    }
}
