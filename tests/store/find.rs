//! Finding pages of the journal: what holds the words is found, what is found holds them, and no text is a mistake.

use crate::given::{Given, at, beneath, id, store};
use cairn::care::{
    Private, Score,
    journal::{
        Entry, Phase, Thread,
        search::{Days, Filters, Found, Kind, MoodRange, Query},
    },
};
use chrono::{NaiveDate, TimeDelta};

/// A page with these words, begun so many seconds after the start.
pub(crate) fn entry(name: &str, seconds: i64, words: &str) -> Entry {
    Entry {
        id: id(name),
        at: at(seconds),
        zone: chrono_tz::UTC,
        changed: at(seconds),
        words: Private::new(words),
        visit: None,
        phase: None,
        prompt: None,
        intention: None,
        mood: None,
    }
}

/// A store with pages named a, b, c and so on, each begun after the one before.
pub(crate) fn with_pages(pages: &[&str]) -> Given {
    let given = store();
    given
        .store
        .write(|tx| {
            for (name, (seconds, words)) in ('a'..).zip((0..).zip(pages)) {
                tx.save_entry(&entry(&name.to_string(), seconds, words))?;
            }
            Ok(())
        })
        .unwrap();
    given
}

pub(crate) fn all(given: &Given, typed: &str, filters: &Filters) -> Vec<Found> {
    let query = Query::read(typed);
    given.store.read(|reader| Ok(reader.find(&query, filters, None, 100)?.0)).unwrap()
}

fn names(found: &[Found]) -> String {
    found.iter().map(|page| page.id.to_string()).collect::<Vec<_>>().join(" ")
}

/// The names of the pages that are found, the newest first.
pub(crate) fn find(given: &Given, typed: &str) -> String {
    names(&all(given, typed, &Filters::default()))
}

fn narrow(given: &Given, typed: &str, filters: &Filters) -> String {
    names(&all(given, typed, filters))
}

/// A passage with its hits in brackets.
fn passage(found: &Found) -> String {
    let piece = |piece: &cairn::care::journal::search::Piece| {
        let words = piece.words.reveal();
        if piece.hit { format!("[{words}]") } else { words.to_owned() }
    };
    found.passage.iter().map(piece).collect()
}

#[test]
fn accents_and_capitals_make_no_difference_either_way() {
    let given = with_pages(&["Café con María, mañana", "CAFE", "Tiếng Việt", "Ärger über Öl"]);
    for typed in ["cafe", "CAFÉ", "café", "cafe\u{301}"] {
        assert_eq!(find(&given, typed), "b a", "{typed}");
    }
    assert_eq!(find(&given, "manana"), "a");
    assert_eq!(find(&given, "tieng viet"), "c");
    assert_eq!(find(&given, "arger uber ol"), "d");
}

#[test]
fn the_last_word_may_be_a_beginning_and_the_others_may_not() {
    let given = with_pages(&["morning walk", "morning walking", "mornings"]);
    assert_eq!(find(&given, "morn"), "c b a");
    assert_eq!(find(&given, "morning wal"), "b a");
    assert_eq!(find(&given, "wal morning"), "", "only the last one is open");
    assert_eq!(find(&given, "\"walk\""), "a", "quoted, it is closed");
    assert_eq!(find(&given, "orning"), "", "no word begins so");
    assert_eq!(find(&given, "m"), "c b a", "one letter is a beginning, too");
}

#[test]
fn words_in_quotation_marks_stand_side_by_side() {
    let given = with_pages(&["the calm sea", "the sea was calm", "Calm, sea: both"]);
    assert_eq!(find(&given, "calm sea"), "c b a");
    assert_eq!(find(&given, "\"calm sea\""), "c a");
    assert_eq!(find(&given, "“calm sea”"), "c a", "as phones write them");
    assert_eq!(find(&given, "\"calm se"), "c a", "while it is being typed");
    assert_eq!(find(&given, "\"calm se\""), "");
    assert_eq!(find(&given, "\"\" \" calm"), "c b a");
}

