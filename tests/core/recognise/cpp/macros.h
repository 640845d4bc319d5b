// Constants in the values of macros, over HTTP: http.
#include <ngx_core.h>

#define SHOP_NOT_FOUND NGX_HTTP_NOT_FOUND
#define SHOP_FINALIZE_OR_RETURN(val, fail, r)                                  \
    if (val == fail) {                                                         \
        ngx_http_finalize_request(r, NGX_HTTP_INTERNAL_SERVER_ERROR);          \
        return;                                                                \
    }
#define SHOP_FORBID(r) "NGX_HTTP_FORBIDDEN" // NGX_HTTP_FORBIDDEN
#define SHOP_MAKES(r) NGX_HTTP_FORBIDDEN(r)
#define SHOP_MISSES(r) fail(r, SHOP_KEY_NOT_FOUND)
