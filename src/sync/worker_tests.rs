//! How long the worker waits depends on what went wrong.

use super::*;

fn after(error: ClinicError, own: u64) -> u64 {
    wait_after(&error.into(), Duration::from_secs(own), DateTime::UNIX_EPOCH).as_secs()
}

#[test]
fn without_a_network_the_wait_stays_short() {
    assert_eq!(after(ClinicError::Offline, 900), 30);
    assert_eq!(after(ClinicError::Offline, 2), 2);
    assert_eq!(after(ClinicError::ServerDown, 900), 900);
}

#[test]
fn a_server_that_asks_for_patience_gets_it() {
    let busy = |seconds| ClinicError::Busy { retry_after: Some(Duration::from_secs(seconds)) };
    assert_eq!(after(busy(120), 2), 120);
    assert_eq!(after(busy(1), 60), 60);
    let asked = SyncError::Patience(DateTime::UNIX_EPOCH + TimeDelta::seconds(40));
    assert_eq!(wait_after(&asked, Duration::from_mins(9), DateTime::UNIX_EPOCH).as_secs(), 40);
}

#[test]
fn an_answer_is_looked_for_often_at_first_and_then_less_and_less() {
    let after = |waited| ask_again_after(Duration::from_secs(waited)).as_secs();
    assert_eq!([0, 10, 60, 600, 86_400].map(after), [4, 4, 15, 150, AT_LEAST_EVERY.as_secs()]);
}
