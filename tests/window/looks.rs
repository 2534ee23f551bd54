//! Every screen, looked at by axe-core and kept as a picture: light and dark, narrow, with text at 200 %.

use crate::driver::{Phone, Running};
use std::ffi::OsString;

/// The screens that can be reached from the navigation, with what each shows once it is there.
const PLACES: [(&str, &str); 4] = [
    ("Today", "Next"),
    ("Journey", "Your journey"),
    ("Check-in", "How are you right now?"),
    ("More", "What is where"),
];

async fn every_screen(window: &Running, look: &str) {
    for (place, shows) in PLACES {
        window.press(place).await;
        window.sees(shows).await;
        window.is_accessible().await;
        window.fits().await;
        window.picture(&format!("{}-{look}", place.to_lowercase())).await;
    }
    window.press("Help").await;
    window.sees("In danger right now").await;
    window.is_accessible().await;
    window.fits().await;
    window.picture(&format!("help-{look}")).await;
}

async fn look_at(look: &str, size: (u32, u32), text: u32, environment: &[(&str, OsString)]) {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], environment).await;
    window.sees("Practice. Nothing leaves this phone.").await;
    window.client.set_window_size(size.0, size.1).await.unwrap();
    window.text_size(text).await;
    every_screen(&window, look).await;
}

#[tokio::test]
async fn light() {
    look_at("light", (390, 844), 100, &[]).await;
}

#[tokio::test]
async fn dark() {
    look_at("dark", (390, 844), 100, &[("GTK_THEME", "Adwaita:dark".into())]).await;
}

#[tokio::test]
async fn narrow_with_large_text() {
    look_at("narrow-large", (320, 640), 200, &[]).await;
}
