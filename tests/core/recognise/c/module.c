/* What servers in C do with a status. `//:` says what a line holds; a line without it holds nothing. */
#include <event2/http.h>
#include <httpd.h>
#include <microhttpd.h>

#define STATUS_GONE 410 //: 410 status
#define MAX_HEADERS 410

typedef struct {
    int code;
    const char *reason;
} http_status_t;

static const http_status_t statuses[] = {
    {404, "Not Found"}, //: 404 status
    {410, "Gone"}, //: 410 status
};

static const struct colour colours[] = {{404, "red"}, {410, "green"}};

static const char *status_text[] = {
    [404] = "Not Found", //: 404 status
    [429] = "Too Many Requests", //: 429 status
};

static const char *key_names[512] = {[258] = "DOWN", [404] = "F3"};

const char *reason_of(int status) {
    switch (status) {
        case 301: return "Moved Permanently"; //: 301 status
        case 304: return "Not Modified"; //: 304 status
    }
    switch (keycode) {
        case 301: return "up";
        case 304: return "down";
    }
    return NULL;
}

static int handler(request_rec *r) {
    r->status = 503; //: 503 status
    r->clength = 503;
    r->status_line = "503 Service Unavailable"; //: 503 status
    if (r->status >= 400 && r->status < 500) //: 400 bound, 500 bound
        return HTTP_NOT_FOUND; //: 404 constant
    if (r->header_only >= 400 || r->bytes_sent < 500)
        return 500;
    ap_rprintf(r, "%d items", 404);
    apr_table_set(r->headers_out, "Retry-After", "120");
    return 0;
}

static void events(struct evhttp_request *req, struct MHD_Connection *connection, struct lws *wsi) {
    evhttp_send_error(req, 404, "none"); //: 404 status
    evhttp_send_reply(req, 200, "OK", buffer); //: 200 status
    evbuffer_expand(buffer, 404);
    MHD_queue_response(connection, 201, page); //: 201 status
    lws_return_http_status(wsi, 403, NULL); //: 403 status
    lws_set_timeout(wsi, PENDING, 403);
    mg_send_http_error(conn, 405, "%s", "no"); //: 405 status
    mg_printf(conn, "HTTP/1.1 405 Method Not Allowed\r\n\r\n"); //: 405 status
    httpd_resp_set_status(req, "409 Conflict"); //: 409 status
    httpd_resp_set_hdr(req, "X-Conflict", "409");
    listen(sock, 500);
    bind_port(sock, 404);
    chmod(path, 404);
    usleep(500);
    exit(200);
}