#[test]
fn what_an_index_takes_for_its_language_are_words_and_gaps() {
    let given = with_pages(&["not near or and", "words:calm", "don't", "100% sure"]);
    assert_eq!(find(&given, "NOT NEAR OR AND"), "a");
    assert_eq!(find(&given, "words:calm"), "b");
    assert_eq!(find(&given, "don't"), "c");
    assert_eq!(find(&given, "don’t"), "c");
    assert_eq!(find(&given, "100%"), "d");
    for typed in
        ["*", "\"", "calm*", "(calm", "calm)", "^calm", "-calm", "{calm}: x", "NEAR(calm, 2)", "';--", "%_"]
    {
        find(&given, typed);
    }
}

#[test]
fn emoji_are_found_as_they_are() {
    let given = with_pages(&["the 🌊 came", "🌊🌈", "👩‍🚀 and 👩", "nothing"]);
    assert_eq!(find(&given, "🌊"), "b a");
    assert_eq!(find(&given, "came 🌊"), "a");
    assert_eq!(find(&given, "👩‍🚀"), "c");
    assert_eq!(find(&given, "🌈 🌊"), "b");
    assert_eq!(passage(&all(&given, "🌊 came", &Filters::default())[0]), "the [🌊] [came]");
}

#[test]
fn words_from_right_to_left_are_found_by_their_beginnings() {
    let given = with_pages(&["שלום עולם", "السلام عليكم", "peace"]);
    assert_eq!(find(&given, "שלום"), "a");
    assert_eq!(find(&given, "עול"), "a");
    assert_eq!(find(&given, "السلام علي"), "b");
    assert_eq!(passage(&all(&given, "עולם", &Filters::default())[0]), "שלום [עולם]");
}

#[test]
fn words_written_without_gaps_are_found_in_their_middle() {
    let given =
        with_pages(&["今天大海很安静", "海", "静かな海でした", "เมื่อคืนนอนหลับดี", "바다가 조용했다", "हिन्दी में"]);
    assert_eq!(find(&given, "大海"), "a");
    assert_eq!(find(&given, "海"), "c b a");
    assert_eq!(find(&given, "海 安静"), "a");
    assert_eq!(find(&given, "静かな"), "c");
    assert_eq!(find(&given, "นอนหลับ"), "d");
    assert_eq!(find(&given, "바다"), "e", "Korean has gaps");
    assert_eq!(find(&given, "हिन्दी"), "f");
    assert_eq!(passage(&all(&given, "大海", &Filters::default())[0]), "今天[大海]很安静");
}

#[test]
fn what_was_taken_away_is_not_found_and_what_came_back_is() {
    let given = with_pages(&["calm 海", "calm"]);
    given.store.write(|tx| tx.remove_entry(&id("a"), at(9))).unwrap();
    for typed in ["calm", ""] {
        assert_eq!(find(&given, typed), "b", "{typed:?}");
    }
    assert_eq!(find(&given, "海"), "");
    given.store.write(|tx| tx.bring_entry_back(&id("a"))).unwrap();
    assert_eq!(find(&given, "calm"), "b a");
    given.store.write(|tx| tx.save_entry(&entry("b", 1, "storm"))).unwrap();
    assert_eq!((find(&given, "calm"), find(&given, "storm")), ("a".into(), "b".into()));
}

#[test]
fn a_passage_stands_around_what_was_found_and_says_what_was_left_out() {
    let long = format!("{} the kingfisher stood still {}", "before ".repeat(100), "behind ".repeat(100));
    let far = format!("{}海 {}", "x".repeat(100), "y".repeat(300));
    let given = with_pages(&[&long, &far, "short"]);
    let found = passage(&all(&given, "kingfish", &Filters::default())[0]);
    assert!(found.contains("[kingfisher]") && found.starts_with('…') && found.ends_with('…'), "{found}");
    assert!(found.len() < 250, "{found}");
    let found = passage(&all(&given, "海", &Filters::default())[0]);
    assert!(found.starts_with("…xxx") && found.contains("x[海] y") && found.ends_with("y…"), "{found}");
    let newest = all(&given, "", &Filters::default());
    assert_eq!(passage(&newest[0]), "short");
    assert!(passage(&newest[1]).ends_with("y…") && passage(&newest[2]).starts_with("before before"));
}

#[test]
fn the_marks_of_the_index_in_a_page_are_no_marks_of_ours() {
    let given = with_pages(&["calm \u{fdd0}sea\u{fdd1} \u{fdd1}\u{fdd0}<mark>wind</mark>"]);
    let found = all(&given, "calm", &Filters::default());
    let words: String = found[0].passage.iter().map(|piece| piece.words.reveal()).collect();
    assert!(words.contains("calm sea") && words.ends_with("<mark>wind</mark>"), "text stays text: {words}");
}

