//! A patient connects this phone to a clinic: the browser goes out, the answer comes back, a place opens.

use super::{
    AppError, Cairn, Changed, background,
    home::{self, Home},
    profiles::{Book, Owner, Place, Profile},
};
use crate::{
    clinic::{
        self, Address, CLIENT_ID, ClinicError, Http, KeystoreTrouble, PendingSignIn, Session, TokenStore,
        Tokens,
    },
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
}

impl Cairn {
    /// Finds the clinic at `address` (typed, pasted or from a link) and opens its sign-in page in the browser.
    pub async fn connect(&self, address: &str) -> Result<Connecting, AppError> {
        let address = Address::parse(address).map_err(ClinicError::from)?;
        let http = Http::new()?;
        let discovery = clinic::discover(&http, &address).await?;
        let listener = Listener::open().await.map_err(AppError::Redirect)?;
        let pending = clinic::begin(discovery, CLIENT_ID, listener.address().clone());
        let connecting = Connecting { cairn: self.clone(), http, listener, pending };
        connecting.open_page().await?;
        Ok(connecting)
    }

    /// Signs in again at the clinic of whoever is here.
    pub async fn sign_in_again(&self) -> Result<Connecting, AppError> {
        match &self.home()?.profile.owner {
            Owner::Patient { base, .. } => self.connect(base).await,
            Owner::Practice => Err(AppError::NobodyHere),
        }
    }

    pub(super) fn clinic_now(&self) -> clinic::Now {
        let clock = Arc::clone(&self.0.platform.clock);
        Arc::new(move || clock.now())
    }

    pub(super) fn token_store(&self, place: &Place) -> Arc<dyn TokenStore> {
        Arc::new(SignInInKeystore {
            secrets: Arc::clone(&self.0.platform.secrets),
            name: place.sign_in_name(),
        })
    }

    /// Gives the patient of `tokens` their place on this phone, the one they had or a new one.
    async fn settle(self, http: Http, tokens: Tokens) -> Result<(), AppError> {
        let _moving = self.0.moving.lock().await;
        let owner =
            Owner::Patient { base: String::from(tokens.base.clone()), patient: tokens.patient.clone() };
        match self.home().ok() {
            Some(home) if home.profile.owner == owner => self.renew(&home, http, tokens).await?,
            Some(home) if !home.is_practice() => {
                give_back(http, tokens, self.clinic_now()).await;
                return Err(AppError::OtherPatient);
            }
            practising => {
                self.enter(owner, tokens).await?;
                if let Some(practising) = practising {
                    self.move_out(practising, true).await?;
                }
                self.reopen().await?;
            }
        }
        self.tell(Changed::Situation);
        Ok(())
    }

    /// The same patient signed in again: the place stays open, only the sign-in is a new one.
    async fn renew(&self, home: &Arc<Home>, http: Http, tokens: Tokens) -> Result<(), AppError> {
        home.stop().await;
        if let Some(session) = &home.session {
            // A renewal that is under way holds this; once it is over it cannot overwrite the new sign-in.
            session.tokens().await;
        }
        let (tokens_of_place, profile) = (self.token_store(&home.profile.place), home.profile.clone());
        let kept = background(move || Ok(tokens_of_place.save(&tokens).map_err(ClinicError::from)?)).await;
        if let Err(error) = kept {
            self.begin_sync(http, home).await;
            return Err(error);
        }
        self.move_in(http, profile, home.store.clone()).await;
        Ok(())
    }

    /// Puts the patient first in line, with a place of their own if they have none yet.
    async fn enter(&self, owner: Owner, tokens: Tokens) -> Result<(), AppError> {
        let cairn = self.clone();
        background(move || {
            let platform = &cairn.0.platform;
            let mut book = Book::load(platform.secrets.as_ref())?.unwrap_or_default();
            let profile = match book.of(&owner) {
                Some(known) => known.clone(),
                None => Profile::new(owner),
            };
            if book.of(&profile.owner).is_none() {
                home::make(platform, &profile)?;
            }
            cairn.token_store(&profile.place).save(&tokens).map_err(ClinicError::from)?;
            book.enter(profile);
            book.save(platform.secrets.as_ref())
        })
        .await
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
        let Self { cairn, http, listener, pending } = self;
        let answer = timeout(PATIENCE, listener.answer(&farewell.0, |url| pending.expects(url))).await;
        let came_back = answer.unwrap_or_else(|_| Err(std::io::ErrorKind::TimedOut.into()));
        let came_back = came_back.map_err(AppError::Redirect)?;
        let tokens = pending.finish(&http, &came_back, cairn.now()).await?;
        // From here on the clinic has let us in: giving up must not leave the move half done.
        cairn.undisturbed(move |cairn| cairn.settle(http, tokens)).await
    }
}

/// Tells the clinic that a sign-in is over which nobody here may use. If it does not hear of it, the tokens
/// are forgotten all the same.
async fn give_back(http: Http, tokens: Tokens, now: clinic::Now) {
    if let Ok(Some(session)) = Session::open(http, Arc::new(NeverKept(tokens)), now).await {
        // There is nothing to clear, and the session itself says so when the clinic cannot be told.
        let _ = session.sign_out().await;
    }
}

/// A sign-in that is in no keystore.
struct NeverKept(Tokens);

impl TokenStore for NeverKept {
    fn load(&self) -> Result<Option<Tokens>, KeystoreTrouble> {
        Ok(Some(self.0.clone()))
    }

    fn save(&self, _: &Tokens) -> Result<(), KeystoreTrouble> {
        Err(KeystoreTrouble)
    }

    fn clear(&self) -> Result<(), KeystoreTrouble> {
        Ok(())
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
