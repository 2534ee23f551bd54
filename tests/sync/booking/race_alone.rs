//! Many want one time where no desk decides: by a transaction, by IHE's operations and by Argonaut's, exactly one has it.
//!
//! Every other patient has the time kept before they book. Usually twelve play two rounds; with `CAIRN_ROUNDS=100` fifty play a
//! hundred.

use super::{
    Time,
    direct::{ARGONAUT, OPERATION, TRANSACTION},
    race::{PATIENTS, USUAL_ROUNDS, patients, rounds, wish},
    times,
};
use crate::support::{Clinic, Person};
use cairn::fhir::booking::{
    direct::{self, Change},
    operation::{self, Dialect},
};
use futures_util::future::join_all;
use serde_json::{Value, json};

/// One patient's try; true if the server says that they have it.
struct Try<'a> {
    clinic: &'a Clinic,
    person: &'a Person,
    token: &'a str,
    time: &'a Time,
}

impl Try<'_> {
    async fn posts(&self, path: &str, body: &Value) -> Option<Value> {
        let (status, answer) = self.clinic.ask("POST", path, self.token, Some(body)).await;
        assert!(status == 200 || (400..500).contains(&status), "{path}: {status} {answer}");
        operation::answered(&answer).cloned().or_else(|| (status == 200).then_some(answer))
    }

    async fn by_transaction(&self) -> bool {
        let (_, slot) = self.clinic.ask("GET", &self.time.reference(), self.token, None).await;
        if !direct::is_free(&slot) {
            return false;
        }
        let over = Some(format!("W/\"{}\"", slot["meta"]["versionId"].as_str().unwrap()));
        let booked = direct::booked(&wish(self.person, self.time));
        let changes = [Change { body: direct::slot(&slot, true), over }, Change { body: booked, over: None }];
        self.posts("", &direct::transaction(&changes)).await.is_some()
    }

    async fn by_operation(&self, dialect: Dialect, keeps: bool) -> bool {
        let asked = wish(self.person, self.time);
        let kept = if keeps { self.keeps(dialect, &asked).await } else { None };
        let body = match &kept {
            Some(held) => operation::to_book_held(held, &asked, dialect),
            None => operation::to_book(&asked, dialect),
        };
        self.posts(operation::BOOK_AT, &body).await.is_some_and(|booked| direct::is_booked(&booked))
    }

    async fn keeps(&self, dialect: Dialect, asked: &Value) -> Option<Value> {
        let proposal = match dialect {
            Dialect::Argonaut => None,
            Dialect::Ihe => {
                let found = self.posts(operation::FIND_AT, &operation::to_find(asked)).await?;
                Some(operation::proposed(&found, asked)?.clone())
            }
        };
        let answer = self.posts(operation::HOLD_AT, &operation::to_hold(asked, proposal.as_ref())).await?;
        Some(answer).filter(operation::is_held)
    }
}

/// As many as make no test long.
const FEW: usize = 12;

async fn races(manner: &str) {
    let clinic = Clinic::open_without_desk(manner);
    let many = if rounds() > USUAL_ROUNDS { PATIENTS } else { FEW };
    let patients = patients(&clinic, many).await;
    for played in 0..rounds() {
        let (_, made) = times(&clinic, &[3]).await;
        let tries = patients.iter().enumerate().map(async |(at, (person, token))| {
            let one = Try { clinic: &clinic, person, token, time: &made[0] };
            match manner {
                TRANSACTION => one.by_transaction().await,
                OPERATION => one.by_operation(Dialect::Ihe, at % 2 == 0).await,
                _ => one.by_operation(Dialect::Argonaut, at % 2 == 0).await,
            }
        });
        let won = join_all(tries).await.into_iter().filter(|won| *won).count();
        let there = clinic.finds(&format!("Appointment?slot={}", made[0].reference())).await;
        let booked = there.iter().filter(|one| direct::is_booked(one)).count();
        assert_eq!(
            (won, booked, there.len()),
            (1, 1, 1),
            "round {played}: one has it, and nothing is left over"
        );
        assert_eq!(
            clinic.has(&made[0].reference()).await.unwrap()["status"],
            json!("busy"),
            "round {played}"
        );
    }
}

#[tokio::test]
async fn of_many_who_take_a_time_by_transaction_one_has_it() {
    races(TRANSACTION).await;
}

#[tokio::test]
async fn of_many_who_book_by_ihes_operations_one_has_it() {
    races(OPERATION).await;
}

#[tokio::test]
async fn of_many_who_book_by_argonauts_operations_one_has_it() {
    races(ARGONAUT).await;
}
