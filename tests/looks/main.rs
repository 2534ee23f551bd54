//! Every screen, drawn from made-up read models without a window: it says where one is, names what can be
//! pressed, keeps its headings in order, and lets no health text into an attribute. The pages are left in
//! cargo's folder for test files, `looks/`, to be looked at in any browser.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod booking;
mod carry;
mod consent;
mod creative;
mod find;
mod first_things;
mod forms;
mod forms_given;
mod going_on;
mod journal;
mod learn;
mod measure;
mod messages;
mod own;
mod preparing;
mod safety;
mod samples;
mod scenes;
mod share;
mod trends;

use cairn::{app::read::Language, ui::page};
use scenes::{drawn, scenes};
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

#[test]
fn on_paper_nothing_waits_to_appear() {
    // Printed at the beginning of its way in, a page was blank.
    let page = page::index();
    let moving = page.matches("(prefers-reduced-motion: no-preference)").count();
    assert!(moving > 0);
    assert_eq!(page.matches("@media screen and (prefers-reduced-motion: no-preference)").count(), moving);
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
fn an_article_says_that_nobody_reviewed_it_and_hides_no_heading() {
    let html = drawn("article");
    assert!(html.contains("Not yet reviewed by a clinician"));
    let heads = ["What we know", "What studies found", "What is not known", "Risks", "Ask your clinic"];
    let places: Vec<_> = heads.iter().map(|head| html.find(&format!(">{head}<")).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(html.contains("<details") && !html.contains("[S"), "sources are numbers and a list");
    assert!(drawn("article-reviewed").contains("Reviewed by Dr. Example, Tuesday, 3 March"));
}

#[test]
fn hits_are_marked_and_nothing_a_clinic_wrote_becomes_markup() {
    let html = drawn("learn-found");
    assert!(html.contains("<mark>bladder</mark>"), "the hit is marked");
    let odd = drawn("learn-odd");
    assert!(odd.contains("&#60;b&#62;") && !odd.contains("<b>bold"), "{odd}");
}

#[test]
fn articles_that_cannot_be_read_lead_to_a_call_and_show_no_older_words() {
    for name in ["learn-unreadable", "article-unreadable"] {
        let html = drawn(name);
        assert!(html.contains(">Call your clinic<") && !html.contains("anesthetic"), "{name}");
    }
}

#[test]
fn the_language_can_be_chosen_before_anything_else() {
    let html = drawn("welcome");
    let (pills, connect) = (html.find("Español").unwrap(), html.find("id=\"connect\"").unwrap());
    assert!(pills < connect);
}

#[test]
fn no_answer_leads_to_advice_and_none_to_ready() {
    for name in ["questions", "questions-call", "questions-kept"] {
        let html = drawn(name).to_lowercase();
        for word in ["ready", "cleared", "good to go", "fit for", "you may come", "do not come"] {
            assert!(!html.contains(word), "{name}: {word}");
        }
    }
    assert!(drawn("questions-call").contains("tel:+13035550140"));
    assert!(drawn("questions-kept").contains("Your clinic decides when you are there."));
    assert!(!drawn("questions").contains("tel:"), "the control: nobody is to be called before an answer");
}

#[test]
fn after_a_cut_off_its_time_is_no_longer_shown() {
    let before = drawn("session");
    assert!(before.contains("Nothing to eat now") && before.contains("Last clear drink"));
    assert!(!before.contains("3:15 am") && before.contains("7:15 am"));
    let after = drawn("session-nothing-now");
    assert!(after.contains("Nothing to eat or drink now") && after.contains("Ate something? Call us."));
    assert!(!after.contains("7:15 am"));
}

#[test]
fn what_to_wait_with_stands_beside_what_to_do_instead() {
    let html = drawn("first-day");
    let (dos, donts) = (html.find("Go home with your adult").unwrap(), html.find("Drive, cycle").unwrap());
    assert!(dos < donts && html[donts..].contains("Ask your adult or call us"));
    assert!(html.contains("Until 6:45 pm, Thursday, 3 December"));
    for stale in ["first-day-over", "first-day-unreadable"] {
        assert!(!drawn(stale).contains("Drive, cycle"), "{stale}");
    }
}

#[test]
fn numbers_of_the_clinic_come_with_their_digits_and_no_verdict() {
    for name in ["session-there", "centering"] {
        let html = drawn(name);
        assert!(html.contains("118/76") && html.contains("36.60") && html.contains("9:31 am"), "{name}");
        for verdict in ["normal", "high", "too low", "fine", "healthy"] {
            assert!(!html.to_lowercase().contains(verdict), "{name}: {verdict}");
        }
    }
}

#[test]
fn soft_mode_asks_for_no_number() {
    for name in ["soft", "soft-words", "soft-call"] {
        assert!(!drawn(name).contains("class=\"cell\""), "{name}");
    }
}

#[test]
fn a_file_that_is_gone_is_not_called_kept() {
    let html = drawn("cannot-open-gone");
    assert!(!html.contains("Nothing was deleted") && !html.contains("kept on this phone"));
    assert!(drawn("cannot-open-key-lost").contains("kept on this phone"));
}

const NO_OWN_CHANGES: &str =
    "Do not stop or skip any medicine unless your clinic wrote it here. Not sure? Call your clinic.";

#[test]
fn the_fixed_line_about_medicines_stands_on_every_page_to_prepare() {
    let pages: Vec<_> = scenes().into_iter().filter(|(name, _)| name.starts_with("prepare-")).collect();
    assert!(pages.len() > 8);
    for (name, scene) in pages {
        assert_eq!(scene.draw().matches(NO_OWN_CHANGES).count(), 1, "{name}");
    }
}

#[test]
fn clock_times_come_with_their_day_and_a_time_shown_twice_says_which() {
    let html = drawn("prepare-evening");
    for said in ["3:15 am, Thursday, 3 December", "7:15 am, Thursday, 3 December", "1:15 am, Thursday"] {
        assert!(html.contains(said), "{said}");
    }
    assert!(html.contains("No alcohol for 24 hours before."), "the clinic's words, with their gap filled");
    assert!(
        !html.contains('{') && html.find("in 8 hours").is_some_and(|at| html.find("<details").unwrap() < at)
    );
    assert!(drawn("prepare-twice").contains("1:30 am, Sunday, 1 November (before the clocks go back)"));
    assert!(drawn("prepare-elsewhere").contains("Clinic time (Denver). Your phone shows another time."));
}

#[test]
fn after_a_cut_off_the_words_change_and_lead_to_a_call() {
    for name in ["prepare-nothing", "today-nothing"] {
        let html = drawn(name);
        assert!(html.contains("Nothing to eat or drink now.") && html.contains("Ate something? Call us."));
        assert!(html.contains(">Call your clinic<"), "{name}");
    }
    for name in ["prepare-no-food", "today-no-food"] {
        let html = drawn(name);
        assert!(html.contains("Nothing to eat now.") && html.contains("Last clear drink"), "{name}");
        assert!(!html.contains("Nothing to eat or drink now."), "{name}");
    }
    assert!(!drawn("today-nothing").contains("<dt>Last"), "a time that is over is no time to look at");
}

#[test]
fn where_nothing_can_be_relied_on_there_is_no_time_but_a_call() {
    for name in ["prepare-no-rules", "prepare-unreadable", "today-call"] {
        let html = drawn(name);
        assert!(!html.contains("3:15") && !html.contains("7:15"), "{name}");
        assert!(html.contains("We cannot show the times") && html.contains(">Call your clinic<"), "{name}");
    }
    let html = drawn("prepare-unreadable");
    assert!(!html.contains("Sertraline") && !html.contains("Lorazepam"), "no older word");
    assert!(!drawn("prepare-not-sure").contains("3:15"), "nothing is reckoned from what is not confirmed");
}

#[test]
fn a_changed_medicine_says_so_and_is_read_again() {
    assert_eq!(drawn("prepare-changed").matches("This changed").count(), 1);
    assert_eq!(drawn("prepare-changed").matches(">I have read this<").count(), 2);
    assert!(drawn("today-nothing").contains("changed what it wrote about a medicine"));
}

#[test]
fn a_moved_session_says_once_that_food_and_drink_moved() {
    assert_eq!(drawn("today-told").matches("moved with it").count(), 1);
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
    assert!(preview("reminders-details").contains("Last food: 3:15 am, Thursday, 3 December"));
}

#[test]
fn the_next_reminder_says_when_and_why() {
    let html = drawn("reminders");
    assert!(html.contains("9:00 pm, Wednesday, 2 December"));
    assert!(html.contains("Last food: 3:15 am, Thursday, 3 December"));
    assert!(
        html.contains("Last clear drink: 7:15 am, Thursday, 3 December") && !html.contains("30 minutes"),
        "a number of minutes is true at one moment only"
    );
}

#[test]
fn what_would_be_too_late_in_ten_minutes_has_no_button_for_it() {
    let offered = |name: &str| drawn(name).matches("Again in 10 minutes").count();
    assert_eq!((offered("reminders-due"), offered("reminders-due-too-late")), (1, 0));
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
