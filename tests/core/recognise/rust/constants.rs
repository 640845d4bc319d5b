// Names of statuses, and names that look like them.
use axum::http::{self, StatusCode};
use reqwest::StatusCode as S;
use std::io::ErrorKind;

pub const HTTP_TEAPOT: u16 = 418; //: 418 status

fn answer(response: &Response) -> Result<StatusCode, Refusal> {
    match response.status() {
        StatusCode::NOT_FOUND => Ok(http::StatusCode::GONE), //: 404 constant, 410 constant
        S::BAD_GATEWAY | S::GATEWAY_TIMEOUT => Err(Refusal::later()), //: 502 constant, 504 constant
        _ => Ok(StatusCode::OK), //: 200 constant
    }
}

fn neighbours(error: std::io::Error, code: tonic::Code) -> Result<(), Refusal> {
    if error.kind() == ErrorKind::NotFound {
        return Err(Refusal::NotFound);
    }
    match code {
        tonic::Code::NotFound => Err(Refusal::Conflict),
        _ => Ok(()),
    }
}
