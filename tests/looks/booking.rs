//! Booking in each of its states: free times fresh, old, none and not offered; what is asked for, and what came of it.

mod models;

use crate::{
    samples::*,
    scenes::{Named, Scene, drawn, today_page},
};
use cairn::{
    app::read::*,
    care::{
        Happened, Private, Refusal, Subject,
        booking::{CancelState, Keeping, NotOffered, PartOfDay, Sought, WishState},
    },
    ui::{navigation::Screen, screens::*},
};
use dioxus::prelude::*;
use models::*;

fn find(model: FreeTimes) -> Scene {
    let pile = [Screen::Journey, Screen::FindTime { kind: KIND, moving: None }];
    Scene::at(&pile, move || {
        rsx! {
            FindTimePage { model: model.clone(), on_again: |()| (), on_further: |()| (), on_choose: |_| () }
        }
    })
}

fn ask(model: FreeTimes, time: FreeTimeLine) -> Scene {
    ask_kept(model, time, Keeping::Not)
}

fn ask_kept(model: FreeTimes, time: FreeTimeLine, keeping: Keeping) -> Scene {
    let find = Screen::FindTime { kind: KIND, moving: None };
    let here = Screen::AskTime { kind: KIND, slots: time.slots.clone(), moving: None };
    Scene::at(&[Screen::Journey, find, here], move || {
        rsx! {
            AskTimePage { model: model.clone(), time: time.clone(), keeping, on_ask: |()| () }
        }
    })
}

fn answered(line: WishLine) -> Scene {
    told(line, false)
}

fn told(line: WishLine, unreadable: bool) -> Scene {
    page(line, unreadable, false)
}

fn page(line: WishLine, unreadable: bool, has_both: bool) -> Scene {
    let lost = matches!(line.state, WishState::Gone { .. } | WishState::Declined { .. });
    let nearest = days().into_iter().flat_map(|day| day.times).filter(|time| time.refused.is_none()).take(3);
    let model = WishView {
        line,
        unreadable,
        has_both,
        nearest: if lost { nearest.collect() } else { vec![] },
        as_of: Some(now()),
        fresh: true,
        call: clinic_numbers(),
    };
    Scene::at(&[Screen::Today, Screen::Wish(id("wish"))], move || {
        rsx! {
            WishPage { model: model.clone(), on_take_back: |()| (), on_answer: |_| (), on_send: |()| () }
        }
    })
}

fn on_visit(model: VisitBooking) -> Scene {
    Scene::at(&[Screen::Journey, Screen::Visit(id("g"))], move || {
        rsx! {
            VisitPage {
                model: model.visit.clone(),
                above: rsx! { VisitCancelling { model: model.clone(), on_send: |()| (), on_keep: |()| () } },
                VisitBookingPart { model: model.clone() }
            }
        }
    })
}

fn cancel(model: VisitBooking) -> Scene {
    let pile = [Screen::Journey, Screen::Visit(id("g")), Screen::CancelVisit(id("g"))];
    Scene::at(&pile, move || {
        rsx! {
            CancelVisitPage {
                model: model.clone(),
                on_reason: |_| (),
                on_settle: |()| (),
                on_cancel: |()| (),
            }
        }
    })
}

/// Free times in every state.
fn finding() -> Vec<Named> {
    let differs =
        |time: FreeTimeLine| FreeTimeLine { zone: chrono_tz::America::New_York, zone_differs: true, ..time };
    let elsewhere =
        days().into_iter().map(|day| FreeDay { times: day.times.into_iter().map(differs).collect(), ..day });
    let none = FreeTimes { days: vec![], of_kind: 0, ..free() };
    let prepared = Some(NotOffered::NeedsPreparation { needed: 1, certain: 0 });
    let blocked = days().into_iter().map(|day| FreeDay {
        times: day.times.into_iter().map(|time| FreeTimeLine { refused: prepared, ..time }).collect(),
        ..day
    });
    let old = FreeTimes { as_of: Some(local(1, 14, 2)), fresh: false, ..free() };
    let offline = Some(SyncTrouble::Offline);
    let part = Some(PartOfDay::Morning);
    let mut unfit = find(FreeTimes { sought: Sought { part, ..Sought::all(KIND) }, days: vec![], ..free() });
    unfit.draft.booking.part = part;
    let kinds = || {
        rsx! {
            BookKindPage { model: BookableKinds { door: Door::Open, kinds: vec![] } }
        }
    };
    vec![
        ("book-kind", Scene::at(&[Screen::Journey, Screen::Book], kinds)),
        ("book-find", find(free())),
        ("book-find-elsewhere", find(FreeTimes { days: elsewhere.collect(), ..free() })),
        ("book-find-moving", find(moving())),
        ("book-find-late", find(FreeTimes { notice: due_notice(true, true), ..moving() })),
        ("book-find-call", find(FreeTimes { notice: due_notice(true, false), ..moving() })),
        ("book-find-old", find(old.clone())),
        ("book-find-offline", find(FreeTimes { trouble: offline, ..old.clone() })),
        ("book-find-again", find(FreeTimes { asking: true, ..old })),
        ("book-find-looking", find(FreeTimes { as_of: None, fresh: false, asking: true, ..none.clone() })),
        (
            "book-find-unknown",
            find(FreeTimes { as_of: None, fresh: false, trouble: offline, ..none.clone() }),
        ),
        ("book-find-none", find(FreeTimes { unreadable: 2, ..none.clone() })),
        ("book-find-unfit", unfit),
        ("book-find-blocked", find(FreeTimes { days: blocked.collect(), ..free() })),
        ("book-find-not-granted", find(FreeTimes { door: Door::NotGranted, as_of: None, ..none })),
        ("book-find-practice", find(FreeTimes { door: Door::Practice, fresh: false, ..free() }).practising()),
    ]
}

