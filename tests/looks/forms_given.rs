//! What the pictures of forms are made of: items, answers and pages, plainly made up.

use cairn::{app::read::*, care::form::*};

pub(crate) fn at(link_id: &str) -> Path {
    Path(vec![Step { link_id: link_id.into(), nth: 0 }])
}

pub(crate) fn item(link_id: &str, kind: ItemKind, text: &str) -> Item {
    Item {
        link_id: link_id.into(),
        kind,
        text: Some(text.into()),
        prefix: None,
        codes: vec![],
        required: false,
        repeats: false,
        read_only: false,
        hidden: false,
        enable: None,
        options: vec![],
        initial: vec![],
        limits: Limits::default(),
        control: Control::Usual,
        orientation: Orientation::Vertical,
        unit: None,
        units: vec![],
        entry_format: None,
        variables: vec![],
        calculated: None,
        constraints: vec![],
        items: vec![],
    }
}

pub(crate) fn coding(words: &str) -> Coding {
    Coding { display: Some(words.into()), code: Some(words.to_lowercase()), ..Coding::default() }
}

pub(crate) fn options(words: &[&str]) -> Vec<AnswerOption> {
    let option = |words: &&str| AnswerOption {
        value: Value::Coding(coding(words)),
        weight: None,
        prefix: None,
        exclusive: false,
    };
    words.iter().map(option).collect()
}

pub(crate) fn asked(item: Item, values: Vec<Value>) -> Asked {
    Asked {
        path: at(&item.link_id),
        fixed: item.read_only || item.calculated.is_some(),
        calculated: item.calculated.is_some(),
        item,
        values,
        problems: vec![],
        help: vec![],
        ends: (None, None),
    }
}

pub(crate) fn page(heading: &[&str], parts: Vec<Asked>) -> FormPage {
    FormPage {
        heading: heading.iter().map(|text| (*text).to_owned()).collect(),
        parts: parts.into_iter().map(Box::new).map(Part::Question).collect(),
        more: vec![],
    }
}
