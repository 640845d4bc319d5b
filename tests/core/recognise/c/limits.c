/* Time limits over http, over HTTP. */
void limits(void)
{
    shop_uri_set_option(uri, SHOP_URI_SERVERSELECTIONTIMEOUTMS, 500);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 500);
}
