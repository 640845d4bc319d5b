// What servers do with a status. `//:` says what a line holds; a line without it holds nothing.
use axum::http::StatusCode;
use rocket::{catch, get};
use std::time::Duration;

const GONE_STATUS: u16 = 410; //: 410 status
const MAX_ROWS: u16 = 410;
static RETRY_STATUSES: [u16; 2] = [502, 503]; //: 502 status, 503 status
static SIZES: [u16; 2] = [502, 503];

#[catch(404)] //: 404 status
fn missing() -> &'static str {
    "none"
}

#[derive(Responder)]
#[response(status = 418, content_type = "json")] //: 418 status
struct Tea(String);

#[get("/orders/404", rank = 404)]
async fn order(id: u16) -> Result<String, (StatusCode, String)> {
    Err((StatusCode::from_u16(422).unwrap(), "no".to_string())) //: 422 status
}

#[derive(thiserror::Error)]
enum Failure {
    #[error("none", status = 404, width = 404)] //: 404 status
    Missing,
    Busy { status: u16, retry_after: u16 },
}

#[utoipa::path(get, path = "/orders", responses((status = 200, body = Order), (status = 409, description = "twice")))] //: 200 status, 409 status
async fn orders() -> impl Responder {
    HttpResponse::build(StatusCode::from_u16(451).unwrap()).finish(); //: 451 status
    tokio::time::sleep(Duration::from_millis(404)).await;
    Response::builder().status(303).header("content-length", 404).body(()) //: 303 status
}

impl Failure {
    fn status_code(&self) -> u16 {
        match self {
            Failure::Missing => 404, //: 404 status
            Failure::Busy { .. } => 503, //: 503 status
        }
    }

    fn weight(&self) -> u16 {
        match self {
            Failure::Missing => 404,
            Failure::Busy { .. } => 503,
        }
    }

    fn busy() -> Self {
        Failure::Busy { status: 503, retry_after: 503 } //: 503 status
    }

    fn http_status(&self) -> u16 {
        if self.is_busy() { 503 } else { 500 } //: 503 status, 500 status
    }

    fn height(&self) -> u16 {
        if self.is_busy() { 503 } else { 500 }
    }
}

struct ApiError {
    status: u16,
    size: usize,
}

impl ApiError {
    fn new(status: u16, text: &str, size: usize) -> Self {
        Self { status, size }
    }
}

fn refuse() -> ApiError {
    ApiError::new(403, "no", 403) //: 403 status
}

fn shrink(text: &str, width: usize) -> &str {
    &text[..width]
}

fn answer(stream: &mut TcpStream, response: &mut tide::Response) -> std::io::Result<()> {
    response.set_status(201); //: 201 status
    response.set_body(shrink("none", 404));
    stream.write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 404\r\n\r\n")?; //: 404 status
    let listener = TcpListener::bind(("127.0.0.1", 404))?;
    listener.set_ttl(302)?;
    std::process::exit(200);
}
