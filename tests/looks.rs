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

fn drawn(name: &str) -> String {
    let (_, scene) = scenes().into_iter().find(|(own, _)| *own == name).unwrap();
    // The gaps that keep a time on one line, as the eye sees them.
    scene.draw().replace('\u{a0}', " ")
}

#[test]
fn the_first_number_is_one_press_away_on_today_also_after_a_check_in() {
    for name in ["today", "today-saved", "today-refused", "today-first"] {
        assert_eq!(drawn(name).matches("class=\"cell\"").count(), 11, "{name}");
    }
    assert_eq!(drawn("check-in").matches("class=\"cell\"").count(), 22, "both numbers, then Save");
}

#[test]
fn what_needs_attention_leads_to_why() {
    for name in ["today-refused", "check-ins"] {
        assert_eq!(drawn(name).matches(">See why<").count(), 1, "{name}");
    }
    assert!(!drawn("details").contains(">See why<"), "the details are where it leads");
}

#[test]
fn nothing_is_called_done_or_unplanned_before_it_is_known() {
    for name in ["today-first", "today-plan-unreadable"] {
        let html = drawn(name);
        for claim in ["No visit is planned", "Nothing right now", "No rush"] {
            assert!(!html.contains(claim), "{name}: {claim}");
        }
        assert!(html.to_lowercase().contains("your clinic"), "{name}: says whom to ask");
    }
    assert!(drawn("today-empty").contains("No visit is planned"));
    assert!(!drawn("journey-first").contains("Not planned yet"));
}

#[test]
fn a_time_that_is_over_is_told_and_never_called_still_possible() {
    let html = drawn("today");
    assert!(!html.contains("You can still") && !html.contains("No rush"));
    let more = drawn("today-over");
    assert!(more.contains("The time for this was 12 noon today. Not sure? Call your clinic."));
    assert!(more.contains("The time for this was yesterday."));
}

#[test]
fn a_sign_in_that_did_not_work_is_told_where_it_was_begun() {
    for (name, why) in [
        ("today-not-signed-in", "You did not finish signing in"),
        ("more-not-signed-in", "Your clinic does not answer"),
    ] {
        let html = drawn(name);
        assert!(html.contains(why) && html.contains("role=\"alert\""), "{name}");
        assert_eq!(html.matches(">Sign in again<").count(), 1, "{name}: one way to try again");
        assert!(html.contains(">Close<"), "{name}");
    }
}

#[test]
fn what_was_not_done_stays_until_it_is_closed() {
    let html = drawn("today-not-done");
    assert!(html.contains("Too late to take it back") && html.contains(">Close<"));
}

#[test]
fn the_language_can_be_chosen_before_anything_else() {
    let html = drawn("welcome");
    let (pills, connect) = (html.find("Español").unwrap(), html.find("id=\"connect\"").unwrap());
    assert!(pills < connect);
}

#[test]
fn a_file_that_is_gone_is_not_called_kept() {
    let html = drawn("cannot-open-gone");
    assert!(!html.contains("Nothing was deleted") && !html.contains("kept on this phone"));
    assert!(drawn("cannot-open-key-lost").contains("kept on this phone"));
}

/// What the preview of a locked screen says.
fn preview(name: &str) -> String {
    let html = drawn(name);
    let (_, inside) = html.split_once("class=\"ring-box\"").unwrap();
    inside.split("</div>").next().unwrap().to_owned()
}

#[test]
fn the_preview_shows_what_a_locked_screen_will_and_no_more() {
    assert!(preview("reminders").contains("You have a reminder for 3:15 am, Thursday, 3 December"));
    assert!(!preview("reminders").contains("food"));
    assert!(preview("reminders-details").contains("Last food is at 3:15 am, Thursday, 3 December."));
}

#[test]
fn the_next_reminder_says_when_and_why() {
    let html = drawn("reminders");
    assert!(html.contains("9:00 pm, Wednesday, 2 December"));
    assert!(html.contains("Last food is at 3:15 am, Thursday, 3 December."));
    assert!(
        html.contains("Clear drinks end in 30 minutes. The time is 7:15 am, Thursday, 3 December."),
        "a number of minutes never stands without its clock time"
    );
}

#[test]
fn where_nothing_rings_it_says_what_to_do_and_the_list_is_there() {
    for name in ["no-service", "denied", "not-running", "not-here"] {
        let html = drawn(&format!("reminders-{name}"));
        assert!(html.contains("Until then, look at the list on this page."), "{name}");
        assert!(html.contains(">What is coming<"), "{name}");
    }
    assert!(!drawn("reminders").contains("Until then"));
}
