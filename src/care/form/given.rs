//! Forms and answers for the tests of this room, made in a few words.

use super::*;
use crate::care::Private;

pub(super) fn item(link_id: &str, kind: ItemKind) -> Item {
    Item {
        link_id: link_id.to_owned(),
        kind,
        text: Some(link_id.to_owned()),
        prefix: None,
        codes: Vec::new(),
        required: false,
        repeats: false,
        read_only: false,
        hidden: false,
        enable: None,
        options: Vec::new(),
        initial: Vec::new(),
        limits: Limits::default(),
        control: Control::Usual,
        orientation: Orientation::Vertical,
        unit: None,
        units: Vec::new(),
        entry_format: None,
        variables: Vec::new(),
        calculated: None,
        constraints: Vec::new(),
        items: Vec::new(),
    }
}

pub(super) fn question(link_id: &str) -> Item {
    item(link_id, ItemKind::Integer)
}

pub(super) fn group(link_id: &str, items: Vec<Item>) -> Item {
    Item { items, ..item(link_id, ItemKind::Group) }
}

pub(super) fn times(group: Item) -> Item {
    Item { repeats: true, ..group }
}

pub(super) fn form(items: Vec<Item>) -> Form {
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

pub(super) fn when(behavior: Behavior, conditions: &[(&str, Operator, Value)]) -> Enable {
    let condition = |(question, operator, answer): &(&str, Operator, Value)| Condition {
        question: (*question).to_owned(),
        operator: *operator,
        answer: answer.clone(),
    };
    Enable { behavior, conditions: conditions.iter().map(condition).collect(), expression: None }
}

pub(super) fn path(steps: &[(&str, usize)]) -> Path {
    Path(steps.iter().map(|(link_id, nth)| Step { link_id: (*link_id).to_owned(), nth: *nth }).collect())
}

pub(super) fn text(words: &str) -> Value {
    Value::Text(Private::new(words))
}

/// A form's only language is what the test says.
pub(super) struct Says<F>(pub(super) F);

impl<F: Fn(&Answers, &Path, &str) -> Result<Vec<Value>, Failed>> Expressions for Says<F> {
    fn values(
        &self,
        _form: &Form,
        answers: &Answers,
        wanted: &[(&Path, &Expression)],
    ) -> Vec<Result<Vec<Value>, Failed>> {
        wanted.iter().map(|(path, expression)| self.0(answers, path, &expression.0)).collect()
    }
}

/// A form without expressions.
pub(super) fn work(form: &Form, answers: &Answers) -> Worked {
    work_out(form, answers, &Says(|_: &Answers, _: &Path, _: &str| Err(Failed)))
}

/// The link ids of what is asked, in order.
pub(super) fn asked(worked: &Worked) -> Vec<&str> {
    worked.lines.iter().filter(|line| line.enabled).filter_map(|line| line.path.link_id()).collect()
}