/// Three sessions' worth of pages with everything that can be asked for.
fn varied() -> Given {
    let given = store();
    let page = |name: &str, seconds, phase, mood| Entry {
        visit: Some(id("session-1")),
        phase: Some(phase),
        mood: Some(Score::new(mood).unwrap()),
        ..entry(name, seconds, "calm sea")
    };
    let pages = [
        page("before", 0, Phase::Preparation, 2),
        page("raw", 10, Phase::Day0, 4),
        Entry { words: Private::new(""), ..page("drawn", 20, Phase::Day0, 5) },
        page("after", 30, Phase::Day3, 6),
        Entry { visit: Some(id("session-2")), ..page("later", 40, Phase::Week1, 9) },
        entry("outside", 50, "calm wind"),
    ];
    given.store.write(|tx| pages.iter().try_for_each(|page| tx.save_entry(page))).unwrap();
    beneath(&given.path())
        .execute_batch(
            "INSERT INTO piece (id, entry, kind, mime, made_at, whole) VALUES
                 ('p1', 'drawn', 'drawing', 'image/png', 0, 1), ('p2', 'raw', 'photo', 'image/jpeg', 0, 1),
                 ('p3', 'raw', 'photo', 'image/jpeg', 1, 1), ('p4', 'raw', 'voice', 'audio/ogg', 2, 1);
             INSERT INTO piece (id, entry, kind, mime, made_at, whole, removed_at) VALUES
                 ('p5', 'after', 'photo', 'image/jpeg', 0, 1, 5);
             INSERT INTO share (record, entry, whole, at, zone) VALUES ('s1', 'raw', 1, 0, 'Europe/Rome'), ('s2', 'gone', 1, 0, 'Europe/Rome');
             INSERT INTO share (record, entry, whole, at, zone, withdrawn_at) VALUES ('s3', 'after', 1, 0, 'Europe/Rome', 1);",
        )
        .unwrap();
    given
}

pub(crate) fn by(change: impl FnOnce(&mut Filters)) -> Filters {
    let mut filters = Filters::default();
    change(&mut filters);
    filters
}

#[test]
fn each_filter_narrows_with_words_and_without() {
    let given = varied();
    let session = by(|filters| filters.visit = Some(id("session-1")));
    assert_eq!(narrow(&given, "", &session), "after drawn raw before");
    assert_eq!(narrow(&given, "calm", &session), "after raw before");
    let thread = |thread: Thread| by(|filters| filters.thread = Some(thread));
    let expected = [
        (Thread::Before, "before"),
        (Thread::Raw, "drawn raw"),
        (Thread::After, "after"),
        (Thread::Later, "later"),
    ];
    for (part, found) in expected {
        assert_eq!(narrow(&given, "", &thread(part)), found);
    }
    assert_eq!(narrow(&given, "sea", &thread(Thread::Raw)), "raw");
    let mood = by(|filters| filters.mood = Some(MoodRange { low: 4, high: 6 }));
    assert_eq!(narrow(&given, "", &mood), "after drawn raw");
    assert_eq!(narrow(&given, "calm", &mood), "after raw");
    let kind = |kind: Kind| by(|filters| filters.kind = Some(kind));
    assert_eq!(narrow(&given, "", &kind(Kind::Words)), "outside later after raw before");
    assert_eq!(narrow(&given, "", &kind(Kind::Drawing)), "drawn");
    assert_eq!(narrow(&given, "", &kind(Kind::Photo)), "raw", "a photo that was taken away is none");
    assert_eq!(narrow(&given, "calm", &kind(Kind::Voice)), "raw");
    assert_eq!(narrow(&given, "", &kind(Kind::File)), "");
    let shared = by(|filters| filters.shared = true);
    assert_eq!(narrow(&given, "", &shared), "raw", "what was withdrawn is not shared");
    assert_eq!(narrow(&given, "wind", &shared), "");
}

