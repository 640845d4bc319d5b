// What a type says of its own members, and what a response is made of alone. `//:` says what a line holds; a line
// without it holds nothing.
import HTTP

extension HTTPResponseStatus {
    var value: Int {
        switch self {
        case .multipleChoices: return 7 //: 300 constant
        default: return 8
        }
    }

    var hasBody: Bool { self != .noContent && self != .ok } //: 204 constant, 200 constant
}

extension ParcelState {
    var isThere: Bool { self != .accepted && self != .notFound }
}

func answer(_ url: URL, _ request: Request) -> HTTPResponse {
    if request.isClosed { return HTTPResponse(.forbidden) } //: 403 constant
    return Response(.created) //: 201 constant
}

func pack(_ url: URL) -> Parcel {
    return Parcel(.created)
}

let field = Field(name: Field.Name(parsed: ":status")!, value: "204") //: 204 status
let other = Field(name: Field.Name(parsed: ":weight")!, value: "204")
