# A daemon that speaks FTP, and an API of its own beside it. `#:` says what a line holds.
require "net/ftp"

class Transfers
  ftp = Net::FTP.new("ftp.example")
  rescue_from FTPNotAllowed do |exception|
    exception_error :not_allowed, 422, exception #: 422 status
  end
  rescue_from FTPUnavailable do |exception|
    exception_error :unavailable, 421, exception
  end

  def ready?(ftp)
    code = ftp.last_response_code
    code == 202 || code == 421
  end
end