#[test]
fn filters_hold_together() {
    let given = varied();
    let all_of = Filters {
        visit: Some(id("session-1")),
        thread: Some(Thread::Raw),
        kind: Some(Kind::Photo),
        mood: Some(MoodRange { low: 0, high: 4 }),
        shared: true,
        days: Some(Days::only(at(10).date_naive())),
    };
    assert_eq!(narrow(&given, "", &all_of), "raw");
    assert_eq!(narrow(&given, "calm se", &all_of), "raw");
    for other in [
        Filters { visit: Some(id("session-2")), ..all_of.clone() },
        Filters { thread: Some(Thread::Later), ..all_of.clone() },
        Filters { kind: Some(Kind::Drawing), ..all_of.clone() },
        Filters { mood: Some(MoodRange { low: 5, high: 10 }), ..all_of.clone() },
        Filters { days: Some(Days::only(at(10).date_naive().succ_opt().unwrap())), ..all_of.clone() },
    ] {
        assert_eq!(narrow(&given, "calm", &other), "", "{other:?}");
    }
}

#[test]
fn what_hangs_on_a_page_is_told_once_each() {
    let given = varied();
    let found = all(&given, "", &by(|filters| filters.thread = Some(Thread::Raw)));
    assert_eq!(found[0].kinds, [Kind::Drawing]);
    assert_eq!(found[1].kinds, [Kind::Photo, Kind::Voice]);
}

#[test]
fn a_day_is_the_day_it_was_where_the_page_was_begun() {
    let given = store();
    let noon = at(0).date_naive().and_hms_opt(12, 0, 0).unwrap().and_utc();
    let page = |name: &str, hours, zone| Entry {
        at: noon + TimeDelta::hours(hours),
        zone,
        ..entry(name, 0, "calm")
    };
    let pages = [
        page("day-before", -13, chrono_tz::UTC),
        page("kiritimati", -3, chrono_tz::Pacific::Kiritimati),
        page("noon", 0, chrono_tz::UTC),
        page("pago-pago", 20, chrono_tz::Pacific::Pago_Pago),
        page("next-day", 13, chrono_tz::UTC),
    ];
    given.store.write(|tx| pages.iter().try_for_each(|page| tx.save_entry(page))).unwrap();
    let day = noon.date_naive();
    let on = |days: Days| by(|filters| filters.days = Some(days));
    assert_eq!(narrow(&given, "calm", &on(Days::only(day))), "pago-pago noon kiritimati");
    assert_eq!(narrow(&given, "", &on(Days::only(day))), "pago-pago noon kiritimati");
    let wide = Days { first: day.pred_opt().unwrap(), last: day.succ_opt().unwrap() };
    assert_eq!(all(&given, "", &on(wide)).len(), 5);
    let written = given.store.read(|reader| reader.days_with_entries(wide)).unwrap();
    assert_eq!(written.into_iter().collect::<Vec<_>>(), [wide.first, day, wide.last]);
    let none = Days::only(NaiveDate::MIN);
    assert_eq!(narrow(&given, "calm", &on(none)), "");
    assert_eq!(narrow(&given, "calm", &on(Days::only(NaiveDate::MAX))), "");
}

#[test]
fn days_outside_are_passed_over_and_never_end_a_list_early() {
    let given = store();
    // Ten pages of the evening before in a zone where it is still that day, then one of the day itself.
    let midnight = at(0).date_naive().and_hms_opt(0, 0, 0).unwrap().and_utc();
    given
        .store
        .write(|tx| {
            tx.save_entry(&Entry { at: midnight, ..entry("wanted", 0, "calm") })?;
            for number in 0..10 {
                let at = midnight + TimeDelta::minutes(number + 1);
                let zone = chrono_tz::America::Denver;
                tx.save_entry(&Entry { at, zone, ..entry(&format!("other-{number}"), 0, "calm") })?;
            }
            Ok(())
        })
        .unwrap();
    let filters = by(|filters| filters.days = Some(Days::only(midnight.date_naive())));
    for typed in ["calm", ""] {
        let query = Query::read(typed);
        let (found, _) = given.store.read(|reader| reader.find(&query, &filters, None, 3)).unwrap();
        assert_eq!(names(&found), "wanted");
    }
}

#[test]
fn the_oldest_page_is_known() {
    let given = with_pages(&["a", "b"]);
    let first = || given.store.read(|reader| reader.first_entry_at()).unwrap();
    assert_eq!(first(), Some(at(0)));
    given.store.write(|tx| tx.remove_entry(&id("a"), at(5))).unwrap();
    assert_eq!(first(), Some(at(1)));
    given.store.write(|tx| tx.remove_entry(&id("b"), at(5))).unwrap();
    assert_eq!(first(), None);
}
