/* Names of statuses, and names that look like them. */
#include <httpd.h>
#include <microhttpd.h>

static int answer(request_rec *r, struct MHD_Connection *connection)
{
    if (r->status == HTTP_NOT_FOUND) //: 404 constant
        return HTTP_MOVED_TEMPORARILY; //: 302 constant
    return MHD_queue_response(connection, MHD_HTTP_SERVICE_UNAVAILABLE, body); //: 503 constant
}

static int neighbours(long status, int method)
{
    if (status == STATUS_PENDING || status == STATUS_NOT_FOUND)
        return ERROR_NOT_FOUND;
    return method == HTTP_GET ? ERR_HTTP_NOT_FOUND : HTTP_UPLOAD_CREATED;
}
