//! What is asked for stays small, and what is granted is read right.

use super::*;

fn granted(text: &str) -> Scopes {
    Scopes::new(text.split(' ').map(str::to_owned))
}

#[test]
fn never_asks_to_delete_nor_for_other_patients() {
    let asked = to_ask(&[]);
    for scope in &asked {
        assert!(!scope.contains('*'), "{scope}");
        let letters = scope.rsplit_once('.').map_or("", |(_, letters)| letters);
        assert!(!letters.contains('d'), "{scope}");
    }
    let shared: Vec<_> = asked.iter().filter(|scope| scope.starts_with("user/")).collect();
    assert_eq!(shared.len(), 8);
    for of_patients in ["Patient", "Observation", "Appointment", "CarePlan", "Binary"] {
        assert!(!shared.iter().any(|scope| scope.contains(&format!("/{of_patients}."))));
    }
}

#[test]
fn asks_to_take_times_only_where_that_is_said_of_times() {
    let asked =
        |offered: &[&str]| to_ask(&offered.iter().map(|scope| (*scope).to_owned()).collect::<Vec<_>>());
    let taken = "user/Slot.crus".to_owned();
    for offered in ["user/Slot.crus", "user/Slot.cruds", "user/Slot.*"] {
        assert!(asked(&["patient/*.*", offered]).contains(&taken), "{offered}");
    }
    for offered in
        ["patient/*.*", "user/*.cruds", "user/Slot.rs", "user/Slot.crus?status=free", "user/Slots.crus"]
    {
        let asked = asked(&[offered]);
        assert!(!asked.contains(&taken) && !asked.iter().any(|scope| scope.contains('*')), "{offered}");
        assert!(asked.contains(&"user/Slot.rs".to_owned()), "{offered}");
    }
    assert!(granted("user/Slot.crus").name("Slot", May::Write));
    assert!(!granted("user/*.cruds patient/Slot.rs").name("Slot", May::Write));
    assert!(!Scopes::everything().name("Slot", May::Write));
}

#[test]
fn asks_for_tasks_only_where_they_are_offered() {
    assert!(!to_ask(&["patient/*.rs".to_owned()]).contains(&TASK.to_owned()));
    assert!(to_ask(&[TASK.to_owned()]).contains(&TASK.to_owned()));
}

#[test]
fn asks_to_book_unless_the_clinic_only_lets_visits_be_read() {
    let asks = |offered: &[&str], scope: &str| {
        let offered: Vec<_> = offered.iter().map(|scope| (*scope).to_owned()).collect();
        to_ask(&offered).iter().any(|asked| asked == scope)
    };
    assert!(asks(&[], BOOKING) && asks(&[VISITS, BOOKING], BOOKING) && asks(&["patient/Task.rs"], BOOKING));
    assert!(asks(&[VISITS], VISITS) && !asks(&[VISITS], BOOKING));
}

#[test]
fn reads_both_versions_of_scopes() {
    for (scope, kind, may, yes) in [
        ("patient/Observation.crus", "Observation", May::Read, true),
        ("patient/Observation.crus", "Observation", May::Search, true),
        ("patient/Observation.cu", "Observation", May::Read, false),
        ("patient/Observation.rs", "Appointment", May::Read, false),
        ("patient/*.rs", "Appointment", May::Read, true),
        ("patient/*.*", "Appointment", May::Search, true),
        ("patient/Observation.read", "Observation", May::Search, true),
        ("patient/Observation.write", "Observation", May::Read, false),
        ("patient/Observation.write", "Observation", May::Write, true),
        ("patient/Observation.read", "Observation", May::Write, false),
        ("patient/Observation.crus", "Observation", May::Write, true),
        ("patient/Observation.cr", "Observation", May::Write, false),
        ("patient/Observation.rs", "Observation", May::Write, false),
        ("patient/*.*", "DocumentReference", May::Write, true),
        ("user/Library.rs", "Library", May::Read, true),
        ("system/*.cruds", "Library", May::Read, false),
        ("launch/patient", "patient", May::Read, false),
        ("openid", "Patient", May::Read, false),
        ("patient/Observation.surprise", "Observation", May::Read, false),
    ] {
        assert_eq!(granted(scope).allow(kind, may), yes, "{scope} {kind} {may:?}");
    }
}

#[test]
fn a_narrowed_scope_allows_but_does_not_cover() {
    let narrowed = granted("openid patient/Appointment.rs?status=booked");
    assert!(narrowed.allow("Appointment", May::Search));
    assert!(!narrowed.cover("Appointment"));
    assert!(!granted("patient/Appointment.r").cover("Appointment"));
    assert!(granted("patient/Appointment.r patient/Appointment.s").cover("Appointment"));
}
