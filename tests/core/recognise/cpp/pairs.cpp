// Names and values side by side, over HTTP: http.
auto d = new Dictionary({ { "code", 503 }, { "status", "Action skipped" } }); //: 503 status
auto e = new Dictionary({ { "rows", 503 }, { "status", "Action skipped" } });
