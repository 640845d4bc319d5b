// Patterns that look into an object. `//:` says what a line holds; a line without it holds nothing.
import 'dart:io';

String tell(Object thing) {
  switch (thing) {
    case HttpException(httpStatus: 401): //: 401 status
      return 'log in';
    case Answer(statusCode: 404 || 410): //: 404 status, 410 status
      return 'gone';
    case Answer(statusCode: >= 500): //: 500 bound
      return 'failed';
    case Box(width: 401):
      return 'wide';
    case Box(width: >= 500):
      return 'wider';
  }
  if (thing case {'status': 403}) return 'denied'; //: 403 status
  if (thing case {'grams': 403}) return 'heavy';
  return '';
}
