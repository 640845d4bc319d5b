// What clients do with a status. `//:` says what a line holds; a line without it holds nothing.
import 'package:dio/dio.dart';
import 'package:http/http.dart' as http;

const retryStatuses = {429, 502, 503}; //: 429 status, 502 status, 503 status
const fontWeights = {300, 400, 502};

Future<String?> load(Uri url) async {
  final response = await http.get(url).timeout(const Duration(milliseconds: 500));
  if (response.statusCode == 404 || 410 == response.statusCode) return null; //: 404 status, 410 status
  if (response.contentLength == 404 || 410 == response.body.length) return null;
  if (response.statusCode >= 200 && response.statusCode < 300) return response.body; //: 200 bound, 300 bound
  if (response.body.length >= 200 && response.body.length < 300) return response.body;
  if ([401, 403].contains(response.statusCode)) return null; //: 401 status, 403 status
  if ([401, 403].contains(response.body.length)) return null;
  if (response.statusCode ~/ 100 == 5) return null; //: 5xx class
  if (response.body.length ~/ 100 == 5) return null;
  if (response.headers['x-upstream-status'] == '503') return null; //: 503 status
  if (response.headers['x-total'] == '503') return null;
  switch (response.statusCode) {
    case 304: //: 304 status
      return null;
    case 401 || 407: //: 401 status, 407 status
      return null;
    case >= 500 && < 600: //: 500 bound, 600 bound
      return null;
  }
  switch (response.body.length) {
    case 304:
      return null;
  }
  final text = switch (response.statusCode) {
    200 => 'fine', //: 200 status
    404 => 'none', //: 404 status
    _ => 'odd',
  };
  final size = switch (response.body.length) {
    200 => 'small',
    404 => 'large',
    _ => 'odd',
  };
  return '$text $size';
}

Future<void> fetch(Dio dio, Object error, Process process, Order order) async {
  final options = Options(
    receiveTimeout: 500,
    validateStatus: (status) => status != null && status < 500, //: 500 bound
  );
  await dio.get('/items/404', options: options, queryParameters: {'limit': 200, 'perPage': 100});
  if (error is DioException && error.response?.statusCode == 401) return; //: 401 status
  final code = error.response?.statusCode ?? 500; //: 500 status
  final width = error.box?.width ?? 500;
  if (code == 204 || width == 204) return; //: 204 status
  if (await process.exitCode == 200 || order.status == 200) return;
  if (smtp.replyCode == 250 || error.grpcCode == 404) return;
  const line = 'HTTP/1.1 404 Not Found'; //: 404 status
  const note = 'there are 404 reasons'; // 404 of them
  throw ApiException(502, 'bad answer from $line $note'); //: 502 status
}

bool isSuccess(int status) => status >= 200 && status <= 299; //: 200 bound, 299 bound
bool isFitting(int columns) => columns >= 200 && columns <= 299;
