package shop;

class Helpers {
    void opens(String path, int want) throws Exception {
        Response response = client.open(path);
        assertEquals(want, response.getStatusLine().getStatusCode());
    }

    void measures(String path, int want) throws Exception {
        assertEquals(want, client.open(path).getWidth());
    }

    void answers(String path, int want) {
        if (client.open(path).status() != want) fail();
    }

    void sorts(String path, int want, int width) {
        assertEquals(want, client.open(path).status());
        if (want == 204 || width == 204) stop(); //: 204 status
    }

    void calls() {
        opens("books", 200); //: 200 status
        measures("books", 200);
        answers("books", 404); //: 404 status
    }
}
