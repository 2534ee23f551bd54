//! Forms at many moments: every kind of field, what is wrong, the review, thanks, and the list.

use crate::{
    forms_given::*,
    samples::*,
    scenes::{Named, Scene},
};
use cairn::{
    app::read::*,
    care::{
        form::{Severity, *},
        instruments::{Band, Instrument, Outcome},
        *,
    },
    ui::{navigation::Screen, screens::*},
};
use dioxus::prelude::*;
use std::collections::BTreeSet;

const TITLE: &str = "How you are doing";
const STEM: &str =
    "Over the last 2 weeks, how often have you been bothered by any of the following problems?";
const OWNER: &str = "Copyright © Cedar House. Ask us before you use these questions elsewhere.";

fn intro() -> FormIntro {
    FormIntro {
        title: Some(TITLE.into()),
        copyright: Some(OWNER.into()),
        language: Some("en".into()),
        questions: 9,
        varies: false,
        asks_about_harm: true,
        practice: false,
    }
}

fn view(pages: Vec<FormPage>, step: usize) -> FormView {
    FormView {
        id: id("form-1"),
        intro: intro(),
        pages,
        problems: vec![],
        step,
        until: local(9, 18, 40),
        harm: BTreeSet::new(),
    }
}

const OFTEN: [&str; 4] = ["Not at all", "Several days", "More than half the days", "Nearly every day"];

fn often(link_id: &str, text: &str, answer: Option<&str>) -> FormPage {
    let item = Item {
        prefix: Some(format!("{link_id}.")),
        options: options(&OFTEN),
        ..item(link_id, ItemKind::Choice(Choice::Closed), text)
    };
    page(&[STEM], vec![asked(item, answer.map(|words| Value::Coding(coding(words))).into_iter().collect())])
}

fn questions() -> Vec<FormPage> {
    vec![
        often("1", "Little interest or pleasure in doing things", Some("Several days")),
        often("2", "Feeling down, depressed, or hopeless", None),
        often("3", "Trouble falling or staying asleep, or sleeping too much", Some("Not at all")),
    ]
}

/// A choice of every look.
fn choosing() -> Vec<Asked> {
    let closed = ItemKind::Choice(Choice::Closed);
    let several = Item {
        repeats: true,
        options: options(&["Rest", "Music", "A walk", "A friend"]),
        ..item("many", closed, "What helps you calm down?")
    };
    let across = Item {
        orientation: Orientation::Horizontal,
        options: options(&["Never", "Now and then", "Often"]),
        ..item("across", closed, "How often do you meditate?")
    };
    let folded = Item {
        control: Control::DropDown,
        options: options(&["Bus", "Car", "On foot"]),
        ..item("folded", closed, "How do you get to us?")
    };
    let open = Item {
        options: options(&["At home", "At a friend’s"]),
        ..item("open", ItemKind::Choice(Choice::Open), "Where will you rest?")
    };
    let yes = Value::Boolean(true);
    vec![
        asked(item("yes", ItemKind::Boolean, "Have you slept well?"), vec![yes]),
        asked(several, ["Music", "A walk"].map(|words| Value::Coding(coding(words))).to_vec()),
        asked(across, vec![]),
        asked(folded, vec![Value::Coding(coding("Bus"))]),
        asked(open, vec![Value::Text(Private::new("In the garden"))]),
    ]
}

/// Everything that is written.
fn writing() -> Vec<Asked> {
    let kilos = Coding { display: Some("kg".into()), code: Some("kg".into()), ..Coding::default() };
    let pounds = Coding { display: Some("lb".into()), code: Some("[lb_av]".into()), ..Coding::default() };
    let unit =
        Item { unit: Some(coding("hours")), ..item("hours", ItemKind::Decimal, "How long did you sleep?") };
    let weight =
        Item { units: vec![kilos, pounds], ..item("weight", ItemKind::Quantity, "How much do you weigh?") };
    let names = Item { repeats: true, ..item("names", ItemKind::String, "Who may we call?") };
    let needed = Item {
        required: true,
        entry_format: Some("Cups of 200 ml".into()),
        ..item("cups", ItemKind::Integer, "How much coffee do you drink in a day?")
    };
    let day = chrono::NaiveDate::from_ymd_opt(1987, 2, 4).unwrap();
    vec![
        asked(
            item("words", ItemKind::Text, "What is on your mind?"),
            vec![Value::Text(Private::new(CANARY))],
        ),
        asked(needed, vec![Value::Integer(2)]),
        asked(unit, vec!["7.5".parse().map(Value::Decimal).unwrap()]),
        asked(weight, vec![]),
        asked(names, vec![Value::Text(Private::new("Kim")), Value::Text(Private::new("Nora"))]),
        asked(item("born", ItemKind::Date, "When were you born?"), vec![Value::Date(PartialDate::Day(day))]),
        asked(item("last", ItemKind::DateTime, "When did you last eat?"), vec![]),
        asked(item("bed", ItemKind::Time, "When do you go to bed?"), vec![]),
        asked(item("web", ItemKind::Url, "Is there a page you want us to read?"), vec![]),
    ]
}

