// The codes of a mail server, most of which are no status.
struct AnswerCode {
    static let serviceReady = ResponseCode(220)
    static let connectionClosing = ResponseCode(221)
    static let commandOK = ResponseCode(250)
    static let willForward = ResponseCode(251)
    static let containingChallenge = ResponseCode(334)
    static let notAvailable = ResponseCode(421)
}
