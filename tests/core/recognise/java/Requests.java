// An app's request codes, and statuses. `//:` says what a line holds; a line without it holds nothing.
package shop;

import java.net.HttpURLConnection;

class Requests {
    static final int REQUEST_CODE_PICK_TEA = 201;
    static final int RESPONSE_CODE_MADE = 201; //: 201 status

    void onActivityResult(int requestCode, HttpURLConnection connection) throws Exception {
        if (requestCode == 404) return;
        int responseCode = connection.getResponseCode();
        if (responseCode == 404) return; //: 404 status
    }
}

class HttpRequestChecks {
    void asks() {
        HttpRequest request = head(address, true, "name", "tea", "number", "100");
        HttpResponse response = head(address, true, "name", "tea", "status", "404"); //: 404 status
    }
}
