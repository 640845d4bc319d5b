// Options of commands over http, and a reason phrase by HTTP status.
fn checks(status_line: &str, table_line: &str) {
    assert!(status_line.contains(" 405 ")); //: 405 status
    assert!(table_line.contains(" 405 "));
    cmd.arg("-v").arg("--filter-status").arg("302"); //: 302 status
    cmd.arg("-v").arg("--filter-size").arg("302");
    match self.0 {
        400 => "Bad Request", //: 400 status
        404 => "Not Found", //: 404 status
        409 => "Conflict", //: 409 status
        500 => "Internal Server Error", //: 500 status
        _ => "",
    };
    match self.1 {
        400 => "Small",
        500 => "Large",
        _ => "",
    };
}
