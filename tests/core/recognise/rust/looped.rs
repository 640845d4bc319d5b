// Rows that a loop takes apart, over HTTP: http.
fn answers() {
    let cases = vec![("green", 200), ("black", 404)]; //: 200 status, 404 status
    cases.iter().for_each(|(tea, status)| assert_eq!(get(tea), status));
    let cups = vec![("green", 200), ("black", 404)];
    cups.iter().for_each(|(tea, grams)| assert_eq!(get(tea), grams));
    let found = [("green", 200), ("black", 404)]; //: 200 status, 404 status
    for (tea, status) in &found {
        assert_eq!(get(tea), *status);
    }
}

fn get(tea: &str) -> (StatusCode, String) {
    (404, "lost".into()) //: 404 status
}

fn pour(tea: &str) -> (Grams, String) {
    (404, "full".into())
}

fn register() {
    let (status, endpoint) = match found {
        Ok(endpoint) => (200, endpoint), //: 200 status
        Err(_) => (500, "".to_owned()), //: 500 status
    };
    let (grams, endpoint) = match found {
        Ok(endpoint) => (200, endpoint),
        Err(_) => (500, "".to_owned()),
    };
}
