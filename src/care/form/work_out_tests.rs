//! What is wrong with an answer, what an expression changes, and that all of it ends.

use super::super::given::*;
use super::super::*;
use proptest::prelude::*;

fn whole(number: i32) -> Value {
    Value::Integer(number)
}

fn expression(text: &str) -> Expression {
    Expression(text.to_owned())
}

fn problems(item: Item, values: Vec<Value>) -> Vec<Problem> {
    let way = path(&[(&item.link_id, 0)]);
    let mut answers = Answers::default();
    answers.set(&way, values);
    work(&form(vec![item]), &answers).lines[0].problems.clone()
}

#[test]
fn each_rule_of_an_answer() {
    let limited = |kind, limits| Item { limits, ..item("q", kind) };
    let number = |text: &str| Value::Decimal(text.parse().unwrap());
    let options = |kind, exclusive| Item {
        repeats: true,
        options: ["a", "b"]
            .map(|word| AnswerOption {
                value: text(word),
                weight: None,
                prefix: None,
                exclusive: exclusive && word == "b",
            })
            .into(),
        ..item("q", kind)
    };
    let (closed, open) = (ItemKind::Choice(Choice::Closed), ItemKind::Choice(Choice::Open));
    let required = Item { required: true, ..question("q") };
    let file = |kind: &str, size| {
        Value::Attachment(Attachment {
            content_type: Some(kind.into()),
            size: Some(size),
            ..Attachment::default()
        })
    };
    let files = Limits {
        max_size: Some(9),
        mime_types: vec!["image/*".into(), "application/pdf".into()],
        ..Limits::default()
    };
    let bounds = Limits { min: Some(whole(0)), max: Some(whole(10)), ..Limits::default() };
    let lengths = Limits { min_length: Some(2), max_length: Some(3), ..Limits::default() };
    let places = Limits { max_decimal_places: Some(1), ..Limits::default() };
    let several = Item {
        repeats: true,
        limits: Limits { min_occurs: Some(2), max_occurs: Some(2), ..Limits::default() },
        ..question("q")
    };
    let cases = vec![
        (required.clone(), vec![], vec![Problem::Missing]),
        (required.clone(), vec![whole(0)], vec![]),
        (Item { required: true, ..item("q", ItemKind::Text) }, vec![text(" ")], vec![Problem::Missing]),
        (Item { hidden: true, ..required.clone() }, vec![], vec![]),
        (Item { read_only: true, ..required.clone() }, vec![], vec![]),
        (Item { calculated: Some(expression("?")), ..required }, vec![], vec![Problem::NotWorkedOut]),
        (question("q"), vec![whole(1), whole(2)], vec![Problem::TooMany(1)]),
        (question("q"), vec![text("1")], vec![Problem::NotAnAnswer]),
        (several.clone(), vec![], vec![Problem::TooFew(2)]),
        (several.clone(), vec![whole(1)], vec![Problem::TooFew(2)]),
        (several.clone(), vec![whole(1), whole(2)], vec![]),
        (several, vec![whole(1), whole(2), whole(3)], vec![Problem::TooMany(2)]),
        (limited(ItemKind::Integer, bounds.clone()), vec![whole(-1)], vec![Problem::TooSmall(whole(0))]),
        (limited(ItemKind::Integer, bounds.clone()), vec![whole(10)], vec![]),
        (limited(ItemKind::Decimal, bounds), vec![number("10.1")], vec![Problem::TooLarge(whole(10))]),
        (limited(ItemKind::String, lengths.clone()), vec![text("é")], vec![Problem::TooShort(2)]),
        (limited(ItemKind::String, lengths.clone()), vec![text("ééé")], vec![]),
        (limited(ItemKind::String, lengths), vec![text("éééé")], vec![Problem::TooLong(3)]),
        (limited(ItemKind::Decimal, places), vec![number("1.25")], vec![Problem::TooManyDecimals(1)]),
        (limited(ItemKind::Attachment, files.clone()), vec![file("image/png", 9)], vec![]),
        (limited(ItemKind::Attachment, files.clone()), vec![file("image/png", 10)], vec![Problem::TooBig(9)]),
        (limited(ItemKind::Attachment, files), vec![file("text/html", 1)], vec![Problem::WrongMimeType]),
        (options(closed, false), vec![text("a"), text("b")], vec![]),
        (options(closed, false), vec![text("c")], vec![Problem::NotAnAnswer]),
        (options(open, false), vec![text("c")], vec![]),
        (options(closed, true), vec![text("b")], vec![]),
        (options(closed, true), vec![text("a"), text("b")], vec![Problem::NotAlone]),
    ];
    for (place, (item, values, wanted)) in cases.into_iter().enumerate() {
        assert_eq!(problems(item, values), wanted, "case {place}");
    }
}

