// What servers do with a status. `//:` says what a line holds; a line without it holds nothing.
import Vapor

let notFoundStatus = 404 //: 404 status
let columnWidth = 404

enum Answer: Int {
    case notFound = 404 //: 404 status
    case gone = 410 //: 410 status
}

enum Breakpoint: Int {
    case small = 404
    case large = 510
}

let phrases = [404: "Not Found", 503: "Service Unavailable"] //: 404 status, 503 status
let drinks = [404: "tea", 503: "coffee"]
let codes = ["not_found": 404, "conflict": 409] //: 404 status, 409 status
let widths = ["narrow": 404, "wide": 409]

struct Reply {
    var statusCode: Int = 200 //: 200 status
    var fontSize: Int = 200

    init(body: String, status: Int = 200) { //: 200 status
        self.statusCode = status
    }

    var httpStatus: Int { 503 } //: 503 status
    var height: Int { 503 }

    func statusCode(for path: String) -> Int {
        if path.isEmpty { return 404 } //: 404 status
        return path == "/old" ? 301 : 200 //: 301 status, 200 status
    }

    func width(for path: String) -> Int {
        return path == "/old" ? 301 : 200
    }
}

func fail(_ text: String, _ status: Int) -> Response {
    Response(status: .init(statusCode: status), body: .init(string: text))
}

func wrap(_ text: String, _ columns: Int) -> String {
    String(text.prefix(columns))
}

func routes(_ app: Application) throws {
    app.http.server.configuration.port = 503
    app.routes.defaultMaxBodySize = 500
    app.get("404") { req -> Response in
        let response = Response(status: HTTPResponseStatus(statusCode: 418), body: "short") //: 418 status
        response.status = .init(statusCode: 202) //: 202 status
        response.priority = .init(weight: 202)
        _ = Abort(.custom(code: 422, reasonPhrase: "no body")) //: 422 status
        _ = fail("busy", 503) //: 503 status
        _ = wrap("busy", 503)
        _ = HTTPStatus(statusCode: 451, reasonPhrase: "law") //: 451 status
        _ = HTTPResponse(statusCode: 201, body: "made") //: 201 status
        _ = Envelope(length: 201, body: "made")
        _ = APIError(status: 409, message: "taken") //: 409 status
        _ = LayoutError(column: 409, message: "taken")
        return response
    }
}
