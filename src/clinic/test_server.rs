//! A server on the loopback interface that says, byte for byte, what a test wants said. Tests only.

use std::{
    io,
    sync::{Arc, Mutex},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// Runs until the test's runtime ends.
pub(super) struct TestServer {
    pub(super) base: String,
    heard: Arc<Mutex<Vec<String>>>,
}

impl TestServer {
    /// Answers each request with the bytes `answer` makes of its text, then closes the connection.
    pub(super) async fn start(answer: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let heard = Arc::new(Mutex::new(Vec::new()));
        let (log, answer) = (Arc::clone(&heard), Arc::new(answer));
        tokio::spawn(async move {
            while let Ok((mut caller, _)) = listener.accept().await {
                let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
                tokio::spawn(async move {
                    let request = whole(&mut caller).await?;
                    log.lock().unwrap().push(request.clone());
                    caller.write_all(&answer(&request)).await?;
                    caller.shutdown().await
                });
            }
        });
        Self { base, heard }
    }

    /// The first line of every request so far.
    pub(super) fn heard(&self) -> Vec<String> {
        let first = |request: &String| request.lines().next().unwrap_or_default().to_owned();
        self.heard.lock().unwrap().iter().map(first).collect()
    }
}

/// An answer with its length stated.
pub(super) fn reply(status: u16, headers: &str, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n{body}",
        body.len()
    )
    .into()
}

/// An answer with JSON in it.
pub(super) fn json(status: u16, body: &str) -> Vec<u8> {
    reply(status, "Content-Type: application/fhir+json\r\n", body)
}

/// A page for people.
pub(super) fn page(status: u16) -> Vec<u8> {
    reply(status, "Content-Type: text/html\r\n", "<!doctype html><p>Welcome</p>")
}

async fn whole(caller: &mut TcpStream) -> io::Result<String> {
    let mut request = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let read = caller.read(&mut piece).await?;
        request.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&request);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| {
                let (name, value) = line.split_once(": ")?;
                name.eq_ignore_ascii_case("content-length").then(|| value.parse().ok())?
            });
            if body.len() >= length.unwrap_or(0) {
                return Ok(text.into_owned());
            }
        }
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}
