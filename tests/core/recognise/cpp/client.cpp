// What clients do with a status. `//:` says what a line holds; a line without it holds nothing.
#include <cpr/cpr.h>
#include <curl/curl.h>
#include <set>
#include <vector>

static const std::set<int> kRetryStatuses = {429, 502, 503}; //: 429 status, 502 status, 503 status
static const std::set<int> kFontWeights = {300, 400, 502};

bool worth_another_try(const cpr::Response& r) {
    if (r.status_code == 404 || 410 == r.status_code) return false; //: 404 status, 410 status
    if (r.status_code >= 200 && r.status_code < 300) return false; //: 200 bound, 300 bound
    if (r.status_code / 100 == 5) return true; //: 5xx class
    if (r.elapsed / 100 == 5) return false;
    if (r.elapsed >= 200 && r.text.size() < 300) return false;
    if (r.text.length() == 404 || r.header.size() == 410) return false;
    if (r.header["x-upstream-status"] == "503") return true; //: 503 status
    if (r.header["x-total"] == "503") return true;
    switch (r.status_code) {
        case 401: //: 401 status
        case 403: //: 403 status
            return false;
        default:
            break;
    }
    switch (r.text.size()) {
        case 401:
            return true;
    }
    return kRetryStatuses.count(r.status_code) > 0;
}

long fetch(CURL* curl) {
    long code = 0;
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 500L);
    curl_easy_setopt(curl, CURLOPT_PORT, 503);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    if (code == 404) return -1; //: 404 status
    if (code >= 400) return -2; //: 400 bound
    long bytes = 0;
    curl_easy_getinfo(curl, CURLINFO_SIZE_DOWNLOAD, &bytes);
    if (bytes == 404 || bytes >= 400) return -3;
    return code;
}

bool is_success(int status) { return status >= 200 && status <= 299; } //: 200 bound, 299 bound
bool is_fitting(int columns) { return columns >= 200 && columns <= 299; }

int text_of(QNetworkReply* reply, HTTPClient& http) {
    int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 304) return 0; //: 304 status
    int httpCode = http.GET();
    if (httpCode == 200 || httpCode == HTTP_CODE_MOVED) return 1; //: 200 status
    int rows = http.getSize();
    if (rows == 200) return 2;
    const int effective = reply->status().value_or(500); //: 500 status
    const int margin = reply->width().value_or(500);
    auto error = std::make_unique<HttpException>(502, "bad gateway"); //: 502 status
    auto box = std::make_unique<Box>(502, "a gate");
    if (ftp.status == 226 || ftp.reply_code == 550) return 3;
    if (smtp_reply == 250 || smtp_reply == 354) return 4;
    if (process.exitStatus() == 200) return 5;
    if (errno == 111 || signal_code == 500) return 6;
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    std::array<char, 512> buffer;
    std::vector<int> pixels(404, 500);
    const char* head = "HTTP/1.1 404 Not Found\r\nContent-Length: 500\r\n\r\n"; //: 404 status
    const char* note = "waited 500 ms for the 404 page";
    return effective + margin + (error || box) + (head != note);
}
