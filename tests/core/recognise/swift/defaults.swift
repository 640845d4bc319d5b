import Foundation

struct Answer {
    init(status: HTTPResponseStatus = .ok, width: Width = .ok) {} //: 200 constant
    func send(status: HTTPResponseStatus = .accepted, order: OrderStatus = .created) {} //: 202 constant
}

func answers(_ request: Request) {
    write(.init(status: .ok, headers: request.headers)) //: 200 constant
    write(.init(status: .ok, colours: request.colours))
    routes.get("/books") { _, _ -> HTTPResponse.Status in
        .accepted //: 202 constant
    }
    routes.get("/books") { _, _ -> Books.Order in
        .accepted
    }
}

func tests(_ answer: Answer) {
    answer.hasStatus(.created) //: 201 constant
    answer.hasStatus(.badRequest) //: 400 constant
    answer.hasColour(.created)
    answer.hasState(.created)
}
