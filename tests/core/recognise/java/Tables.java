// Statuses in enumerations and mappings. `//:` says what a line holds; a line without it holds nothing.
package shop;

import java.util.HashMap;
import java.util.Map;

enum Fault {
    NOT_FOUND(404, "no such page"), //: 404 status
    TOO_MANY_REQUESTS(429, "slow down"), //: 429 status
    OTHER(500, "no idea"); //: 500 status

    final int httpStatus;
    final String text;

    Fault(int httpStatus, String text) {
        this.httpStatus = httpStatus;
        this.text = text;
    }
}

enum Paper {
    NOTE(404, "small"),
    POSTER(429, "large");

    final int height;
    final String text;

    Paper(int height, String text) {
        this.height = height;
        this.text = text;
    }
}

interface Codes {
    int CONFLICT = 409; //: 409 status
    int CONTRAST = 409;
    int DATABASE_LOCKED = 503;
    int SMTP_READY = 220;
    int YEAR = 404;
}

class Tables {
    static final Map<Integer, String> PHRASES = Map.of(404, "Not Found", 410, "Gone"); //: 404 status, 410 status
    static final Map<Integer, String> ORDERS = Map.of(404, "kettle", 410, "mug");
    static final Map<String, Integer> STATUS_BY_FAULT = Map.of("missing", 404, "locked", 423); //: 404 status, 423 status
    static final Map<String, Integer> PRICE_BY_NAME = Map.of("kettle", 404, "mug", 423);
    static final Map<String, Object> WIDE = Map.of("statusCode", 201, "maxAge", 201); //: 201 status

    static final Map<Integer, String> MESSAGES = new HashMap<>();

    static {
        MESSAGES.put(401, "Unauthorized"); //: 401 status
        MESSAGES.put(402, "sold");
    }

    Tables() {
        counts.put("4xx", 0); //: 4xx class
        counts.put("4xl", 0);
        counts.put("5xx", 500); //: 5xx class
    }
}
