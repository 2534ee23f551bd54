//! Puts Help together from what is on the phone, whoever is here.

use super::Records;
use crate::{
    app::{
        AppError, Cairn,
        home::Home,
        read::{Help, HelpNumber, NumberKind},
    },
    care::{Clinic, Way, protocol::HelpLine, protocol::Protocol},
    platform::language,
};

/// Shown while no clinic has said better: region, emergency number, crisis line (care/protocol.md, `numbers`).
const KNOWN: [(&str, &str, &str); 1] = [("US", "911", "988 call or text")];

impl Cairn {
    /// Whom to call. It never fails for want of a clinic, a network or a store: then it shows what is left.
    pub async fn help(&self) -> Help {
        let found = self.look(|home, reader| Ok((home.is_practice(), Records::load(home, reader)?))).await;
        let (practice, records) = match found {
            Ok(found) => found,
            Err(AppError::NobodyHere) => (false, Records::default()),
            Err(error) => {
                tracing::warn!(%error, "help shows only what needs no store");
                (false, Records::default())
            }
        };
        of_records(&records, practice)
    }
}

/// Whom to call, by these records.
pub(super) fn of_records(records: &Records, practice: bool) -> Help {
    build(records, practice, phone_region().as_deref())
}

/// Ways to reach the clinic, by these records.
pub(super) fn of_clinic(home: &Home, records: &Records) -> Vec<HelpNumber> {
    let mut numbers = of_records(records, home.is_practice()).numbers;
    numbers.retain(|number| number.kind == NumberKind::Clinic);
    numbers
}

fn build(records: &Records, practice: bool, phone_region: Option<&str>) -> Help {
    let (protocol, clinic) = (records.protocol(), records.clinic());
    // A number to call stays right when the plan is over or cannot be read; words about what to do may not.
    let with_numbers = protocol.or_else(|| records.protocols.values().next());
    let mut numbers = region_numbers(with_numbers, phone_region);
    numbers.extend(clinic_numbers(with_numbers, clinic));
    Help {
        clinic_name: clinic.map(|clinic| clinic.name.clone()),
        numbers,
        emergency_signs: protocol.map(|protocol| protocol.emergency_signs().to_vec()).unwrap_or_default(),
        clinic_signs: protocol.map(|protocol| protocol.clinic_signs().to_vec()).unwrap_or_default(),
        reviewed_by: protocol.and_then(Protocol::reviewed_by).map(str::to_owned),
        practice,
    }
}

/// Emergency and crisis numbers: of the region the clinic works in, else of the region the phone is set to.
fn region_numbers(protocol: Option<&Protocol>, phone_region: Option<&str>) -> Vec<HelpNumber> {
    let of_clinic = protocol.and_then(|protocol| {
        let region = protocol.template.region()?;
        let numbers = protocol.numbers();
        let emergency = numbers.emergency.get(region)?;
        Some([Some(emergency.clone()), numbers.crisis.get(region).cloned()])
    });
    let of_phone = || {
        let (_, emergency, crisis) = KNOWN.iter().find(|(region, ..)| phone_region == Some(region))?;
        Some([emergency.parse().ok(), crisis.parse().ok()])
    };
    let found = of_clinic.or_else(of_phone).unwrap_or_default();
    let kinds = [NumberKind::Emergency, NumberKind::Crisis];
    let lines = found.into_iter().zip(kinds).filter_map(|(line, kind)| Some((line?, kind)));
    lines.flat_map(|(line, kind)| of_line(&line, kind)).collect()
}

/// The clinic's numbers: those of its protocol, then those it gave with its address, each once.
fn clinic_numbers(protocol: Option<&Protocol>, clinic: Option<&Clinic>) -> Vec<HelpNumber> {
    let numbers = protocol.map(Protocol::numbers);
    let of_protocol = numbers.map(|numbers| [&numbers.clinic_hours, &numbers.clinic_after_hours]);
    let of_protocol = of_protocol.into_iter().flatten().flatten();
    let mut all: Vec<_> = of_protocol.flat_map(|line| of_line(line, NumberKind::Clinic)).collect();
    for contact in clinic.iter().flat_map(|clinic| &clinic.contacts) {
        match all
            .iter_mut()
            .find(|known| known.way == contact.way && same_number(&known.value, &contact.value))
        {
            Some(known) => known.label = known.label.take().or_else(|| contact.label.clone()),
            None if matches!(contact.way, Way::Phone | Way::Text) => all.push(HelpNumber {
                kind: NumberKind::Clinic,
                way: contact.way,
                value: contact.value.clone(),
                label: contact.label.clone(),
            }),
            None => {}
        }
    }
    all
}

fn of_line(line: &HelpLine, kind: NumberKind) -> Vec<HelpNumber> {
    let number = |contact: crate::care::Contact| HelpNumber {
        kind,
        way: contact.way,
        value: contact.value,
        label: contact.label,
    };
    line.contacts().map(number).collect()
}

fn same_number(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    digits(one) == digits(other)
}

/// The region the phone is set to: the `US` of `en-US`.
fn phone_region() -> Option<String> {
    let tag = language::preferred()?;
    let region = tag.split(['-', '_', '.']).nth(1)?;
    (region.len() == 2).then(|| region.to_ascii_uppercase())
}
