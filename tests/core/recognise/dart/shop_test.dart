// What tests do with a status. `//:` says what a line holds; a line without it holds nothing.
import 'package:http/http.dart' as http;
import 'package:http/testing.dart';
import 'package:mockito/mockito.dart';
import 'package:test/test.dart';

void main() {
  final client = MockClient((request) async => http.Response('none', 404)); //: 404 status
  final bytes = MockClient((request) async => http.Response.bytes([200, 404], 503)); //: 503 status

  test('the shop answers', () async {
    expect(response.statusCode, 200); //: 200 status
    expect(response.statusCode, equals(201)); //: 201 status
    expect(response.statusCode, isNot(500)); //: 500 status
    expect(response.statusCode, isIn([200, 204])); //: 200 status, 204 status
    expect(response.statusCode, anyOf(301, 302)); //: 301 status, 302 status
    expect(response.statusCode, lessThan(400)); //: 400 bound
    expect(response.statusCode, inInclusiveRange(200, 299)); //: 200 bound, 299 bound
    expect(response.body.length, 404);
    expect(response.body.length, equals(201));
    expect(response.body, hasLength(404));
    expect(error, isA<ApiException>().having((e) => e.statusCode, 'statusCode', 403)); //: 403 status
    expect(box, isA<Box>().having((e) => e.width, 'width', 403));
    when(() => response.statusCode).thenReturn(409); //: 409 status
    when(() => box.width).thenReturn(409);
    dioAdapter.onGet('/404', (server) => server.reply(404, {'message': 'none'})); //: 404 status
    dioAdapter.onGet('/wait', (server) => server.delay(404));
  });

  for (final (path, status) in [('/', 200), ('/gone', 410)]) { //: 200 status, 410 status
    test(path, () => expect(get(path).statusCode, status));
  }
  for (final (path, width) in [('/', 200), ('/gone', 410)]) {
    test(path, () => expect(get(path).width, width));
  }
}
