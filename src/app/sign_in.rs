//! A patient connects this phone to a clinic: the browser goes out, the answer comes back, a place opens.

use super::{
    AppError, Cairn, Changed, background,
    home::{self, Home},
    profiles::{Book, Owner, Profile},
};
use crate::{
    clinic::{self, Address, CLIENT_ID, Http, KeystoreTrouble, PendingSignIn, TokenStore, Tokens},
    platform::{redirect::Listener, secrets::Secrets},
};
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;

/// How long a sign-in page may stay open: a forgotten password takes a while, a forgotten page should end.
const PATIENCE: Duration = Duration::from_mins(15);

/// What the browser shows when it has come back, as plain text in the patient's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Farewell(pub String);

/// A sign-in that waits for the patient in the browser. Dropping it gives up.
#[derive(Debug)]
pub struct Connecting {
    cairn: Cairn,
    http: Http,
    listener: Listener,
    pending: PendingSignIn,
    address: Address,
}

impl Cairn {
    /// Finds the clinic at `address` (typed, pasted or from a link) and opens its sign-in page in the browser.
    pub async fn connect(&self, address: &str) -> Result<Connecting, AppError> {
        let address = Address::parse(address).map_err(clinic::ClinicError::from)?;
        let http = Http::new()?;
        let discovery = clinic::discover(&http, &address).await?;
        let listener = Listener::open().await.map_err(AppError::Redirect)?;
        let pending = clinic::begin(discovery, CLIENT_ID, listener.address().clone());
        let connecting = Connecting { cairn: self.clone(), http, listener, pending, address };
        connecting.open_page().await?;
        Ok(connecting)
    }

    /// Signs in again at the clinic of whoever is here.
    pub async fn sign_in_again(&self) -> Result<Connecting, AppError> {
        match &self.home()?.profile.owner {
            Owner::Patient { address, .. } => self.connect(address).await,
            Owner::Practice => Err(AppError::NobodyHere),
        }
    }

    pub(super) fn clinic_now(&self) -> clinic::Now {
        let clock = Arc::clone(&self.0.platform.clock);
        Arc::new(move || clock.now())
    }

    pub(super) fn token_store(&self, profile: &Profile) -> Arc<dyn TokenStore> {
        Arc::new(SignInInKeystore {
            secrets: Arc::clone(&self.0.platform.secrets),
            name: profile.sign_in_name(),
        })
    }

    /// Gives the patient of `tokens` their place on this phone, the one they had or a new one.
    async fn settle(&self, http: Http, tokens: Tokens, address: Address) -> Result<(), AppError> {
        let _moving = self.0.moving.lock().await;
        let here = self.home().ok();
        if here.as_ref().is_some_and(|home| !home.is_practice() && !home.belongs_to(&tokens)) {
            return Err(AppError::OtherPatient);
        }
        if let Some(home) = here {
            self.move_out(&home, home.is_practice()).await?;
        }
        let owner = Owner::Patient {
            issuer: tokens.issuer.clone(),
            patient: tokens.patient.clone(),
            address: String::from(address),
        };
        let cairn = self.clone();
        let (profile, store) = background(move || {
            let platform = &cairn.0.platform;
            let mut book = Book::load(platform.secrets.as_ref())?;
            let profile = match book.of(&tokens.issuer, &tokens.patient) {
                Some(known) => Profile { place: known.place.clone(), owner },
                None => Profile::new(owner),
            };
            let store = home::open_or_make(platform, &profile)?;
            cairn.token_store(&profile).save(&tokens).map_err(clinic::ClinicError::from)?;
            book.enter(profile.clone());
            book.save(platform.secrets.as_ref())?;
            Ok((profile, store))
        })
        .await?;
        self.move_in(http, profile, store).await?;
        self.tell(Changed::Situation);
        Ok(())
    }
}

impl Connecting {
    /// The page the patient signs in on, for copying it into another browser.
    #[must_use]
    pub fn page(&self) -> &str {
        self.pending.page().as_str()
    }

    /// Opens the page again.
    pub async fn open_page(&self) -> Result<(), AppError> {
        let (browser, page) = (Arc::clone(&self.cairn.0.platform.browser), self.page().to_owned());
        background(move || Ok(browser.open(&page)?)).await
    }

    /// Waits for the patient to come back, and opens their place.
    pub async fn finish(self, farewell: &Farewell) -> Result<(), AppError> {
        let Self { cairn, http, listener, pending, address } = self;
        let answer = timeout(PATIENCE, listener.answer(&farewell.0)).await;
        let came_back = answer.unwrap_or_else(|_| Err(std::io::ErrorKind::TimedOut.into()));
        let came_back = came_back.map_err(AppError::Redirect)?;
        let tokens = pending.finish(&http, &came_back, cairn.now()).await?;
        cairn.settle(http, tokens, address).await
    }
}

impl Home {
    fn belongs_to(&self, tokens: &Tokens) -> bool {
        match &self.profile.owner {
            Owner::Patient { issuer, patient, .. } => *issuer == tokens.issuer && *patient == tokens.patient,
            Owner::Practice => false,
        }
    }
}

/// The sign-in of one place, kept in the keystore under that place's name.
struct SignInInKeystore {
    secrets: Arc<dyn Secrets>,
    name: String,
}

impl TokenStore for SignInInKeystore {
    fn load(&self) -> Result<Option<Tokens>, KeystoreTrouble> {
        let bytes = self.secrets.get(&self.name).map_err(|_| KeystoreTrouble)?;
        bytes.map(|bytes| Tokens::from_bytes(&bytes)).transpose()
    }

    fn save(&self, tokens: &Tokens) -> Result<(), KeystoreTrouble> {
        self.secrets.set(&self.name, &tokens.to_bytes()?).map_err(|_| KeystoreTrouble)
    }

    fn clear(&self) -> Result<(), KeystoreTrouble> {
        self.secrets.delete(&self.name).map_err(|_| KeystoreTrouble)
    }
}