/// What is moved, chosen from the phone, or only shown.
fn showing() -> Vec<Asked> {
    let slider = |link_id: &str, values| {
        let limits = Limits { max: Some(Value::Integer(10)), ..Limits::default() };
        let item = Item {
            control: Control::Slider,
            limits,
            ..item(link_id, ItemKind::Integer, "How calm are you?")
        };
        let ends = (Some("Not calm at all".to_owned()), Some("As calm as can be".to_owned()));
        Asked { ends, help: vec!["Think of this moment.".into()], ..asked(item, values) }
    };
    let file = Attachment {
        title: Some("sleep diary.pdf".into()),
        size: Some(120_000),
        content_type: Some("application/pdf".into()),
        ..Attachment::default()
    };
    let sum = Item {
        calculated: Some(Expression("1 + 1".into())),
        ..item("sum", ItemKind::Integer, "Sum of the first two questions")
    };
    let known = Item { read_only: true, ..item("known", ItemKind::String, "Your clinician") };
    vec![
        slider("calm", vec![]),
        slider("calm-now", vec![Value::Integer(7)]),
        asked(item("file", ItemKind::Attachment, "Your sleep diary"), vec![Value::Attachment(file)]),
        asked(item("photo", ItemKind::Attachment, "A photo of your medicine box"), vec![]),
        asked(sum, vec![Value::Integer(4)]),
        asked(known, vec![]),
    ]
}

/// Everything one can get wrong at once.
fn wrong() -> Vec<Asked> {
    let with = |asked: Asked, problem| Asked { problems: vec![problem], ..asked };
    let [one, cups, .., web] = <[Asked; 9]>::try_from(writing()).unwrap();
    let rule = Constraint {
        key: "order".into(),
        severity: Severity::Error,
        human: "You wake up before you fall asleep. Check both times.".into(),
        expression: Expression("true".into()),
    };
    vec![
        with(
            often("1", "Little interest or pleasure in doing things", None)
                .questions()
                .next()
                .unwrap()
                .clone(),
            Problem::Missing,
        ),
        with(cups, Problem::TooLarge(Value::Integer(1))),
        with(one, Problem::TooLong(20)),
        with(web, Problem::Broken(rule)),
    ]
}

fn repeated() -> FormPage {
    let group = |nth: usize| {
        let path = Path(vec![Step { link_id: "medicine".into(), nth: nth - 1 }]);
        let text = Some("Medicine".to_owned());
        Part::Group(GroupHead { path, text, nth: Some(nth), fewer: true, problems: vec![] })
    };
    let question = |nth: usize, name: &str| {
        let own = item("medicine-name", ItemKind::String, "What is it called?");
        let path = Path(vec![Step { link_id: "medicine".into(), nth }]).below("medicine-name", 0);
        let values = vec![Value::Text(Private::new(name))];
        Part::Question(Box::new(Asked { path, ..asked(own, values) }))
    };
    FormPage {
        heading: vec!["What you take".into()],
        parts: vec![group(1), question(0, "Sertraline"), group(2), question(1, "Cetirizine")],
        more: vec![(at("medicine"), Some("Medicine".into()))],
    }
}

fn finished(scores: Vec<Outcome>, delivery: Delivery) -> FinishedForm {
    FinishedForm {
        id: id("form-1"),
        title: Some("PHQ-9".into()),
        copyright: Some(OWNER.into()),
        at: local(2, 18, 39),
        pages: questions(),
        scores,
        delivery,
        undo_until: None,
    }
}

fn complete() -> Outcome {
    let band = Some(Band { from: 10, to: 14, words: "moderate", source: "LOINC" });
    Outcome { instrument: Instrument::Phq9, answered: 9, of: 9, total: Some(12), band }
}

