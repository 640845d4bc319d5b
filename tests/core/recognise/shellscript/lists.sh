# Lists of codes, where nothing else speaks of the web.
export CAUGHT_ERROR_CODES="401 404 429 502 503" #: 401 status, 404 status, 429 status, 502 status, 503 status
export EXIT_ERROR_CODES="101 102 103 104 105"
export LENGTHS="401 404 429 502 503"
