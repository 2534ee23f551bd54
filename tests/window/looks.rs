//! Every screen, asked about by axe-core, measured, and kept as a picture: light, dark, in high contrast, and narrow
//! with text at 200 %.

use crate::{
    driver::{Phone, Running},
    support::{Clinic, Person},
};
use std::{ffi::OsString, fs, io::Write, sync::Once};

/// A way of looking at the screens.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    name: &'static str,
    size: (u32, u32),
    /// The size of the root's text, in percent of the web view's own.
    text: f64,
    theme: &'static str,
    /// What the page must find true, or the look is not what it says.
    query: &'static str,
}

pub(crate) const LIGHT: Look = Look {
    name: "light",
    size: (390, 844),
    text: AS_IT_COMES,
    theme: "Adwaita",
    query: "(prefers-color-scheme: light) and (prefers-contrast: no-preference)",
};
pub(crate) const DARK: Look =
    Look { name: "dark", theme: "Adwaita:dark", query: "(prefers-color-scheme: dark)", ..LIGHT };
pub(crate) const LARGE: Look = Look { name: "large", size: (320, 640), text: 2.0 * AS_IT_COMES, ..LIGHT };
const CONTRAST: Look =
    Look { name: "contrast", theme: "HighContrast", query: "(prefers-contrast: more)", ..LIGHT };

/// The page's own size of text (base.css).
const AS_IT_COMES: f64 = 112.5;

impl Look {
    fn environment(self) -> (&'static str, OsString) {
        ("GTK_THEME", self.theme.into())
    }

    /// Starts the program and looks at it this way.
    pub(crate) async fn at(
        self,
        phone: &Phone,
        arguments: &[&str],
        environment: &[(&str, OsString)],
    ) -> Running {
        // A desktop's own settings, for what GTK_THEME alone does not tell the web view.
        let settings = phone.home().join("config/gtk-3.0");
        fs::create_dir_all(&settings).unwrap();
        let theme = self.theme.split(':').next().unwrap_or_default();
        fs::write(settings.join("settings.ini"), format!("[Settings]\ngtk-theme-name={theme}\n")).unwrap();
        let mut all = environment.to_vec();
        all.push(self.environment());
        let window = phone.start(arguments, &all).await;
        window.client.set_window_size(self.size.0, self.size.1).await.unwrap();
        window.text_size(self.text).await;
        assert!(window.matches(self.query).await, "{} is not {}", self.name, self.query);
        window
    }

    /// Everything that can be said about a screen without a person; and its picture, for one.
    pub(crate) async fn of(self, window: &Running, screen: &str) {
        window.lies_still().await;
        window.picture(&format!("{screen}-{}", self.name)).await;
        window.is_accessible().await;
        window.fits().await;
        window.is_large_enough().await;
        window.is_in_words().await;
    }

    /// From the first screen to the plan of the sample patient, and what stands in the way of both.
    async fn outside(self) {
        let clinic = Clinic::shared_sample();
        let phone = Phone::new();
        let nobody = [("BROWSER", OsString::from("/bin/true"))];
        let window = self.at(&phone, &[], &nobody).await;
        window.sees("Welcome to Cairn").await;
        self.of(&window, "welcome").await;
        window.press("Connect").await;
        window.sees("Type or paste the address first.").await;
        window.types("Your clinic’s address", "no address").await;
        window.press("Connect").await;
        window.sees("This is not an address").await;
        self.of(&window, "welcome-trouble").await;
        window.types_instead("Your clinic’s address", clinic.fhir()).await;
        window.press("Connect").await;
        window.sees("Waiting for your browser").await;
        self.of(&window, "connecting").await;
        window.press("Cancel").await;
        window.press("Look around").await;
        window.sees("Practice. Nothing leaves this phone.").await;
        window.sees("Arrive").await;
        self.of(&window, "practice-today").await;
        window.press("More").await;
        window.sees("Everything here is made up.").await;
        self.of(&window, "practice-more").await;
        window.kill();
        spoil(&phone);
        let window = self.at(&phone, &[], &nobody).await;
        window.sees("We cannot open what is saved here").await;
        self.of(&window, "cannot-open").await;
    }