fn list() -> Forms {
    let open = |name: &str, title: &str| OpenForm {
        id: id(name),
        name: name.into(),
        due: None,
        title: Some(title.into()),
        started_at: local(1, 9, 0),
        until: local(8, 9, 0),
    };
    let line = |name: &str, totals, delivery| FinishedLine {
        id: id(name),
        title: Some("PHQ-9".into()),
        at: local(2, 14, 2),
        totals,
        delivery,
    };
    let total = Total { instrument: Instrument::Phq9, total: 12 };
    let due = AskedLine {
        what: AskedFor::Form { name: "PHQ-9".into(), title: Some("PHQ-9".into()) },
        key: "visit.check-in:week-two/form:PHQ-9".into(),
        keys: vec![],
        optional: false,
        until: local(4, 0, 0).with_timezone(&zone()).naive_local(),
        elsewhere: None,
    };
    Forms {
        due: vec![due],
        open: vec![open("gad-7", "GAD-7")],
        finished: vec![
            line("a", vec![total], Delivery::Sent(local(2, 14, 3))),
            line("b", vec![], Delivery::OnThisPhone),
        ],
        given_up: vec![open("sleep", "Sleep diary")],
    }
}

fn shown(view: FormView, kept: Option<Kept>, strict: u32) -> Scene {
    let screen = Screen::Form { name: "PHQ-9".into(), due: None };
    Scene::at(&[Screen::Today, screen], move || {
        rsx! {
            FormStepPage {
                model: view.clone(),
                kept,
                strict,
                unread: BTreeSet::new(),
                on_answer: |_| (),
                on_settle: |()| (),
                on_add: |_| (),
                on_remove: |_| (),
                on_next: |_: usize| (),
                on_turn: |_| (),
                on_stop: |()| (),
            }
        }
    })
}

fn at_form(page: impl Fn() -> Element + 'static) -> Scene {
    Scene::at(&[Screen::Today, Screen::Form { name: "PHQ-9".into(), due: None }], page)
}

fn around() -> Vec<Named> {
    let intro_page = |model: FormIntro| {
        at_form(
            move || rsx! { FormIntroPage { model: model.clone(), help: help(model.practice), on_begin: |()| () } },
        )
    };
    let review = |strict| {
        at_form(move || {
            let mut model = view(questions(), 3);
            if strict {
                model.pages.push(page(&[], wrong()));
            }
            rsx! {
                FormReviewPage { model, kept: Some(Kept::Saved), strict, on_turn: |_| (), on_send: |()| (), on_stop: |()| () }
            }
        })
    };
    let thanks = |scores: Vec<Outcome>, delivery, thanks| {
        at_form(move || {
            rsx! { FinishedFormPage { model: finished(scores.clone(), delivery), safety: None, thanks, on_dismiss: |()| () } }
        })
    };
    let partial = Outcome { answered: 8, total: None, band: None, ..complete() };
    let refused = || {
        let numbers = clinic_numbers();
        rsx! { RefusedFormPage { model: RefusedForm { title: Some(TITLE.into()), numbers } } }
    };
    let forms = |model: Forms| {
        Scene::at(&[Screen::More, Screen::Forms], move || rsx! { FormsPage { model: model.clone() } })
    };
    let none = Forms { due: vec![], open: vec![], finished: vec![], given_up: vec![] };
    vec![
        ("form-intro", intro_page(intro())),
        (
            "form-intro-about",
            intro_page(FormIntro {
                varies: true,
                asks_about_harm: false,
                language: Some("de".into()),
                ..intro()
            }),
        ),
        ("form-review", review(false)),
        ("form-review-wrong", review(true)),
        ("form-thanks", thanks(vec![complete()], Delivery::OnThisPhone, true)),
        ("form-thanks-partial", thanks(vec![partial], Delivery::OnThisPhone, true)),
        ("form-finished", thanks(vec![complete()], Delivery::Sent(local(2, 18, 41)), false)),
        ("form-refused", at_form(refused)),
        ("form-unknown", at_form(|| rsx! { UnknownFormPage {} })),
        ("forms", forms(list())),
        ("forms-none", forms(none)),
    ]
}

pub(crate) fn scenes() -> Vec<Named> {
    let mut varying = view(questions(), 1);
    varying.intro.varies = true;
    let one = |parts: Vec<Asked>| view(vec![page(&["A little more about you"], parts)], 0);
    let pages = vec![
        ("form-question", shown(view(questions(), 0), Some(Kept::Saved), 0)),
        ("form-question-about", shown(varying, Some(Kept::Saving), 0)),
        ("form-question-open", shown(view(questions(), 1), Some(Kept::NotSaved), 0)),
        ("form-choosing", shown(one(choosing()), None, 0)),
        ("form-writing", shown(one(writing()), None, 0)),
        ("form-showing", shown(one(showing()), None, 0)),
        ("form-wrong", shown(one(wrong()), Some(Kept::Saved), 1)),
        ("form-repeated", shown(view(vec![repeated()], 0), Some(Kept::Saved), 0)),
    ];
    [pages, around()].concat()
}
