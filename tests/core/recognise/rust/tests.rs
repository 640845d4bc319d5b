// What tests do with a status. `//:` says what a line holds; a line without it holds nothing.
use httpmock::MockServer as HttpMock;
use rstest::rstest;
use wiremock::{matchers::method, Mock, MockServer, ResponseTemplate};

#[tokio::test]
async fn answers() {
    let server = MockServer::start().await;
    Mock::given(method("GET")).respond_with(ResponseTemplate::new(404).set_body_string("x")).expect(2).mount(&server).await; //: 404 status
    let mock = HttpMock::start().mock(|when, then| {
        when.path("/404");
        then.status(503).header("content-length", "404").delay_ms(404); //: 503 status
    });
    let other = mockito::mock("GET", "/").with_status(201).with_body("none").expect(2).create(); //: 201 status
    let response = client().get("/404").send().await.unwrap();
    assert_eq!(response.status(), 200); //: 200 status
    assert_eq!(404, response.status().as_u16()); //: 404 status
    assert_eq!(response.status().as_u16(), 302, "not {}", 2); //: 302 status
    assert_eq!(response.content_length(), Some(404));
    assert_eq!(orders.len(), 200);
    assert_ne!(response.status_code(), 500); //: 500 status
    assert!(response.status() == 418); //: 418 status
    assert!(response.status().as_u16() < 400); //: 400 bound
    assert!(orders.len() < 400);
    assert!([200, 204].contains(&response.status().as_u16())); //: 200 status, 204 status
    assert!(matches!(response.status().as_u16(), 401 | 403)); //: 401 status, 403 status
    assert!(matches!(error, Error::Http { status: 409, .. })); //: 409 status
    assert!(matches!(error, Error::Parse { line: 409, .. }));
    assert_eq!(error, Error::Http { status: 410, size: 410 }); //: 410 status
    response.assert_status(StatusCode::from_u16(422).unwrap()); //: 422 status
    response.assert_status_code(422); //: 422 status
    assert_eq!(response["status"], 429); //: 429 status
    assert_eq!(response["total"], 429);
    let event = json!({"status": 404, "statusCode": 201, "total": 404, "maxAge": 300}); //: 404 status, 201 status
    let reply = http::Response::builder().status(206).body("").unwrap(); //: 206 status
}

#[rstest]
#[case("/", 200, 200)] //: 200 status
#[case("/404", 404, 200)] //: 404 status
fn paths(#[case] path: &str, #[case] expected_status: u16, #[case] size: usize) {
    assert_eq!(get(path).status(), expected_status);
}

#[test_case("/", 200 ; "the root has 404")] //: 200 status
fn path(path: &str, status: u16) {}

#[tokio::test]
async fn pairs() {
    let (response, code) = shop().get("/").await;
    assert_eq!(code, 201, "{response}"); //: 201 status
    let (order, extent) = shop().orders().await;
    assert_eq!(extent, 201, "{order}");
}

#[test]
fn tables() {
    for (path, status) in [("/", 200), ("/none", 404)] { //: 200 status, 404 status
        assert_eq!(get(path).status(), status);
    }
    for (path, size) in [("/", 200), ("/none", 404)] {
        assert_eq!(get(path).len(), size);
    }
    vec![401, 403].into_iter().for_each(|status| note(status)); //: 401 status, 403 status
    vec![401, 403].into_iter().for_each(|width| note(width));
}
