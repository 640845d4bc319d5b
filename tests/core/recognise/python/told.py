"""What calls are told, and what lists of answers hold."""

import requests
self.assertListEqual([201, 201], [self.app.send_event(e).status_code for e in [event1, event2]]) #: 201 status, 201 status
self.assertListEqual([201, 201], [self.app.send_event(e).size for e in [event1, event2]])
raise ConnectionDeny(404, unicode(err)) #: 404 status
raise Sized(404, rows)
response = self.import_scan(data, 201) #: 201 status
rows = self.scale(data, 201)
response.write('{"code":500,"msg":"no shelf left","error_id":"7"}')  #: 500 status
response.write('{"code":500,"rows":"7"}')


def test_kettles(self):
    self.hide_version(1, expected_status=403)  #: 403 status
    self.hide_pages(1, expected_grams=403)
    self.boil_volume(1, exit_status=403)
