// Assertions that carry their library's name or their operator, and literals with a suffix.
#include <http/server.h>

std::string_view spelled(unsigned int status) {
    switch (status) {
    case 410: //: 410 status
        return "410"sv;
    }
}

void test_answers() {
    LT_CHECK_EQ(answer.response_code, 201); //: 201 status
    LT_CHECK_EQ(answer.body_size, 201);
    tt_int_op(request_get_response_code(request), ==, 404); //: 404 status
    assert_int(404, ==, request_get_response_code(request)); //: 404 status
    tt_int_op(buffer_get_length(buffer), ==, 404);
    server->submit_response("200"sv, stream, headers); //: 200 status
    server->submit_weight("200"sv, stream);
}
