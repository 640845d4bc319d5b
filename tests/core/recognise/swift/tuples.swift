// Parts of tuples that functions declare and loops take apart, over HTTP: http.
import NIOHTTP1

func answer(_ tea: Tea?) -> (status: HTTPResponseStatus, headers: HTTPHeaders, body: String) {
    if tea == nil { return (.badRequest, [:], "no tea") } //: 400 constant
    return (.ok, [:], "tea") //: 200 constant
}

func sort(_ tea: Tea?) -> (TeaKind, String) {
    return (.badRequest, "green")
}

func told() -> (code: Int, body: String) {
    return (404, "lost") //: 404 status
}

let cases: [(String, Int)] = [
    ("green", 200), //: 200 status
    ("black", 401), //: 401 status
]
let cups: [(String, Int)] = [
    ("green", 200),
    ("black", 401),
]
for (tea, status) in cases { check(tea, status) }
for (tea, size) in cups { check(tea, size) }
