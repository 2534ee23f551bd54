//! When a task that repeats is due: pure dates and instants, counted from where the protocol says.

use super::protocol::{Protocol, Repeat, Task};
use super::{Due, SessionTimes, time};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// Nothing of a protocol repeats more often than this; whatever would is cut off here.
const MOST: usize = 1000;

impl SessionTimes {
    /// Every time a repeating `task` is due around this session, the earliest first; empty for a task that
    /// does not repeat.
    ///
    /// Daily until the session: each day of the clinic from `first` to the day before the session. After a
    /// distance: at the task's due and again and again from there; without a due, first one distance after the
    /// session's end. It goes on for the task's weeks, and where it names none until `last`.
    #[must_use]
    pub fn repeats(&self, protocol: &Protocol, task: &Task, first: NaiveDate, last: NaiveDate) -> Vec<Due> {
        match task.repeat {
            None => Vec::new(),
            Some(Repeat::DailyUntilSession) => {
                let session = time::day_of(self.arrival, self.zone);
                let days = first.iter_days().take_while(|day| *day < session);
                days.filter(|day| time::is_day(*day, self.zone)).take(MOST).map(Due::On).collect()
            }
            Some(Repeat::Every(every)) => {
                let due = task.due.as_ref().and_then(|due| self.instant(protocol, due));
                let from = due.unwrap_or(self.end);
                let until = self.until(task, from, last);
                let again =
                    std::iter::successors(every.after(from, self.zone), |at| every.after(*at, self.zone));
                due.into_iter().chain(again).take_while(|at| *at <= until).take(MOST).map(Due::At).collect()
            }
        }
    }

    /// The last instant a task that is counted from `from` may be due again.
    fn until(&self, task: &Task, from: DateTime<Utc>, last: NaiveDate) -> DateTime<Utc> {
        let weeks = task.weeks.as_ref().map(|weeks| TimeDelta::days(i64::from(weeks.value) * 7));
        match weeks {
            // Calendar weeks: a clock that changes in between must not cost the last time.
            Some(weeks) => {
                let day = time::day_of(from, self.zone).checked_add_signed(weeks);
                day.map_or(DateTime::<Utc>::MAX_UTC, |day| {
                    let clock = from.with_timezone(&self.zone).time();
                    time::instant_of(day.and_time(clock), self.zone)
                })
            }
            None => time::end_of_day(last, self.zone),
        }
    }
}
