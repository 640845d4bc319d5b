// Names of statuses that one case lists. `//:` says what a line holds; a line without it holds nothing.
import Foundation

enum HTTPStatusCode: Int {
    case requestTimeout = 408, //: 408 status
        // too long to read
        requestTooLong = 413, //: 413 status
        gone = 410 //: 410 status
}

enum ShelfSize: Int {
    case small = 408, large = 413
}
