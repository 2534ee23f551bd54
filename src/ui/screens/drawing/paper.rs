//! The paper itself. A pointer's line is shown by the page while it is drawn (index.html) and arrives here in parts; keys
//! move a cross and draw line by line.

use crate::{
    care::journal::{Colour, HIGH, Line, LineWidth, Point, Stroke, WIDE, read_points},
    ui::{here::use_here, parts::Lines, words},
};
use dioxus::prelude::*;

/// How far one press of an arrow goes, in steps of the paper; with Shift held, a fifth of it.
const PRESS: i32 = 250;
const SMALL_PRESS: i32 = 50;

/// Where the cross of the keys is, and what it does.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Cross {
    at: Point,
    pen: Pen,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pen {
    Up,
    /// On the paper, and has not moved.
    Down,
    Drawing,
}

#[component]
pub(super) fn Paper(
    strokes: Vec<Stroke>,
    colour: Colour,
    width: LineWidth,
    lost: u32,
    on_line: EventHandler<Line>,
) -> Element {
    let words = use_here().words();
    let mut cross = use_signal(|| None::<Cross>);
    let line = move |points, goes_on| on_line.call(Line { colour, width, points, goes_on });
    let key = move |event: KeyboardEvent| {
        let before = cross();
        let here = before.unwrap_or(Cross { at: middle(), pen: Pen::Up });
        let small = event.modifiers().shift();
        let now = match (event.key(), here.pen) {
            (Key::ArrowUp, _) => here.moved(0, -1, small),
            (Key::ArrowDown, _) => here.moved(0, 1, small),
            (Key::ArrowLeft, _) => here.moved(-1, 0, small),
            (Key::ArrowRight, _) => here.moved(1, 0, small),
            (Key::Character(typed), Pen::Up) if typed == " " => Cross { pen: Pen::Down, ..here },
            (Key::Character(typed), _) if typed == " " => Cross { pen: Pen::Up, ..here },
            (Key::Enter, _) => Cross { pen: Pen::Up, ..here },
            _ => return,
        };
        event.prevent_default();
        if here.pen != Pen::Up && now.at != here.at {
            line(vec![here.at, now.at], here.pen == Pen::Drawing);
        } else if here.pen == Pen::Down && now.pen == Pen::Up {
            line(vec![here.at], false);
        }
        cross.set(Some(now));
    };
    // The pen is lifted by whoever goes elsewhere; a dot that was begun is no line yet.
    let leave = move |_| cross.set(None);
    rsx! {
        div { class: "stack close",
            p { id: "paper-how", class: "small soft", {words.get("drawing-how")} }
            p { id: "paper-keys", class: "small soft", {words.get("drawing-keys")} }
        }
        div {
            id: "paper",
            class: "paper",
            tabindex: "0",
            role: "application",
            "aria-label": words.get("drawing-paper"),
            "aria-describedby": "paper-how paper-keys",
            "data-pad": "{WIDE} {HIGH}",
            "data-colour": colour.rgb(),
            "data-width": "{width.steps()}",
            onkeydown: key,
            onblur: leave,
            svg { view_box: "0 0 {WIDE} {HIGH}", "aria-hidden": "true",
                g { class: "drawn",
                    Lines { strokes }
                }
                // Filled by the page alone; a new key empties it.
                for count in [lost] {
                    g { key: "{count}", class: "live", "data-live": "" }
                }
                if let Some(cross) = cross() {
                    g { class: if cross.pen == Pen::Up { "cross" } else { "cross down" },
                        path { d: sign(cross.at) }
                    }
                }
            }
            input {
                r#type: "text",
                hidden: true,
                "data-strokes": "",
                oninput: move |event| {
                    let value = event.value();
                    let Some((goes_on, points)) = value.split_once(' ') else { return };
                    if let Some(points) = read_points(points) {
                        line(points, goes_on == "1");
                    }
                },
            }
        }
        p { class: "small soft", role: "status",
            if let Some(cross) = cross() {
                {words.say(if cross.pen == Pen::Up { words::Key("pen-up") } else { words::Key("pen-down") })}
            }
        }
    }
}

impl Cross {
    fn moved(self, right: i32, down: i32, small: bool) -> Self {
        let press = if small { SMALL_PRESS } else { PRESS };
        let at = Point::new(i32::from(self.at.x()) + right * press, i32::from(self.at.y()) + down * press);
        let moves = self.pen == Pen::Down && at != self.at;
        Self { at, pen: if moves { Pen::Drawing } else { self.pen } }
    }
}

fn middle() -> Point {
    Point::new(i32::from(WIDE) / 2, i32::from(HIGH) / 2)
}

/// Two strokes that meet at a point.
fn sign(at: Point) -> String {
    const ARM: i32 = 260;
    let (x, y) = (i32::from(at.x()), i32::from(at.y()));
    format!("M{} {y}h{}M{x} {}v{}", x - ARM, 2 * ARM, y - ARM, 2 * ARM)
}
