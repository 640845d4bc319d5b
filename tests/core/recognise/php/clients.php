<?php
// What clients do with a status. `//:` says what a line holds; a line without it holds nothing.
use GuzzleHttp\Client;
use GuzzleHttp\Exception\RequestException;

const RETRY_STATUSES = [502, 503]; //: 502 status, 503 status
const RETRY_DELAYS = [502, 503];
define('HTTP_GONE_STATUS', 410); //: 410 status
define('MAX_ROWS', 410);

function load(Client $client, string $url, int $retries = 404)
{
    $response = $client->get($url, ['timeout' => 404, 'connect_timeout' => 300]);
    $status = $response->getStatusCode();
    if ($status === 404 || 410 == $response->getStatusCode()) { //: 404 status, 410 status
        return null;
    }
    if ($response->getBody()->getSize() === 404 || strlen($url) > 300) {
        return null;
    }
    if (in_array($status, [401, 403], true)) { //: 401 status, 403 status
        throw new Denied($url, 0);
    }
    if (in_array($response->getBody()->getSize(), [401, 403], true)) {
        throw new Small($url);
    }
    if ($status >= 200 && $status < 300) { //: 200 bound, 300 bound
        return $response;
    }
    if (\in_array($status, range(500, 599))) { //: 500 bound, 599 bound
        return load($client, $url);
    }
    if (intdiv($status, 100) === 3 || floor($status / 100) == 4) { //: 3xx class, 4xx class
        return $response;
    }
    if (intdiv(strlen($url), 100) === 3) {
        return $response;
    }
    switch ($response->getStatusCode()) {
        case 429: //: 429 status
        case 503: //: 503 status
            return load($client, $url);
    }
    switch (strlen($url)) {
        case 429:
            return null;
    }
    foreach ([301, 308] as $redirectStatus) { //: 301 status, 308 status
        echo $redirectStatus;
    }
    foreach ([301, 308] as $width) {
        echo $width;
    }
    return match ($status) {
        204, 304 => null, //: 204 status, 304 status
        404 => 302, //: 404 status
        default => $response,
    };
}

function ask(string $url): array
{
    $handle = curl_init($url);
    curl_setopt($handle, CURLOPT_TIMEOUT, 300);
    curl_setopt($handle, CURLOPT_PORT, 443);
    $body = curl_exec($handle);
    if (curl_getinfo($handle, CURLINFO_HTTP_CODE) !== 200) { //: 200 status
        return [];
    }
    $httpCode = (int) curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
    $info = curl_getinfo($handle);
    if ($httpCode == 404 || $info['http_code'] == '404' || $info['size_download'] == 404) { //: 404 status, 404 status
        return [];
    }
    if (preg_match('#^HTTP/1\.[01] 200#', $http_response_header[0])) { //: 200 status
        return [];
    }
    if (wp_remote_retrieve_response_code($body) !== 201) { //: 201 status
        return [];
    }
    try {
        $limit = $info['limit'] ?? 500;
        $status = $info['status'] ?? 500; //: 500 status
        $code = $status ?: 503; //: 503 status
    } catch (RequestException $e) {
        if ($e->getResponse()->getStatusCode() === 409) { //: 409 status
            return [];
        }
        if ($e->getResponse()?->getStatusCode() === 412) { //: 412 status
            return [];
        }
    } catch (\PDOException $e) {
        if ($e->errorInfo[1] === 302) {
            return [];
        }
    }
    $amount = $body->status == 'paid' ? 200 : 404;
    $answer = ['status' => $amount ? 200 : 404, 'port' => 404]; //: 200 status, 404 status
    exit($process->getExitCode() === 200 ? 0 : 255);
}
