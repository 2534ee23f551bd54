//! Where something the patient made is, in one small line; only [`Delivery`] may say so.

use super::{Icon, Sign};
use crate::{care::Delivery, ui::here::use_here};
use dioxus::prelude::*;

/// "On this phone", "Sent 2:02 pm", "Needs your attention" or "Stays on this phone".
#[component]
pub fn SyncLine(delivery: Delivery) -> Element {
    let here = use_here();
    let words = here.words();
    let (sign, said) = match delivery {
        Delivery::OnThisPhone => (Sign::Phone, words.get("on-this-phone")),
        Delivery::Sent(at) => (Sign::Sent, words.with("sent-at", [("time", here.stamp(at).into())])),
        Delivery::NeedsAttention(_) => (Sign::Attention, words.get("needs-attention")),
        Delivery::StaysHere => (Sign::Phone, words.get("stays-here")),
    };
    let attention = matches!(delivery, Delivery::NeedsAttention(_));
    rsx! {
        span { class: if attention { "sync attention" } else { "sync" },
            Icon { sign, little: true }
            "{said}"
        }
    }
}
