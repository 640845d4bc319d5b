# Numbers that are asked themselves. `#:` says what a line holds.
puts "lost" unless 404.http_success? #: 404 status
puts "odd" unless 404.even?
puts 503.to_http_status #: 503 status
puts 503.to_s
