// What closures and casts are given. `//:` says what a line holds; a line without it holds nothing.
import Foundation

func checks(response: Answer?, basket: Basket, event: Event) {
    let missing = response?.statusCode.map { $0 == 404 } //: 404 status
    let heavy = basket.grams.map { $0 == 404 }
    let failed = statuses.contains { $0 == 502 } //: 502 status
    let wide = widths.contains { $0 == 502 }
    XCTAssertEqual(event.values["status_code"]?.anyValue as? Int, 200) //: 200 status
    XCTAssertEqual(event.values["item_count"]?.anyValue as? Int, 200)
}

let table = [
    Field(name: ":status", value: "204"), //: 204 status
    Field(name: ":weight", value: "204"),
]
