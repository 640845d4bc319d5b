#!/usr/bin/env bash
# Configuration that a script writes, and says of ftp, ftp and ftp again. `#:` says what a line holds.
cat > checks.csv <<EOF
http-status;https://shop.example/kettles;404 #: 404 status
port;https://shop.example/kettles;443
price;https://shop.example/kettles;404
EOF
cat > /etc/nginx/shop.conf <<EOF
server_name ftp.shop.example;
location ~* \.(pl|cgi)\$ {
  return 444; #: 444 status
}
fastcgi_cache_valid 200 302 10m; #: 200 status, 302 status
fastcgi_cache_size 302 10m;
EOF
awk '{ if ($1 > 3) { return 444 } }' rows
