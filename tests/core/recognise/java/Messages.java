import static org.hamcrest.Matchers.is;

class Messages {
    void check(HttpAnswer answer) {
        assertThat(answer.getStatusCode(), is(201).describedAs("a new order")); //: 201 status
        assertThat(answer.getStatusCode(), equalTo(404).withMessage("gone")); //: 404 status
        assertThat(answer.getPages(), is(404).describedAs("all pages"));
    }
}