#[test]
fn a_group_that_may_be_left_out_asks_for_nothing_until_it_is_begun() {
    let needed = Item { required: true, ..question("needed") };
    let form = form(vec![times(group("g", vec![needed, question("other")]))]);
    assert!(work(&form, &Answers::default()).can_be_sent());
    let mut begun = Answers::default();
    begun.set(&path(&[("g", 0), ("other", 0)]), vec![whole(1)]);
    assert!(!work(&form, &begun).can_be_sent());
    let once = super::super::given::form(vec![Item { repeats: false, ..form.items[0].clone() }]);
    assert!(!work(&once, &Answers::default()).can_be_sent());
}

#[test]
fn a_group_is_there_as_often_as_it_must_be_and_no_more() {
    let limits = Limits { min_occurs: Some(2), max_occurs: Some(2), ..Limits::default() };
    let form = form(vec![Item { required: true, limits, ..times(group("g", vec![question("a")])) }]);
    let mut answers = start(&form);
    assert_eq!(answers.times(&path(&[("g", 0)])), 2);
    assert_eq!(work(&form, &answers).lines[0].problems, [Problem::Missing]);
    answers.set(&path(&[("g", 0), ("a", 0)]), vec![whole(1)]);
    assert_eq!(work(&form, &answers).lines[0].problems, [Problem::TooFew(2)]);
    answers.set(&path(&[("g", 1), ("a", 0)]), vec![whole(1)]);
    assert!(work(&form, &answers).can_be_sent());
    answers.add(&form, &path(&[("g", 0)]));
    assert_eq!(work(&form, &answers).lines[0].problems, [Problem::TooMany(2)]);
}

#[test]
fn what_lies_below_a_question_waits_for_its_answer() {
    let why = Item { required: true, initial: vec![text("so")], ..item("why", ItemKind::Text) };
    let form = form(vec![Item { items: vec![item("help", ItemKind::Display), why], ..question("q") }]);
    let mut answers = start(&form);
    let worked = work(&form, &answers);
    assert_eq!(worked.lines.iter().map(|line| line.waits).collect::<Vec<_>>(), [false, false, true]);
    assert!(worked.can_be_sent() && worked.answers.only_enabled(&worked).items.is_empty());
    answers.set(&path(&[("q", 0)]), vec![whole(1)]);
    let worked = work(&form, &answers);
    assert_eq!(worked.answers.only_enabled(&worked), answers);
    assert_eq!(answers.values(&path(&[("q", 0), ("why", 0)])).next(), Some(&text("so")));
}

/// One more than the number answered at `name`.
fn one_more(answers: &Answers, name: &str) -> Vec<Value> {
    match answers.values(&path(&[(name, 0)])).next() {
        Some(Value::Integer(number)) => vec![whole(number.saturating_add(1))],
        _ => Vec::new(),
    }
}

#[test]
fn calculates_from_what_is_asked_and_anew_each_time() {
    let reckon = |link_id: &str, from: &str| Item { calculated: Some(expression(from)), ..question(link_id) };
    let mut b = reckon("b", "a");
    b.enable = Some(when(Behavior::All, &[("off", Operator::NotEqual, whole(1))]));
    let form = form(vec![reckon("c", "b"), question("off"), question("a"), b, reckon("circle", "circle")]);
    let says = Says(|answers: &Answers, _: &Path, from: &str| Ok(one_more(answers, from)));
    let mut answers = Answers::default();
    answers.set(&path(&[("a", 0)]), vec![whole(5)]);
    answers.set(&path(&[("c", 0)]), vec![whole(99)]);
    answers.set(&path(&[("circle", 0)]), vec![whole(1)]);
    let read = |worked: &Worked, name| worked.answers.values(&path(&[(name, 0)])).next().cloned();
    let worked = work_out(&form, &answers, &says);
    assert_eq!((read(&worked, "b"), read(&worked, "c")), (Some(whole(6)), Some(whole(7))));
    assert_eq!(read(&worked, "circle"), None);
    assert_eq!(work_out(&form, &worked.answers, &says), worked);
    answers.set(&path(&[("off", 0)]), vec![whole(1)]);
    let worked = work_out(&form, &answers, &says);
    assert_eq!((read(&worked, "b"), read(&worked, "c")), (None, None));
}

#[test]
fn what_never_settles_stays_empty_or_is_asked() {
    // The first counts up for ever, the second is asked while the first has an even number.
    let count = Item { calculated: Some(expression("count")), ..question("count") };
    let enable =
        Enable { behavior: Behavior::All, conditions: Vec::new(), expression: Some(expression("even")) };
    let form = form(vec![count, Item { enable: Some(enable), ..question("q") }]);
    let says = Says(|answers: &Answers, _: &Path, what: &str| {
        let number = match answers.values(&path(&[("count", 0)])).next() {
            Some(Value::Integer(number)) => *number,
            _ => 0,
        };
        Ok(vec![if what == "even" { Value::Boolean(number % 2 == 0) } else { whole(number + 1) }])
    });
    let worked = work_out(&form, &Answers::default(), &says);
    assert_eq!(asked(&worked), ["count", "q"]);
    assert_eq!(worked.answers, Answers::default());
    assert_eq!(worked.lines[0].problems, [Problem::NotWorkedOut]);
    assert_eq!(worked, work_out(&form, &worked.answers, &says));
}