/// Asking, and what came of it.
fn asking() -> Vec<Named> {
    let ten = || time(local(4, 10, 0), "Mara Lindqvist", None);
    let old = FreeTimes { as_of: Some(local(1, 14, 2)), fresh: false, ..free() };
    let why = Some(NotOffered::OutsideWindow { from: day(4), until: day(8) });
    let gone = || {
        rsx! {
            NoTimePage {}
        }
    };
    let said = || Some(Private::new("Mara is at a training that day. Friday is better for all of us."));
    let all = Bookings {
        open: vec![
            came_back(),
            wish(WishState::Asked(local(2, 18, 39)), true),
            on_list(WishState::Waiting(local(1, 9, 5))),
        ],
        ended: vec![wish(WishState::Gone { said: None }, false)],
    };
    let list = move || {
        rsx! {
            WishesPage { model: all.clone() }
        }
    };
    let none = || {
        rsx! {
            WishesPage { model: Bookings::default() }
        }
    };
    let start = local(4, 10, 0);
    let offered = WishState::Offered { start, end: Some(local(4, 10, 50)) };
    let confirmed = WishState::Confirmed { visit: id("new"), start };
    vec![
        ("book-ask", ask(free(), ten())),
        ("book-ask-moving", ask(moving(), ten())),
        ("book-ask-asking", ask_kept(free(), ten(), Keeping::Asking)),
        ("book-ask-kept", ask_kept(free(), ten(), Keeping::Kept(Some(local(2, 18, 52))))),
        ("book-ask-kept-moving", ask_kept(moving(), ten(), Keeping::Kept(None))),
        ("book-ask-kept-over", ask_kept(free(), ten(), Keeping::Over(local(2, 18, 30)))),
        ("book-ask-late", ask(FreeTimes { notice: due_notice(true, true), ..moving() }, ten())),
        ("book-ask-old", ask(old, ten())),
        ("book-ask-not-offered", ask(free(), FreeTimeLine { refused: why, ..ten() })),
        ("book-ask-gone", Scene::at(&[Screen::Journey, Screen::Book], gone)),
        ("book-ask-practice", ask(FreeTimes { door: Door::Practice, ..free() }, ten()).practising()),
        ("wish-here", answered(wish(WishState::OnThisPhone, true))),
        ("wish-held", answered(wish(WishState::Held(local(2, 18, 52)), true))),
        ("wish-asked", answered(wish(WishState::Asked(local(2, 18, 39)), false))),
        ("wish-moving", answered(wish(WishState::Asked(local(2, 18, 39)), true))),
        ("wish-confirmed", answered(wish(confirmed.clone(), true))),
        ("wish-both", page(wish(confirmed, true), false, true)),
        ("wish-declined", answered(wish(WishState::Declined { said: said() }, false))),
        ("wish-gone", answered(wish(WishState::Gone { said: None }, false))),
        ("wish-gone-moving", answered(wish(WishState::Gone { said: None }, true))),
        ("wish-unreadable", told(wish(WishState::Asked(local(2, 18, 39)), false), true)),
        ("wish-lapsed", answered(wish(WishState::Lapsed, false))),
        ("wish-taken-back", answered(wish(WishState::TakenBack { heard: false }, false))),
        ("wish-refused", answered(wish(WishState::NeedsAttention(Refusal::NotAllowed), true))),
        ("wish-came-back", answered(came_back())),
        ("wish-practice", answered(wish(WishState::StaysHere, false)).practising()),
        ("wish-waiting", answered(on_list(WishState::Waiting(local(1, 9, 5))))),
        ("wish-offered", answered(on_list(offered))),
        ("wish-accepted", answered(on_list(WishState::Accepted { start, sent: true }))),
        ("wishes", Scene::at(&[Screen::Journey, Screen::Wishes], list)),
        ("wishes-none", Scene::at(&[Screen::Journey, Screen::Wishes], none)),
    ]
}

