//! Preparing, seen in the window: the page with the times and medicines, things to do that are ticked, the intention.

use crate::{
    driver::Phone,
    looks::{DARK, LARGE, LIGHT, Look},
};

const CANARY: &str = "heron on the far bank";

impl Look {
    /// Everything around preparing that somebody reaches with the sample plan.
    async fn preparing(self) {
        let phone = Phone::new();
        let window = self.at(&phone, &["--practice"], &[]).await;
        window.sees("See how to prepare").await;
        window.sees("Your clinic wrote about your medicines. Please read it.").await;
        self.of(&window, "prepare-today").await;

        window.press("See how to prepare").await;
        window.sees("Last clear drink").await;
        window.sees("Do not stop or skip any medicine").await;
        self.of(&window, "prepare-top").await;
        window.press("How long is that?").await;
        window.sees("Last food: in").await;
        for heading in ["medicines", "bring", "call-if"] {
            let there = format!("document.getElementById('{heading}').scrollIntoView({{block: 'start'}});");
            window.client.execute(&there, Vec::new()).await.unwrap();
            self.of(&window, &format!("prepare-{heading}")).await;
        }
        window.press("I have read this").await;
        window.sees("You read this:").await;

        window.press("All things to do").await;
        window.pick("Practice slow breathing").await;
        window.sees("Done").await;
        window.types("Add something of your own", CANARY).await;
        window.press("Add").await;
        window.sees("Your own, only on this phone").await;
        let left = "return document.getElementById('own-item').value;";
        let left = window.client.execute(left, Vec::new()).await.unwrap();
        assert_eq!(left.as_str(), Some(""), "the place to write in is empty again");
        self.of(&window, "to-do").await;
        window.press("Remove").await;
        window.sees_no_more(CANARY).await;
        window.press("Undo").await;
        window.sees(CANARY).await;

        window.press("Write or change it").await;
        window.types("What do I want to bring to this session?", CANARY).await;
        window.back().await;
        window.press("Write or change it").await;
        window.press("Save").await;
        window.sees("Kept here:").await;
        self.of(&window, "intention").await;
        assert!(phone.keeps_secret(CANARY));
        window.kill();

        let window = self.at(&phone, &[], &[]).await;
        window.press("All things to do").await;
        window.sees(CANARY).await;
        window.sees("Practice slow breathing").await;
    }
}

#[tokio::test]
async fn light_preparing() {
    LIGHT.preparing().await;
}

#[tokio::test]
async fn dark_preparing() {
    DARK.preparing().await;
}

#[tokio::test]
async fn narrow_with_large_text_preparing() {
    LARGE.preparing().await;
}
