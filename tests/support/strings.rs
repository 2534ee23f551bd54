//! The strings of the practice clinic: patients on demand, faults, the front desk, and the clinic's own eyes.

use super::{Clinic, carries, home, npm_file, wire::Wire};
use chrono::TimeDelta;
use serde::Deserialize;
use serde_json::{Value, json};
use std::ffi::OsString;

/// Somebody who can sign in at the clinic.
#[derive(Debug, Clone, Deserialize)]
pub struct Person {
    pub user: String,
    pub password: String,
    /// The id of the Patient they are.
    pub patient: String,
}

impl Person {
    /// The person of a published clinic file: name and password are the patient's id.
    pub fn published(patient: &str) -> Self {
        Self { user: patient.into(), password: patient.into(), patient: patient.into() }
    }

    /// The environment of an app whose `$BROWSER` signs this person in, allows what is asked, and goes back.
    pub fn browser(&self) -> [(&'static str, OsString); 4] {
        let mut path = OsString::from(npm_file(".bin"));
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        [
            ("BROWSER", home().join("browser.mjs").into()),
            ("CAIRN_BROWSER_USER", (&self.user).into()),
            ("CAIRN_BROWSER_PASSWORD", (&self.password).into()),
            ("PATH", path),
        ]
    }
}

/// What the token endpoint gave.
#[derive(Debug, Clone, Deserialize)]
pub struct Tokens {
    pub access_token: String,
    pub refresh_token: String,
    pub patient: String,
    pub scope: String,
}

/// How a door of the clinic misbehaves.
#[derive(Debug, Clone, Copy)]
pub enum Fault {
    /// The request reaches the server so many milliseconds late.
    Delay(u64),
    /// The server does its work and the answer is lost.
    Drop,
    /// Nothing ever comes back.
    Hang,
    /// The connection of a request whose body holds these words ends; it reaches the server once the rule is mended.
    Late(&'static str),
    /// The connection ends before the server hears of the request.
    Reset,
    /// Answered with this status, without the server.
    Status(u16),
    /// Answered with this status and `Retry-After` in seconds, without the server.
    RetryAfter(u16, u32),
    /// A page with status 200, as in a hotel's network.
    Html,
    /// Half of the answer.
    Cut,
    /// The answer with what matches the first, a regular expression, replaced by the second.
    Alter(&'static str, &'static str),
}

impl Fault {
    fn rule(self) -> Value {
        match self {
            Self::Delay(ms) => json!({"fault": "delay", "ms": ms}),
            Self::Drop => json!({"fault": "drop"}),
            Self::Hang => json!({"fault": "hang"}),
            Self::Late(words) => json!({"fault": "late", "sends": words}),
            Self::Reset => json!({"fault": "reset"}),
            Self::Status(status) => json!({"fault": "status", "status": status}),
            Self::RetryAfter(status, after) => {
                json!({"fault": "status", "status": status, "retryAfter": after})
            }
            Self::Html => json!({"fault": "html"}),
            Self::Cut => json!({"fault": "cut"}),
            Self::Alter(find, replace) => json!({"fault": "alter", "find": find, "replace": replace}),
        }
    }
}

/// What the front desk does with a patient's wishes.
#[derive(Debug, Clone, Copy)]
pub enum Decision {
    Confirm,
    Decline,
    Ignore,
}

impl Clinic {
    /// A new patient of whom the clinic knows only a name.
    pub async fn new_patient(&self) -> Person {
        self.patient_from(json!({})).await
    }

    /// A new patient with copies of all records of the patient `like`.
    pub async fn patient_like(&self, like: &str) -> Person {
        self.patient_from(json!({"like": like})).await
    }

    async fn patient_from(&self, wish: Value) -> Person {
        let person = self.pull("POST", "/patients", wish).await;
        serde_json::from_value(person).expect("a person")
    }

    /// From now on this person's tokens last so many seconds.
    pub async fn set_lifetimes(&self, person: &Person, access: u32, refresh: u32) {
        let with = json!({"user": person.user, "access": access, "refresh": refresh});
        self.pull("POST", "/lifetimes", with).await;
    }

