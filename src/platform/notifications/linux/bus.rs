//! The desktop's notification service: org.freedesktop.Notifications, the Desktop Notifications Specification.

use super::super::{RingList, Standing};
use futures_util::StreamExt;
use std::{collections::HashMap, time::Duration};
use zbus::{Connection, blocking, fdo, proxy, zvariant::Value};

/// How long the service may take to answer, a start of its own included.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a person sees as the sender. It tells nothing.
const NAME: &str = "Cairn";
/// The names of what can be pressed, between the service and us. "default" is the notification itself.
const OPEN: &str = "default";
const LATER: &str = "later";
/// Stays on the screen until it is read, put off or of no more use.
const NO_END: i32 = 0;
/// The specification's "normal": neither low nor critical.
const NORMAL: u8 = 1;

#[proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications"
)]
trait Service {
    #[allow(clippy::too_many_arguments, reason = "the specification's own")]
    fn notify(
        &self,
        app_name: &str,
        replaces_id: u32,
        app_icon: &str,
        summary: &str,
        body: &str,
        actions: &[&str],
        hints: HashMap<&str, Value<'_>>,
        expire_timeout: i32,
    ) -> zbus::Result<u32>;
    fn close_notification(&self, id: u32) -> zbus::Result<()>;
    fn get_capabilities(&self) -> zbus::Result<Vec<String>>;
    #[zbus(signal)]
    fn action_invoked(&self, id: u32, action_key: &str) -> zbus::Result<()>;
    #[zbus(signal)]
    fn notification_closed(&self, id: u32, reason: u32) -> zbus::Result<()>;
}

/// What a person did with a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pressed {
    Open(u32),
    Later(u32),
    /// It is no longer on the screen.
    Closed(u32),
}

/// A connection to the service.
pub(super) struct Bus {
    service: ServiceProxy<'static>,
    pressed: ActionInvokedStream,
    closed: NotificationClosedStream,
}

impl Bus {
    pub(super) async fn connect() -> zbus::Result<Self> {
        let connection = zbus::connection::Builder::session()?.method_timeout(PATIENCE).build().await?;
        let service = service_on(&connection).await?;
        let pressed = service.receive_action_invoked().await?;
        let closed = service.receive_notification_closed().await?;
        Ok(Self { service, pressed, closed })
    }

    /// Shows `words`; the answer is the service's number for it. With `may_wait` it can be put off.
    pub(super) async fn show(&self, words: &str, list: &RingList, may_wait: bool) -> zbus::Result<u32> {
        let can = self.service.get_capabilities().await?;
        let has = |capability: &str| can.iter().any(|one| one == capability);
        let body = plain(words, has("body-markup"));
        let mut actions = Vec::new();
        if has("actions") {
            actions.extend([OPEN, list.open.as_str()]);
            if may_wait {
                actions.extend([LATER, list.later.as_str()]);
            }
        }
        let hints = HashMap::from([("urgency", Value::U8(NORMAL))]);
        self.service.notify(NAME, 0, "", NAME, &body, &actions, hints, NO_END).await
    }

    /// Takes a notification off the screen. One that is gone already is fine.
    pub(super) async fn take_back(&self, shown: u32) {
        let _ = self.service.close_notification(shown).await;
    }

    /// Waits for the next thing a person does; `None` when the session is over.
    pub(super) async fn next(&mut self) -> Option<Pressed> {
        loop {
            tokio::select! {
                signal = self.pressed.next() => {
                    let signal = signal?;
                    let Ok(said) = signal.args() else { continue };
                    match said.action_key {
                        OPEN => return Some(Pressed::Open(said.id)),
                        LATER => return Some(Pressed::Later(said.id)),
                        _ => {}
                    }
                }
                signal = self.closed.next() => {
                    let signal = signal?;
                    let Ok(said) = signal.args() else { continue };
                    return Some(Pressed::Closed(said.id));
                }
            }
        }
    }
}

async fn service_on(connection: &Connection) -> zbus::Result<ServiceProxy<'static>> {
    // Nothing of it is a property, and asking for them would be one more question at every start.
    ServiceProxy::builder(connection).cache_properties(zbus::proxy::CacheProperties::No).build().await
}

/// Whether the service is there and lets us ring. Waits for it.
pub(super) fn standing() -> Standing {
    let answer = blocking::connection::Builder::session()
        .and_then(|builder| builder.method_timeout(PATIENCE).build())
        .and_then(|connection| ServiceProxyBlocking::new(&connection)?.get_capabilities());
    match answer {
        Ok(_) => Standing::Ringing,
        Err(error) if is_refusal(error.clone()) => Standing::Denied,
        Err(_) => Standing::NoService,
    }
}

fn is_refusal(error: zbus::Error) -> bool {
    matches!(fdo::Error::from(error), fdo::Error::AccessDenied(_) | fdo::Error::AuthFailed(_))
}

/// `words` as text and nothing else: on one line, and where the service reads mark-up, with none in it.
fn plain(words: &str, markup: bool) -> String {
    let mut said = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' if markup => said.push_str("&amp;"),
            '<' if markup => said.push_str("&lt;"),
            '>' if markup => said.push_str("&gt;"),
            letter if letter.is_control() => said.push(' '),
            letter => said.push(letter),
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_words_is_mark_up() {
        let words = "<a href=\"x\">3 & 4</a>\n&lt;";
        assert_eq!(plain(words, true), "&lt;a href=\"x\"&gt;3 &amp; 4&lt;/a&gt; &amp;lt;");
        assert_eq!(plain(words, false), "<a href=\"x\">3 & 4</a> &lt;");
    }
}
