// Numbers that are asked themselves. `//:` says what a line holds.
import Foundation

public extension Int {
    var isSuccessfulHttpStatusCode: Bool {
        self > 199 && self < 300 //: 199 bound, 300 bound
    }

    var isGenerous: Bool {
        self > 199 && self < 300
    }
}

final class AskedTests: XCTestCase {
    func testAsks() {
        XCTAssertFalse(404.isSuccessfulHttpStatusCode) //: 404 status
        XCTAssertFalse(404.isGenerous)
        XCTAssertEqual(503.httpTitle(), "Kettle") //: 503 status
        XCTAssertEqual(503.title(), "Kettle")
    }
}
