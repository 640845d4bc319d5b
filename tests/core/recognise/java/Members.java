package shop;

import io.shop.StatusCode;

class Members {
    void answers() {
        send(StatusCode.NOT_ACCEPTABLE); //: 406 constant
        send(StatusCode.UNPROCESSABLE_ENTITY); //: 422 constant
        send(StatusCode.SERVER_BROKEN);
    }
}

class Failure {
    @Schema(description = "what went wrong", example = "404") //: 404 status
    private Integer status;

    @Schema(example = "404")
    private Integer width;

    @Size(max = 404)
    private String status;

    record Gone(@Schema(example = "410") int statusCode, @Schema(example = "410") int grams) {} //: 410 status
}
