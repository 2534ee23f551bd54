//! Every way a server may page, and when a list may be called complete.

use super::*;

/// A walk with pages of two, after pages that were `[(ids, link, total)]`.
fn walked(pages: &[(&[&str], Option<&str>, Option<usize>)]) -> Pages {
    let mut walk = Pages::begin(Ask::all("Appointment"), 2);
    for page in pages {
        turned(&mut walk, page);
    }
    walk
}

fn turned(walk: &mut Pages, (ids, link, total): &(&[&str], Option<&str>, Option<usize>)) {
    walk.turned += 1;
    let before = walk.seen.len();
    walk.seen.extend(ids.iter().map(|id| Id::new(*id).unwrap()));
    let news = walk.seen.len() > before;
    walk.next_after(link.map(str::to_owned), ids.len(), *total, news);
}

fn offset(walk: &Pages) -> bool {
    matches!(walk.next, Next::Ask(_))
}

fn is_over(walk: &Pages) -> bool {
    matches!(walk.next, Next::End)
}

#[test]
fn a_last_page_makes_the_list_complete() {
    assert!(walked(&[(&["a"], None, None)]).complete);
    assert!(walked(&[(&[], None, None)]).complete);
    assert!(walked(&[(&["a", "b"], Some("?2"), None), (&["c"], None, None)]).complete);
    assert!(walked(&[(&["a", "b"], None, Some(2))]).complete);
}

#[test]
fn signposts_are_followed_but_not_round_in_circles() {
    let walk = walked(&[(&["a", "b"], Some("?2"), None)]);
    assert!(matches!(&walk.next, Next::Link(link) if link == "?2"));
    assert_eq!(walk.cursor().as_deref(), Some("- ?2"));
    let walk = walked(&[(&["a", "b"], Some("?2"), None), (&["a", "b"], Some("?2"), None)]);
    assert!(is_over(&walk) && !walk.complete);
}

#[test]
fn without_signposts_full_pages_are_counted_on() {
    assert!(offset(&walked(&[(&["a", "b"], None, None)])));
    // It says that there are more than it showed, though the page was not full.
    assert!(offset(&walked(&[(&["a"], None, Some(2))])));
    let walk = walked(&[(&["a", "b"], None, None), (&[], None, None)]);
    assert!(is_over(&walk) && walk.complete);
}

#[test]
fn a_server_that_does_not_count_on_leaves_the_list_incomplete() {
    let walk = walked(&[(&["a", "b"], None, None), (&["a", "b"], None, None)]);
    assert!(is_over(&walk) && !walk.complete);
    let walk = walked(&[(&["a"], None, Some(5)), (&[], None, Some(5))]);
    assert!(is_over(&walk) && !walk.complete);
}

#[test]
fn what_was_resumed_is_never_complete() {
    let mut walk = Pages::resume(Ask::all("Appointment"), 2, "2026-03-01T12:00:00+00:00 ?3").unwrap();
    assert_eq!(walk.cursor().as_deref(), Some("2026-03-01T12:00:00+00:00 ?3"));
    turned(&mut walk, &(&["e"], None, Some(5)));
    assert!(is_over(&walk) && !walk.complete);
}

#[test]
fn a_server_that_never_ends_is_left() {
    let mut walk = Pages::begin(Ask::all("Appointment"), 1);
    for page in 0..MOST_PAGES {
        assert!(!is_over(&walk));
        let id = format!("v{page}");
        turned(&mut walk, &(&[id.as_str()], Some("?more"), None));
    }
    assert!(is_over(&walk) && !walk.complete);
}
