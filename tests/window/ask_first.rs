//! Somebody who is no patient yet puts a first message together; it goes nowhere by itself and is kept nowhere.

use crate::{
    driver::Phone,
    looks::{DARK, LARGE, LIGHT, Look},
};
use fantoccini::Locator;

const QUESTION: &str = "What does a first talk cost? (marsh harrier)";

async fn asked(look: Look) {
    let phone = Phone::new();
    let window = look.at(&phone, &[], &[]).await;
    window.sees("Not a patient yet?").await;
    window.press("Write a first message").await;
    window.sees("Leave out your health").await;
    assert!(!window.shows("Today").await, "there is no Today to go back to");
    look.of(&window, "ask-first").await;
    window.types("Your name, if you like", "Robin").await;
    window.pick("Evenings").await;
    window.types("What do you want to ask?", QUESTION).await;
    window.types("The clinic’s email or number, if you have it", "hello@clinic.example").await;
    window.sees("My name is Robin.").await;
    window.sees("I have time: evenings.").await;
    window.sees(QUESTION).await;
    let mail = window.client.find(Locator::Css("a[href^='mailto:']")).await.unwrap();
    let link = mail.attr("href").await.unwrap().unwrap();
    assert!(link.starts_with("mailto:hello@clinic.example?subject=A%20first%20talk"), "{link}");
    assert!(link.contains("marsh%20harrier"), "{link}");
    look.of(&window, "ask-first-whole").await;

    window.press("Help").await;
    window.sees("In danger right now").await;
    window.back().await;
    window.sees(QUESTION).await;
    assert!(phone.keeps_secret("marsh harrier"), "it is kept nowhere");
}

#[tokio::test]
async fn a_first_message_is_put_together() {
    asked(LIGHT).await;
}

#[tokio::test]
async fn a_first_message_is_put_together_in_the_dark() {
    asked(DARK).await;
}

#[tokio::test]
async fn a_first_message_is_put_together_at_twice_the_text_on_a_narrow_phone() {
    asked(LARGE).await;
}