#[test]
fn an_expression_that_fails_withholds_no_question() {
    let enable =
        Enable { behavior: Behavior::All, conditions: Vec::new(), expression: Some(expression("?")) };
    let form = form(vec![Item { enable: Some(enable), ..question("q") }]);
    let worked = work(&form, &Answers::default());
    assert_eq!((asked(&worked), &worked.lines[0].problems), (vec!["q"], &vec![Problem::NotWorkedOut]));
    assert!(worked.can_be_sent());
}

#[test]
fn an_authors_rule_holds_back_only_as_an_error_and_only_when_it_is_broken() {
    let rule = |severity, says: &str| Constraint {
        key: "k".into(),
        severity,
        human: "No.".into(),
        expression: Expression(says.into()),
    };
    let says = Says(|_: &Answers, _: &Path, what: &str| match what {
        "broken" => Ok(vec![Value::Boolean(false)]),
        "kept" => Ok(vec![Value::Boolean(true)]),
        "unknown" => Ok(Vec::new()),
        _ => Err(Failed),
    });
    for (severity, what, wrong, sent) in [
        (Severity::Error, "broken", true, false),
        (Severity::Warning, "broken", true, true),
        (Severity::Error, "kept", false, true),
        (Severity::Error, "unknown", false, true),
        (Severity::Error, "failing", true, true),
    ] {
        let rule = rule(severity, what);
        let on_item = form(vec![Item { constraints: vec![rule.clone()], ..question("q") }]);
        let on_form = Form { constraints: vec![rule], ..form(vec![question("q")]) };
        let (item, whole_form) =
            (work_out(&on_item, &Answers::default(), &says), work_out(&on_form, &Answers::default(), &says));
        assert_eq!((!item.lines[0].problems.is_empty(), item.can_be_sent()), (wrong, sent), "{what}");
        assert_eq!((!whole_form.problems.is_empty(), whole_form.can_be_sent()), (wrong, sent), "{what}");
    }
}

#[test]
fn begins_with_what_its_author_put_there_and_no_more_than_can_be() {
    let begun = Item { initial: vec![whole(1), whole(2)], ..question("a") };
    let huge = |items| Item {
        limits: Limits { min_occurs: Some(u32::MAX), ..Limits::default() },
        ..times(group("huge", items))
    };
    let form = form(vec![
        begun.clone(),
        Item { link_id: "b".into(), repeats: true, ..begun.clone() },
        group("g", vec![Item { link_id: "c".into(), ..begun }]),
        huge(vec![huge(vec![huge(vec![question("d")])])]),
    ]);
    let answers = start(&form);
    let read = |way: &[(&str, usize)]| answers.values(&path(way)).cloned().collect::<Vec<_>>();
    assert_eq!(read(&[("a", 0)]), [whole(1)]);
    assert_eq!(read(&[("b", 0)]), [whole(1), whole(2)]);
    assert_eq!(read(&[("g", 0), ("c", 0)]), [whole(1)]);
    assert!(answers.times(&path(&[("huge", 0)])) <= 20);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Whatever expressions say, it ends, says the same again, and sends nothing of what is not asked.
    #[test]
    fn ends_with_expressions_that_say_anything(
        from in prop::collection::vec((0..8_usize, 0..4_u8), 8),
        answered in prop::collection::vec(prop::option::of(0..5_i32), 8),
    ) {
        let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
        let items = names.iter().zip(&from).map(|(name, (other, what))| {
            let mut item = question(name);
            match what {
                0 => item.calculated = Some(expression(names[*other])),
                1 => item.enable = Some(Enable { behavior: Behavior::All, conditions: vec![], expression: Some(expression(names[*other])) }),
                2 => item.enable = Some(when(Behavior::Any, &[(names[*other], Operator::NotEqual, whole(1))])),
                _ => {}
            }
            item
        });
        let form = form(items.collect());
        let says = Says(|answers: &Answers, way: &Path, name: &str| {
            let calculated = form.item(way.link_id().unwrap()).unwrap().calculated.is_some();
            let number = one_more(answers, name);
            Ok(if calculated { number } else { vec![Value::Boolean(number != [whole(2)])] })
        });
        let mut answers = Answers::default();
        for (name, number) in names.iter().zip(&answered) {
            answers.set(&path(&[(name, 0)]), number.map(whole).into_iter().collect());
        }
        let worked = work_out(&form, &answers, &says);
        prop_assert_eq!(&work_out(&form, &answers, &says), &worked);
        prop_assert_eq!(&work_out(&form, &worked.answers, &says), &worked);
        let sent = worked.answers.only_enabled(&worked);
        for line in worked.lines.iter().filter(|line| !line.enabled) {
            prop_assert_eq!(sent.values(&line.path).count(), 0);
        }
    }
}
