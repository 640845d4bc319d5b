import Vapor

func retries(_ response: Response) -> Bool {
    (500...).contains(response.status.code) || (500...).contains(response.width) //: 500 bound
}

var statusCodes: [Int] {
    Array(200..<300) //: 200 bound, 300 bound
}

var widths: [Int] {
    Array(200..<300)
}
