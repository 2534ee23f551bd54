//! What is put in stands where its name stood, and nothing else of the clinic's words changes.

use super::*;
use proptest::prelude::*;

#[test]
fn a_name_in_braces_is_replaced_and_an_unknown_one_stays() {
    let values = [("time", "3:00 am"), ("h", "24")];
    assert_eq!(fill("Nothing to eat after {time}.", &values), "Nothing to eat after 3:00 am.");
    assert_eq!(fill("{h}{h} {x} {", &values), "2424 {x} {");
    assert_eq!(fill("} {time", &values), "} {time");
    assert_eq!(placeholders("{a} and {b c} } {"), ["a", "b c"]);
}

#[test]
fn what_is_put_in_is_not_filled_again() {
    assert_eq!(fill("{a} {b}", &[("a", "{b}"), ("b", "2")]), "{b} 2");
}

proptest! {
    #[test]
    fn without_values_every_text_stays_as_it_is(text in "[{}ab é]{0,20}") {
        prop_assert_eq!(fill::<&str, &str>(&text, &[]), text);
    }
}
