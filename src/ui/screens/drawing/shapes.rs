//! Shapes to choose and put on the paper: a drawing without drawing.

use crate::{
    care::journal::{Colour, Line, LineWidth, Shape, Spot},
    ui::{here::use_here, parts::Button, words::Key},
};
use dioxus::prelude::*;

#[component]
pub(super) fn Shapes(colour: Colour, width: LineWidth, on_line: EventHandler<Line>) -> Element {
    let words = use_here().words();
    let mut shape = use_signal(Shape::default);
    let mut spot = use_signal(Spot::default);
    rsx! {
        details { class: "fold",
            summary { {words.get("shapes")} }
            div { class: "stack",
                div { class: "field",
                    label { r#for: "shape", {words.get("shape")} }
                    select {
                        id: "shape",
                        onchange: move |event| {
                            if let Some(chosen) = Shape::of_code(&event.value()) {
                                shape.set(chosen);
                            }
                        },
                        for one in Shape::ALL {
                            option { key: "{one.code()}", value: one.code(), selected: one == shape(),
                                {words.say(shape_name(one))}
                            }
                        }
                    }
                }
                div { class: "field",
                    label { r#for: "spot", {words.get("spot")} }
                    select {
                        id: "spot",
                        onchange: move |event| {
                            if let Some(chosen) = event.value().parse().ok().and_then(Spot::of_number) {
                                spot.set(chosen);
                            }
                        },
                        for one in Spot::ALL {
                            option {
                                key: "{one.number()}",
                                value: "{one.number()}",
                                selected: one == spot(),
                                {words.say(spot_name(one))}
                            }
                        }
                    }
                }
                Button {
                    wide: true,
                    label: words.get("shape-add"),
                    on_press: move |()| {
                        let points = shape.peek().at(*spot.peek());
                        on_line.call(Line { colour, width, points, goes_on: false });
                    },
                }
            }
        }
    }
}

const fn shape_name(shape: Shape) -> Key {
    match shape {
        Shape::Circle => Key("shape-circle"),
        Shape::Line => Key("shape-line"),
        Shape::Wave => Key("shape-wave"),
        Shape::Spiral => Key("shape-spiral"),
        Shape::Square => Key("shape-square"),
        Shape::Triangle => Key("shape-triangle"),
        Shape::Star => Key("shape-star"),
        Shape::Heart => Key("shape-heart"),
    }
}

const fn spot_name(spot: Spot) -> Key {
    match spot.number() {
        0 => Key("spot-top-left"),
        1 => Key("spot-top"),
        2 => Key("spot-top-right"),
        3 => Key("spot-left"),
        5 => Key("spot-right"),
        6 => Key("spot-bottom-left"),
        7 => Key("spot-bottom"),
        8 => Key("spot-bottom-right"),
        _ => Key("spot-middle"),
    }
}
