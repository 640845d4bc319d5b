// Cascades, and constructors of errors. `//:` says what a line holds; a line without it holds nothing.
import 'package:nock/nock.dart';

void doubles() {
  nock('https://shop.example').get('/orders')..reply(404, 'lost'); //: 404 status
  nock('https://shop.example').get('/orders')..persist(404);
  response..statusCode = 410..headers.add('x-count', 404)..close(); //: 410 status
}

class Malformed extends RequestException {
  Malformed(String message) : super(message, 400); //: 400 status
}

class Lost extends ServerException {
  Lost() : super('lost', 404); //: 404 status
}

class Square extends Shape {
  Square(String message) : super(message, 404);
}

class Broken extends DatabaseException {
  Broken(String message) : super(message, 404);
}
