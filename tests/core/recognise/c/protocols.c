// Codes of other protocols, in a file that speaks of HTTP as well. `//:` says what a line holds.
#include "http_proxy.h"

void answer(http_session_t *session, http_response_t *response) {
    response->code = COAP_RESPONSE_CODE(404);
    refuse(session, COAP_RESPONSE_CODE(401), "no key");
    if (response->code == RTSP_CODE(404)) return;
    if (sip_status(session) == 486) return;
    response->code = HTTP_FROM_COAP_CODE(404); //: 404 status
    if (coapt_status(session) == 404) return; //: 404 status
    http_reply(session, 404); //: 404 status
}
