"""Which language a file is in, by its name and by how its text begins."""

import os
from pathlib import Path

import pytest

from statuslens.source.detect import is_told_by_text, language_in, language_of
from statuslens.workspace import SourceFile, find_files


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("shop/nginx.conf", "nginx"),
        ("shop.nginx.conf.j2", "nginx"),
        ("site.nginx", "nginx"),
        ("nginx.tmpl", "nginx"),
        (".htaccess", "apacheconf"),
        ("web/htaccess.dist", "apacheconf"),
        ("conf/httpd.conf.in", "apacheconf"),
        ("haproxy.cfg.erb", "haproxy"),
        ("Caddyfile", "caddyfile"),
        ("deploy/Caddyfile.prod", "caddyfile"),
        ("errors/503.http", "http"),
        ("errors/503.http.tmpl", "http"),
        ("orders.HURL", "hurl"),
        ("recorded.har", "json"),
        ("access.log", "log"),
        ("access.log.1", "log"),
        ("logs/shop_access_log-20251010", "log"),
        ("settings.py.in", None),
        ("shop.conf", None),
        ("sites-available/shop.rs", None),
        ("Makefile", None),
    ],
)
def test_a_name_tells_the_language(path: str, language: str | None) -> None:
    assert language_of(path) == language


NGINX = "location /shop {\n    proxy_pass http://shop;\n}\n"
APACHE = '<Directory "/srv/shop">\n    Require all granted\n</Directory>\n'


@pytest.mark.parametrize(
    ("path", "head", "language"),
    [
        ("shop.conf", NGINX, "nginx"),
        ("snippets/errors.conf", "# pages\nerror_page 404 /404.html;\n", "nginx"),
        ("nginx.shop.tmpl", "{{ if .Shop }}\nserver {\n    listen 443;\n}\n{{ end }}\n", "nginx"),
        ("sites-available/shop.example", "server {\n    listen 80;\n}\n", "nginx"),
        ("etc/sites-enabled/shop.rs", "server {\n    listen 80;\n}\n", "nginx"),
        ("sites-enabled/shop.ru", "<VirtualHost *:80>\n    ServerName shop.ru\n</VirtualHost>\n", "apacheconf"),
        ("vhost.d/shop.example", "error_page 404 /404.html;\n", "nginx"),
        ("sites-available/enable.rb", "puts 404\n", "ruby"),
        ("sites-available/notes.example", "The server answers 404.\n", None),
        ("sites-available/default", "server {\n    listen 80;\n}\n", "nginx"),
        ("shop.conf", APACHE, "apacheconf"),
        ("shop.conf.in", "#\n# Pages\n#\nErrorDocument 404 /404.html\n", "apacheconf"),
        ("secure.rules", "RewriteEngine On\nRewriteRule ^old /new [R=301]\n", "apacheconf"),
        ("alerts.rules", "ALERT Lost IF lost > 300\n", None),
        ("health.locations", "location /health {\n  return 204;\n}\n", "nginx"),
        ("rules.conf", "RewriteEngine On\nRewriteRule ^old /new [R=301]\n", "apacheconf"),
        ("lb.cfg", "frontend entrance\n    bind :443\n    default_backend shop\n", "haproxy"),
        ("shop.conf", "@lost status 404\nhandle_errors {\n\trespond 404\n}\n", "caddyfile"),
        ("answer.txt", "HTTP/1.1 404 Not Found\nServer: shop\n\n", "http"),
        ("question", "GET /shop HTTP/1.1\nHost: shop.example\n\n", "http"),
        ("requests.jsonl", '{"method":"GET","path":"/","status":404}\n', "log"),
        ("requests", '192.0.2.1 - - [10/Oct/2025:13:55:36 +0000] "GET / HTTP/1.1" 404 12\n', "log"),
        ("run", "#!/usr/bin/env -S python3.12 -u\n", "python"),
        ("deploy", "#!/bin/bash\nset -e\n", "shellscript"),
        ("deploy", "#! /usr/bin/env LANG=C sh\n", "shellscript"),
        ("shop.inc", "<?php\nhttp_response_code(404);\n", "php"),
        ("shop.inc", "error_page 404 /404.html;\n", "nginx"),
        # Others' configuration and text.
        ("redis.conf", "port 6379\nsave 300 100\nmaxmemory 500mb\n", None),
        ("postgresql.conf", "port = 5432\nmax_connections = 200\n", None),
        ("logstash.conf", "input {\n  tcp { port => 514 }\n}\n", None),
        ("fluent.conf", "<source>\n  @type tail\n</source>\n<match **>\n</match>\n", None),
        ("named.conf", 'options {\n  directory "/var";\n};\nzone "shop" { type master; };\n', None),
        ("application.conf", "http {\n  port = 443\n  timeout = 300\n}\n", None),
        ("setup.cfg", "[metadata]\nname = shop\n", None),
        ("prices.jsonl", '{"item":"lamp","status":404}\n', None),
        ("notes.txt", "The server answers 404.\n", None),
        ("README", NGINX, None),
        ("run", "#!/opt/unknown\n", None),
        ("run", "#!", None),
        ("empty.conf", "", None),
    ],
)
def test_the_beginning_of_a_text_tells_the_language_where_the_name_does_not(
    path: str, head: str, language: str | None
) -> None:
    assert is_told_by_text(path) or path == "README"
    assert language_in(path, head) == language


@pytest.mark.parametrize("path", ["shop.rs.bak", "picture.png", "Dockerfile", "LICENSE", "data.csv", ".gitignore.md"])
def test_a_file_is_not_opened_for_a_language_that_its_name_rules_out(path: str) -> None:
    assert not is_told_by_text(path)


def test_a_walk_finds_files_by_their_text(tmp_path: Path) -> None:
    texts = {
        "conf.d/shop.conf": NGINX.encode(),
        "conf.d/redis.conf": b"port 6379\n",
        "conf.d/binary.conf": NGINX.encode() + b"\0",
        "bin/deploy": b"#!/bin/sh\n",
        "bin/data": b"\xff\xfe\x00",
        "LICENSE": NGINX.encode(),
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(text)
    found = [(item.path, item.language) for item in find_files([str(tmp_path)]) if isinstance(item, SourceFile)]
    folder = tmp_path.as_posix()
    assert found == [(f"{folder}/bin/deploy", "shellscript"), (f"{folder}/conf.d/shop.conf", "nginx")]


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes on this system")
    os.mkfifo(tmp_path / "pipe")
    assert [type(item).__name__ for item in find_files([str(tmp_path / "pipe")])] == ["Skipped"]
