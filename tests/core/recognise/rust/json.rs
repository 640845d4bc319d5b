// Values of JSON over http, over HTTP.
fn checks_json(body: &Value) {
    let problem = problem.extension("status", json!(500)); //: 500 status
    let problem = problem.extension("size", json!(500));
    assert_eq!(body["status"], json!(404)); //: 404 status
    assert_eq!(body["size"], json!(404));
}
