//! Instruments count what was asked and answered, against an independent rule over every set of answers.

use cairn::care::{
    Private,
    form::{
        AnswerOption, Answers, Choice, Coding, Control, Decimal, Form, Given, GivenAnswer, Item, ItemKind,
        Limits, Line, Orientation, Path, Step, Value, Worked,
    },
    instruments::{Band, Instrument, Outcome, is_withheld_total, outcome, outcomes},
};
use proptest::{prelude::*, sample::subsequence};
use std::thread;

pub const PHQ: [&str; 9] =
    ["44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8"];
pub const GAD: [&str; 7] = ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"];
pub(crate) const LIST: [&str; 4] = ["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"];
pub(crate) const LOINC: &str = "http://loinc.org";

pub(crate) fn coding(system: &str, code: &str) -> Coding {
    Coding { system: Some(system.into()), code: Some(code.into()), ..Coding::default() }
}

pub(crate) fn asks(link_id: &str, codes: Vec<Coding>) -> Item {
    Item {
        link_id: link_id.into(),
        kind: ItemKind::Choice(Choice::Closed),
        text: Some("how often".into()),
        prefix: None,
        codes,
        required: false,
        repeats: false,
        read_only: false,
        hidden: false,
        enable: None,
        options: Vec::new(),
        initial: Vec::new(),
        limits: Limits::default(),
        control: Control::default(),
        orientation: Orientation::default(),
        unit: None,
        units: Vec::new(),
        entry_format: None,
        variables: Vec::new(),
        calculated: None,
        constraints: Vec::new(),
        items: Vec::new(),
    }
}

pub(crate) fn form_of(items: Vec<Item>) -> Form {
    Form {
        url: None,
        version: None,
        name: None,
        title: None,
        codes: Vec::new(),
        language: None,
        copyright: None,
        variables: Vec::new(),
        constraints: Vec::new(),
        items,
    }
}

/// A form that asks these questions under link ids that say nothing.
pub(crate) fn form(questions: &[&str]) -> Form {
    let item = |(at, code): (usize, &&str)| asks(&format!("q{at}"), vec![coding(LOINC, code)]);
    form_of(questions.iter().enumerate().map(item).collect())
}

pub(crate) fn given(link_id: &str, values: Vec<Value>) -> Given {
    let answers = values.into_iter().map(|value| GivenAnswer { value, items: Vec::new() }).collect();
    Given { link_id: link_id.into(), answers, items: Vec::new() }
}

pub(crate) fn answered(code: &str) -> Vec<Value> {
    vec![Value::Coding(coding(LOINC, code))]
}

fn line(link_id: &str, enabled: bool) -> Line {
    Line {
        path: Path(vec![Step { link_id: link_id.into(), nth: 0 }]),
        enabled,
        shown: true,
        waits: false,
        calculated: false,
        problems: Vec::new(),
    }
}

/// The form as it stands when all of it is asked.
pub(crate) fn worked(form: &Form, items: Vec<Given>) -> Worked {
    let lines = form.items.iter().map(|item| line(&item.link_id, true)).collect();
    Worked { answers: Answers { items }, lines, problems: Vec::new() }
}

/// Every question answered: the digits of `number` to the base 4 are the answers, the first question the lowest digit.
fn all_answered(form: &Form, number: usize) -> Worked {
    let digit = |at: usize| number / 4_usize.pow(u32::try_from(at).unwrap()) % 4;
    let items = form.items.iter().enumerate();
    worked(form, items.map(|(at, item)| given(&item.link_id, answered(LIST[digit(at)]))).collect())
}

