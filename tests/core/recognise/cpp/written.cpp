// Status lines, casts and numbers of errors, over HTTP: http.
void write_page(Reply &reply, Editor &editor) {
    reply.init_status_line(404); //: 404 status
    reply.init_title_line(404);
    EXPECT_EQ(static_cast<int>(err->status_code), 404); //: 404 status
    EXPECT_EQ(static_cast<int>(err->rows_count), 404);
    ASSERT_EQ(static_cast<unsigned>(reply.status()), 410); //: 410 status
    if (reply.http_error_number == 502) return; //: 502 status
    if (reply.http_line_number == 502) return;
}
