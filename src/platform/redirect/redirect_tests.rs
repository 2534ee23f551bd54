//! The listener hears the one answer it waits for and nothing else.

use super::*;

fn of_ours(url: &Url) -> bool {
    url.query_pairs().any(|(name, value)| name == "state" && value == "s")
}

async fn knock(port: u16, request: &str) -> String {
    let mut browser = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
    browser.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    browser.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn the_answer_is_heard_after_strangers_have_knocked() {
    let listener = Listener::open().await.unwrap();
    let address = listener.address().clone();
    let port = address.port().unwrap();
    let heard = tokio::spawn(async move { listener.answer("You can go back now. ✓", of_ours).await });

    assert!(knock(port, "GET /favicon.ico HTTP/1.1\r\n\r\n").await.starts_with("HTTP/1.1 404"));
    assert!(knock(port, "GET /callback HTTP/1.1\r\n\r\n").await.starts_with("HTTP/1.1 404"));
    assert!(
        knock(port, "GET /callback?code=x&state=other HTTP/1.1\r\n\r\n").await.starts_with("HTTP/1.1 404")
    );
    let _idle = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
    assert_eq!(knock(port, "POST /callback?code=x HTTP/1.1\r\n\r\n").await, "");
    let shown = knock(port, "GET /callback?code=abc&state=s HTTP/1.1\r\nHost: x\r\n\r\n").await;
    assert!(shown.starts_with("HTTP/1.1 200") && shown.ends_with("You can go back now. ✓"));
    assert!(!shown.contains("abc"), "the code is not shown on the page");

    assert_eq!(heard.await.unwrap().unwrap().as_str(), format!("{address}?code=abc&state=s"));
}

#[tokio::test]
async fn a_target_that_names_another_host_stays_on_this_device() {
    let listener = Listener::open().await.unwrap();
    let port = listener.address().port().unwrap();
    let heard = tokio::spawn(async move { listener.answer("", of_ours).await });
    assert!(
        knock(port, "GET //evil.example/callback?code=x HTTP/1.1\r\n\r\n").await.starts_with("HTTP/1.1 404")
    );
    heard.abort();
}
