//! The window by keys alone: where the focus is, where Tab leads, and what is pressed there.

use crate::driver::Running;
use serde_json::json;

/// Keys that have no letter, as `WebDriver` names them.
pub const RELEASED: &str = "\u{e000}";
pub const TAB: &str = "\u{e004}";
pub const ENTER: &str = "\u{e007}";
pub const SHIFT: &str = "\u{e008}";
pub const CONTROL: &str = "\u{e009}";
pub const LEFT: &str = "\u{e012}";
pub const RIGHT: &str = "\u{e014}";
pub const DOWN: &str = "\u{e015}";

/// More than any screen has places to stop at.
const MANY: usize = 80;

impl Running {
    /// Presses keys wherever the focus is.
    pub async fn key(&self, keys: &str) {
        self.client.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// Moves on with Tab until what has the focus is what `is` looks for; never a pointer.
    pub async fn tabs_to(&self, is: &str) {
        let ask = format!("const at = document.activeElement; return {is};");
        for _ in 0..MANY {
            if self.client.execute(&ask, Vec::new()).await.unwrap() == json!(true) {
                return;
            }
            self.key(TAB).await;
        }
        panic!("Tab does not lead to {is}:\n{}", self.text().await);
    }

    /// Moves on with Tab to what has this id, this label or these words.
    pub async fn tabs_to_named(&self, name: &str) {
        let names = "[at.id, at.closest('label')?.textContent, at.textContent]";
        self.tabs_to(&format!("{names}.some(own => own?.trim() === {})", json!(name))).await;
    }

    /// Moves on with Tab to what is named so, and presses Enter there.
    pub async fn enters(&self, name: &str) {
        self.tabs_to_named(name).await;
        self.key(ENTER).await;
    }
}
