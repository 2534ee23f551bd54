//! The shell the app runs in: a window on Linux, the web view of the phone on Android and iOS.

mod pieces;

use super::{
    live::{App, Start},
    page,
};
use crate::app::Cairn;
#[cfg(feature = "desktop")]
use dioxus::desktop as shell;
#[cfg(all(feature = "mobile", not(feature = "desktop")))]
use dioxus::mobile as shell;
use dioxus::prelude::*;
use shell::{
    Config, LogicalSize, WindowBuilder,
    tao::event::{Event, WindowEvent},
    wry::{
        RequestAsyncResponder,
        http::{HeaderValue, Request, Response, StatusCode, header::CONTENT_TYPE},
    },
};
use std::path::PathBuf;

/// The size of a common phone, in logical pixels, for where there is a window.
const SIZE: LogicalSize<f64> = LogicalSize::new(390.0, 844.0);
const LEAST: LogicalSize<f64> = LogicalSize::new(320.0, 480.0);
/// The paper of the page (tokens.css), so that the start does not flash.
const PAPER: (u8, u8, u8, u8) = (0xf6, 0xf3, 0xec, 0xff);

/// Opens the app and ends the process when it is closed. The web view keeps its own files, which hold nothing of
/// the patient, in `page_dir`. `before_page` is called once there is a window and before
/// there is a page in it.
pub fn open(cairn: Cairn, start: Start, page_dir: PathBuf, before_page: fn()) {
    let window = WindowBuilder::new().with_title("Cairn").with_inner_size(SIZE).with_min_inner_size(LEAST);
    let config = Config::new()
        .with_custom_index(page::index())
        .with_window(window)
        .with_data_directory(page_dir)
        .with_menu(None)
        .with_on_window(move |_, _| before_page())
        .with_background_color(PAPER)
        // Numbers to call are links that only the system can follow; the page itself goes nowhere.
        .with_navigation_handler(|_| false);
    let dom = VirtualDom::new(Shown).with_root_context(cairn).with_root_context(start);
    shell::launch::launch_virtual_dom(dom, config);
}

/// The app with the files its page may ask for.
#[component]
fn Shown() -> Element {
    shell::use_asset_handler(page::FONT_FOLDER, answer);
    let cairn = use_context::<Cairn>();
    let keeper = cairn.clone();
    shell::use_asset_handler(page::PIECE_FOLDER, move |request, responder| {
        pieces::answer(&keeper, &request, responder);
    });
    shell::use_wry_event_handler(move |event, _| {
        // Whoever comes back to Cairn may have a network again, and wants to see what is new.
        if matches!(event, Event::WindowEvent { event: WindowEvent::Focused(true), .. }) {
            cairn.sync_now();
        }
    });
    rsx! {
        App {}
    }
}

/// A typeface, or that there is none by that name.
fn answer(request: Request<Vec<u8>>, responder: RequestAsyncResponder) {
    let name = request.uri().path().rsplit('/').next().unwrap_or_default();
    let found = page::font(name);
    let mut answer = Response::new(found.unwrap_or_default().to_vec());
    match found {
        Some(_) => _ = answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("font/woff2")),
        None => *answer.status_mut() = StatusCode::NOT_FOUND,
    }
    responder.respond(answer);
}
