//! Conditions: each operator by the specification, and random forms against a rule of their own.

use super::super::given::*;
use super::super::*;
use proptest::prelude::*;
use std::collections::HashMap;

fn whole(number: i32) -> Value {
    Value::Integer(number)
}

fn answered(answers: &[(&str, i32)]) -> Answers {
    let mut given = Answers::default();
    for (link_id, number) in answers {
        given.set(&path(&[(link_id, 0)]), vec![whole(*number)]);
    }
    given
}

fn conditional(link_id: &str, conditions: &[(&str, Operator, Value)]) -> Item {
    Item { enable: Some(when(Behavior::All, conditions)), ..question(link_id) }
}

#[test]
fn every_operator_with_and_without_an_answer() {
    use Operator::{Equal, Exists, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
    // For no answer, 4, 5 and 6, against 5.
    let table = [
        (Equal, [false, false, true, false]),
        (NotEqual, [true, true, false, true]),
        (Greater, [false, false, false, true]),
        (Less, [false, true, false, false]),
        (GreaterOrEqual, [false, false, true, true]),
        (LessOrEqual, [false, true, true, false]),
    ];
    for (operator, wanted) in table {
        let form = form(vec![question("q"), conditional("c", &[("q", operator, whole(5))])]);
        let answers = [&[][..], &[("q", 4)], &[("q", 5)], &[("q", 6)]].map(answered);
        let enabled = answers.map(|answers| asked(&work(&form, &answers)).contains(&"c"));
        assert_eq!(enabled, wanted, "{operator:?}");
    }
    for (wanted, there, enabled) in
        [(true, true, true), (true, false, false), (false, true, false), (false, false, true)]
    {
        let form = form(vec![question("q"), conditional("c", &[("q", Exists, Value::Boolean(wanted))])]);
        let answers = if there { answered(&[("q", 0)]) } else { Answers::default() };
        assert_eq!(asked(&work(&form, &answers)).contains(&"c"), enabled);
    }
}

#[test]
fn compares_each_type_as_it_means() {
    use Operator::{Equal, Greater, NotEqual};
    let coding = |system: Option<&str>, code: &str| {
        Value::Coding(Coding { system: system.map(Into::into), code: Some(code.into()), ..Coding::default() })
    };
    let quantity = |value: &str, unit: &str| {
        let (value, unit) = (value.parse().ok(), Some(unit.to_owned()));
        Value::Quantity(Quantity { value, unit, ..Quantity::default() })
    };
    let date = |text: &str| Value::Date(text.parse().unwrap());
    let cases = [
        (coding(Some("s"), "a"), Equal, coding(Some("s"), "a"), true),
        (coding(Some("s"), "a"), Equal, coding(None, "a"), true),
        (coding(Some("s"), "a"), Equal, coding(Some("t"), "a"), false),
        (coding(None, "a"), Equal, coding(Some("t"), "a"), false),
        (quantity("2", "kg"), Greater, quantity("1", "kg"), true),
        (quantity("2", "kg"), Greater, quantity("1", "g"), false),
        (date("2022"), Equal, date("2022-09"), false),
        (date("2022"), NotEqual, date("2022-09"), true),
        (date("2022"), Greater, date("2022-09"), false),
        (Value::Decimal("1.10".parse().unwrap()), Equal, Value::Decimal("1.1".parse().unwrap()), true),
        (Value::Decimal("1.5".parse().unwrap()), Greater, whole(1), true),
        (text("B"), Equal, text("b"), false),
    ];
    for (answer, operator, wanted, holds) in cases {
        assert_eq!(compare::holds(operator, [&answer], &wanted), holds, "{answer:?} {operator:?}");
    }
    // One of several is enough for `=` and `>`, and one too many for `!=`.
    let several = [whole(1), whole(9)];
    assert!(compare::holds(Equal, &several, &whole(9)) && compare::holds(Greater, &several, &whole(8)));
    assert!(!compare::holds(NotEqual, &several, &whole(9)));
}

#[test]
fn a_disabled_question_has_no_answer() {
    let form = form(vec![
        question("a"),
        Item {
            enable: Some(when(Behavior::All, &[("a", Operator::Equal, whole(1))])),
            ..group("g", vec![question("b")])
        },
        conditional("c", &[("b", Operator::Equal, whole(2))]),
        conditional("d", &[("b", Operator::NotEqual, whole(2))]),
    ]);
    let mut answers = answered(&[("a", 1)]);
    answers.set(&path(&[("g", 0), ("b", 0)]), vec![whole(2)]);
    assert_eq!(asked(&work(&form, &answers)), ["a", "g", "b", "c"]);
    answers.set(&path(&[("a", 0)]), vec![whole(0)]);
    assert_eq!(asked(&work(&form, &answers)), ["a", "d"]);
}

#[test]
fn asks_the_question_of_its_own_repetition() {
    let more = conditional("more", &[("a", Operator::Equal, whole(1))]);
    let early = conditional("early", &[("late", Operator::Equal, whole(1))]);
    let form = form(vec![times(group("g", vec![early, question("a"), more, question("late")]))]);
    let mut answers = Answers::default();
    answers.set(&path(&[("g", 0), ("a", 0)]), vec![whole(1)]);
    answers.set(&path(&[("g", 0), ("late", 0)]), vec![whole(1)]);
    answers.set(&path(&[("g", 1), ("a", 0)]), vec![whole(2)]);
    let worked = work(&form, &answers);
    let enabled = |nth, link_id| {
        worked.lines.iter().any(|line| line.path == path(&[("g", nth), (link_id, 0)]) && line.enabled)
    };
    assert!(enabled(0, "more") && enabled(0, "early"));
    assert!(!enabled(1, "more") && !enabled(1, "early"));
}

#[test]
fn questions_that_shut_each_other_out_settle() {
    let not = |link_id: &str, other: &str| conditional(link_id, &[(other, Operator::NotEqual, whole(1))]);
    let form = form(vec![not("one", "two"), not("two", "one")]);
    assert_eq!(asked(&work(&form, &Answers::default())), ["one", "two"]);
    assert_eq!(asked(&work(&form, &answered(&[("one", 1)]))), ["one"]);
    assert_eq!(asked(&work(&form, &answered(&[("two", 1)]))), ["two"]);
    assert_eq!(asked(&work(&form, &answered(&[("two", 1), ("one", 1)]))), ["one"]);
}

#[test]
fn a_question_that_contradicts_itself_is_asked() {
    let form = super::super::given::form(vec![conditional("a", &[("a", Operator::NotEqual, whole(1))])]);
    assert_eq!(asked(&work(&form, &answered(&[("a", 1)]))), ["a"]);
}

const NAMES: [&str; 12] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"];

fn operator() -> impl Strategy<Value = Operator> {
    use Operator::{Equal, Exists, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
    prop::sample::select(vec![Exists, Equal, NotEqual, Greater, Less, GreaterOrEqual, LessOrEqual])
}

/// For each item: which item it lies in (one before it, or none), and its conditions.
type Plan = Vec<(Option<usize>, bool, Vec<(usize, Operator, i32)>)>;

fn plan() -> impl Strategy<Value = Plan> {
    let conditions = prop::collection::vec((0..NAMES.len(), operator(), 0..3_i32), 0..3);
    let one = (prop::option::of(0..NAMES.len()), any::<bool>(), conditions);
    prop::collection::vec(one, NAMES.len()).prop_map(|mut plan| {
        for (place, (above, ..)) in plan.iter_mut().enumerate() {
            // Only the first four are groups, and each lies in one before it.
            *above = above.filter(|above| *above < place && *above < 4);
        }
        plan
    })
}

/// A plan in which each item asks about those before it only.
fn straight() -> impl Strategy<Value = Plan> {
    plan().prop_map(|mut plan| {
        for (place, (_, _, conditions)) in plan.iter_mut().enumerate() {
            conditions.truncate(if place == 0 { 0 } else { 3 });
            for (asked, ..) in conditions {
                *asked %= place;
            }
        }
        plan
    })
}

fn wanted(operator: Operator, number: i32) -> Value {
    if operator == Operator::Exists { Value::Boolean(number > 0) } else { whole(number) }
}

/// The items of a plan in the order `order` has for items beside each other.
fn built(plan: &Plan, above: Option<usize>, backwards: bool) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (place, (_, any, conditions)) in
        plan.iter().enumerate().filter(|(_, (lies_in, ..))| *lies_in == above)
    {
        let conditions: Vec<_> = conditions
            .iter()
            .map(|(asked, operator, number)| (NAMES[*asked], *operator, wanted(*operator, *number)))
            .collect();
        let mut item = if place < 4 {
            group(NAMES[place], built(plan, Some(place), backwards))
        } else {
            question(NAMES[place])
        };
        if !conditions.is_empty() {
            item.enable = Some(when(if *any { Behavior::Any } else { Behavior::All }, &conditions));
        }
        items.push(item);
    }
    if backwards {
        items.reverse();
    }
    items
}

fn way(plan: &Plan, place: usize) -> Path {
    let mut steps = vec![(NAMES[place], 0)];
    let mut above = plan[place].0;
    while let Some(place) = above {
        steps.insert(0, (NAMES[place], 0));
        above = plan[place].0;
    }
    path(&steps)
}

fn filled(plan: &Plan, numbers: &[Option<i32>]) -> Answers {
    let mut answers = Answers::default();
    for (place, number) in numbers.iter().enumerate().skip(4) {
        if let Some(number) = number {
            answers.set(&way(plan, place), vec![whole(*number)]);
        }
    }
    answers
}

/// The rule for forms without circles, said once more: an item is asked if what it lies in is and its conditions hold.
/// None: it hangs on itself.
fn rule(plan: &Plan, numbers: &[Option<i32>], place: usize, on_the_way: &[usize]) -> Option<bool> {
    if on_the_way.contains(&place) {
        return None;
    }
    let on_the_way: Vec<usize> = on_the_way.iter().copied().chain([place]).collect();
    let (above, any, conditions) = &plan[place];
    let above = match above {
        None => true,
        Some(above) => rule(plan, numbers, *above, &on_the_way)?,
    };
    let mut held = Vec::new();
    for (asked, operator, number) in conditions {
        let enabled = rule(plan, numbers, *asked, &on_the_way)?;
        let answer = numbers[*asked].filter(|_| enabled && *asked >= 4);
        held.push(match operator {
            Operator::Exists => answer.is_some() == (*number > 0),
            Operator::Equal => answer == Some(*number),
            Operator::NotEqual => answer != Some(*number),
            Operator::Greater => answer.is_some_and(|answer| answer > *number),
            Operator::Less => answer.is_some_and(|answer| answer < *number),
            Operator::GreaterOrEqual => answer.is_some_and(|answer| answer >= *number),
            Operator::LessOrEqual => answer.is_some_and(|answer| answer <= *number),
        });
    }
    Some(above && (held.is_empty() || if *any { held.contains(&true) } else { !held.contains(&false) }))
}

fn state(worked: &Worked) -> HashMap<String, bool> {
    worked.lines.iter().map(|line| (line.path.link_id().unwrap().to_owned(), line.enabled)).collect()
}

fn numbers() -> impl Strategy<Value = Vec<Option<i32>>> {
    prop::collection::vec(prop::option::of(0..3_i32), NAMES.len())
}

proptest! {
    #[test]
    fn agrees_with_the_rule_wherever_nothing_goes_in_a_circle(plan in plan(), numbers in numbers()) {
        let form = form(built(&plan, None, false));
        let state = state(&work(&form, &filled(&plan, &numbers)));
        for place in 0..NAMES.len() {
            if let Some(wanted) = rule(&plan, &numbers, place, &[]) {
                prop_assert_eq!(state[NAMES[place]], wanted, "{}", place);
            }
        }
    }

    #[test]
    fn the_order_of_items_changes_nothing_without_circles(plan in straight(), numbers in numbers()) {
        let answers = filled(&plan, &numbers);
        let (forth, back) = (form(built(&plan, None, false)), form(built(&plan, None, true)));
        prop_assert_eq!(state(&work(&forth, &answers)), state(&work(&back, &answers)));
    }

    #[test]
    fn ends_the_same_and_sends_nothing_of_a_disabled_item(plan in plan(), numbers in numbers()) {
        let form = form(built(&plan, None, false));
        let answers = filled(&plan, &numbers);
        let worked = work(&form, &answers);
        prop_assert_eq!(&worked, &work(&form, &answers));
        prop_assert_eq!(&worked, &work(&form, &worked.answers));
        // What was answered is all still there, in whatever order it was given.
        let mut late_first = Answers::default();
        for (place, number) in numbers.iter().enumerate().skip(4).rev() {
            late_first.set(&way(&plan, place), number.map(whole).into_iter().collect());
        }
        prop_assert_eq!(&work(&form, &late_first), &worked);
        let sent = worked.answers.only_enabled(&worked);
        for line in &worked.lines {
            let number = numbers[NAMES.iter().position(|name| Some(*name) == line.path.link_id()).unwrap()];
            let group = form.item(line.path.link_id().unwrap()).unwrap().kind == ItemKind::Group;
            let number = number.filter(|_| !group).map(whole);
            prop_assert_eq!(worked.answers.values(&line.path).next(), number.as_ref());
            prop_assert_eq!(sent.values(&line.path).next(), number.as_ref().filter(|_| line.enabled));
            // Below what is disabled, nothing is enabled.
            let above = line.path.above().unwrap();
            let above = worked.lines.iter().find(|other| other.path == above);
            prop_assert!(!line.enabled || above.is_none_or(|above| above.enabled));
        }
    }
}
