// Results of another protocol, whose type is called like a status's.
import 'package:tea_mail/src/imap/imap_response.dart';

/// Reads what an IMAP server answers.
void main() {
  final parser = ImapParser(imap: true);
  final response = Response<ImapResult>()..status = ResponseStatus.ok;
  parser.parse(response, HttpStatus.gone); //: 410 constant
}
