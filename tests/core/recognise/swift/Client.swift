// What clients do with a status. `//:` says what a line holds; a line without it holds nothing.
import Foundation

let retryStatuses: Set<Int> = [429, 502, 503] //: 429 status, 502 status, 503 status
let fontWeights: Set<Int> = [300, 400, 502]

func load(_ request: URLRequest, session: URLSession) async throws -> Data? {
    let (data, response) = try await session.data(for: request)
    guard let http = response as? HTTPURLResponse, (200..<300).contains(http.statusCode) else { //: 200 bound, 300 bound
        return nil
    }
    guard (200..<300).contains(data.count) else { return nil }
    if http.statusCode == 404 || 410 == http.statusCode { return nil } //: 404 status, 410 status
    if data.count == 404 || 410 == data.count { return nil }
    if 200...299 ~= http.statusCode { return data } //: 200 bound, 299 bound
    if 200...299 ~= data.count { return data }
    if http.statusCode >= 400 && http.statusCode < 500 { return nil } //: 400 bound, 500 bound
    if data.count >= 400 && data.count < 500 { return nil }
    if [401, 403].contains(http.statusCode) { throw Failure.denied } //: 401 status, 403 status
    if [401, 403].contains(data.count) { throw Failure.denied }
    if http.statusCode / 100 == 5 { throw Failure.server } //: 5xx class
    if data.count / 100 == 5 { throw Failure.server }
    if http.value(forHTTPHeaderField: "X-Upstream-Status") == "503" { return nil } //: 503 status
    if http.value(forHTTPHeaderField: "X-Total") == "503" { return nil }
    switch http.statusCode {
    case 304: //: 304 status
        return nil
    case 401, 407: //: 401 status, 407 status
        throw Failure.denied
    case 500...599: //: 500 bound, 599 bound
        throw Failure.server
    default:
        break
    }
    switch data.count {
    case 304:
        return nil
    case 500...599:
        throw Failure.server
    default:
        break
    }
    let code = (response as? HTTPURLResponse)?.statusCode ?? 500 //: 500 status
    let rows = data.rows?.count ?? 500
    if code == 204 { return nil } //: 204 status
    if rows == 204 { return nil }
    return data
}

func isSuccess(_ status: Int) -> Bool {
    switch status {
    case 200..<300: return true //: 200 bound, 300 bound
    default: return false
    }
}

func traps(_ process: Process, _ order: Order, _ reply: SMTPReply, _ error: NSError) {
    if process.terminationStatus == 200 || order.status == 200 { return }
    if reply.code == 250 || grpc.code == 404 { return }
    let request = URLRequest(url: url, timeoutInterval: 500)
    request.setValue("bytes=0-499", forHTTPHeaderField: "Range")
    UIView.animate(withDuration: 0.3, delay: 200)
    view.frame = CGRect(x: 200, y: 404, width: 302, height: 503)
    socket.connect(to: "127.0.0.1", port: 503)
    let page = fetch(page: 1, perPage: 200, limit: 500)
    let line = "HTTP/1.1 404 Not Found" //: 404 status
    let note = "there are 404 reasons" // 404 of them
    print(page, line, note)
}

let response = HTTPURLResponse(url: url, statusCode: 403, httpVersion: nil, headerFields: nil) //: 403 status
let sized = URLResponse(url: url, mimeType: nil, expectedContentLength: 403, textEncodingName: nil)
