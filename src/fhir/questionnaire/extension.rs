//! The extensions of forms: which are read, which make a form unusable here, and which change nothing that is asked.
//!
//! HL7 has given many of them several addresses over time (`minValue` was `questionnaire-minValue` before), so they go
//! by the name that remains without them. An extension that is not in this table and not HL7's is passed over, as FHIR
//! asks for: what must not be passed over travels as a `modifierExtension`, and each of those refuses the form.
//!
//! | extension | here | why |
//! |---|---|---|
//! | hidden, usageMode, minOccurs, maxOccurs, minValue, maxValue, minQuantity, maxQuantity, minLength, maxDecimalPlaces, maxSize, mimeType, sliderStepValue, unit, unitOption, unitValueSet, entryFormat | read | they bound what is asked and answered |
//! | itemControl, choiceOrientation, displayCategory | read | wishes of how it looks; one that is not known is passed over |
//! | ordinalValue, itemWeight, optionPrefix, label, optionExclusive | read | they belong to an option |
//! | variable, calculatedExpression, enableWhenExpression, constraint, targetConstraint | read | `FHIRPath`, as far as `fhirpath::check` knows it |
//! | answerExpression, candidateExpression, answerOptionsToggleExpression, answerConstraint | refused | the answers to choose from would be others |
//! | initialExpression, cqf-expression, cqf-calculatedValue | refused | an answer, a text or a limit would be another than the one written in the form |
//! | contextExpression | refused | the patient would answer without what the author wants shown |
//! | regex | refused | an answer the author rules out could be sent; `targetConstraint` says the same and is read |
//! | subQuestionnaire, assemble-expectation (unless independent), questionnaireAdaptive | refused | questions are still to come from elsewhere |
//! | signatureRequired | refused | it would never be complete: nothing can be signed here |
//! | any other of SDC's whose name ends in `Expression` | refused | it decides something nobody here knows |
//! | launchContext, itemPopulationContext, sourceQueries, sourceStructureMap, observationLinkPeriod | passed over | they fill a form in beforehand, elsewhere; an expression that relies on them is refused by itself |
//! | observationExtract, definitionExtract, templateExtract, itemExtractionContext, targetStructureMap and the like | passed over | what the clinic makes of the answers afterwards |
//! | collapsible, columnCount, width, choiceColumn, openLabel, shortText, keyboard, entryMode, itemMedia, itemAnswerMedia, rendering-*, supportLink | passed over | looks; SDC says that the texts must stand without them, and `rendering-criticalExtension`, a modifier, where they do not |
//! | optionalDisplay, performerType, isSubject, endpoint, preferredTerminologyServer, unitOpen, designNote, derivationType and the like | passed over | for authors and servers; of the units, those listed may be chosen |

use super::spot::Spot;

/// Where HL7 keeps extensions; the longest first.
const HOMES: [&str; 5] = [
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-",
    "http://hl7.org/fhir/StructureDefinition/valueset-",
    "http://hl7.org/fhir/StructureDefinition/",
];

/// R5's `answerConstraint` in an R4 form.
const ANSWER_CONSTRAINT: &str =
    "http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.answerConstraint";

const REFUSED: [&str; 9] = [
    "answerExpression",
    "candidateExpression",
    "answerOptionsToggleExpression",
    "initialExpression",
    "contextExpression",
    "regex",
    "subQuestionnaire",
    "questionnaireAdaptive",
    "signatureRequired",
];

/// Expressions that are read.
const READ: [&str; 2] = ["calculatedExpression", "enableWhenExpression"];

/// What takes the place of the value it stands at, whichever that is.
const COMPUTING: [&str; 2] = ["cqf-expression", "cqf-calculatedValue"];

/// HL7's own name for the extension at `url`; `None` for one of somebody else.
pub(super) fn name_of(url: &str) -> Option<&str> {
    let bare = url.split('|').next().unwrap_or(url);
    HOMES.iter().find_map(|home| bare.strip_prefix(home))
}

/// The last part of an address.
pub(super) fn tail(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or(url)
}

/// True for an extension that replaces the value it stands at.
pub(super) fn computes(url: &str) -> bool {
    name_of(url).is_some_and(|name| COMPUTING.contains(&name))
}

/// Notes every extension of this element that a form must not have.
pub(super) fn refuse(spot: &Spot<'_>) {
    for extension in spot.list("extension") {
        let Some(url) = extension.text("url") else { continue };
        let is_refused = match name_of(&url) {
            Some("assemble-expectation") => {
                let code = extension.fields.get("valueCode").and_then(|code| code.as_str());
                !code.is_some_and(|code| code.starts_with("independent"))
            }
            Some("questionnaireAdaptive") => extension.fields.get("valueBoolean") != Some(&false.into()),
            Some(name) => REFUSED.contains(&name) || (name.ends_with("Expression") && !READ.contains(&name)),
            None => url == ANSWER_CONSTRAINT,
        };
        if is_refused {
            spot.note(format!("extension {}", tail(&url)));
        }
    }
}
