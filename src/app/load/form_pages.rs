//! Cuts a worked-out form into pages as they are shown, each question with all that belongs to it.

use crate::{
    app::read::{Asked, FormPage, GroupHead, Part},
    care::{
        form::{Control, Form, Item, ItemKind, Line, Page, Path, Worked, pages},
        instruments::is_withheld_total,
    },
};
use std::collections::HashMap;

/// The pages of `form` as it stands.
pub(in crate::app) fn pages_of(form: &Form, worked: &Worked) -> Vec<FormPage> {
    let cut = Cut {
        form,
        worked,
        items: form.all_items().map(|item| (item.link_id.as_str(), item)).collect(),
        lines: worked.lines.iter().map(|line| (&line.path, line)).collect(),
    };
    let all = pages(form, worked);
    let last_of = last_pages(&cut, &all);
    let shown = |(place, page): (usize, &Page)| FormPage {
        heading: page.heading.clone(),
        parts: cut.parts(page),
        more: cut.more(page, |group| last_of.get(group) == Some(&place)),
    };
    all.iter().enumerate().map(shown).collect()
}

/// The last page on which something of each repeated group stands.
fn last_pages(cut: &Cut<'_>, all: &[Page]) -> HashMap<Path, usize> {
    let on = |(place, page)| cut.repeated(page).into_iter().map(move |group| (group, place));
    all.iter().enumerate().flat_map(on).collect()
}

struct Cut<'f> {
    form: &'f Form,
    worked: &'f Worked,
    items: HashMap<&'f str, &'f Item>,
    lines: HashMap<&'f Path, &'f Line>,
}

impl Cut<'_> {
    fn item(&self, path: &Path) -> Option<&Item> {
        self.items.get(path.link_id()?).copied()
    }

    fn parts(&self, page: &Page) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        // A repeated group the page lies in has its line at the end of its last page, and its head on each.
        let above = self.repeated(page).into_iter().filter(|group| !leads(page, group));
        parts.extend(above.filter_map(|group| self.head(page, &group)).map(Part::Group));
        for path in &page.lines {
            let Some(item) = self.item(path) else { continue };
            match item.kind {
                ItemKind::Group if !leads(page, path) => {}
                ItemKind::Group => parts.extend(self.head(page, path).map(Part::Group)),
                ItemKind::Display => explain(&mut parts, path, item),
                _ => parts.push(Part::Question(Box::new(self.asked(path, item)))),
            }
        }
        parts
    }

    fn asked(&self, path: &Path, item: &Item) -> Asked {
        let line = self.lines.get(path);
        let calculated = item.calculated.is_some() || line.is_some_and(|line| line.calculated);
        let withheld = is_withheld_total(item, self.form, self.worked);
        let values = self.worked.answers.values(path).filter(|_| !withheld).cloned().collect();
        Asked {
            path: path.clone(),
            item: item.clone(),
            values,
            problems: line.map(|line| line.problems.clone()).unwrap_or_default(),
            fixed: calculated || item.read_only,
            calculated,
            help: Vec::new(),
            ends: (None, None),
        }
    }

    fn head(&self, page: &Page, path: &Path) -> Option<GroupHead> {
        let (item, last) = (self.item(path)?, path.0.last()?);
        let times = self.worked.answers.times(path).max(1);
        let needed = item.limits.min_occurs.map_or(1, |times| times.max(1));
        Some(GroupHead {
            path: path.clone(),
            text: item.text.clone().filter(|_| leads(page, path)),
            nth: item.repeats.then_some(last.nth + 1),
            fewer: item.repeats
                && page.lines.contains(path)
                && times > usize::try_from(needed).unwrap_or(usize::MAX),
            problems: self.lines.get(path).map(|line| line.problems.clone()).unwrap_or_default(),
        })
    }

    /// The repeated groups something of which stands on the page, the outermost first.
    fn repeated(&self, page: &Page) -> Vec<Path> {
        let mut found = Vec::new();
        for path in &page.lines {
            for depth in 1..=path.0.len() {
                let group = Path(path.0.iter().take(depth).cloned().collect());
                let repeats =
                    self.item(&group).is_some_and(|item| item.kind == ItemKind::Group && item.repeats);
                if repeats && !found.contains(&group) {
                    found.push(group);
                }
            }
        }
        found
    }

    fn more(&self, page: &Page, ends_here: impl Fn(&Path) -> bool) -> Vec<(Path, Option<String>)> {
        let addable = |group: &Path| {
            let (item, last) = (self.item(group)?, group.0.last()?);
            let times = self.worked.answers.times(group).max(1);
            let room = item.limits.max_occurs.is_none_or(|most| times < most as usize);
            (room && last.nth + 1 == times).then(|| item.text.clone())
        };
        let here = self.repeated(page).into_iter().filter(|group| ends_here(group));
        here.filter_map(|group| addable(&group).map(|name| (group, name))).collect()
    }
}

/// The group stands on the page before anything in it.
fn leads(page: &Page, group: &Path) -> bool {
    page.lines.iter().find(|line| line.0.starts_with(&group.0)) == Some(group)
}

/// A text that explains the question before it goes with it; any other stands by itself.
fn explain(parts: &mut Vec<Part>, path: &Path, item: &Item) {
    let Some(text) = item.text.clone() else { return };
    let about = match parts.last_mut() {
        Some(Part::Question(asked)) if path.above().is_some_and(|above| leads_to(&above, &asked.path)) => {
            Some(asked)
        }
        _ => None,
    };
    match (item.control, about) {
        (Control::Lower, Some(asked)) => asked.ends.0 = Some(text),
        (Control::Upper, Some(asked)) => asked.ends.1 = Some(text),
        (Control::Help | Control::Instruction, Some(asked)) => asked.help.push(text),
        _ => parts.push(Part::Words { path: path.clone(), prefix: item.prefix.clone(), text }),
    }
}

/// Both lead to the same question: which answer the way above goes by does not count.
fn leads_to(above: &Path, question: &Path) -> bool {
    above.link_id() == question.link_id() && above.above() == question.above()
}
