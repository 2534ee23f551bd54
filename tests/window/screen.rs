//! What a person sees in the window and does with it. Everything waits for what it is told to see.

use crate::{driver::Running, support::npm_file};
use fantoccini::{Locator, elements::Element, error::CmdError};
use serde_json::{Value, json};
use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

const PATIENCE: Duration = Duration::from_mins(1);

/// What can be pressed, by the words on it.
fn pressable(name: &str) -> String {
    let is = format!("normalize-space(.)={} or @aria-label={}", quoted(name), quoted(name));
    format!("//button[{is}] | //a[{is}] | //summary[{is}]")
}

fn quoted(text: &str) -> String {
    assert!(!text.contains('"'), "an XPath string of our tests holds no quotation mark");
    format!("\"{text}\"")
}

/// Where the pictures of the screens are, for a person to look at.
pub fn pictures() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("looks")
}

impl Running {
    async fn wait_for(&self, what: &str, path: &str) -> Element {
        let began = Instant::now();
        loop {
            if let Ok(found) = self.client.find(Locator::XPath(path)).await
                && found.is_displayed().await.unwrap_or(false)
            {
                return found;
            }
            if began.elapsed() > PATIENCE {
                self.give_up(what).await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Ends the test with all there is to know about what was on screen instead.
    async fn give_up(&self, what: &str) -> ! {
        let who = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let place = self.picture(&format!("in-vain-{who}")).await;
        let (text, said) = (self.text().await, self.last_words());
        panic!("waited in vain for {what}; on screen ({}):\n{text}\nsaid:\n{said}", place.display());
    }

    /// All the words on the screen.
    pub async fn text(&self) -> String {
        let body = self.client.find(Locator::Css("body")).await.unwrap();
        body.text().await.unwrap()
    }

    /// Waits until the screen shows `words`.
    pub async fn sees(&self, words: &str) {
        self.becomes(words, |text| text.contains(words)).await;
    }

    /// Waits until `words` are gone from the screen.
    pub async fn sees_no_more(&self, words: &str) {
        self.becomes(&format!("the end of {words}"), |text| !text.contains(words)).await;
    }

    /// Waits until what has this id says `words` and nothing else.
    pub async fn sees_as(&self, id: &str, words: &str) {
        let path = format!("//*[@id={}][normalize-space(.)={}]", quoted(id), quoted(words));
        self.wait_for(&format!("{words:?} in {id}"), &path).await;
    }

    /// True if the screen shows `words` at this moment.
    pub async fn shows(&self, words: &str) -> bool {
        self.text().await.contains(words)
    }

    async fn becomes(&self, what: &str, is: impl Fn(&str) -> bool) {
        let began = Instant::now();
        loop {
            let text = self.text().await;
            if is(&text) {
                return;
            }
            if began.elapsed() > PATIENCE {
                self.give_up(what).await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Presses the button or link with these words.
    pub async fn press(&self, name: &str) {
        self.tap(name, &pressable(name)).await;
    }

    /// Takes back what the news say was just done.
    pub async fn undoes(&self) {
        self.tap("the news", "//*[contains(@class, 'news')]//button").await;
    }

    /// Presses the button whose words begin with these: a line that says more than its name.
    pub async fn press_beginning(&self, name: &str) {
        self.tap(name, &format!("//main//button[starts-with(normalize-space(.), {})]", quoted(name))).await;
    }

    /// Presses the first thing of this class.
    pub async fn press_first(&self, class: &str) {
        self.tap(class, &format!("(//*[contains(@class, {})])[1]", quoted(class))).await;
    }

    /// Presses the button among whose words are these.
    pub async fn press_holding(&self, words: &str) {
        self.tap(words, &format!("//main//button[contains(normalize-space(.), {})]", quoted(words))).await;
    }

    /// Presses the last button among whose words are these.
    pub async fn press_last(&self, words: &str) {
        let path = format!("(//main//button[contains(normalize-space(.), {})])[last()]", quoted(words));
        self.tap(words, &path).await;
    }

    /// Goes back to where one was.
    pub async fn back(&self) {
        self.tap("the way back", "//button[contains(@class, 'back')]").await;
    }

    /// Picks one of several by its words.
    pub async fn pick(&self, name: &str) {
        self.tap(name, &format!("//label[normalize-space(.)={}]", quoted(name))).await;
    }

    /// Chooses a number of the scale that asks `question`.
    pub async fn choose(&self, question: &str, number: u8) {
        let group = format!("//fieldset[.//legend[normalize-space(.)={}]]", quoted(question));
        let is = format!("normalize-space(.)='{number}'");
        let path = format!("{group}//label[{is}] | {group}//button[{is}]");
        self.tap(&format!("{question}: {number}"), &path).await;
    }

    /// Presses the answer under a question that begins with these words.
    pub async fn answers(&self, question: &str, answer: &str) {
        let group = format!("//fieldset[.//legend[starts-with(normalize-space(.), {})]]", quoted(question));
        self.tap(question, &format!("{group}//button[normalize-space(.)={}]", quoted(answer))).await;
    }

    /// Opens the line with this head.
    pub async fn opens(&self, head: &str) {
        let path =
            format!("//button[contains(@class, 'open-line')][.//span[normalize-space(.)={}]]", quoted(head));
        self.tap(head, &path).await;
    }

    /// Waits for it and clicks it; anew, if the screen was drawn anew meanwhile.
    async fn tap(&self, what: &str, path: &str) {
        let began = Instant::now();
        loop {
            let found = self.wait_for(what, path).await;
            match self.click(found).await {
                Ok(()) => return,
                Err(error) => assert!(began.elapsed() < PATIENCE, "{what} cannot be clicked: {error}"),
            }
        }
    }

    /// Brings it to the middle of the window, as a person scrolls, and clicks once it and the page around it lie still: a
    /// new screen moves to its top first, news of the clinic move what is below, and nobody taps within that blink. What
    /// never lies still, such as a timer, is clicked all the same.
    async fn click(&self, what: Element) -> Result<(), CmdError> {
        let middle = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'});";
        self.client.execute(middle, vec![serde_json::to_value(&what).unwrap()]).await?;
        let mut before = self.standing(&what).await?;
        for _ in 0..20 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let now = self.standing(&what).await?;
            if now == before {
                break;
            }
            before = now;
        }
        what.click().await
    }

    /// Waits until nothing has come or gone on the page for over a second: the first look at a clinic fills it bit by bit,
    /// and where the places stand below all of it, a press on one of them would be on something else.
    pub async fn has_all(&self) {
        let (began, mut before, mut same) = (Instant::now(), Value::Null, 0);
        while same < 5 {
            assert!(began.elapsed() < PATIENCE, "the page never stands still");
            tokio::time::sleep(Duration::from_millis(250)).await;
            let size =
                self.client.execute("return document.body.innerHTML.length;", Vec::new()).await.unwrap();
            same = if size == before { same + 1 } else { 0 };
            before = size;
        }
    }

    /// Where it is, and how much there is on the page.
    async fn standing(&self, what: &Element) -> Result<Value, CmdError> {
        let look = "const { x, y, width, height } = arguments[0].getBoundingClientRect();
            return [x, y, width, height, document.body.innerHTML.length];";
        self.client.execute(look, vec![serde_json::to_value(what).unwrap()]).await
    }

    /// Types into the field with this label.
    pub async fn types(&self, label: &str, words: &str) {
        self.field(label).await.send_keys(words).await.unwrap();
    }

    /// Empties the field with this label and types into it.
    pub async fn types_instead(&self, label: &str, words: &str) {
        let field = self.field(label).await;
        field.clear().await.unwrap();
        field.send_keys(words).await.unwrap();
    }

    async fn field(&self, label: &str) -> Element {
        let path = format!("//*[@id=//label[normalize-space(.)={}]/@for]", quoted(label));
        self.wait_for(label, &path).await
    }

    /// True if the page matches this media query.
    pub async fn matches(&self, query: &str) -> bool {
        let ask = "return matchMedia(arguments[0]).matches;";
        self.client.execute(ask, vec![Value::from(query)]).await.unwrap() == json!(true)
    }

    /// No name of a sentence stands where the sentence should: "what-was-sent" is nothing to read.
    pub async fn is_in_words(&self) {
        let text = self.text().await;
        let is_key =
            |line: &str| line.contains('-') && line.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        let bare: Vec<&str> = text.lines().map(str::trim).filter(|line| is_key(line)).collect();
        assert_eq!(bare, Vec::<&str>::new(), "not in words:\n{text}");
    }

    /// Whatever a finger is to meet is large enough for one: 48 px each way.
    pub async fn is_large_enough(&self) {
        assert_eq!(
            self.too_small().await,
            json!([]),
            "too small for a finger on this screen:\n{}",
            self.text().await
        );
    }

    /// What a finger is to meet and might miss, with its size.
    pub async fn too_small(&self) -> Value {
        let measure = "const least = 47.5;
            const met = 'button, a[href], label.cell, .choices label, input:not([type=radio]), textarea, summary';
            return [...document.querySelectorAll(met)].flatMap(element => {
                const { width, height } = element.getBoundingClientRect();
                const small = element.checkVisibility() && (width < least || height < least);
                return small ? [`${Math.round(width)} x ${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`] : [];
            });";
        self.client.execute(measure, Vec::new()).await.unwrap()
    }

    /// Asks axe-core about the screen as it is; there must be nothing to report.
    pub async fn is_accessible(&self) {
        let axe = npm_file("axe-core/axe.min.js");
        let axe = std::fs::read_to_string(axe).expect("axe-core is installed by scripts/setup --for test");
        self.client.execute(&axe, Vec::new()).await.unwrap();
        // A screen that is drawn anew meanwhile fades in, and half faded it has another contrast.
        self.lies_still().await;
        let ask = "const done = arguments[arguments.length - 1];
            axe.run(document).then(
                found => done(found.violations.map(
                    wrong => wrong.id + ': ' + wrong.nodes.map(node => node.html).join(' | '))),
                error => done([String(error)]));";
        let violations = self.client.execute_async(ask, Vec::new()).await.unwrap();
        assert_eq!(violations, json!([]), "axe-core found on this screen:\n{}", self.text().await);
    }

    /// Waits until nothing moves or fades any more.
    pub async fn lies_still(&self) {
        // What was just drawn begins to move with the next frame.
        let wait = "const done = arguments[arguments.length - 1];
            const frame = () => new Promise(requestAnimationFrame);
            const over = () => document.getAnimations().filter(one => one.effect.getTiming().iterations !== Infinity)
                .map(one => one.finished.catch(() => undefined));
            frame().then(frame).then(() => Promise.all(over())).then(frame).then(frame).then(() => done());";
        self.client.execute_async(wait, Vec::new()).await.unwrap();
    }

    /// The page as the accessibility rules see it: nothing is wider than the window, and nothing pushes the foot away.
    pub async fn fits(&self) {
        assert_eq!(self.sticks_out().await, json!([0, 0]), "the page is wider or higher than the window");
    }

    /// By how much the page is wider than the window, and higher; where the foot ends the page it may be higher.
    pub async fn sticks_out(&self) -> Value {
        let over = "const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
            const ends = getComputedStyle(document.querySelector('.view')).overflowY === 'visible';
            return [scrollWidth - clientWidth, ends ? 0 : Math.max(0, scrollHeight - innerHeight)];";
        self.client.execute(over, Vec::new()).await.unwrap()
    }

    /// Sets the size of the root's text, in percent of the web view's own, as a person's system setting would.
    pub async fn text_size(&self, percent: f64) {
        let script = "document.documentElement.style.fontSize = arguments[0];";
        self.client.execute(script, vec![Value::from(format!("{percent}%"))]).await.unwrap();
    }

    /// Takes a picture of the window, to be looked at by a person; answers where it is.
    pub async fn picture(&self, name: &str) -> PathBuf {
        let folder = pictures();
        std::fs::create_dir_all(&folder).unwrap();
        let place = folder.join(format!("{name}.png"));
        if let Ok(picture) = self.client.screenshot().await {
            std::fs::write(&place, picture).unwrap();
        }
        place
    }
}
