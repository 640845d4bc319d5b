// What clients do with a status. `//:` says what a line holds; a line without it holds nothing.
use reqwest::{Client, StatusCode};
use std::time::Duration;

async fn load(client: &Client, url: &str, retries: u16) -> Result<Option<String>, Error> {
    let response = client.get(url).timeout(Duration::from_millis(500)).send().await?;
    let status = response.status().as_u16();
    if status == 404 || 410 == status { //: 404 status, 410 status
        return Ok(None);
    }
    if response.status() == 401 || response.status() != StatusCode::from_u16(200)? { //: 401 status, 200 status
        return Ok(None);
    }
    if response.content_length() == Some(404) || url.len() > 300 {
        return Ok(None);
    }
    if [429, 503].contains(&status) || [429, 503].contains(&url.len()) { //: 429 status, 503 status
        return Box::pin(load(client, url, retries - 404)).await;
    }
    if status >= 200 && status < 300 { //: 200 bound, 300 bound
        return Ok(Some(response.text().await?));
    }
    if (500..600).contains(&status) || (400..=499).contains(&response.status().as_u16()) { //: 500 bound, 600 bound, 400 bound, 499 bound
        return Err(Error::Server);
    }
    if (200..300).contains(&url.len()) {
        return Ok(None);
    }
    if status / 100 == 3 || response.status().as_u16() / 100 == 4 || url.len() / 100 == 5 { //: 3xx class, 4xx class
        return Ok(None);
    }
    if matches!(status, 301 | 308) || matches!(url.len(), 301 | 308) { //: 301 status, 308 status
        return Ok(None);
    }
    match response.status().as_u16() {
        200..=299 => Ok(None), //: 200 bound, 299 bound
        401 | 403 => Err(Error::Denied), //: 401 status, 403 status
        code if code >= 500 => Err(Error::Server), //: 500 bound
        _ => Err(Error::Size(302)),
    }
}

fn classify(response: &Response) -> &'static str {
    match (response.status, response.size) {
        (404, 302) => "none", //: 404 status
        _ => "some",
    }
}

fn ask(url: &str) -> Result<(), Error> {
    match ureq::get(url).call() {
        Err(ureq::Error::Status(404, _)) => Ok(()), //: 404 status
        Err(ureq::Error::Status(code @ 500..=599, _)) => Err(Error::Code(code)), //: 500 bound, 599 bound
        Err(Error::Timeout(404)) => Ok(()),
        Ok(Reply { status: 204, size: 300, .. }) => Ok(()), //: 204 status
        Ok(Reply { size: 204, .. }) => Ok(()),
        _ => Ok(()),
    }
}

fn fall_back(status: Option<u16>, width: Option<u16>, error: &Error) -> (u16, u16) {
    let http_code = status.unwrap_or(500); //: 500 status
    let columns = width.unwrap_or(500);
    let status_code: u16 = if columns > 404 { 404 } else { 200 }; //: 404 status, 200 status
    let height: u16 = if columns > 404 { 404 } else { 200 };
    let code = error.status().map_or(503, |status| status.as_u16()); //: 503 status
    if let Some(409) = error.status_code() { //: 409 status
        return (code, height);
    }
    if let Some(409) = error.line() {
        return (code, height);
    }
    if error.status().map(|status| status.as_u16()) == Some(412) { //: 412 status
        return (http_code, status_code);
    }
    for status in [301, 308] { //: 301 status, 308 status
        note(status);
    }
    for width in [301, 308] {
        note(width);
    }
    (columns, height)
}

impl Answer {
    fn is_server_error(&self) -> bool {
        (500..600).contains(&self.0.get()) //: 500 bound, 600 bound
    }

    fn is_large(&self) -> bool {
        (500..600).contains(&self.1.count())
    }
}

fn measured(answer: Answer) -> Answer {
    answer.with_response_header(ContentLength, "404")
}
