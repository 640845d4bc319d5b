// Numbers of a shop's own under a status's name, and those of its answers. `//:` says what a line holds.
package shop;

class Orders {
    static final short STATUS_NEW = 101;
    static final short STATUS_CANCEL = 102;
    static final short STATUS_AUTO_CANCEL = 103;
    static final short STATUS_PAY = 201;
    static final short STATUS_REFUND = 202;
    static final short STATUS_SHIP = 301;
    static final short STATUS_CONFIRM = 401;
    static final short ANSWER_STATUS = 404; //: 404 status

    String text(Order order) {
        int status = order.status();
        if (status == 101) return "new";
        if (status == 102) return "cancelled";
        if (status == 103) return "cancelled by the shop";
        if (status == 201) return "paid";
        if (status == 301) return "sent";
        if (status == 401) return "received";
        return "unknown";
    }

    boolean isLost(Answer answer) {
        if (answer.status() == 404) return true; //: 404 status
        return answer.status() == 410; //: 410 status
    }
}
