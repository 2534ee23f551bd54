//! Where something the patient made is, in one small line; only [`Delivery`] may say so.

use super::{Sign, WhereLine};
use crate::{care::Delivery, ui::here::use_here};
use dioxus::prelude::*;

/// "On this phone", "Sent 2:02 pm", "Needs your attention" or "Stays on this phone".
#[component]
pub fn SyncLine(
    delivery: Delivery,
    /// What needs attention leads on to the details, which say why and what to do.
    #[props(default)]
    leads: bool,
) -> Element {
    let here = use_here();
    let words = here.words();
    let (sign, said) = match delivery {
        Delivery::OnThisPhone => (Sign::Phone, words.get("on-this-phone")),
        Delivery::Sent(at) => (Sign::Sent, words.with("sent-at", [("time", here.stamp(at).into())])),
        Delivery::NeedsAttention(_) => (Sign::Attention, words.get("needs-attention")),
        Delivery::StaysHere => (Sign::Phone, words.get("stays-here")),
    };
    rsx! {
        WhereLine { sign, leads, "{said}" }
    }
}
