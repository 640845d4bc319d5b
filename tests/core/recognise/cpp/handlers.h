#include "http/types.h"

class SHOP_API HttpMessage {
public:
    int Json(const Value& value) {
        body = value.dump(2);
        return 200; //: 200 status
    }

    int Length() {
        return 200;
    }
};

class SHOP_API HttpSettings {
public:
    int Retries() {
        return 200;
    }
};

static int list_index(HttpRequest* request, HttpResponse* response) {
    if (!request->user) return 401; //: 401 status
    return response->Json(orders);
}

static int list_pages(HttpRequest* request) {
    return 404;
}

void route(Router& router) {
    router.POST("/orders", [](const Context& context) {
        return 201; //: 201 status
    });
    router.sort("orders", [](const Order& order) {
        return 201;
    });
}
