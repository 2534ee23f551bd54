//! `Organization`, `Location`, `Practitioner` and `PractitionerRole`: the clinic's house and people.

use super::super::systems::{CONTACT_REMARK, TIME_ZONE};
use crate::care::Way;
use crate::care::protocol::HelpLine;
use crate::care::sample::{
    AddressSheet, ClinicSheet, ClinicianSheet, NameSheet, Opening, PlaceSheet, Sample,
};
use chrono_tz::Tz;
use serde_json::{Value, json};

pub(super) fn records(sample: &Sample) -> Vec<Value> {
    let mut records = vec![organization(&sample.clinic)];
    records.extend(sample.places.iter().map(|place| location(sample, place)));
    for one in &sample.clinicians {
        records.push(practitioner(one));
        records.push(role(sample, one));
    }
    records
}

fn organization(clinic: &ClinicSheet) -> Value {
    let mut telecom = contact_points(Some(&clinic.phone), None);
    telecom.extend(contact_points(clinic.phone_after_hours.as_ref(), Some("after hours")));
    for (system, value) in [("email", &clinic.email), ("url", &clinic.web)] {
        telecom.extend(value.iter().map(|value| json!({ "system": system, "value": value })));
    }
    json!({
        "resourceType": "Organization",
        "id": clinic.id,
        "extension": [zone(clinic.zone)],
        "active": true,
        "name": clinic.name,
        "telecom": telecom,
        "address": [clinic.address.as_ref().map(address)],
    })
}

fn location(sample: &Sample, place: &PlaceSheet) -> Value {
    let opening = |hours: &Opening| {
        json!({
            "daysOfWeek": hours.days,
            "openingTime": hours.from.time().format("%H:%M:%S").to_string(),
            "closingTime": hours.to.time().format("%H:%M:%S").to_string(),
        })
    };
    json!({
        "resourceType": "Location",
        "id": place.id,
        "extension": [zone(sample.zone_of(&place.id))],
        "status": "active",
        "name": place.name,
        "telecom": contact_points(place.phone.as_ref(), None),
        "address": address(&place.address),
        "managingOrganization": { "reference": format!("Organization/{}", sample.clinic.id) },
        "hoursOfOperation": place.hours.iter().map(opening).collect::<Vec<_>>(),
    })
}

fn practitioner(one: &ClinicianSheet) -> Value {
    json!({ "resourceType": "Practitioner", "id": one.id, "active": true, "name": [name(&one.name)] })
}

fn role(sample: &Sample, one: &ClinicianSheet) -> Value {
    let places = sample.places.iter().map(|place| json!({ "reference": format!("Location/{}", place.id) }));
    json!({
        "resourceType": "PractitionerRole",
        "id": one.id,
        "active": true,
        "practitioner": { "reference": format!("Practitioner/{}", one.id), "display": one.name.line() },
        "organization": { "reference": format!("Organization/{}", sample.clinic.id) },
        "code": [{ "text": one.role }],
        "location": places.collect::<Vec<_>>(),
    })
}

pub(super) fn name(name: &NameSheet) -> Value {
    json!({
        "use": "official",
        "text": name.line(),
        "family": name.family,
        "given": name.given,
        "prefix": [name.prefix],
        "suffix": [name.suffix],
    })
}

fn address(address: &AddressSheet) -> Value {
    json!({
        "line": address.lines,
        "city": address.city,
        "state": address.state,
        "postalCode": address.postal_code,
        "country": address.country,
    })
}

/// A number once for each way it is used.
fn contact_points(line: Option<&HelpLine>, remark: Option<&str>) -> Vec<Value> {
    let point = |way: Way, value: &str| {
        let system = if way == Way::Text { "sms" } else { "phone" };
        let remark = remark.map(|remark| json!({ "url": CONTACT_REMARK, "valueString": remark }));
        json!({ "extension": [remark], "system": system, "value": value, "use": "work" })
    };
    line.into_iter().flat_map(HelpLine::contacts).map(|one| point(one.way, &one.value)).collect()
}

fn zone(zone: Tz) -> Value {
    let [url, _] = TIME_ZONE;
    json!({ "url": url, "valueCode": zone.name() })
}
