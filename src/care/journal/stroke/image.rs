//! A drawing as a picture that other programs can show (SVG 1.1): numbers, and the patient's title as text.

use super::{Colour, HIGH, Stroke, WIDE, written};

/// The whole drawing. What is in the title can be no markup.
#[must_use]
pub fn image(strokes: &[Stroke], title: Option<&str>) -> String {
    let title = title.map(|title| format!("<title>{}</title>", as_text(title))).unwrap_or_default();
    let lines: String = strokes.iter().map(line).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDE} {HIGH}\" width=\"800\" height=\"1000\">{title}\
         <rect width=\"{WIDE}\" height=\"{HIGH}\" fill=\"{}\"/>\
         <g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">{lines}</g></svg>\n",
        Colour::PAPER
    )
}

fn line(stroke: &Stroke) -> String {
    let line = &stroke.line;
    // A line of one point has no length, and is seen as a dot only if it ends where it began.
    let points = written(&line.points);
    let points = if line.points.len() == 1 { format!("{points} {points}") } else { points };
    format!(
        "<polyline stroke=\"{}\" stroke-width=\"{}\" points=\"{points}\"/>",
        line.colour.rgb(),
        line.width.steps()
    )
}

/// Letters that XML would read as its own are written as references; what XML does not allow at all is left out.
fn as_text(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '\t' | '\n' | '\r' => text.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => text.push(letter),
        }
    }
    text
}
