// A client of STUN, whose errors look like those of HTTP. See http://stun.example.org/rfc8489.html
#include <stun/message.h>

const char *stun_reason(int code) {
    switch (code) {
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthenticated";
    case 438:
        return "Stale Nonce";
    }
    return "";
}

int stun_is_final(const stun_message_t *msg) {
    return msg->error_code == 400 || msg->error_code == 438;
}
