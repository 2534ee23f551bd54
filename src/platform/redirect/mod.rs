//! Hears the browser's answer at the end of a sign-in: a port on this very device, open for one answer.
//!
//! RFC 8252, section 7.3: the loopback address as a number, any free port, closed as soon as it was used.

use std::{io, net::Ipv4Addr, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinSet,
    time::timeout,
};
use url::Url;

/// The path the browser is sent back to.
const PATH: &str = "/callback";
/// A request line with a code and a state is a few hundred bytes; more than this is no browser of ours.
const LONGEST_REQUEST: usize = 16 * 1024;
/// A browser opens a handful of connections; whoever opens more waits outside.
const MOST_KNOCKS: usize = 32;
/// A browser on the same device sends its request at once.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open ear on the loopback interface.
#[derive(Debug)]
pub struct Listener {
    listener: TcpListener,
    address: Url,
}

impl Listener {
    /// Opens a free port on 127.0.0.1.
    pub async fn open() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let port = listener.local_addr()?.port();
        let address = Url::parse(&format!("http://127.0.0.1:{port}{PATH}")).map_err(io::Error::other)?;
        Ok(Self { listener, address })
    }

    /// The address to give to the clinic as `redirect_uri`.
    #[must_use]
    pub fn address(&self) -> &Url {
        &self.address
    }

    /// Waits until a browser comes back to [`Listener::address`] with a query that `fits`, shows it the plain
    /// `farewell`, and answers with the whole address it came with. Whatever else knocks gets a 404 and is
    /// forgotten; nobody who is slow holds up the others.
    pub async fn answer(self, farewell: &str, fits: impl Fn(&Url) -> bool) -> io::Result<Url> {
        let mut knocks = JoinSet::new();
        loop {
            tokio::select! {
                came = self.listener.accept() => {
                    let (browser, _) = came?;
                    if knocks.len() < MOST_KNOCKS {
                        knocks.spawn(timeout(PATIENCE, hear(browser)));
                    }
                }
                Some(heard) = knocks.join_next() => {
                    let Ok(Ok(Ok((mut browser, target)))) = heard else { continue };
                    let ours = |url: &Url| {
                        url.origin() == self.address.origin() && url.path() == PATH && url.query().is_some()
                    };
                    let came_back = self.address.join(&target).ok().filter(|url| ours(url) && fits(url));
                    let (status, page) = match came_back {
                        Some(_) => ("200 OK", farewell),
                        None => ("404 Not Found", ""),
                    };
                    let _ = timeout(PATIENCE, show(&mut browser, status, page)).await;
                    if let Some(url) = came_back {
                        return Ok(url);
                    }
                }
            }
        }
    }
}

async fn hear(mut browser: TcpStream) -> io::Result<(TcpStream, String)> {
    let target = request_target(&mut browser).await?;
    Ok((browser, target))
}

/// The target of a `GET` request, read up to the end of its headers.
async fn request_target(browser: &mut TcpStream) -> io::Result<String> {
    let mut request = Vec::new();
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        let mut piece = [0; 2048];
        let read = browser.read(&mut piece).await?;
        if read == 0 || request.len() > LONGEST_REQUEST {
            return Err(io::ErrorKind::InvalidData.into());
        }
        request.extend(piece.iter().take(read));
    }
    let request = String::from_utf8(request).map_err(|_| io::ErrorKind::InvalidData)?;
    let mut words = request.lines().next().unwrap_or_default().split(' ');
    match (words.next(), words.next()) {
        (Some("GET"), Some(target)) if target.starts_with('/') => Ok(target.to_owned()),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

async fn show(browser: &mut TcpStream, status: &str, page: &str) -> io::Result<()> {
    // Plain text: nothing the clinic's server put into the address can become a page.
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n",
        page.len()
    );
    browser.write_all(head.as_bytes()).await?;
    browser.write_all(page.as_bytes()).await?;
    browser.shutdown().await
}

#[cfg(test)]
#[path = "redirect_tests.rs"]
mod tests;
