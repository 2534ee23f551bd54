//! One measure over time as plain lines on paper: dots, lines between those that are near, and an upright per session.

use super::{
    face::Face,
    render::{Look, MARGIN, Pages},
};
use krilla::{
    color::rgb,
    geom::{Path, PathBuilder, Rect},
    paint::{Fill, Stroke},
    surface::Surface,
};

/// A place in a chart: ten-thousandths of its width from the left, and of its height from below.
pub type Place = (u16, u16);

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What is measured.
    pub name: String,
    /// The numbers at the upper and the lower end.
    pub top: String,
    pub low: String,
    /// The first and the last day.
    pub first: String,
    pub last: String,
    /// What a line joins, each run by itself.
    pub runs: Vec<Vec<Place>>,
    /// Each place in a run is a dot; without dots only the lines are drawn.
    pub dots: bool,
    /// Sessions, by their place from the left.
    pub sessions: Vec<u16>,
}

/// The height of the drawing itself, in points.
const HIGH: f32 = 84.0;
/// Room for the numbers at the left of it.
const LEFT: f32 = 20.0;
const DOT: f32 = 1.4;
const WHOLE: f32 = 10_000.0;
const NAME: Look = Look { face: Face::Bold, size: 10.5, leading: 15.0 };
const LABEL: Look = Look { face: Face::Plain, size: 8.5, leading: 12.0 };

const INK: [u8; 3] = [0x1c, 0x1b, 0x19];
const LINE: [u8; 3] = [0xc8, 0xc2, 0xb6];
const SESSION: [u8; 3] = [0x6d, 0x66, 0x5c];

/// Something drawn, in points from the left and the upper edge of the page.
pub(super) enum Mark {
    Line { spots: Vec<(f32, f32)>, wide: f32, colour: [u8; 3] },
    Dot(f32, f32),
}

/// Puts `chart` on the page, or on the next one if it does not fit any more.
pub(super) fn place(pages: &mut Pages<'_>, chart: &Chart) {
    pages.space(10.0);
    pages.need(NAME.leading + HIGH + 2.0 * LABEL.leading);
    pages.text(NAME, &chart.name);
    pages.space(6.0);
    let (left, up) = (MARGIN + LEFT, pages.at());
    let wide = pages.inner() - LEFT;
    let low = up + HIGH;
    let across = |x: u16| left + wide * f32::from(x.min(10_000)) / WHOLE;
    let spot = |(x, y): Place| (across(x), low - HIGH * f32::from(y.min(10_000)) / WHOLE);
    for at in [up, low] {
        pages.mark(Mark::Line { spots: vec![(left, at), (left + wide, at)], wide: 0.5, colour: LINE });
    }
    for at in &chart.sessions {
        let x = across(*at);
        pages.mark(Mark::Line { spots: vec![(x, up - 3.0), (x, low)], wide: 0.9, colour: SESSION });
    }
    for run in &chart.runs {
        let spots: Vec<_> = run.iter().copied().map(spot).collect();
        if chart.dots {
            for (x, y) in &spots {
                pages.mark(Mark::Dot(*x, *y));
            }
        }
        pages.mark(Mark::Line { spots, wide: 1.0, colour: INK });
    }
    pages.label(LABEL, (left - LEFT, up + 3.0), &chart.top);
    pages.label(LABEL, (left - LEFT, low + 3.0), &chart.low);
    pages.label(LABEL, (left, low + LABEL.leading), &chart.first);
    let end = left + wide - pages.width_of(LABEL, &chart.last);
    pages.label(LABEL, (end, low + LABEL.leading), &chart.last);
    pages.space(HIGH + LABEL.leading + 6.0);
}

/// Draws what was placed.
pub(super) fn draw(surface: &mut Surface<'_>, mark: Mark) {
    let ink = |[red, green, blue]: [u8; 3]| rgb::Color::new(red, green, blue);
    match mark {
        Mark::Line { spots, wide, colour } => {
            let Some(path) = path(&spots) else { return };
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke { paint: ink(colour).into(), width: wide, ..Stroke::default() }));
            surface.draw_path(&path);
        }
        Mark::Dot(x, y) => {
            let square = Rect::from_xywh(x - DOT, y - DOT, 2.0 * DOT, 2.0 * DOT);
            let mut path = PathBuilder::new();
            if let Some(square) = square {
                path.push_rect(square);
            }
            let Some(path) = path.finish() else { return };
            surface.set_stroke(None);
            surface.set_fill(Some(Fill { paint: ink(INK).into(), ..Fill::default() }));
            surface.draw_path(&path);
        }
    }
}

/// A line needs two ends.
fn path(spots: &[(f32, f32)]) -> Option<Path> {
    let (first, rest) = spots.split_first().filter(|(_, rest)| !rest.is_empty())?;
    let mut path = PathBuilder::new();
    path.move_to(first.0, first.1);
    for (x, y) in rest {
        path.line_to(*x, *y);
    }
    path.finish()
}
