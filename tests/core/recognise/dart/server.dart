// What servers do with a status. `//:` says what a line holds; a line without it holds nothing.
import 'dart:io';

import 'package:dart_frog/dart_frog.dart' as frog;
import 'package:shelf/shelf.dart';

const notFoundStatus = 404; //: 404 status
const columnWidth = 404;

const phrases = {404: 'Not Found', 503: 'Service Unavailable'}; //: 404 status, 503 status
const sizes = {404: 'S', 503: 'M'};
const codes = {'not_found': 404, 'conflict': 409}; //: 404 status, 409 status
const widths = {'narrow': 404, 'wide': 409};

enum Answer {
  notFound(404), //: 404 status
  gone(410); //: 410 status

  const Answer(this.status);
  final int status;
}

enum Breakpoint {
  small(404),
  large(510);

  const Breakpoint(this.width);
  final int width;
}

class Reply {
  Reply(this.body, {this.statusCode = 200, this.fontSize = 200}); //: 200 status
  final String body;
  int statusCode;
  int fontSize;

  int get httpStatus => 503; //: 503 status
  int get height => 503;

  int statusFor(String path) {
    if (path.isEmpty) return 404; //: 404 status
    return path == '/old' ? 301 : 200; //: 301 status, 200 status
  }

  int widthFor(String path) {
    return path == '/old' ? 301 : 200;
  }
}

Response fail(String text, int status) => Response(status, body: text);
String wrap(String text, int columns) => text.substring(0, columns);

Response handle(Request request) {
  if (request.url.path == '404') return Response(404, body: 'none'); //: 404 status
  if (request.url.path == 'made') return Response(201); //: 201 status
  fail('busy', 503); //: 503 status
  wrap('busy', 503);
  frog.Response(statusCode: 202, body: '202'); //: 202 status
  Envelope(length: 202, body: '202');
  throw HttpException(403, 'no'); //: 403 status
}

Future<void> serveIo(HttpRequest request) async {
  request.response.statusCode = 405; //: 405 status
  request.response.contentLength = 405;
  request.response
    ..statusCode = HttpStatus.gone //: 410 constant
    ..statusCode = 422 //: 422 status
    ..contentLength = 422;
  await HttpServer.bind('127.0.0.1', 503);
  await Future.delayed(const Duration(milliseconds: 500));
  request.response.redirect(Uri.parse('/404'), status: 308); //: 308 status
  exit(200);
}
