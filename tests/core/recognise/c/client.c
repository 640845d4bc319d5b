/* What clients in C do with a status. `//:` says what a line holds; a line without it holds nothing. */
#include <curl/curl.h>
#include <string.h>

static int retries(int http_status, int port) {
    if (http_status == 503 || http_status == 429) //: 503 status, 429 status
        return 3;
    if (port == 503 || port == 429)
        return 500;
    if (http_status / 100 == 4) //: 4xx class
        return 1;
    if (port / 100 == 4)
        return 200;
    if (strcmp(status, "404") == 0) //: 404 status
        return 0;
    if (strcmp(version, "404") == 0)
        return 0;
    if (strncmp(line, "HTTP/1.1 200", 12) == 0) //: 200 status
        return 0;
    if (strncmp(line, "220 ready", 9) == 0 || strstr(line, "250-PIPELINING"))
        return 0;
    return http_status != 200; //: 200 status
}

static int parse(const char *line) {
    int code;
    int rows;
    if (sscanf(line, "HTTP/1.1 %d", &code) == 1 && code == 301) //: 301 status
        return 1;
    if (sscanf(line, "%d rows", &rows) == 1 && rows == 301)
        return 1;
    assert_int_equal(response->status, 204); //: 204 status
    assert_int_equal(response->length, 204);
    ck_assert_int_eq(res.status_code, 206); //: 206 status
    ck_assert_int_eq(res.offset, 206);
    TEST_ASSERT_EQUAL_INT(416, esp_http_client_get_status_code(client)); //: 416 status
    TEST_ASSERT_EQUAL_INT(416, esp_http_client_get_content_length(client));
    set_range(request, "bytes=0-499");
    struct response r = {.status = 307, .length = 307}; //: 307 status
    return r.length;
}

static int follow(int n, int m) {
    if (n == 301 || n == 302 || n == 307 || n == 308) //: 301 status, 302 status, 307 status, 308 status
        return 1;
    return m == 301 || m == 302 || m == 350 || m == 308;
}
