//! Sorts what hangs on each other: first what others hang on, and together what hangs on itself in a circle.

/// The parts of a web in an order in which each hangs only on those before it and on its own circle.
///
/// `hangs_on` holds for each part those it hangs on. Within a circle the parts are in their own order. Takes as many
/// steps as there are parts and links (Tarjan's strongly connected components, without recursion).
pub(super) fn circles(hangs_on: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut search = Search {
        hangs_on,
        seen: vec![Seen::default(); hangs_on.len()],
        open: Vec::new(),
        found: Vec::new(),
        count: 0,
    };
    for part in 0..hangs_on.len() {
        search.from(part);
    }
    search.found
}

#[derive(Clone, Default)]
struct Seen {
    /// When it was first seen; counts from 1, 0 is not yet.
    at: usize,
    /// The earliest that can be reached from it and is still open.
    back_to: usize,
    open: bool,
}

struct Search<'a> {
    hangs_on: &'a [Vec<usize>],
    seen: Vec<Seen>,
    open: Vec<usize>,
    found: Vec<Vec<usize>>,
    count: usize,
}

impl Search<'_> {
    fn from(&mut self, part: usize) {
        if self.seen.get(part).is_none_or(|seen| seen.at > 0) {
            return;
        }
        let mut way = vec![(part, 0)];
        self.enter(part);
        while let Some((here, link)) = way.last_mut() {
            let (from, next) = (*here, self.hangs_on.get(*here).and_then(|links| links.get(*link)).copied());
            *link += 1;
            let Some(next) = next else {
                way.pop();
                self.leave(from);
                if let Some((above, _)) = way.last() {
                    let reached = self.seen.get(from).map_or(usize::MAX, |seen| seen.back_to);
                    self.reach(*above, reached);
                }
                continue;
            };
            match self.seen.get(next) {
                Some(seen) if seen.at == 0 => {
                    self.enter(next);
                    way.push((next, 0));
                }
                Some(seen) if seen.open => self.reach(from, seen.at),
                _ => {}
            }
        }
    }

    fn enter(&mut self, part: usize) {
        self.count += 1;
        self.open.push(part);
        if let Some(seen) = self.seen.get_mut(part) {
            *seen = Seen { at: self.count, back_to: self.count, open: true };
        }
    }

    fn reach(&mut self, part: usize, earlier: usize) {
        if let Some(seen) = self.seen.get_mut(part).filter(|seen| seen.open) {
            seen.back_to = seen.back_to.min(earlier);
        }
    }

    /// Where nothing earlier can be reached, what is open since then is one circle.
    fn leave(&mut self, part: usize) {
        if self.seen.get(part).is_none_or(|seen| seen.back_to < seen.at) {
            return;
        }
        let Some(since) = self.open.iter().rposition(|open| *open == part) else { return };
        let mut circle = self.open.split_off(since);
        for part in &circle {
            if let Some(seen) = self.seen.get_mut(*part) {
                seen.open = false;
            }
        }
        circle.sort_unstable();
        self.found.push(circle);
    }
}
