//! What runs in the page reaches neither another machine nor the files of the person, even if it were not ours.
//!
//! The other machine is 127.0.0.2. At 127.0.0.1 the page must be able to reach a socket of any number, Dioxus's own,
//! and where a policy lets `ws:` through it lets `http:` through as well (CSP 3, "scheme-part matches").

use crate::driver::Phone;
use serde_json::{Value, json};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const OTHER: &str = "127.0.0.2";

const WELCOMING: &[u8] =
    b"HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi";

/// Everything a page can try; each answers whether it worked.
const TRIES: &str = "const [url, done] = arguments;
    const broken = [];
    document.addEventListener('securitypolicyviolation', event => broken.push(event.effectiveDirective));
    const shown = (name, set) => new Promise(answer => {
        const element = document.createElement(name);
        element.onload = () => answer(true);
        element.onerror = () => answer(false);
        try { set(element) } catch { answer(false) }
        document.body.append(element);
        setTimeout(() => answer(false), 1000);
    });
    const worked = promise => promise.then(() => true, () => false);
    const tries = {
        fetch: worked(fetch(url)),
        blind: worked(fetch(url, { mode: 'no-cors' })),
        file: worked(fetch('dioxus://index.html/etc/hostname')),
        image: shown('img', image => image.src = url),
        style: shown('link', link => { link.rel = 'stylesheet'; link.href = url; }),
        script: shown('script', script => script.src = url),
        module: worked(import(url)),
        eval: worked(Promise.resolve().then(() => eval('1'))),
        markup: worked(Promise.resolve().then(() => { document.createElement('p').innerHTML = '<b>1</b>'; })),
    };
    navigator.sendBeacon(url);
    const frame = document.createElement('iframe');
    try { frame.src = url; document.body.append(frame); } catch {}
    Promise.all(Object.entries(tries).map(async ([name, tried]) => [name, await tried])).then(results =>
        setTimeout(() => done({ worked: results.filter(([, did]) => did).map(([name]) => name), broken }), 300));";

/// A server anybody may read, that counts who comes.
async fn open_door() -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind((OTHER, 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let visits = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&visits);
    tokio::spawn(async move {
        loop {
            let (mut visitor, _) = listener.accept().await.unwrap();
            counted.fetch_add(1, Ordering::SeqCst);
            tokio::spawn(async move {
                let _ = visitor.read(&mut [0; 4096]).await;
                let _ = visitor.write_all(WELCOMING).await;
            });
        }
    });
    (port, visits)
}

#[tokio::test]
async fn the_page_reaches_nothing_but_the_app() {
    let (port, visits) = open_door().await;
    let mut control = TcpStream::connect((OTHER, port)).await.unwrap();
    control.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    let mut answer = String::new();
    control.read_to_string(&mut answer).await.unwrap();
    assert!(answer.ends_with("hi") && visits.load(Ordering::SeqCst) == 1, "the door is open to this process");

    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Practice. Nothing leaves this phone.").await;
    let url = Value::from(format!("http://{OTHER}:{port}/"));
    let tried = window.client.execute_async(TRIES, vec![url]).await.unwrap();
    assert_eq!(tried["worked"], json!([]));
    let broken: Vec<&str> = tried["broken"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(broken.iter().filter(|directive| **directive == "connect-src").count() >= 3, "{broken:?}");
    assert!(broken.contains(&"img-src"), "{broken:?}");
    assert_eq!(visits.load(Ordering::SeqCst), 1, "nobody but the control ever came");
    window.press("Journey").await;
    window.sees("You are here").await;
}
