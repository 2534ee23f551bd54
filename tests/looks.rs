//! Every screen, drawn from made-up read models without a window: it says where one is, names what can be
//! pressed, keeps its headings in order, and lets no health text into an attribute. The pages are left in
//! cargo's folder for test files, `looks/`, to be looked at in any browser.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "looks/samples.rs"]
mod samples;
#[path = "looks/scenes.rs"]
mod scenes;

use cairn::{app::read::Language, ui::page};
use scenes::scenes;
use std::{fs, path::Path};

#[test]
fn every_screen_can_be_drawn_and_looked_at() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("looks");
    let fonts = folder.join(page::FONT_FOLDER);
    fs::create_dir_all(&fonts).unwrap();
    for name in ["atkinson-latin", "atkinson-latin-ext", "literata-latin", "literata-latin-ext"] {
        let file = format!("{name}.woff2");
        fs::write(fonts.join(&file), page::font(&file).unwrap()).unwrap();
    }
    for (name, scene) in scenes() {
        for language in [Language::English, Language::Spanish] {
            let scene = scene.in_language(language);
            // A file has no address to hold the page's policy against: it is tested in the real window.
            let whole = page::index()
                .replace("Content-Security-Policy", "policy")
                .replace("<div id=\"main\"></div>", &format!("<div id=\"main\">{}</div>", scene.draw()));
            fs::write(folder.join(format!("{name}.{}.html", scene.tag())), whole).unwrap();
        }
    }
}

#[test]
fn every_screen_says_where_one_is_and_how_to_get_help() {
    for (name, scene) in scenes() {
        let html = scene.draw();
        assert_eq!(html.matches("<h1").count(), 1, "{name}: one h1");
        assert_eq!(html.matches("<main").count(), 1, "{name}: one main");
        assert!(html.contains(">Help<"), "{name}: Help is in sight");
        assert_eq!(html.matches("<nav").count(), usize::from(scene.places), "{name}: the places at the foot");
    }
}

#[test]
fn headings_never_skip_a_level() {
    for (name, scene) in scenes() {
        let html = scene.draw();
        let levels: Vec<u32> = html
            .match_indices("<h")
            .filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10))
            .collect();
        assert_eq!(levels.first(), Some(&1), "{name}: begins with h1");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {levels:?}");
    }
}

#[test]
fn what_the_patient_wrote_stands_only_where_it_is_read() {
    for (name, scene) in scenes() {
        let html = scene.draw();
        for tag in html.split('<').filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
            let allowed = tag.starts_with("textarea");
            assert!(allowed || !tag.contains(samples::CANARY), "{name}: in an attribute of {tag}");
        }
    }
}

#[test]
fn ids_and_what_points_at_them_agree() {
    for (name, scene) in scenes() {
        let html = scene.draw();
        let all = |attribute: &str| -> Vec<String> {
            let mark = format!(" {attribute}=\"");
            html.match_indices(&mark)
                .map(|(at, _)| html[at + mark.len()..].split('"').next().unwrap().to_owned())
                .collect()
        };
        let ids = all("id");
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(ids.len(), once.len(), "{name}: an id stands once: {ids:?}");
        for attribute in ["for", "aria-labelledby", "aria-describedby"] {
            for pointer in all(attribute) {
                for wanted in pointer.split_whitespace() {
                    assert!(ids.iter().any(|id| id == wanted), "{name}: {attribute} points at {wanted}");
                }
            }
        }
    }
}

#[test]
fn nothing_is_asked_of_the_network() {
    let page = page::index();
    for scheme in ["http:", "//fonts", "@import"] {
        assert!(!page.contains(scheme), "{scheme}");
    }
    assert!(page.contains("default-src 'none'") && !page.contains("'unsafe-eval'"));
    assert!(!page.contains("user-scalable"), "text may be made larger by pinching");
}
