// What tests do with a status. `//:` says what a line holds; a line without it holds nothing.
import OHHTTPStubs
import Testing
import XCTest

final class ShopTests: XCTestCase {
    func testAnswers() throws {
        XCTAssertEqual(response.statusCode, 404) //: 404 status
        XCTAssertEqual(response.status.code, 201) //: 201 status
        XCTAssertNotEqual(500, response.statusCode) //: 500 status
        XCTAssertLessThan(response.statusCode, 400) //: 400 bound
        XCTAssertGreaterThanOrEqual(response.statusCode, 200) //: 200 bound
        XCTAssertTrue(response.statusCode == 302) //: 302 status
        XCTAssertEqual(response.data.count, 404)
        XCTAssertLessThan(elapsed, 400)
        expect(response.statusCode).to(equal(403)) //: 403 status
        expect(response.statusCode) == 409 //: 409 status
        expect(response.data.count).to(equal(403))
        expect(response.data.count) == 409
        #expect(response.status.code == 410) //: 410 status
        #expect(response.rows.count == 410)
        stub(condition: isPath("/404")) { _ in
            HTTPStubsResponse(data: Data(), statusCode: 503, headers: nil) //: 503 status
        }
        stub(http(.get, uri: "/"), jsonData(data, status: 401)) //: 401 status
        session.reply(with: .success(status: 206, width: 206)) //: 206 status
    }

    func testTable() {
        let table: [(path: String, status: Int, width: Int)] = [
            ("/", 200, 200), //: 200 status
            ("/404", 404, 404), //: 404 status
        ]
        for (path, expectedStatus) in [("/", 200), ("/gone", 410)] { //: 200 status, 410 status
            check(path, expectedStatus)
        }
        for (path, width) in [("/", 200), ("/gone", 410)] {
            check(path, width)
        }
        print(table)
    }
}
