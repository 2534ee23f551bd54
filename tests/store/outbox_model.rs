//! Whatever happens to the outbox, in whatever order: it behaves like a list that a person can check by eye.

use crate::given::{at, id, outgoing, store};
use cairn::care::{Delivery, DeliveryCount, Id, Refusal};
use cairn::store::{Outgoing, StoreError, Tx};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Step {
    Enqueue { record: u8, urgent: bool, not_before: i64 },
    MarkTried { row: usize, next_try: i64 },
    Acknowledge { row: usize },
    SetAside { row: usize, why: Refusal },
    PutBack { row: usize },
    TakeBack { record: u8 },
}

/// One row, as the model knows it.
#[derive(Debug, Clone)]
struct Row {
    outgoing: Outgoing,
    attempts: u32,
    next_try: i64,
    delivery: Delivery,
}

/// The rows in the order they were queued.
#[derive(Debug, Default)]
struct Model {
    rows: Vec<Row>,
    /// How many were ever queued; it names the next one.
    queued: usize,
}

const RECORDS: u8 = 4;

fn record(number: u8) -> Id {
    id(format!("r{number}"))
}

impl Row {
    fn ready_at(&self) -> i64 {
        self.next_try.max((self.outgoing.not_before - at(0)).num_seconds())
    }

    fn finished(&self) -> bool {
        matches!(self.delivery, Delivery::Sent(_))
    }
}

impl Model {
    /// The first unfinished row about each record, in the order they were queued.
    fn heads(&self) -> Vec<&Row> {
        let mut heads: Vec<&Row> = Vec::new();
        for row in self.rows.iter().filter(|row| !row.finished()) {
            if heads.iter().all(|head| head.outgoing.record != row.outgoing.record) {
                heads.push(row);
            }
        }
        heads.retain(|head| head.delivery == Delivery::OnThisPhone);
        heads
    }

    fn ready(&self, now: i64) -> Vec<(Id, u32)> {
        let urgent = |head: &Row| {
            let same = |row: &&Row| row.outgoing.record == head.outgoing.record && !row.finished();
            self.rows.iter().filter(same).any(|row| row.outgoing.urgent)
        };
        let mut ready = self.heads();
        ready.retain(|head| head.ready_at() <= now);
        ready.sort_by_key(|head| !urgent(head));
        ready.into_iter().map(|head| (head.outgoing.id.clone(), head.attempts)).collect()
    }

    fn delivery(&self, record: &Id) -> Option<Delivery> {
        let rows: Vec<&Row> = self.rows.iter().filter(|row| row.outgoing.record == *record).collect();
        let refused = rows.iter().find(|row| matches!(row.delivery, Delivery::NeedsAttention(_)));
        let waiting = rows.iter().find(|row| row.delivery == Delivery::OnThisPhone);
        refused.or(waiting).or(rows.last()).map(|row| row.delivery)
    }

    fn count(&self) -> DeliveryCount {
        let mut count = DeliveryCount::default();
        for record in (0..RECORDS).map(record) {
            match self.delivery(&record) {
                Some(Delivery::OnThisPhone) => {
                    count.waiting += 1;
                    let unfinished =
                        self.rows.iter().filter(|row| row.outgoing.record == record && !row.finished());
                    count.oldest_waiting =
                        unfinished.map(|row| row.outgoing.made).chain(count.oldest_waiting).min();
                }
                Some(Delivery::NeedsAttention(_)) => count.needs_attention += 1,
                Some(Delivery::Sent(_)) => count.sent += 1,
                Some(Delivery::StaysHere) | None => {}
            }
        }
        count
    }

