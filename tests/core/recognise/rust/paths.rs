// Constants and builders that are written with their whole path, in a file that imports none of it.
pub fn pour(cup: &Cup) -> actix_web::HttpResponse {
    if cup.is_hot() {
        return actix_web::HttpResponse::ImATeapot().finish(); //: 418 constant
    }
    let mut reply = actix_web::HttpResponse::new(actix_web::http::StatusCode::OK); //: 200 constant
    reply.extend(tea_web::Answers::NotFound());
    reply
}
