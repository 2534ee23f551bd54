//! A number says how it is used, and words are no number.

use super::{HelpLine, is_region};
use crate::care::Way;

#[test]
fn a_number_is_called_unless_it_says_otherwise() {
    let ways = |text: &str| -> Vec<Way> {
        text.parse::<HelpLine>().unwrap().contacts().map(|contact| contact.way).collect()
    };
    assert_eq!(ways("911"), [Way::Phone]);
    assert_eq!(ways("988 call or text"), [Way::Phone, Way::Text]);
    assert_eq!(ways("+1 207 555 0143 text"), [Way::Text]);
}

#[test]
fn the_number_is_kept_as_written() {
    for text in ["911", "988 call or text", "+1 (207) 555-0143 text"] {
        let line: HelpLine = text.parse().unwrap();
        assert_eq!(line.to_string(), text);
        assert_eq!(line.to_string().parse::<HelpLine>().unwrap(), line);
    }
    assert_eq!("988 text or call".parse::<HelpLine>().unwrap().value, "988");
}

#[test]
fn what_cannot_be_dialled_is_refused() {
    for text in ["", "call", "ask at the desk", "988 fax", "() -", "988 call and pray", "1;2"] {
        assert!(text.parse::<HelpLine>().is_err(), "{text:?}");
    }
}

#[test]
fn a_region_is_two_capital_letters() {
    assert!(is_region("US") && !is_region("us") && !is_region("USA") && !is_region(""));
}
