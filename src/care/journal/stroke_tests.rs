//! Drawings are numbers on a sheet, seen by day and by night, and never markup.

use super::*;

fn stroke(points: &[(i32, i32)]) -> Stroke {
    let points = points.iter().map(|(x, y)| Point::new(*x, *y)).collect();
    let line = Line { colour: Colour::Blue, width: LineWidth::Fine, points, goes_on: false };
    Stroke { place: 1, line }
}

#[test]
fn points_come_back_as_they_were_written() {
    let points = [Point::new(0, 12), Point::new(9_999, 12_500)];
    assert_eq!(written(&points), "0,12 9999,12500");
    assert_eq!(read_points("0,12 9999,12500").unwrap(), points);
}

#[test]
fn only_numbers_are_points() {
    for odd in ["", " ", "1", "1,", "1,2 3", "-1,2", "1,2;3,4", "1,<b>", "1.5,2", "99999,1", "1,2,3"] {
        assert_eq!(read_points(odd), None, "{odd}");
    }
}

#[test]
fn what_lies_off_the_paper_is_drawn_at_its_edge() {
    assert_eq!(Point::new(-5, 70_000), Point::new(0, HIGH.into()));
    assert_eq!(read_points("65535,1").unwrap(), [Point::new(WIDE.into(), 1)]);
}

#[test]
fn a_simpler_line_keeps_its_ends_and_its_corners() {
    let straight: Vec<Point> = (0..500).map(|x| Point::new(x * 10, 300)).collect();
    assert_eq!(simpler(&straight, 5), [straight[0], straight[499]]);
    let corner: Vec<Point> =
        (0..100).map(|x| Point::new(x, 0)).chain((0..100).map(|y| Point::new(99, y))).collect();
    assert_eq!(simpler(&corner, 5), [Point::new(0, 0), Point::new(99, 0), Point::new(99, 99)]);
    assert_eq!(simpler(&[], 5), []);
    assert_eq!(simpler(&straight[..1], 5), straight[..1]);
}

#[test]
fn a_title_is_never_markup() {
    let drawn = image(&[stroke(&[(1, 2), (3, 4)])], Some("<script>alert(1)</script> & \u{1}me"));
    assert!(drawn.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; me"));
    assert!(!drawn.contains("<script"));
    assert!(drawn.contains("points=\"1,2 3,4\""));
}

#[test]
fn a_dot_is_seen() {
    assert!(image(&[stroke(&[(7, 8)])], None).contains("points=\"7,8 7,8\""));
}

/// The luminance of WCAG 2.2, from 0 to 1.
fn luminance(rgb: &str) -> f64 {
    let part = |at: usize| f64::from(u8::from_str_radix(&rgb[at..at + 2], 16).unwrap()) / 255.0;
    let linear =
        |value: f64| if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(part(1)) + 0.7152 * linear(part(3)) + 0.0722 * linear(part(5))
}

#[test]
fn every_colour_stands_out_from_the_paper() {
    for colour in Colour::ALL {
        let contrast = (luminance(Colour::PAPER) + 0.05) / (luminance(colour.rgb()) + 0.05);
        assert!(contrast >= 4.5, "{colour:?}: {contrast:.2}");
    }
}

#[test]
fn every_shape_lies_on_the_paper_wherever_it_is_put() {
    for shape in Shape::ALL {
        for spot in Spot::ALL {
            let points = shape.at(spot);
            assert!(points.len() > 1);
            let off =
                |point: &Point| point.x() == 0 || point.x() == WIDE || point.y() == 0 || point.y() == HIGH;
            assert!(!points.iter().any(off), "{shape:?} is cut at {spot:?}");
        }
    }
    let numbers: Vec<u8> = Spot::ALL.map(Spot::number).to_vec();
    assert_eq!(numbers, (0..9).collect::<Vec<u8>>());
}

#[test]
fn nothing_of_a_drawing_is_in_a_log() {
    let logged = format!("{:?}", stroke(&[(1234, 5678)]));
    assert!(!logged.contains("1234") && !logged.contains("5678"), "{logged}");
}
