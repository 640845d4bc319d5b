# Tables, texts and traps. `#:` says what a line holds; a line without it holds nothing.

MESSAGES = { 404 => "Not Found", 410 => "Gone" }.freeze #: 404 status, 410 status
ORDERS = { 404 => "kettle", 410 => "mug" }.freeze
STATUS_BY_ERROR = { NotFound => 404, Conflict => 409 }.freeze #: 404 status, 409 status
WIDTH_BY_ERROR = { Wide => 404, Tall => 409 }.freeze
STATUS_CODES = { missing: 404, busy: 503 }.freeze #: 404 status, 503 status
BOX = { width: 404, height: 503, "max-age" => 301 }.freeze
ERRORS_BY_STATUS = { 401 => Unauthorized, 503 => Unavailable }.freeze #: 401 status, 503 status
SUMMARY = { "2xx" => 3, "5xx" => 1 }.freeze #: 2xx class, 5xx class
GRPC = { 404 => 5, 503 => 14 }.freeze

class ApiError < StandardError
  STATUS = 500 #: 500 status
  WIDTH = 500
  NOT_FOUND = 404 #: 404 status
  attr_reader :status

  def initialize(message, status = 500, retries = 500) #: 500 status
    super(message)
    @status = status
    @retries = retries
  end

  def self.from(response)
    new("none", 404) #: 404 status
  end

  def ==(other)
    other.is_a?(ApiError) && other.status == 403 #: 403 status
  end
end

class Missing < ApiError
  status 404 #: 404 status
  weight 404
end

LINE = "HTTP/1.1 404 Not Found\r\nContent-Length: 404\r\n" #: 404 status
STATUS = "503 Service Unavailable" #: 503 status
NOTE = "there are 404 reasons"
EVENT = { "statusCode" => 201, "body" => "", "maxAge" => 300 }.freeze #: 201 status
ERROR = { code: 404, message: "none", line: 404 }.freeze #: 404 status
raise ApiError.new("busy", 503) #: 503 status
raise RangeError, "not 503"
raise HttpError.new(429), "busy" #: 429 status
Oj.load('{"status": 404, "size": 404}') #: 404 status
smtp.getok("RCPT") == 250
smtp_reply == 550 || ftp_code == 226
headers = { "Content-Range" => "bytes 200-299/500", "Content-Length" => "404" }
year = 410
order.status == 200
user.permissions = 404
quota, limit, port = 429, 404, 503
MYSQL_ERRORS = [301, 302].freeze
Process.kill(404, pid) if curl_exit == 404
codes = responses.map { |r| r.status }.uniq - [200, 304] #: 200 status, 304 status
