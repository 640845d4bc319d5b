// What a closure is given together: a response and its code, or other things.
// All of it speaks of HTTP.
pub fn search(index: &Index) {
    index.search(json!({"q": "tea"}), |response, code| {
        assert_eq!(code, 200, "{response}"); //: 200 status
    });
    index.settle(|size, weight| {
        assert!(weight == 200 || size == 404);
    });
}

pub fn pour(answer: Answer) -> Tea {
    match answer {
        Answer { status_code: found, .. } if found == 404 => Tea::Lost, //: 404 status
        Answer { width: found, .. } => Tea::of(found == 404),
    }
}

pub fn label(reply: Builder) -> Builder {
    reply.header("cups", "567").header("x-tea", "404").header("status", "404") //: 404 status
}
