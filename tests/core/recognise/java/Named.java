// What assertions are named after, over HTTP: http.
class Named {
    void answers() {
        assertReturnedWithStatusAndContainsText(200, "tea", handle(request("tea"))); //: 200 status
        assertReturnedWithSizeAndContainsText(200, "tea", handle(request("tea")));
        assertStatusEquals(410, response); //: 410 status
        assertSizeEquals(410, response);
        HttpRequest request = head(address, true, "name", "tea", "cups", "100");
    }
}