/// Something asked for that came back from a copy.
fn came_back() -> WishLine {
    WishLine { can_take_back: true, ..wish(WishState::NeedsAttention(Refusal::CameBack), true) }
}

/// A cancellation that was set aside, with what the patient wrote: the visit stands.
fn set_aside(why: Refusal) -> VisitBooking {
    let model = cancelling(CancelState::NeedsAttention(why));
    let reason = Some(Private::new(CANARY));
    let cancelling = model.cancelling.map(|line| CancelLine { reason: reason.clone(), ..line });
    VisitBooking { cancelling, reason, can_change: true, ..model }
}

/// A visit that is to be changed, and news on Today.
fn changing() -> Vec<Named> {
    let under_way = VisitBooking {
        moving: Some(wish(WishState::Asked(local(2, 18, 39)), true)),
        ..booking(due_notice(false, true))
    };
    let late = booking(due_notice(true, true));
    let earlier = move |model: VisitBooking| {
        Scene::at(&[Screen::Journey, Screen::EarlierTime(id("g"))], move || {
            rsx! {
                EarlierTimePage { model: model.clone(), on_ask: |()| () }
            }
        })
    };
    let news = [
        ("n1", Happened::Confirmed, Subject::Wish),
        ("n2", Happened::Gone, Subject::Wish),
        ("n3", Happened::Offered, Subject::Wish),
        ("n4", Happened::NotCancelled, Subject::Visit),
        ("n5", Happened::Withdrawn, Subject::Wish),
        ("n6", Happened::Cancelled, Subject::Visit),
        ("n7", Happened::StandsAgain { at: local(4, 9, 30) }, Subject::Visit),
        ("n8", Happened::OfferLapsed, Subject::Wish),
    ];
    let told = move || {
        let notices =
            news.iter().map(|(name, happened, subject)| crate::samples::notice(name, *subject, *happened));
        today_page(Today { notices: notices.collect(), ..today() }, None)
    };
    let named = |name: &str, mut line: WishLine| {
        line.wish.id = id(name);
        line
    };
    let asked = || wish(WishState::Asked(local(2, 18, 39)), true);
    let offered = WishState::Offered { start: local(4, 10, 0), end: None };
    let wishes = WishesNow {
        yours: vec![
            named("offered", on_list(offered)),
            named("refused", wish(WishState::NeedsAttention(Refusal::NotAllowed), false)),
            named("went-by", wish(WishState::Lapsed, false)),
            named("unread", asked()),
        ],
        waiting: vec![named("asked", asked()), named("listed", on_list(WishState::Waiting(local(1, 9, 5))))],
        unreadable: vec![id("unread")],
    };
    let waits = move || today_page(Today { wishes: wishes.clone(), ..today() }, None);
    vec![
        ("visit-change", on_visit(booking(due_notice(false, true)))),
        ("visit-change-late", on_visit(late.clone())),
        ("visit-change-call", on_visit(booking(due_notice(true, false)))),
        ("visit-moving", on_visit(under_way)),
        ("visit-cancelling", on_visit(cancelling(CancelState::OnThisPhone))),
        ("visit-cancel-told", on_visit(cancelling(CancelState::Sent(local(2, 18, 39))))),
        ("visit-cancel-not-done", on_visit(cancelling(CancelState::NotDone))),
        ("visit-cancel-put-back", on_visit(cancelling(CancelState::PutBack))),
        ("visit-cancel-refused", on_visit(set_aside(Refusal::NotAllowed))),
        ("visit-cancel-came-back", on_visit(set_aside(Refusal::CameBack))),
        ("cancel-again", cancel(set_aside(Refusal::NotAllowed))),
        ("cancel", cancel(booking(due_notice(false, true)))),
        ("cancel-late", cancel(late)),
        ("cancel-call", cancel(booking(due_notice(true, false)))),
        ("earlier", earlier(booking(due_notice(false, true)))),
        ("today-booking", Scene::at(&[Screen::Today], told)),
        ("today-wishes", Scene::at(&[Screen::Today], waits)),
    ]
}

pub(crate) fn scenes() -> Vec<Named> {
    [finding(), asking(), changing()].concat()
}

