// Names of statuses, and names that look like them.
import 'dart:io' as io;
import 'dart:io';

Future<void> answer(HttpRequest request, Order order) async {
  request.response.statusCode = HttpStatus.notFound; //: 404 constant
  if (reply.statusCode == io.HttpStatus.badGateway) return; //: 502 constant
  order.status = OrderStatus.accepted;
  span.status = SpanStatus.ok;
  if (event.type == FileChangeType.created) throw Refusal.notFound();
}
