//! Practice mode: the whole app on a sample plan that never leaves the phone.

use crate::{
    app::{
        AppError, Cairn, Changed, background, home,
        profiles::{Book, Owner, Profile},
    },
    care::time,
    fhir::{self, Reading, Resource},
    platform::Platform,
    store::{Kept, Mirrored, Store},
};
use chrono::{DateTime, NaiveDate, Utc};

impl Cairn {
    /// Begins with the sample plan, its dates laid around today.
    pub async fn start_practice(&self) -> Result<(), AppError> {
        self.undisturbed(|cairn| async move {
            let _moving = cairn.0.moving.lock().await;
            if cairn.home().is_ok() {
                return Ok(());
            }
            let (phone, now) = (cairn.clone(), cairn.now());
            let today = time::day_of(now, cairn.zone());
            background(move || make(&phone.0.platform, today, now)).await?;
            cairn.reopen().await?;
            cairn.tell(Changed::Situation);
            Ok(())
        })
        .await
    }

    /// Ends practice mode and removes everything of it from the phone.
    pub async fn end_practice(&self) -> Result<(), AppError> {
        self.undisturbed(|cairn| async move {
            let _moving = cairn.0.moving.lock().await;
            let home = cairn.home()?;
            if !home.is_practice() {
                return Err(AppError::NobodyHere);
            }
            cairn.move_out(home, true).await?;
            cairn.tell(Changed::Situation);
            Ok(())
        })
        .await
    }
}

/// Makes a place for the sample patient and puts it first in line.
fn make(platform: &Platform, today: NaiveDate, now: DateTime<Utc>) -> Result<(), AppError> {
    let mut book = Book::load(platform.secrets.as_ref())?.unwrap_or_default();
    let profile = Profile::new(Owner::Practice);
    let store = home::make(platform, &profile)?;
    let filled = fill(&store, today, now);
    drop(store);
    if let Err(error) = filled {
        home::remove(platform, &profile.place)?;
        return Err(error);
    }
    book.enter(profile);
    book.save(platform.secrets.as_ref())
}

/// Puts the sample clinic's records where a real clinic's would be.
fn fill(store: &Store, today: NaiveDate, now: DateTime<Utc>) -> Result<(), AppError> {
    let resources = fhir::practice::resources(today)?;
    // What has no type or id could not have come from a server either; a test reads all of them.
    let mirrored = resources.into_iter().filter_map(|raw| {
        let body = raw.to_string();
        let resource = Resource::from_value(raw).ok()?;
        Some(Mirrored {
            kind: resource.kind.clone(),
            id: resource.id.clone(),
            version: None,
            updated: None,
            body,
            problem: fhir::read(&resource).err().map(|unreadable| unreadable.to_string()),
        })
    });
    let mirrored: Vec<_> = mirrored.collect();
    Ok(store.write(|tx| {
        let mut schedules = Vec::new();
        for one in mirrored {
            let kept = |one: Mirrored| Kept { id: one.id, body: one.body, problem: one.problem };
            match one.kind.as_str() {
                "Schedule" => schedules.push(kept(one)),
                "Slot" => {
                    let read = match fhir::read_kept(&one.body, one.problem.as_deref()) {
                        Some(Reading::Slot(slot)) => Some(slot),
                        _ => None,
                    };
                    tx.keep_slot(&kept(one), read.as_ref(), now)?;
                }
                _ => drop(tx.mirror(&one)?),
            }
        }
        tx.keep_schedules(&schedules)
    })?)
}
