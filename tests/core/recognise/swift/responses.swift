import Foundation

open class Response {
    class func ok(_ body: String, headers: Headers) -> Self {
        return self.init(.ok, body: body.bytes, headers: headers) //: 200 constant
    }

    static func missing(path: String) -> Response {
        return Response(.notFound, body: "no \(path)") //: 404 constant
    }

    static func made() -> Shelf {
        return Shelf(.created, body: [])
    }

    static func state() -> Response {
        return Response(.ok, after: 3)
    }

    func read(_ json: JSON, task: Task) {
        if json["ocs"]["meta"]["statuscode"].int == 200 { finish() }
        if json["meta"]["statuscode"].int == 200 { finish() } //: 200 status
    }
}
