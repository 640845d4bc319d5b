// What a session of Restbed is closed with, and what else is closed.
#include <restbed>
using namespace restbed;

void pour(const std::shared_ptr<Session> session, Cup &cup)
{
    session->yield(200, "pouring", [](const std::shared_ptr<Session> session) { //: 200 status
        session->close(restbed::NO_CONTENT); //: 204 constant
    });
    session->close(418, "short and stout", {{"Connection", "close"}}); //: 418 status
    session->close(NOT_FOUND); //: 404 constant
    cup.close("404", 200);
}
