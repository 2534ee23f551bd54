//! Links carry a text to the letter, and nothing typed into them becomes another part of the link.

use super::*;

#[test]
fn links_carry_the_text_as_it_is() {
    let text = "Hi Ana & José + 1?\nCall #2, 100 %";
    let sms = sms_link(Some(&Private::new("+1 (207) 555-0199")), text);
    assert_eq!(
        sms,
        "sms:+12075550199?body=Hi%20Ana%20%26%20Jos%C3%A9%20%2B%201%3F%0ACall%20%232%2C%20100%20%25"
    );
    let mail = mail_link(None, "Taking me home", text);
    assert!(mail.starts_with("mailto:?subject=Taking%20me%20home&body=Hi%20Ana%20%26"), "{mail}");
    assert!(mail.contains("1%3F%0D%0ACall"), "{mail}");
    let link = url::Url::parse(&mail).unwrap();
    let (_, body) = link.query_pairs().find(|(name, _)| name == "body").unwrap();
    assert_eq!(body.replace("\r\n", "\n"), text);
}

#[test]
fn an_address_stays_an_address() {
    assert_eq!(mail_link(Some("a@b.example"), "s", "t"), "mailto:a@b.example?subject=s&body=t");
    let sly = mail_link(Some("a@b.example?bcc=c@d.example&x"), "s", "t");
    assert_eq!(sly, "mailto:a@b.example%3Fbcc%3Dc@d.example%26x?subject=s&body=t");
}