    /// From now on the codes this person's browser brings back last so many seconds.
    pub async fn set_code_lifetime(&self, person: &Person, code: u32) {
        self.pull("POST", "/lifetimes", json!({"user": person.user, "code": code})).await;
    }

    /// The whole sign-in without the app, with all scopes the clinic gives.
    pub async fn sign_in(&self, person: &Person) -> Tokens {
        let tokens = self.pull("POST", "/sign-in", json!({"user": person.user})).await;
        serde_json::from_value(tokens).expect("tokens")
    }

    /// Plays this person's browser for an app that opened `url`: signs in, allows or not, goes back to the app.
    pub async fn browse(&self, person: &Person, url: &str, allow: bool) {
        self.pull("POST", "/browse", json!({"user": person.user, "url": url, "allow": allow})).await;
    }

    /// Asks the token endpoint for new tokens.
    pub async fn refresh(&self, refresh_token: &str) -> (u16, Value) {
        let form = [
            ("grant_type", "refresh_token"),
            ("refresh_token", refresh_token),
            ("client_id", self.address("client")),
        ];
        Wire::new().post_form(&format!("{}/token", self.issuer()), &form).await
    }

    /// Makes the next `times` requests (0: all) of `person` with this method and a path and query that match
    /// the regular expression `path` fail. Answers the rule's number.
    pub async fn fault(&self, person: &Person, method: &str, path: &str, times: u32, fault: Fault) -> u64 {
        self.fault_where(
            json!({"patient": person.patient, "method": method, "path": path, "times": times}),
            fault,
        )
        .await
    }

    /// As [`Clinic::fault`], for all requests that `rule` names: any of `door` (fhir, openid), `method`, `path`,
    /// `patient`, `times`.
    pub async fn fault_where(&self, mut rule: Value, fault: Fault) -> u64 {
        for (name, value) in fault.rule().as_object().expect("an object") {
            rule[name] = value.clone();
        }
        self.pull("POST", "/faults", rule).await["id"].as_u64().expect("a number")
    }

    /// How often a rule was used by now.
    pub async fn hits(&self, rule: u64) -> u64 {
        let rules = self.pull("GET", "/faults", json!({})).await;
        let rules = rules.as_array().expect("a list of rules");
        let found = rules.iter().find(|one| one["id"] == rule).expect("the rule");
        found["hits"].as_u64().expect("a number")
    }

    /// Ends a rule.
    pub async fn mend(&self, rule: u64) {
        self.pull("DELETE", &format!("/faults?id={rule}"), json!({})).await;
    }

    /// Takes both doors off the network (connections are refused) or brings them back.
    pub async fn set_network(&self, up: bool) {
        self.pull("POST", "/network", json!({"up": up})).await;
    }

    /// What the doors saw of this person, in order: `door`, `method`, `path`, `status`, `served`, `fault`,
    /// `requestBytes`, `answerBytes`, `body`, `token`, `at`, `ms`.
    pub async fn requests_of(&self, person: &Person) -> Vec<Value> {
        match self.pull("GET", &format!("/requests?patient={}", person.patient), json!({})).await {
            Value::Array(requests) => requests,
            other => panic!("a list of requests, not {other}"),
        }
    }

    /// How often `words` left the phone of this person.
    pub async fn times_sent(&self, person: &Person, words: &str) -> usize {
        self.requests_of(person).await.iter().filter(|request| carries(request, words)).count()
    }

    /// A token with the clinic's rights, as `CAIRN_CLINIC_TOKEN` wants it.
    pub async fn clinic_token(&self) -> String {
        self.pull("GET", "/token", json!({})).await["access_token"].as_str().expect("a token").to_owned()
    }

    /// What the clinic has under `reference` (`Type/id`), if it has it. Faults and the network do not matter here.
    pub async fn has(&self, reference: &str) -> Option<Value> {
        let record = self.pull("GET", &format!("/record?{}", query("reference", reference)), json!({})).await;
        Some(record).filter(Value::is_object)
    }

