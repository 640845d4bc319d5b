// The codes of a mail server, most of which the web does not have: this file holds no statuses.
struct ResponseCode {
    let value: Int
    static let ready = ResponseCode(220)
    static let closing = ResponseCode(221)
    static let done = ResponseCode(250)
    static let forwarded = ResponseCode(251)
    static let input = ResponseCode(354)
    static let busy = ResponseCode(421)
}
