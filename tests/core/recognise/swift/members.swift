// Members that name a status, and members that do not.
import Vapor

enum LookUpError: Error {
    case notFound
}

func show(_ request: Request) throws -> HTTPStatus {
    guard let basket = request.basket else { throw Abort(.notFound) } //: 404 constant
    if basket.isLocked { throw LookUpError.notFound }
    return .noContent //: 204 constant
}

func answer(_ response: Response, _ order: Order) -> Response {
    if response.status == .ok { return response } //: 200 constant
    switch response.status {
    case .unauthorized: return Response(status: .seeOther) //: 401 constant, 303 constant
    default: break
    }
    let missing = HTTPResponseStatus.notFound //: 404 constant
    let statuses: [HTTPResponse.Status] = [.badGateway, .gatewayTimeout] //: 502 constant, 504 constant
    order.state = .accepted
    switch order.error {
    case .notFound: break
    default: break
    }
    return Response(status: missing, body: statuses)
}

func state(of order: Order) -> Order.State {
    return .created
}