    /// All that the clinic finds, such as `Observation?patient=Patient/x`, page after page.
    pub async fn finds(&self, search: &str) -> Vec<Value> {
        match self.pull("GET", &format!("/records?{}", query("search", search)), json!({})).await {
            Value::Array(records) => records,
            other => panic!("a list of records, not {other}"),
        }
    }

    /// What this person wrote to the clinic; the front desk answers each message by itself.
    pub async fn written_by(&self, person: &Person) -> Vec<Value> {
        let patient = format!("Patient/{}", person.patient);
        let mut messages = self.finds(&format!("Communication?subject={patient}")).await;
        messages.retain(|one| one["sender"]["reference"] == patient);
        messages
    }

    /// Writes a record with the clinic's rights, under its own id; answers it as the server keeps it.
    pub async fn writes(&self, record: &Value) -> Value {
        self.pull("PUT", "/record", record.clone()).await
    }

    /// How the front desk treats this person's wishes from now on.
    pub async fn desk_treats(&self, person: &Person, decision: Decision) {
        let decision = match decision {
            Decision::Confirm => "confirm",
            Decision::Decline => "decline",
            Decision::Ignore => "ignore",
        };
        self.pull("POST", "/desk/treat", json!({"patient": person.patient, "decision": decision})).await;
    }

    /// Moves an appointment by so many minutes.
    pub async fn desk_reschedules(&self, appointment: &str, minutes: i64) {
        self.pull("POST", "/desk/reschedule", json!({"id": appointment, "minutes": minutes})).await;
    }

    pub async fn desk_cancels(&self, appointment: &str) {
        self.pull("POST", "/desk/cancel", json!({"id": appointment})).await;
    }

    /// Offers the times `slots` (`Slot/id`) to the patient whose appointment waits for an earlier one.
    pub async fn desk_offers(&self, appointment: &str, slots: &[&str]) {
        self.pull("POST", "/desk/offer", json!({"id": appointment, "slots": slots})).await;
    }

    /// Gives the free time `slot` (`Slot/id`) to somebody who called.
    pub async fn desk_takes(&self, slot: &str) {
        self.pull("POST", "/desk/take", json!({"slot": slot})).await;
    }

    /// For how long times are kept from now on, where patients book by operations of the server's.
    pub async fn keeps_times_for(&self, long: TimeDelta) {
        self.pull("POST", "/holds", json!({"milliseconds": long.num_milliseconds()})).await;
    }

    /// What this patient books by operations of the server's is asked for from now on: a person approves of it.
    pub async fn approves_bookings_of(&self, person: &Person) {
        self.pull("POST", "/approve", json!({"patient": person.patient})).await;
    }

    /// Notes that the patient of an appointment is there.
    pub async fn desk_begins(&self, appointment: &str) {
        self.pull("POST", "/desk/begin", json!({"id": appointment})).await;
    }

    /// Notes that the patient of an appointment left at `end` (RFC 3339).
    pub async fn desk_finishes(&self, appointment: &str, end: &str) {
        self.pull("POST", "/desk/finish", json!({"id": appointment, "end": end})).await;
    }

    /// Takes this person's blood pressure and pulse now: 118/76 mmHg and 72 /min.
    pub async fn desk_measures(&self, person: &Person) {
        self.pull("POST", "/desk/measure", json!({"patient": person.patient})).await;
    }

    /// Deletes a record, as a clinic does that withdraws it.
    pub async fn desk_withdraws(&self, reference: &str) {
        self.pull("POST", "/desk/withdraw", json!({"reference": reference})).await;
    }

    /// Gives a record a modifier nobody knows, so that nobody may interpret it any more.
    pub async fn desk_spoils(&self, reference: &str) {
        self.pull("POST", "/desk/spoil", json!({"reference": reference})).await;
    }
}

/// One parameter of a query, encoded.
fn query(name: &str, value: &str) -> String {
    url::form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish()
}