    /// Takes `step` here and in the store; both must give the same answer.
    fn take(&mut self, tx: &Tx<'_>, step: &Step) -> Result<(), TestCaseError> {
        match *step {
            Step::Enqueue { record: number, urgent, not_before } => {
                self.queued += 1;
                // The clock of `made` runs backwards: the order must not rest on it.
                let made = at(-i64::try_from(self.queued).unwrap());
                let outgoing = Outgoing {
                    id: id(format!("row{}", self.queued)),
                    urgent,
                    made,
                    not_before: at(not_before),
                    ..outgoing(record(number).as_str())
                };
                tx.enqueue(&outgoing).unwrap();
                let delivery = Delivery::OnThisPhone;
                self.rows.push(Row { outgoing, attempts: 0, next_try: not_before, delivery });
            }
            Step::TakeBack { record: number } => {
                let record = record(number);
                let about = |row: &Row| row.outgoing.record == record;
                let untried =
                    self.rows.iter().filter(|row| about(row)).all(|row| row.attempts == 0 && !row.finished());
                prop_assert_eq!(tx.take_back(&record).unwrap(), untried);
                if untried {
                    self.rows.retain(|row| !about(row));
                }
            }
            Step::MarkTried { row, next_try } => {
                let Some(row) = pick(&mut self.rows, row) else { return Ok(()) };
                let answer = tx.mark_tried(&row.outgoing.id, at(next_try));
                if row.delivery == Delivery::OnThisPhone {
                    answer.unwrap();
                    row.attempts += 1;
                    row.next_try = next_try;
                } else {
                    prop_assert!(matches!(answer, Err(StoreError::NoSuchRow)));
                }
            }
            Step::Acknowledge { row } => {
                let Some(row) = pick(&mut self.rows, row) else { return Ok(()) };
                let sent = at(1000 + i64::try_from(self.queued).unwrap());
                tx.acknowledge(&row.outgoing.id, sent, None).unwrap();
                if !row.finished() {
                    row.delivery = Delivery::Sent(sent);
                }
            }
            Step::SetAside { row, why } => {
                let Some(row) = pick(&mut self.rows, row) else { return Ok(()) };
                let answer = tx.set_aside(&row.outgoing.id, why, at(0));
                if row.finished() {
                    prop_assert!(matches!(answer, Err(StoreError::NoSuchRow)));
                } else {
                    answer.unwrap();
                    row.delivery = Delivery::NeedsAttention(why);
                    row.attempts = row.attempts.max(1);
                }
            }
            Step::PutBack { row } => {
                let Some(row) = pick(&mut self.rows, row) else { return Ok(()) };
                let record = row.outgoing.record.clone();
                let of_record = self.rows.iter_mut().filter(|row| row.outgoing.record == record);
                let aside: Vec<_> =
                    of_record.filter(|row| matches!(row.delivery, Delivery::NeedsAttention(_))).collect();
                prop_assert_eq!(tx.put_back(&record).unwrap(), !aside.is_empty());
                for row in aside {
                    row.delivery = Delivery::OnThisPhone;
                    row.next_try = (row.outgoing.not_before - at(0)).num_seconds();
                }
            }
        }
        Ok(())
    }

    /// The store says of every row and record what the model says.
    fn agrees_with(&self, tx: &Tx<'_>) -> Result<(), TestCaseError> {
        for now in [0, 3, 7] {
            let ready = tx.ready(at(now), usize::MAX).unwrap();
            for queued in &ready {
                let row = self.rows.iter().find(|row| row.outgoing.id == queued.outgoing.id).unwrap();
                prop_assert_eq!(&queued.outgoing, &row.outgoing, "a request is frozen");
            }
            let ready: Vec<_> = ready.into_iter().map(|one| (one.outgoing.id, one.attempts)).collect();
            prop_assert_eq!(ready, self.ready(now));
        }
        let next = self.heads().iter().map(|head| at(head.ready_at())).min();
        prop_assert_eq!(tx.next_ready_at(at(0)).unwrap(), next);

        let queue = tx.queue(usize::MAX).unwrap();
        let queue: Vec<_> = queue.into_iter().map(|row| (row.id, row.delivery, row.attempts)).collect();
        let expected: Vec<_> =
            self.rows.iter().rev().map(|row| (row.outgoing.id.clone(), row.delivery, row.attempts)).collect();
        prop_assert_eq!(queue, expected, "no row is lost, and none comes from nowhere");

        for record in (0..RECORDS).map(record) {
            prop_assert_eq!(tx.delivery(&record).unwrap(), self.delivery(&record));
        }
        prop_assert_eq!(tx.delivery_count().unwrap(), self.count());
        Ok(())
    }
}

/// Some row, if there is any.
fn pick(rows: &mut [Row], number: usize) -> Option<&mut Row> {
    let place = number.checked_rem(rows.len())?;
    rows.get_mut(place)
}

fn step() -> impl Strategy<Value = Step> {
    let row = || any::<usize>();
    let why = prop_oneof![Just(Refusal::NotUnderstood), Just(Refusal::Conflict)];
    prop_oneof![
        4 => (0..RECORDS, any::<bool>(), 0..8_i64)
            .prop_map(|(record, urgent, not_before)| Step::Enqueue { record, urgent, not_before }),
        2 => (row(), 0..8_i64).prop_map(|(row, next_try)| Step::MarkTried { row, next_try }),
        2 => row().prop_map(|row| Step::Acknowledge { row }),
        2 => (row(), why).prop_map(|(row, why)| Step::SetAside { row, why }),
        1 => row().prop_map(|row| Step::PutBack { row }),
        1 => (0..RECORDS).prop_map(|record| Step::TakeBack { record }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_interleaving_keeps_the_order_and_every_row(steps in prop::collection::vec(step(), 1..40)) {
        let given = store();
        let mut model = Model::default();
        let outcome = given.store.write(|tx| {
            Ok(steps.iter().try_for_each(|step| model.take(tx, step).and_then(|()| model.agrees_with(tx))))
        });
        outcome.unwrap()?;
        // And what was committed is what was seen.
        given.store.write(|tx| Ok(model.agrees_with(tx))).unwrap()?;
    }
}
