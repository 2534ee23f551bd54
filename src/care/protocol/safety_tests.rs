//! A clinic may say all of it, some of it or nothing; what it leaves out is as documented.

use super::*;
use serde_json::json;

fn read(value: &serde_json::Value) -> Result<Safety, serde_json::Error> {
    serde_json::from_str(&value.to_string())
}

#[test]
fn what_is_left_out_is_as_documented() {
    let nothing = read(&json!({})).unwrap();
    assert_eq!((nothing.call_after(), nothing.pinned_for()), (TimeDelta::minutes(15), TimeDelta::hours(24)));
    assert_eq!(nothing.tell, None);
    let some = read(&json!({ "call_after_min": 5, "pinned_hours": { "value": 4.5, "src": "CD" } })).unwrap();
    assert_eq!((some.call_after(), some.pinned_for()), (TimeDelta::minutes(5), TimeDelta::minutes(270)));
}

#[test]
fn it_is_the_same_after_it_was_written_and_read_again() {
    let all = json!({ "call_after_min": 5, "pinned_hours": { "value": 4.5 }, "tell": "PractitionerRole/on-call.1" });
    let safety = read(&all).unwrap();
    assert_eq!(read(&serde_json::to_value(&safety).unwrap()).unwrap(), safety);
    assert_eq!(safety.tell.unwrap().to_string(), "PractitionerRole/on-call.1");
}

#[test]
fn only_somebody_at_the_clinic_can_be_told() {
    for wrong in
        ["Patient/me", "RelatedPerson/mum", "CareTeam", "CareTeam/", "CareTeam/a/b", "careteam/a", "call me"]
    {
        assert!(wrong.parse::<Recipient>().is_err(), "{wrong}");
    }
    for kind in KINDS {
        assert!(format!("{kind}/1").parse::<Recipient>().is_ok(), "{kind}");
    }
}
