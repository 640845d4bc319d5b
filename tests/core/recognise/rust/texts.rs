// Configuration and code in texts, over http and HTTP.
fn writes() {
    let caddy = r#"
  respond "Default response" 404 //: 404 status
  respond /gone 410 //: 410 status
  listen 404
"#;
    let nginx = "error_page 404 =200 /x;"; //: 404 status, 200 status
    let code = "\thttp_response(req, 200, NULL, 0);\n"; //: 200 status
    let code = "\tdraw(req, 200, NULL, 0);\n";
    prepare_response_headers(req, "200 Connection established", 26); //: 200 status
    draw(req, "200 Connection established", 26);
}
