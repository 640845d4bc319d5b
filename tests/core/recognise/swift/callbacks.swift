// Members whose type a function's result or a callback's type tells. `//:` says what a line holds; a line without it
// holds nothing.
import Vapor

func read(_ line: Line, callback: @escaping (HTTPResponseStatus) -> Void) {
    guard line.isComplete else { return callback(.requestTimeout) } //: 408 constant
    callback(.badRequest) //: 400 constant
}

func pay(_ order: Order, done: @escaping (Payment) -> Void) {
    done(.paymentRequired)
}

func close(_ request: Request) -> EventLoopFuture<HTTPStatus> {
    Basket.close(on: request).transform(to: .accepted) //: 202 constant
}

func paint(_ shape: Shape) -> Shape {
    shape.converted(to: .accepted)
}

let page = Response(.ok, contentType: "text/plain", content: "tea") //: 200 constant
let parcel = Parcel(.ok, content: "tea")