    /// Everything a patient of a clinic can reach.
    async fn inside(self) {
        let clinic = Clinic::shared_sample();
        let patient = clinic.patient_like("sample").await;
        let phone = Phone::new();
        let window = self.at(&phone, &["--connect", clinic.fhir()], &patient.browser()).await;
        window.sees("Arrive").await;
        self.of(&window, "today").await;
        window.press("See the visit").await;
        window.sees("Who will be there").await;
        self.of(&window, "visit").await;
        window.press("Help").await;
        window.sees("In danger right now").await;
        self.of(&window, "help").await;
        window.press("Journey").await;
        window.sees("You are here").await;
        self.of(&window, "journey").await;

        window.press("Check-in").await;
        window.press("Save").await;
        window.sees("Choose a number here, too.").await;
        self.of(&window, "check-in").await;
        window.choose("Your mood", 6).await;
        window.choose("Your anxiety", 3).await;
        window.types("A few words, if you like", "Slept well, for once.").await;
        window.press("Save").await;
        window.sees("Check-in saved").await;
        self.of(&window, "today-saved").await;
        window.press("Check-in").await;
        window.press("Earlier check-ins").await;
        window.sees("Slept well, for once.").await;
        self.of(&window, "check-ins").await;

        move_a_visit(clinic, &patient).await;
        window.press("More").await;
        window.press("Update now").await;
        window.sees("Español").await;
        self.of(&window, "more").await;
        window.press("See reminders").await;
        window.sees("Next reminder").await;
        self.of(&window, "reminders").await;
        window.press("More").await;
        window.press("Details").await;
        window.sees("What you made").await;
        self.of(&window, "details").await;
        window.press("Today").await;
        window.sees("Your visit has a new time").await;
        self.of(&window, "today-notice").await;
        window.press("More").await;
        window.press("Sign out").await;
        window.press("Sign out and remove").await;
        window.sees("Remove everything from this phone?").await;
        self.of(&window, "sign-out").await;
        say_where();
    }
}

/// Turns over the bytes of every store of the phone, as a broken disk does.
fn spoil(phone: &Phone) {
    let stores = fs::read_dir(phone.data_dir()).unwrap().map(|entry| entry.unwrap().path());
    for path in stores.filter(|path| path.extension().is_some_and(|ending| ending == "db")) {
        let turned: Vec<u8> = fs::read(&path).unwrap().iter().map(|byte| !byte).collect();
        fs::write(path, turned).unwrap();
    }
}

/// The clinic moves the first visit that is still ahead.
async fn move_a_visit(clinic: &Clinic, patient: &Person) {
    let mut ahead =
        clinic.finds(&format!("Appointment?patient=Patient/{}&status=booked", patient.patient)).await;
    ahead.sort_by_key(|visit| visit["start"].as_str().map(str::to_owned));
    clinic.desk_reschedules(ahead[0]["id"].as_str().unwrap(), 45).await;
}

/// Past the capture of the test harness: whoever ran the tests is to look at the pictures.
fn say_where() {
    static SAID: Once = Once::new();
    let said = format!("pictures of every screen: {}\n", crate::screen::pictures().display());
    SAID.call_once(|| drop(std::io::stderr().write_all(said.as_bytes())));
}

#[tokio::test]
async fn light_outside() {
    LIGHT.outside().await;
}

#[tokio::test]
async fn light_inside() {
    LIGHT.inside().await;
}

#[tokio::test]
async fn dark_outside() {
    DARK.outside().await;
}

#[tokio::test]
async fn dark_inside() {
    DARK.inside().await;
}

#[tokio::test]
async fn narrow_with_large_text_outside() {
    LARGE.outside().await;
}

#[tokio::test]
async fn narrow_with_large_text_inside() {
    LARGE.inside().await;
}

#[tokio::test]
async fn in_high_contrast_outside() {
    CONTRAST.outside().await;
}

#[tokio::test]
async fn in_high_contrast_inside() {
    CONTRAST.inside().await;
}

#[tokio::test]
async fn the_measures_find_what_is_wrong() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Arrive").await;
    let shrink =
        "document.querySelector('.button.help').style.cssText = 'min-height: 0; height: 20px; padding: 0';";
    window.client.execute(shrink, Vec::new()).await.unwrap();
    let small = window.too_small().await;
    assert_eq!(small.as_array().map(Vec::len), Some(1), "{small}");

    window.fits().await;
    let lengthen = "const page = document.querySelector('main');
        const part = page.appendChild(document.createElement('div'));
        const [long, hidden] = ['p', 'p'].map(name => part.appendChild(document.createElement(name)));
        long.style.height = '200vh';
        hidden.className = 'hidden';";
    window.client.execute(lengthen, Vec::new()).await.unwrap();
    window.fits().await;
    let loosen = "document.querySelector('.view').style.position = 'static';";
    window.client.execute(loosen, Vec::new()).await.unwrap();
    let over = window.sticks_out().await;
    assert!(over[1].as_i64().is_some_and(|over| over > 100), "words for a screen reader alone: {over}");
}
