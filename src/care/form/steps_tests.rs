//! One question at a time, with all that explains it, and nothing that is not asked.

use super::super::given::*;
use super::super::*;

fn display(link_id: &str) -> Item {
    item(link_id, ItemKind::Display)
}

/// Each page as its headings and link ids.
fn cut(items: Vec<Item>, answers: &Answers) -> Vec<(String, String)> {
    let form = form(items);
    let show = |page: Page| {
        let ids: Vec<&str> = page.lines.iter().filter_map(Path::link_id).collect();
        (page.heading.join("/"), ids.join(" "))
    };
    pages(&form, &work(&form, answers)).into_iter().map(show).collect()
}

fn said(pages: &[(&str, &str)]) -> Vec<(String, String)> {
    pages.iter().map(|(heading, lines)| ((*heading).to_owned(), (*lines).to_owned())).collect()
}

#[test]
fn a_question_comes_with_what_explains_it() {
    let help = Item { items: vec![display("help"), question("below")], ..question("a") };
    let hidden = Item { hidden: true, ..question("hidden") };
    let mut never = question("never");
    never.enable = Some(when(Behavior::All, &[("a", Operator::Equal, Value::Integer(7))]));
    let items = vec![
        display("welcome"),
        display("to you"),
        help,
        hidden,
        never,
        group("g", vec![display("intro"), question("b"), question("c"), display("thanks")]),
        display("end"),
    ];
    let pages = [("", "welcome to you a help"), ("g", "intro b"), ("g", "c thanks end")];
    assert_eq!(cut(items.clone(), &Answers::default()), said(&pages));
    let mut answers = Answers::default();
    answers.set(&path(&[("a", 0)]), vec![Value::Integer(7)]);
    let pages = [
        ("", "welcome to you a help"),
        ("", "below"),
        ("", "never"),
        ("g", "intro b"),
        ("g", "c thanks end"),
    ];
    assert_eq!(cut(items, &answers), said(&pages));
}

#[test]
fn a_group_may_be_one_page_and_a_repeated_one_says_where_more_can_be_asked_for() {
    let page = |link_id: &str, items| Item { control: Control::Page, ..group(link_id, items) };
    let nothing = group("nothing", vec![Item { hidden: true, ..question("x") }]);
    let inner = group("inner", vec![question("b")]);
    let items = vec![
        page("p", vec![question("a"), inner, nothing]),
        times(group("r", vec![question("c"), question("d")])),
    ];
    let mut answers = Answers::default();
    answers.set(&path(&[("r", 0), ("c", 0)]), vec![Value::Integer(1)]);
    answers.set(&path(&[("r", 1), ("c", 0)]), vec![Value::Integer(1)]);
    let pages = [("p", "a inner b"), ("r", "c"), ("r", "d r"), ("r", "c"), ("r", "d r")];
    assert_eq!(cut(items, &answers), said(&pages));
}

#[test]
fn a_form_of_texts_is_one_page() {
    assert_eq!(
        cut(vec![display("a"), group("g", vec![display("b")])], &Answers::default()),
        said(&[("", "a b")])
    );
    assert_eq!(cut(Vec::new(), &Answers::default()), said(&[]));
}
