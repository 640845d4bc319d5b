/* Statuses that a library's own header names, and its other results. */
#include <evhtp/evhtp.h>

static void tea(evhtp_request_t *req, void *arg)
{
    evhtp_send_reply(req, EVHTP_RES_OK); //: 200 constant
}

static const char *phrase(evhtp_res code)
{
    switch (code) {
    case EVHTP_RES_NACCEPTABLE: //: 406 constant
        return "Not Acceptable";
    case EVHTP_RES_PAUSE:
        return "";
    case EVHTP_RES_FATAL:
        return "";
    }
    return TEA_RES_OK ? "" : "-";
}
