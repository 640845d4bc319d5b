// Builders of responses that are named after a status, and what is only called like one.
use actix_web::{web, HttpResponse};

pub async fn basket(id: web::Path<u32>) -> Result<HttpResponse, Spoilt> {
    match stock().find(*id) {
        Some(tea) if tea.is_secret() => Ok(HttpResponse::Forbidden().finish()), //: 403 constant
        Some(tea) => Ok(HttpResponse::Ok().json(tea)), //: 200 constant
        None => Ok(HttpResponse::NotFound().body("no such tea")), //: 404 constant
    }
}

pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/", web::get().to(HttpResponse::NoContent)); //: 204 constant
    config.route("/old", web::get().to(|| async { actix_web::HttpResponse::Gone() })); //: 410 constant
}

pub fn steep(cup: Cup) -> Reply {
    match cup.ask() {
        Reply::NotFound(name) => Reply::Conflict(name),
        other => Search::Found(other).into(),
    }
}
