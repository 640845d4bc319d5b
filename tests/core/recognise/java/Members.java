package shop;

import io.shop.StatusCode;

class Members {
    void answers() {
        send(StatusCode.NOT_ACCEPTABLE); //: 406 constant
        send(StatusCode.UNPROCESSABLE_ENTITY); //: 422 constant
        send(StatusCode.SERVER_BROKEN);
    }
}
