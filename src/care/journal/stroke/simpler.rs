//! The same line with fewer points (Ramer, Douglas and Peucker): nothing moves further than the eye can tell.

use super::Point;

/// Leaves out every point that lies within `off` steps of the line through those that are kept. The first and the last
/// stay.
#[must_use]
pub fn simpler(points: &[Point], off: u16) -> Vec<Point> {
    let Some(last) = points.len().checked_sub(1) else { return Vec::new() };
    let mut kept = vec![false; points.len()];
    for end in [0, last] {
        if let Some(end) = kept.get_mut(end) {
            *end = true;
        }
    }
    // A list of what is still to be looked at in place of calls within calls: a line may have any number of points.
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        let Some((farthest, distance)) = farthest(points, from, to) else { continue };
        if distance <= f64::from(off) {
            continue;
        }
        if let Some(point) = kept.get_mut(farthest) {
            *point = true;
        }
        open.extend([(from, farthest), (farthest, to)]);
    }
    let chosen = points.iter().zip(kept).filter(|(_, kept)| *kept);
    chosen.map(|(point, _)| *point).collect()
}

/// The point between the two ends that lies farthest from the line between them.
fn farthest(points: &[Point], from: usize, to: usize) -> Option<(usize, f64)> {
    let (start, end) = (points.get(from)?, points.get(to)?);
    let between = points.iter().enumerate().take(to).skip(from + 1);
    let measured = between.map(|(at, point)| (at, distance(*point, *start, *end)));
    measured.max_by(|(_, one), (_, other)| one.total_cmp(other))
}

/// From a point to the line between two others, in steps.
fn distance(point: Point, start: Point, end: Point) -> f64 {
    let flat = |point: Point| (f64::from(point.x), f64::from(point.y));
    let ((px, py), (sx, sy), (ex, ey)) = (flat(point), flat(start), flat(end));
    let (dx, dy) = (ex - sx, ey - sy);
    let length = dx * dx + dy * dy;
    // Where along the line the nearest point lies, from its start (0) to its end (1).
    let along = if length > 0.0 { (((px - sx) * dx + (py - sy) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (px - sx - along * dx).hypot(py - sy - along * dy)
}