fn only(form: &Form, worked: &Worked) -> Outcome {
    let mut found = outcomes(form, worked);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

/// Counts on the digits alone, with the words by the paper's cut points: nothing of the app's own.
fn by_the_paper(number: usize, questions: usize, cuts: &[(usize, &'static str)]) -> (usize, &'static str) {
    let (mut left, mut sum) = (number, 0);
    for _ in 0..questions {
        sum += left & 3;
        left >>= 2;
    }
    (sum, cuts.iter().rev().find(|(from, _)| sum >= *from).unwrap().1)
}

/// With "" for a total that the source has no word for.
fn agrees_on_every_set(questions: &[&'static str], cuts: &'static [(usize, &'static str)]) {
    let sets = 4_usize.pow(u32::try_from(questions.len()).unwrap());
    let share = sets / 4;
    thread::scope(|scope| {
        for part in 0..4 {
            scope.spawn(move || {
                let form = form(questions);
                let mut worked = all_answered(&form, 0);
                for number in part * share..(part + 1) * share {
                    for (at, given) in worked.answers.items.iter_mut().enumerate() {
                        let Value::Coding(answer) = &mut given.answers[0].value else { panic!() };
                        let code = answer.code.as_mut().unwrap();
                        code.clear();
                        code.push_str(LIST[number >> (2 * at) & 3]);
                    }
                    let found = outcomes(&form, &worked);
                    let (total, word) = by_the_paper(number, questions.len(), cuts);
                    assert_eq!((found.len(), found[0].total.map(usize::from)), (1, Some(total)));
                    assert_eq!(found[0].band.map_or("", |band| band.words), word, "{total}");
                    let within = |band: Band| (band.from..=band.to).contains(&found[0].total.unwrap());
                    assert!(found[0].band.is_none_or(within));
                }
            });
        }
    });
}

#[test]
fn every_set_of_phq_9_answers_counts_as_the_paper_says() {
    let cuts = &[(0, "none"), (5, "mild"), (10, "moderate"), (15, "moderately severe"), (20, "severe")];
    agrees_on_every_set(&PHQ, cuts);
}

#[test]
fn every_set_of_gad_7_answers_counts_as_the_paper_says() {
    agrees_on_every_set(&GAD, &[(0, ""), (5, "mild"), (10, "moderate"), (15, "severe")]);
}

#[test]
fn partial_answers_have_no_total_and_no_band() {
    for (questions, instrument) in [(&PHQ[..], Instrument::Phq9), (&GAD[..], Instrument::Gad7)] {
        let form = form(questions);
        for pattern in 0..1_u32 << questions.len() {
            let is_there = |at: usize| pattern >> at & 1 == 1;
            let items = (0..questions.len()).filter(|at| is_there(*at));
            let worked = worked(&form, items.map(|at| given(&format!("q{at}"), answered(LIST[3]))).collect());
            let found = only(&form, &worked);
            let whole = pattern.count_ones() as usize == questions.len();
            assert_eq!((found.instrument, u32::from(found.answered)), (instrument, pattern.count_ones()));
            assert_eq!(usize::from(found.of), questions.len());
            assert_eq!((found.total.is_some(), found.band.is_some()), (whole, whole), "{pattern:b}");
        }
    }
}

#[test]
fn a_total_a_form_reckons_by_itself_is_withheld_until_every_question_is_answered() {
    let sum = asks("/44261-6", vec![coding(LOINC, "44261-6")]);
    let of_another = asks("sum", vec![coding(LOINC, "70274-6")]);
    let mut form = form(&PHQ);
    form.items.extend([sum.clone(), of_another.clone()]);
    let partial = worked(&form, vec![given(PHQ[0], answered("LA6571-9"))]);
    assert!(is_withheld_total(&sum, &form, &partial));
    let no_code = Item { codes: Vec::new(), ..sum.clone() };
    assert!(is_withheld_total(&no_code, &form, &partial));
    assert!(!is_withheld_total(&form.items[0], &form, &partial), "an answer is no total");
    assert!(!is_withheld_total(&of_another, &form, &partial), "its questions are not in the form");
    let whole = all_answered(&form, 4_usize.pow(9) - 1);
    assert!(!is_withheld_total(&sum, &form, &whole));
}

#[test]
fn the_second_question_of_the_gad_7_takes_both_codes_and_no_other_question_does() {
    for at in 0..GAD.len() {
        let form = form(&GAD);
        let mut all = all_answered(&form, 0);
        all.answers.items[at] = given(&format!("q{at}"), answered("LA18938-3"));
        assert_eq!(only(&form, &all).total, (at == 1).then_some(2), "{at}");
        all.answers.items[at] = given(&format!("q{at}"), answered("LA6570-1"));
        assert_eq!(only(&form, &all).total, Some(2), "{at}");
    }
}

#[test]
fn what_is_none_of_the_four_answers_counts_nothing() {
    let odd = [
        vec![Value::Coding(coding(LOINC, "LA6572-7"))],
        vec![Value::Coding(coding(LOINC, "la6570-1"))],
        vec![Value::Coding(coding("http://snomed.info/sct", "LA6570-1"))],
        vec![Value::Coding(Coding { code: Some("LA6570-1".into()), ..Coding::default() })],
        vec![Value::Coding(Coding { display: Some("Nearly every day".into()), ..Coding::default() })],
        vec![Value::Text(Private::new("Nearly every day"))],
        vec![Value::Integer(2)],
        vec![],
        [answered("LA6568-5"), answered("LA6568-5")].concat(),
    ];
    let form = form(&PHQ);
    for values in odd {
        let mut all = all_answered(&form, 0);
        all.answers.items[4] = given("q4", values);
        let found = only(&form, &all);
        assert_eq!((found.answered, found.total, found.band), (8, None, None));
    }
}

#[test]
fn weights_words_and_the_order_of_the_options_count_nothing() {
    let mut form = form(&GAD);
    for item in &mut form.items {
        item.options = LIST
            .iter()
            .rev()
            .map(|code| AnswerOption {
                value: Value::Coding(Coding { display: Some("upside down".into()), ..coding(LOINC, code) }),
                weight: Some(Decimal::from(9)),
                prefix: None,
                exclusive: false,
            })
            .collect();
    }
    assert_eq!(only(&form, &all_answered(&form, 0)).total, Some(0));
    assert_eq!(only(&form, &all_answered(&form, 4_usize.pow(7) - 1)).total, Some(21));
}

#[test]
fn a_question_not_asked_or_asked_twice_is_open() {
    let form = form(&PHQ);
    let mut disabled = all_answered(&form, 0);
    disabled.lines[2].enabled = false;
    let mut twice = all_answered(&form, 0);
    twice.lines.push(line("q2", true));
    let mut unknown = all_answered(&form, 0);
    unknown.lines.remove(2);
    for worked in [disabled, twice, unknown] {
        let found = only(&form, &worked);
        assert_eq!((found.answered, found.total), (8, None));
    }
    // Two items that ask the same, whichever of them is answered.
    let mut doubled = form.clone();
    doubled.items.push(asks("again", vec![coding(LOINC, PHQ[2])]));
    let mut all = all_answered(&form, 0);
    all.lines.push(line("again", true));
    assert_eq!(only(&doubled, &all).total, None);
}

#[test]
fn a_link_id_says_what_is_asked_only_where_no_code_does() {
    let named =
        |prefix: &str| form_of(GAD.iter().map(|code| asks(&format!("{prefix}{code}"), Vec::new())).collect());
    for form in [named(""), named("/"), named("/69737-5/")] {
        assert_eq!(only(&form, &all_answered(&form, 1)).total, Some(1));
    }
    let contradicted =
        form_of(GAD.iter().map(|code| asks(code, vec![coding("https://clinic.example", "own")])).collect());
    assert!(outcomes(&contradicted, &all_answered(&contradicted, 1)).is_empty());
    let swapped =
        form_of(GAD.iter().zip(PHQ).map(|(id, code)| asks(id, vec![coding(LOINC, code)])).collect());
    let found = outcomes(&swapped, &all_answered(&swapped, 0));
    assert!(found.iter().all(|one| one.instrument != Instrument::Gad7), "the code is believed: {found:?}");
}

#[test]
fn a_form_reports_the_largest_instruments_in_it() {
    let names = |questions: &[&str]| -> Vec<_> {
        let form = form(questions);
        outcomes(&form, &all_answered(&form, 0)).iter().map(|one| one.instrument.name()).collect()
    };
    assert_eq!(names(&PHQ), ["PHQ-9"]);
    assert_eq!(names(&PHQ[..8]), ["PHQ-8"]);
    assert_eq!(names(&PHQ[..2]), ["PHQ-2"]);
    assert_eq!(names(&GAD[..2]), ["GAD-2"]);
    assert_eq!(names(&[&GAD[..2], &PHQ[..2]].concat()), ["PHQ-4"]);
    assert_eq!(names(&[&PHQ[..], &GAD[..]].concat()), ["PHQ-9", "GAD-7"]);
    assert_eq!(names(&[&PHQ[..], &GAD[..2]].concat()), ["PHQ-9", "PHQ-4"]);
    assert!(names(&PHQ[..1]).is_empty());
}

#[test]
fn the_smaller_ones_answer_when_asked_for() {
    let form = form(&PHQ);
    // 3, 2, 1, 0, 0, 0, 0, 0 and no ninth.
    let mut worked = all_answered(&form, 0b01_10_11);
    worked.answers.items.pop();
    assert_eq!(only(&form, &worked).total, None, "eight of nine are no PHQ-9");
    let of = |instrument| outcome(instrument, &form, &worked).map(|found| (found.total, found.band));
    assert_eq!(of(Instrument::Phq2), Some((Some(5), None)), "nothing that frightens");
    assert_eq!(of(Instrument::Phq8).unwrap().0, Some(6));
    assert_eq!(of(Instrument::Gad2), None);
}

#[test]
fn bands_lie_side_by_side_from_the_lowest_total_to_the_highest() {
    for instrument in Instrument::ALL {
        let questions: Vec<_> = match instrument {
            Instrument::Phq9 => PHQ.to_vec(),
            Instrument::Phq8 => PHQ[..8].to_vec(),
            Instrument::Phq4 => [&PHQ[..2], &GAD[..2]].concat(),
            Instrument::Phq2 => PHQ[..2].to_vec(),
            Instrument::Gad7 => GAD.to_vec(),
            Instrument::Gad2 => GAD[..2].to_vec(),
        };
        let form = form(&questions);
        let mut seen = Vec::new();
        for total in 0..=usize::from(instrument.most()) {
            // The total as so many threes and a rest.
            let number = (0..questions.len())
                .fold(0, |number, at| number | total.saturating_sub(3 * at).min(3) << (2 * at));
            let found = outcome(instrument, &form, &all_answered(&form, number)).unwrap();
            assert_eq!(found.total.map(usize::from), Some(total));
            if let Some(band) = found.band.filter(|band| seen.last() != Some(band)) {
                seen.push(band);
            }
        }
        assert!(seen.windows(2).all(|pair| pair[0].to + 1 == pair[1].from), "{seen:?}");
        let source = match instrument {
            Instrument::Phq9 => Some("LOINC"),
            Instrument::Gad7 => Some("Spitzer 2006"),
            Instrument::Phq4 => Some("NINDS"),
            Instrument::Phq8 | Instrument::Phq2 | Instrument::Gad2 => None,
        };
        assert_eq!(seen.last().map(|band| band.source), source);
        assert!(seen.iter().all(|band| Some(band.source) == source));
        assert!(seen.last().is_none_or(|band| band.to == instrument.most()));
        assert_eq!(Instrument::named(instrument.name()), Some(instrument));
    }
}

proptest! {
    #[test]
    fn the_order_of_questions_and_answers_counts_nothing(
        number in 0..4_usize.pow(9),
        order in Just((0..9).collect::<Vec<usize>>()).prop_shuffle(),
        other in Just((0..9).collect::<Vec<usize>>()).prop_shuffle(),
        left_out in subsequence((0..9).collect::<Vec<usize>>(), 0..3),
    ) {
        let plain = form(&PHQ);
        let mut all = all_answered(&plain, number);
        all.answers.items.retain(|given| !left_out.iter().any(|at| given.link_id == format!("q{at}")));
        let mixed = form_of(order.iter().map(|at| plain.items[*at].clone()).collect());
        let mut shuffled = worked(&mixed, all.answers.items.clone());
        shuffled.answers.items.sort_by_key(|given| {
            let at: usize = given.link_id[1..].parse().unwrap();
            other[at]
        });
        prop_assert_eq!(outcomes(&plain, &all), outcomes(&mixed, &shuffled));
    }
}
