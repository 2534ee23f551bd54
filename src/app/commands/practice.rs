//! Practice mode: the whole app on a sample plan that never leaves the phone.

use crate::{
    app::{
        AppError, Cairn, Changed, background,
        home::{self},
        profiles::{Book, Owner, Profile},
    },
    care::time,
    clinic::Http,
    fhir::{self, Resource},
    store::{Mirrored, Store},
};
use chrono::NaiveDate;

impl Cairn {
    /// Begins with the sample plan, its dates laid around today.
    pub async fn start_practice(&self) -> Result<(), AppError> {
        let _moving = self.0.moving.lock().await;
        if self.home().is_ok() {
            return Ok(());
        }
        let (cairn, today) = (self.clone(), time::day_of(self.now(), self.zone()));
        let (profile, store) = background(move || {
            let platform = &cairn.0.platform;
            let profile = Profile::new(Owner::Practice);
            let store = home::open_or_make(platform, &profile)?;
            fill(&store, today)?;
            let mut book = Book::load(platform.secrets.as_ref())?;
            book.enter(profile.clone());
            book.save(platform.secrets.as_ref())?;
            Ok((profile, store))
        })
        .await?;
        self.move_in(Http::new()?, profile, store).await?;
        self.tell(Changed::Situation);
        Ok(())
    }

    /// Ends practice mode and removes everything of it from the phone.
    pub async fn end_practice(&self) -> Result<(), AppError> {
        let _moving = self.0.moving.lock().await;
        let home = self.home()?;
        if !home.is_practice() {
            return Err(AppError::NobodyHere);
        }
        self.move_out(&home, true).await?;
        self.tell(Changed::Situation);
        Ok(())
    }
}

/// Puts the sample clinic's records where a real clinic's would be.
fn fill(store: &Store, today: NaiveDate) -> Result<(), AppError> {
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
    Ok(store.write(|tx| mirrored.iter().try_for_each(|one| tx.mirror(one).map(drop)))?)
}
