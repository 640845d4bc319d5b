// What servers do with a status. `//:` says what a line holds; a line without it holds nothing.
#include <crow.h>
#include <httplib.h>
#include <map>
#include <string>

constexpr int kNotFoundStatus = 404; //: 404 status
constexpr int kBufferSize = 404;
#define TOO_MANY_REQUESTS_STATUS 429 //: 429 status
#define QUEUE_DEPTH 429

enum class Answer { NotFound = 404, Gone = 410 }; //: 404 status, 410 status
enum class Breakpoint { Small = 404, Large = 510 };

static const std::map<int, std::string> kPhrases = {
    {404, "Not Found"}, //: 404 status
    {503, "Service Unavailable"}, //: 503 status
};
static const std::map<int, std::string> kDrinks = {{404, "tea"}, {503, "coffee"}};
static const std::map<std::string, int> kCodes = {{"not_found", 404}, {"conflict", 409}}; //: 404 status, 409 status
static const std::map<std::string, int> kWidths = {{"narrow", 404}, {"wide", 409}};

struct Reply {
    int status_code = 200; //: 200 status
    int font_size = 200;
    explicit Reply(const std::string& body, int status = 200) : body(body) {} //: 200 status
    std::string body;
};

Reply make_reply(const std::string& body, int http_status);
int statusFor(const std::string& path) {
    if (path.empty()) return 404; //: 404 status
    return path == "/old" ? 301 : 200; //: 301 status, 200 status
}

int widthFor(const std::string& path) {
    return path.empty() ? 301 : 200;
}

void fail(httplib::Response& res, const char* text, int status) {
    res.status = status;
}

void draw(const char* text, int columns) {
    puts(text);
}

void routes(httplib::Server& server, crow::SimpleApp& app) {
    server.Get("/404", [](const httplib::Request& req, httplib::Response& res) {
        res.status = 404; //: 404 status
        res.body_size = 404;
        res.set_redirect("/", 308); //: 308 status
        res.set_header("X-Items", "404");
        fail(res, "busy", 503); //: 503 status
        draw("busy", 503);
        int status = req.has_param("q") ? 200 : 400; //: 200 status, 400 status
        int height = req.has_param("q") ? 200 : 400;
        res.status = status + height;
    });
    CROW_ROUTE(app, "/items")([] { return crow::response(204); }); //: 204 status
    CROW_ROUTE(app, "/teas")([] { return crow::response(418, "short and stout"); }); //: 418 status
    CROW_ROUTE(app, "/later")([] { return crow::response{202, "later"}; }); //: 202 status
    app.port(500).concurrency(300).run();
    server.set_read_timeout(500);
    server.listen("127.0.0.1", 503);
}

void esp(WebServer& server, AsyncWebServerRequest* request) {
    server.send(404, "text/plain", "none"); //: 404 status
    request->send(503, "application/json", "{}"); //: 503 status
    request->redirect("/", 301); //: 301 status
    serial.send(404, 9600);
}

void other(Poco::Net::HTTPServerResponse& response, mg_connection* c, MHD_Connection* connection) {
    response.setStatus(404); //: 404 status
    response.setContentLength(404);
    mg_http_reply(c, 404, "", "none"); //: 404 status
    MHD_queue_response(connection, 403, page); //: 403 status
    throw HttpError(422, "no body"); //: 422 status
    throw ExitError(422, "no body");
}

void sockets(uWS::HttpResponse<false>* res) {
    res->writeStatus("404 Not Found"); //: 404 status
    res->end("there are 404 of them");
}

void stream(Transaction &transaction, Answer &answer) {
    transaction.sendHeaders(200, 100); //: 200 status
    transaction.sendHeaders(404, 1024); //: 404 status
    transaction.sendChunks(404, 1024);
    transaction.finish(/*status=*/503, /*length=*/404); //: 503 status
    transaction.sendReply(404, 100); //: 404 status
    answer.setStatus(Response::NotFound); //: 404 constant
    answer.setState(Parcel::NotFound);
    answer.setOwner(Response::Unclaimed);
}
