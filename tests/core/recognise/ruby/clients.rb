# What clients do with a status. `#:` says what a line holds; a line without it holds nothing.
require "faraday"
require "net/http"

RETRY_STATUSES = [502, 503, 504].freeze #: 502 status, 503 status, 504 status
RETRY_DELAYS = [200, 400, 503].freeze
GONE_CODES = %w[404 410].freeze #: 404 status, 410 status
GONE_PORTS = %w[404 410].freeze
TIMEOUT = 500

def fetch(uri, retries: 404)
  response = Net::HTTP.start(uri.host, 443, read_timeout: 500) { |http| http.get(uri.path) }
  return nil if response.code == "404" #: 404 status
  return nil if "410" == response.code || response.code.to_i == 451 #: 410 status, 451 status
  return nil if response.body.size == 404 || response["Content-Length"].to_i > 300
  return fetch(uri) if RETRY_STATUSES.include?(response.code.to_i) || [429, 503].include?(response.status) #: 429 status, 503 status
  return fetch(uri) if [429, 503].include?(response.body.length)
  return response if response.code.to_i.between?(200, 299) #: 200 bound, 299 bound
  return response if response.body.length.between?(200, 299)
  return response if (200..299).cover?(response.status) #: 200 bound, 299 bound
  return response if (200...300) === response.code.to_i || (200..300) === response.body.size #: 200 bound, 300 bound
  raise Down if response.status >= 500 && response.status < 600 #: 500 bound, 600 bound
  raise Down if response.code.to_i / 100 == 5 || response.body.size / 100 == 5 #: 5xx class
  raise Down unless response.status.in?([200, 304]) #: 200 status, 304 status

  case response.status
  when 401, 403 then raise Denied #: 401 status, 403 status
  when 400...500 then raise Bad #: 400 bound, 500 bound
  when 503 #: 503 status
    retry_later(503)
  end

  case response.code
  when "301", "302" #: 301 status, 302 status
    fetch(response["Location"])
  when /^40[13]/
    nil
  end

  case response.body.size
  when 401, 403 then raise Small
  when 400...500 then raise Small
  end

  case response
  in { status: 404 } then nil #: 404 status
  in { status: 200..299, body: } then body #: 200 bound, 299 bound
  in { width: 404 } then nil
  end
end

def connect
  Faraday.new(request: { timeout: 300 }) do |builder|
    builder.request :retry, max: 404, interval: 200, retry_statuses: [429, 503] #: 429 status, 503 status
    builder.adapter :test do |stub|
      stub.get("/tea") { |_env| [418, {}, "tea"] } #: 418 status
      stub.get("/tea/404") { [200, { "Content-Type" => "text/plain" }, "tea"] } #: 200 status
      stub.get("/sizes") { sizes.push(418, 404) }
    end
  end
rescue RestClient::ExceptionWithResponse => e
  e.http_code == 404 ? nil : raise #: 404 status
rescue Net::FTPReplyError => e
  e.message.start_with?("550")
ensure
  File.chmod(0o600, "log")
end

def report(result, code = nil)
  status = result&.status || 500 #: 500 status
  width = result&.width || 500
  http_code = code ? code : 404 #: 404 status
  @status_code = 200 #: 200 status
  @height = 200
  self.last_response_code = 304 #: 304 status
  order.total = 304
  $?.exitstatus == 200
  Process.last_status.exitstatus == 404
  [status, width, http_code]
end
