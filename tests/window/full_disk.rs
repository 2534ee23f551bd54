//! A disk that is really full while somebody writes: they are told, nothing of it is lost from the screen, and it is saved as
//! soon as there is room.

use crate::{
    driver::Phone,
    journal::{is_saved, new_page, page_beginning, type_on, words},
    small_disk::{disk, fill, runs_on},
};
use std::fs;

/// Runs where temporary folders are on a disk of 64 MB of its own.
#[tokio::test]
#[ignore = "started by the test below, on a small disk"]
async fn on_a_small_disk() {
    let Some(disk) = disk() else { return };
    let ballast = disk.join("ballast");
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    new_page(&window).await;
    type_on(&window, "The heron stood still.").await;
    is_saved(&window).await;

    fill(&ballast, 0);
    type_on(&window, " Then it flew.").await;
    window.sees("Not saved yet. Your words are still on this screen.").await;
    type_on(&window, " Over the ice.").await;
    assert_eq!(words(&window).await, "The heron stood still. Then it flew. Over the ice.");
    // The control: on a full disk this is not saved, either.
    window.sees("Not saved yet. Your words are still on this screen.").await;

    fs::remove_file(&ballast).unwrap();
    is_saved(&window).await;
    window.kill();
    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    page_beginning(&window, "The heron").await;
    assert_eq!(words(&window).await, "The heron stood still. Then it flew. Over the ice.");
    println!("\nheld on the small disk");
}

#[test]
fn what_is_written_on_a_full_disk_is_kept_once_there_is_room() {
    runs_on(64, "full_disk::on_a_small_disk", "held on the small disk");
}
