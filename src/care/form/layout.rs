//! A form laid out beside its answers: one spot for each item as often as it is there, in the form's order.

use super::{Answers, Form, Given, GivenAnswer, Item, ItemKind, Path};
use std::collections::HashMap;

/// More items than this are not laid out, each counted as often as it is there. A form of the largest size has 5,000
/// of them; what goes beyond comes from a form or answers made to do harm.
pub(super) const MOST_SPOTS: usize = 20_000;

/// One item at one place.
pub(super) struct Spot<'a> {
    pub(super) item: &'a Item,
    pub(super) path: Path,
    /// The spot it lies below.
    pub(super) above: Option<usize>,
    /// The first spot after it that is not below it.
    pub(super) end: usize,
    /// It lies below a question without an answer.
    pub(super) waits: bool,
    /// Neither it nor anything above it is hidden.
    pub(super) shown: bool,
    pub(super) answers: &'a [GivenAnswer],
}

impl Spot<'_> {
    /// Whether the patient is the one to answer it, and can.
    pub(super) fn in_hand(&self) -> bool {
        self.shown && !self.item.read_only && self.item.calculated.is_none()
    }

    pub(super) fn is_question(&self) -> bool {
        !matches!(self.item.kind, ItemKind::Group | ItemKind::Display)
    }
}

/// Every spot, [`MOST_SPOTS`] at most.
pub(super) struct Layout<'a> {
    pub(super) spots: Vec<Spot<'a>>,
    /// Where the items with a link id lie, in order.
    places: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Layout<'a> {
    pub(super) fn of(form: &'a Form, answers: &'a Answers) -> Self {
        let mut layout = Self { spots: Vec::new(), places: HashMap::new() };
        let top = Above { path: &Path::default(), spot: None, waits: false, shown: true };
        layout.lay(&form.items, &answers.items, &top);
        layout
    }

    fn lay(&mut self, items: &'a [Item], given: &'a [Given], above: &Above<'_>) {
        for item in items {
            if self.is_full() {
                return;
            }
            let mut mine = given.iter().filter(|given| given.link_id == item.link_id);
            match item.kind {
                ItemKind::Group => {
                    let first = mine.next();
                    for (nth, given) in std::iter::once(first).chain(mine.map(Some)).enumerate() {
                        if self.is_full() {
                            return;
                        }
                        let spot = self.spot(item, nth, &[], above);
                        self.inside(spot, given.map_or(&[], |given| &given.items), nth, above);
                    }
                }
                ItemKind::Display => {
                    self.spot(item, 0, &[], above);
                }
                _ => self.question(item, mine.next(), above),
            }
        }
    }

    const fn is_full(&self) -> bool {
        self.spots.len() >= MOST_SPOTS
    }

    fn question(&mut self, item: &'a Item, given: Option<&'a Given>, above: &Above<'_>) {
        let answers = given.map_or(&[][..], |given| &given.answers);
        let spot = self.spot(item, 0, answers, above);
        if answers.is_empty() {
            self.inside(spot, given.map_or(&[], |given| &given.items), 0, &above.waiting());
        }
        for (nth, answer) in answers.iter().enumerate() {
            self.inside(spot, &answer.items, nth, above);
        }
    }

    fn spot(&mut self, item: &'a Item, nth: usize, answers: &'a [GivenAnswer], above: &Above<'_>) -> usize {
        let place = self.spots.len();
        self.places.entry(&item.link_id).or_default().push(place);
        // What explains a question does not wait for its answer.
        let waits = above.waits && item.kind != ItemKind::Display;
        let shown = above.shown && !item.hidden;
        let path = above.path.below(&item.link_id, nth);
        self.spots.push(Spot { item, path, above: above.spot, end: place + 1, waits, shown, answers });
        place
    }

    /// Lays out what lies below the spot that was laid last or above it.
    fn inside(&mut self, spot: usize, given: &'a [Given], nth: usize, above: &Above<'_>) {
        let Some(here) = self.spots.get(spot) else { return };
        let (item, path) = (here.item, above.path.below(&here.item.link_id, nth));
        let below = Above { path: &path, spot: Some(spot), waits: above.waits, shown: here.shown };
        self.lay(&item.items, given, &below);
        let end = self.spots.len();
        if let Some(here) = self.spots.get_mut(spot) {
            here.end = end;
        }
    }

    /// Where the question lies that a condition at `from` asks about.
    ///
    /// FHIR means the nearest one: first those above, then those before, then those after. Here what lies in the
    /// same repetition of a group is nearer than all outside it, even where it comes after.
    pub(super) fn asked(&self, from: usize, link_id: &str) -> Option<usize> {
        let places = self.places.get(link_id)?;
        let mut around = Some(from);
        loop {
            let (first, end) = match around {
                Some(spot) => (spot, self.spots.get(spot)?.end),
                None => (0, self.spots.len()),
            };
            let inside = places.get(places.partition_point(|place| *place < first)..)?;
            let inside = inside.get(..inside.partition_point(|place| *place < end))?;
            if around.is_some_and(|_| inside.first() == Some(&first)) {
                return Some(first);
            }
            let before = inside.partition_point(|place| *place <= from).checked_sub(1);
            let nearest = before.and_then(|place| inside.get(place)).or_else(|| inside.first());
            match (nearest, around) {
                (Some(found), _) => return Some(*found),
                (None, None) => return None,
                (None, Some(spot)) => around = self.spots.get(spot)?.above,
            }
        }
    }
}

/// What lies above the items that are being laid.
struct Above<'p> {
    path: &'p Path,
    spot: Option<usize>,
    waits: bool,
    shown: bool,
}

impl Above<'_> {
    const fn waiting(&self) -> Self {
        Self { path: self.path, spot: self.spot, waits: true, shown: self.shown }
    }
}
