import 'dart:io';

class GoneError extends ShopException {
  GoneError(String message) : super._(410, 'Gone', message); //: 410 status
  GoneError.missing(String message) : this._(404, message); //: 404 status
  GoneError.busy() : statusCode = 503; //: 503 status
  GoneError.wide() : width = 503;
}

final operation = {
  '200': APIResponse('books'), //: 200 status
  '400': Bookcase('oak'),
};

void main() {
  expect(document.responses!.keys, contains('401')); //: 401 status
  expect(document.shelves!.keys, contains('401'));
  expect(document.responses, containsKey('404')); //: 404 status
  if (error.toString().contains('404')) retry(); //: 404 status
  if (shelf.toString().contains('404')) close();
}
