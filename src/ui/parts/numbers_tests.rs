//! What a contact of the clinic opens, whatever the clinic wrote.

use super::*;

#[test]
fn a_number_opens_as_it_is_dialled() {
    assert_eq!(address(Way::Phone, "+1 (303) 555-0140"), "tel:+13035550140");
    assert_eq!(address(Way::Text, "988"), "sms:988");
}

#[test]
fn nothing_but_a_number_can_be_dialled_and_nothing_but_https_opened() {
    assert_eq!(address(Way::Phone, "911;phone-context=javascript:x"), "tel:911");
    assert_eq!(address(Way::Web, "http://clinic.example"), "https://clinic.example");
    assert_eq!(address(Way::Web, "https://clinic.example/contact"), "https://clinic.example/contact");
    assert!(address(Way::Web, "javascript:alert(1)").starts_with("https://"));
    assert!(address(Way::Web, "file:///etc/passwd").starts_with("https://"));
}
