use http::Request;

fn load_answers() {
    insert!("301", answer_301); //: 301 status
    insert!("400", answer_400); //: 400 status
    insert!("404", page_width_404);
    insert!("503", answer_504);
}
