// Closures that are handed to a call, maps and what is inside a macro call. `//:` says what a line holds.
use http::StatusCode;

fn serve(mock: Mock, operation: Operation) {
    mock.with_status_code_from(|request| if request.is_known() { 200 } else { 404 }); //: 200 status, 404 status
    mock.with_delay_from(|request| if request.is_known() { 200 } else { 404 });
    operation.responses.insert("200", answer()); //: 200 status
    operation.sizes.insert("200", answer());
    assert_eq!(document["paths"]["/orders"]["responses"]["200"]["description"], "fine"); //: 200 status
    assert_eq!(document["pages"]["200"]["title"], "fine");
    assert_eq!(answer.map(|it| it.status().as_u16()).unwrap(), 500); //: 500 status
    assert_eq!(answer.code(), Some(401.try_into().unwrap())); //: 401 status
}

fn mocks() {
    set_answer("/orders", 200, &[("content-length", "5")], b"mug"); //: 200 status
    set_length("/orders", 200, &["mug"], b"mug");
}
