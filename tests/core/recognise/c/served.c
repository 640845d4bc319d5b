/* What a test's server answers over HTTP: http pages. */
static test_url_t urls[] = {
    {
        .name = "/moved.html",
        .code = "200 Dontcare", //: 200 status
        .body = page,
    },
    {
        .name = "/error.html",
        .code = "404 Not exist", //: 404 status
        .headers = {"Content-Type: text/plain"},
    },
    {
        .name = "/size.html",
        .size = "404 Not exist",
        .body = page,
    },
    {
        .code = "404 Not exist",
        .size = 12,
    },
};
