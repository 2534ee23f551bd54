//! The box of pencils: six colours and three widths, each with its word.

use crate::{
    care::journal::{Colour, LineWidth},
    ui::{here::use_here, words::Key},
};
use dioxus::prelude::*;

#[component]
pub(super) fn Pencils(colour: Signal<Colour>, width: Signal<LineWidth>) -> Element {
    let words = use_here().words();
    let (mut colour, mut width) = (colour, width);
    rsx! {
        fieldset { class: "part",
            legend { {words.get("drawing-colour")} }
            div { class: "choices",
                for one in Colour::ALL {
                    label { key: "{one.code()}",
                        input {
                            r#type: "radio",
                            name: "colour",
                            checked: colour() == one,
                            onchange: move |_| colour.set(one),
                        }
                        // On the paper they are made for, by night, too.
                        span { class: "swatch", "aria-hidden": "true", style: "color: {one.rgb()}" }
                        {words.say(colour_name(one))}
                    }
                }
            }
        }
        fieldset { class: "part",
            legend { {words.get("drawing-width")} }
            div { class: "choices",
                for one in LineWidth::ALL {
                    label { key: "{one.steps()}",
                        input {
                            r#type: "radio",
                            name: "width",
                            checked: width() == one,
                            onchange: move |_| width.set(one),
                        }
                        {words.say(width_name(one))}
                    }
                }
            }
        }
    }
}

const fn colour_name(colour: Colour) -> Key {
    match colour {
        Colour::Black => Key("colour-black"),
        Colour::Blue => Key("colour-blue"),
        Colour::Green => Key("colour-green"),
        Colour::Orange => Key("colour-orange"),
        Colour::Red => Key("colour-red"),
        Colour::Violet => Key("colour-violet"),
    }
}

const fn width_name(width: LineWidth) -> Key {
    match width {
        LineWidth::Fine => Key("width-fine"),
        LineWidth::Medium => Key("width-medium"),
        LineWidth::Broad => Key("width-broad"),
    }
}
