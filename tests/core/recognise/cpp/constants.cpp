// Names of statuses, and names that look like them.
#include <boost/beast.hpp>

namespace http = boost::beast::http;

enum class LookUp { not_found, ok };

void answer(http::response<http::string_body> &response, HttpResponsePtr resp, const Result &res) {
    response.result(http::status::not_found); //: 404 constant
    resp->setStatusCode(k404NotFound); //: 404 constant
    resp->setStatusCode(drogon::HttpStatusCode::k200OK); //: 200 constant
    if (res->status == StatusCode::BadRequest_400) return; //: 400 constant
    if (res->status == Pistache::Http::Code::Too_Many_Requests) return; //: 429 constant
    send(HTTP_STATUS_BAD_GATEWAY); //: 502 constant
}

bool neighbours(const grpc::Status &status, LookUp found) {
    if (status.error_code() == grpc::StatusCode::NOT_FOUND) return false;
    if (status.error_code() == error_code::HTTP_SERVICE_UNAVAILABLE) return false;
    return found == LookUp::ok && state != absl::StatusCode::kNotFound;
}

void reply(Answer &answer) {
    answer.set(httpserver::http_utils::http_not_found); //: 404 constant
    answer.set(http_utils::http_version_in_use);
    answer.set(file_utils::http_not_found);
}