#[test]
fn nothing_is_called_confirmed_but_what_the_clinic_confirmed() {
    let wishes = scenes().into_iter().map(|(name, _)| name).filter(|name| name.starts_with("wish-"));
    let is_called_so = |name: &&str| {
        let html = drawn(name);
        html.contains(">Confirmed<") || html.contains("They expect you")
    };
    assert_eq!(wishes.filter(is_called_so).collect::<Vec<_>>(), ["wish-confirmed", "wish-both"]);
    for name in ["wish-here", "wish-asked", "wish-moving"] {
        assert!(drawn(name).contains("not yours until they say yes"), "{name}");
    }
}

#[test]
fn old_times_are_never_shown_as_fresh() {
    for name in ["book-find-old", "book-find-offline", "book-find-again"] {
        let html = drawn(name);
        assert!(html.contains("These times are as of 2:02 pm yesterday"), "{name}");
        assert!(!html.contains("Free times as of"), "{name}");
    }
    assert!(drawn("book-find").contains("Free times as of 6:40 pm"), "the control");
    assert!(drawn("book-ask-old").contains("It may be taken by now."));
}

#[test]
fn a_time_that_is_not_offered_says_why_and_cannot_be_pressed() {
    let html = drawn("book-find");
    assert_eq!(html.matches("class=\"time\"").count(), 6);
    assert!(html.contains("3 times are not offered. See why"));
    assert!(html.contains("You have another visit then, at 11:00 am, Saturday, 5 December."));
    assert!(html.contains("between Friday, 4 December and Tuesday, 8 December"));
    let blocked = drawn("book-find-blocked");
    assert!(
        blocked.contains("A preparation meeting has to come first.")
            && blocked.contains("<details class=\"fold why\" open")
    );
    assert!(!blocked.contains("class=\"time\""));
    assert!(!drawn("book-ask-not-offered").contains(">Ask for this time</button>"));
}

#[test]
fn what_the_patient_has_is_kept_until_the_clinic_says_yes() {
    for name in ["book-find-moving", "book-ask-moving", "earlier"] {
        assert!(drawn(name).contains("You keep 11:00 am, Saturday, 5 December"), "{name}");
    }
    for name in ["wish-moving", "wish-gone-moving", "wish-here"] {
        assert!(drawn(name).contains("You still have 11:00 am, Saturday, 5 December."), "{name}");
    }
    assert!(!drawn("wish-confirmed").contains("You still have"));
    let both = drawn("wish-both");
    assert!(both.contains("You still have 11:00 am, Saturday, 5 December as well") && both.contains("tel:"));
    assert!(drawn("wish-gone").contains("The nearest free times"));
}

#[test]
fn the_clinics_number_and_notice_come_before_cancelling() {
    for name in ["cancel", "cancel-late"] {
        let html = drawn(name);
        let (number, verb) = (html.find("tel:").unwrap(), html.rfind(">Cancel this visit<").unwrap());
        assert!(number < verb && html.contains("wanted to know") == (name == "cancel-late"), "{name}");
    }
    let call = drawn("cancel-call");
    assert!(call.contains("It is too late to change this visit here.") && call.contains("tel:"));
    assert_eq!(call.matches(">Cancel this visit<").count(), 1, "the title alone");
    assert!(!drawn("visit-change-call").contains(">Find another time<"));
}

#[test]
fn what_came_back_from_a_copy_waits_for_the_patient_and_says_so() {
    let wish = drawn("wish-came-back");
    for said in ["Came back with your copy", ">Send it<", ">Take it back<", "You still have 11:00 am"] {
        assert!(wish.contains(said), "{said}");
    }
    assert!(!wish.contains("See all free times"), "one thing at a time");
    assert!(drawn("wishes").contains("Came back with your copy"));
    let visit = drawn("visit-cancel-came-back");
    for said in ["You wanted to cancel this visit", ">Send it<", ">Keep this visit<", CANARY] {
        assert!(visit.contains(said), "{said}");
    }
    assert!(!visit.contains(">Cancel this visit<"), "that is what is to be sent or not");
}

#[test]
fn a_cancellation_that_was_refused_can_be_tried_again_and_tells_whom_to_call() {
    let visit = drawn("visit-cancel-refused");
    for said in [
        "Your visit is not cancelled",
        "They still expect you.",
        ">Try to cancel again<",
        ">Keep this visit<",
        "tel:",
    ] {
        assert!(visit.contains(said), "{said}");
    }
    let again = drawn("cancel-again");
    assert!(again.contains(">Cancel this visit</button>") && again.contains(CANARY), "with what was written");
}

#[test]
fn how_a_cancellation_stands_comes_before_the_time_of_the_visit() {
    for name in ["visit-cancelling", "visit-cancel-refused", "visit-cancel-not-done", "visit-cancel-put-back"]
    {
        let html = drawn(name);
        let (note, when) = (html.find("class=\"note").unwrap(), html.find("id=\"when\"").unwrap());
        assert!(note < when, "{name}");
    }
}
