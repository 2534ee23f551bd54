//! A form cut into the pages that are shown one at a time.

use super::{Control, Form, Item, ItemKind, Line, Path, Worked};
use std::collections::HashMap;

/// What is shown at once: one question with the texts that explain it, or a group its author wants as one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The texts of the groups above, the outermost first.
    pub heading: Vec<String>,
    /// The items on it, in order, each enabled and shown. Help, instructions and the words at the ends of a slider
    /// follow the item they explain.
    ///
    /// A group is among them in two cases: within a group shown as one page, before its items; and one that
    /// repeats, as the last line of the last page of each time of it, where one more can be asked for.
    pub lines: Vec<Path>,
}

/// The pages of a form as it stands: nothing that is disabled, hidden or waits for an answer above it.
///
/// Texts that stand by themselves come with the next question; after the last one of their group, with that.
#[must_use]
pub fn pages(form: &Form, worked: &Worked) -> Vec<Page> {
    let items = form.all_items().map(|item| (item.link_id.as_str(), item)).collect();
    let mut cut = Cut { items, pages: Vec::new(), texts: Vec::new() };
    cut.walk(&worked.lines.iter().filter(|line| is_seen(line)).collect::<Vec<_>>(), &[]);
    let left = std::mem::take(&mut cut.texts);
    match cut.pages.last_mut() {
        Some(last) => last.lines.extend(left),
        None if left.is_empty() => {}
        None => cut.pages.push(Page { heading: Vec::new(), lines: left }),
    }
    cut.pages
}

struct Cut<'a> {
    items: HashMap<&'a str, &'a Item>,
    pages: Vec<Page>,
    /// Texts that wait for the next page.
    texts: Vec<Path>,
}

impl<'a> Cut<'a> {
    /// Cuts `lines`, of which all are seen.
    fn walk(&mut self, mut lines: &[&Line], heading: &[String]) {
        let before = self.pages.len();
        while let Some((line, rest)) = lines.split_first() {
            let below = rest.iter().take_while(|other| depth(other) > depth(line)).count();
            let Some((inside, rest)) = rest.split_at_checked(below) else { return };
            lines = rest;
            if let Some(item) = self.item(line) {
                self.take(item, line, inside, heading);
            }
        }
        if self.pages.len() > before
            && let Some(last) = self.pages.last_mut()
        {
            last.lines.append(&mut self.texts);
        }
    }

    fn item(&self, line: &Line) -> Option<&'a Item> {
        line.path.link_id().and_then(|link_id| self.items.get(link_id).copied())
    }

    fn take(&mut self, item: &Item, line: &Line, inside: &[&Line], heading: &[String]) {
        match item.kind {
            ItemKind::Display => self.texts.push(line.path.clone()),
            ItemKind::Group => self.group(item, line, inside, heading),
            _ => {
                let explains = |other: &&Line| {
                    let display = self.item(other).is_some_and(|item| item.kind == ItemKind::Display);
                    display && depth(other) == depth(line) + 1
                };
                let (texts, questions): (Vec<&Line>, Vec<&Line>) = inside.iter().copied().partition(explains);
                let own = std::iter::once(line).chain(texts).map(|line| line.path.clone());
                let lines = std::mem::take(&mut self.texts).into_iter().chain(own).collect();
                self.pages.push(Page { heading: heading.to_vec(), lines });
                self.walk(&questions, heading);
            }
        }
    }

    fn group(&mut self, item: &Item, line: &Line, inside: &[&Line], heading: &[String]) {
        let mut heading = heading.to_vec();
        let text = [item.prefix.as_deref(), item.text.as_deref()];
        let text = text.into_iter().flatten().collect::<Vec<_>>().join(" ");
        heading.extend((!text.is_empty()).then_some(text));
        let before = self.pages.len();
        if item.control == Control::Page {
            let seen = self.within_a_page(inside);
            if !seen.is_empty() {
                let lines = std::mem::take(&mut self.texts).into_iter().chain(seen).collect();
                self.pages.push(Page { heading, lines });
            }
        } else {
            self.walk(inside, &heading);
        }
        if item.repeats
            && self.pages.len() > before
            && let Some(last) = self.pages.last_mut()
        {
            last.lines.push(line.path.clone());
        }
    }

    /// What is seen of the lines below a group: a group in which nothing is seen is not seen either.
    fn within_a_page(&self, inside: &[&Line]) -> Vec<Path> {
        let mut seen = Vec::new();
        for (place, line) in inside.iter().enumerate() {
            let mut below = inside.iter().skip(place + 1).take_while(|other| depth(other) > depth(line));
            let is_group = |line: &Line| self.item(line).is_some_and(|item| item.kind == ItemKind::Group);
            if !is_group(line) || below.any(|other| !is_group(other)) {
                seen.push(line.path.clone());
            }
        }
        seen
    }
}

const fn is_seen(line: &Line) -> bool {
    line.enabled && line.shown && !line.waits
}

const fn depth(line: &Line) -> usize {
    line.path.0.len()
}

#[cfg(test)]
#[path = "steps_tests.rs"]
mod tests;
