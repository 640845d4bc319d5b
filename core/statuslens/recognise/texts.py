"""Statuses inside longer texts: status lines, queries, JSON or code in a string; and free text, which is prose."""

import re
from dataclasses import dataclass

from statuslens.recognise.calls import known_calls
from statuslens.recognise.lists import are_many
from statuslens.recognise.model import Role
from statuslens.recognise.phrases import is_phrase, starts_with_phrase
from statuslens.recognise.weighing import Weighing, is_known, value_weight
from statuslens.recognise.weights import Weights
from statuslens.source.document import Token
from statuslens.source.language import TokenKind
from statuslens.source.words import words

_REACH = 300
"""Bytes before and after a number in which its text is looked at."""
_PROSE_WORDS = 3
_NEAREST = 2
"""Names at the end of a path that decide."""

_STATUS_LINE = re.compile(
    r"(?:HTTP\\?/|\^HTTP|\bHTTP(?=\.[*+]))(?:[0-9.\\*+?(){},|DdSwx-]|\[(?:\[:[a-z]+:\]|[^\[\]\s]|[ ])*\])*(?:\\?[\"'])?"
    r"(?:[ \t]|\\s|[.*+]|\\?[\"'-]|\[\[:[a-z]+:\]\])+\(?\Z"
)
_ANSWERED = re.compile(r"(?<![A-Za-z])(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (?:/|https?://|\$)[^\s\"']*[ \t]+\Z")
_LOGGED = re.compile(r"[ \t]+(?:[\d$%{-]|\\?[\"']|\Z)")
"""A line of a log, in which the status follows the request, and numbers that: ``GET /shelf 404 12``."""
_NAMED = re.compile(
    r"(?:\A|[ \t]--|[\"'{\[(,&?;]|\w:[ \t]|(?:\n|(?:\\[nrt])+)[ \t]*(?:-[ \t]+)?)[ \t]*\\?[\"']?@?"
    r"(?:HTTP )?([A-Za-z_][\w.-]*)\\?[\"']?\]?"
    r"[ \t]*(=>|[:=]{1,3}|!==?|:?[<>]=?|[Ss]hould\w+(?:[ \t]+[1-5][0-9]{2})*|eq|is)"
    r"[ \t]*(?:\[[ \t]*)?\\?[\"']?\Z"
)
_COMPARED = re.compile(
    r"(?<![A-Za-z_])([A-Za-z_][\w.]*+)(?:\(\))?\\?[\"']?\]?\)?(?:[ \t]*\|[ \t]*int)?(?:[ \t]?\}{1,2})?"
    r"[ \t]*([=!]==?|[<>]=?)[ \t]*\\?[\"']?\Z"
)
_EQUALLED = re.compile(r"(?<![A-Za-z_])([A-Za-z_][\w.]*+)[ \t]*=[ \t]*\\?[\"']?\Z")
"""A test that has one sign for equality, as SQL and queries of traces do: ``http.status_code = 404``."""
_ASSERTED = re.compile(r"(?<![A-Za-z_])([A-Za-z_][\w.]*+)(?:\(\))?\)\.[\w.]+\([ \t]*\[?\Z")
_TESTED = re.compile(r"\$\{?(\w+)[^\s\"'$}]*\}?\\?[\"']?[ \t]+(-(?:eq|ne|lt|le|gt|ge)|[=!]?=)[ \t]+\\?[\"']?\Z")
"""A test of a shell: ``[ "$status" -eq``."""
_BEGINS = re.compile(r"(?:\A|\|)[\^/\\\"'( ]*\Z")
"""The beginning of a text or pattern, or of one of the latter's alternatives."""
_PRINTED = re.compile(r"\)\\?[\"']?[ \t]+(?:-eq|-ne|==?|!=)[ \t]+\\?[\"']?\Z")
"""One of what a command prints: ``[ "$(curl -w '%{http_code}' …)" =``."""
_GREPPED = re.compile(r"\|[ \t]*e?grep[ \t]+(?:-\w+[ \t]+)*\\?[\"']?\Z")
_NEW_LINE = re.compile(r"(?<!\\)\r?\n")
_ORDERS = ("<", ">", "-l", "-g")
"""How operators begin that compare by order."""
_SECTION = re.compile(r"@section\([ \t]*[\"'](\w+)[\"'],[ \t]*[\"']?\Z")
"""A section of a page of Blade's that has a value: ``@section('code', '404')``."""
_NINTH = re.compile(r"\$9[ \t]*([=!]?~|[=!]=|[<>]=?)[ \t]*[\"'/]?\^?\Z")
"""The ninth word of a line, which awk calls so, of a log of requests."""
_AMONG = re.compile(r"(?<![A-Za-z_])([A-Za-z_][\w.]*+)[ \t]+(?:not[ \t]+)?in[ \t]+(?:\w*\(|\[)\Z")
_COMPARISONS = (
    (_COMPARED, "=<>", "compared with"),
    (_TESTED, "=qet", "compared with"),
    (_ASSERTED, "([", "compared with"),
    (_AMONG, "([", "among the values of"),
)
"""What is looked for, the marks of which one stands before the number, and what it says."""
_LABEL = re.compile(
    r"(?<!\w)(\w++)[ \t]*\{[^{}]*\bcode[ \t]*(?:=~|!~|!=|=)[ \t]*\\?[\"'][(^]*(?:[1-5][0-9x.*+\[\]-]*\|)*\Z"
)
"""A label of a metric: ``http_requests_total{code="404"``, ``{code=~"(5..|404"``."""
_MATCHED = re.compile(r"(?<!\w)(\w++)[ \t]*(?:=~|!~)[ \t]*\\?[\"'][(^]*(?:[1-5][0-9x.*+\[\]-]*\|)*\Z")
"""A name that is matched with a pattern, of which a number is one alternative: ``status=~"5..|404"``."""
_CALL = re.compile(r"(?<![A-Za-z_])(?:(?<=\\)[nrt])?([A-Za-z_][\w.]*+)[ \t]?\([ \t]*(\w+,[ \t]*)?\Z")
_DIRECTIVE = re.compile(
    r"(?:\A|[\s{;/'\"]|\\[nt])\\?(?:error_page(?:[ \t]+[45][0-9]{2})*|limit_(?:req|conn)_status|ErrorDocument"
    r"|\w+_cache_valid(?:[ \t]+[1-5][0-9]{2})*"
    r"|Redirect(?:Match)?)[ \t]+\Z"
    r"|(?:\A|\n)[ \t]*respond(?:[ \t]+[/@*][^\s\"]*)?(?:[ \t]+\"[^\"\n]*\")?[ \t]+\Z"
    r"|\[(?:[\w=]+,)*R=\Z|(?:error_page|try_files)[ \t][^;\n]*[ \t]=\Z"
    r"|\bhttp-(?:request|response|after-response)[ \t]+"
    r"(?:(?:return|deny|tarpit|auth)\b[^\n]*[ \t](?:deny_)?status|set-status)[ \t]+\Z"
    r"|\bredirect[ \t]+(?:location|prefix|scheme)[ \t][^\n]*\bcode[ \t]+\Z"
    r"|\bhttp-check[ \t]+expect[ \t]+(?:![ \t]+)?status[ \t]+\Z|\b(?:errorfile|errorloc(?:30[23])?)[ \t]+\Z"
)
"""Directives of nginx, Apache, Caddy and HAProxy that take a status and are called like nothing else."""
_RETURN = re.compile(r"(?:\A|[\s{;\"'])return[ \t]+\Z")
_RETURNED = re.compile(r"[ \t]*(?:;|[\"']?\Z)|[ \t]+(?:[\"'$/]|\\[\"']|https?\b|@)")
_TARGET = re.compile(r"[ \t]+[\"']?\\?(?:https?:|\$)")
_SERVER_SIGNS = re.compile(
    r"\b(?:location|server|upstream)\b[^;{}\n]*\{|\b(?:listen|server_name|proxy_pass)[ \t]"
    r"|\bif[ \t]*\([ \t]*\$\w+(?:[ \t][^\n{]*)?\)[ \t]*\{"
)
_PATH = re.compile(
    r"/(status(?:es|[-_]?codes?)?)/\Z|#/(?:[^\s\"']*/)?(responses)/\Z"
    r"|(?<!\w)(responses)(?:[.|]|\\?[\"']?\]\[\\?[\"']?)\Z",
    re.IGNORECASE,
)
"""What leads to a status in an address or a description of an API: ``/status/``, ``paths|/orders|get|responses|``."""
_RESPONSE_KEY_BEFORE = re.compile(r"\bresponses\\?[\"']?[ \t]*:(?:[^\0]*[\s{,])?\\?[\"']?\Z")
_RESPONSE_KEY_AFTER = re.compile(r"\\?[\"']?[ \t]*:")
_FILTERED = re.compile(
    r"[\"']([\w.@-]+)\\?[\"'][ \t]*(?::[ \t]*\{[ \t]*\\?[\"'](?:query|term|value)|,[ \t]*\\?[\"']value)"
    r"\\?[\"'][ \t]*:[ \t]*\\?[\"']?\Z"
)
"""The field that a search's filter is about: ``{"response": {"query": 404``, ``"key": "response", "value": 404``."""
_SPAN_BEFORE = re.compile(r"(?<![\w.])([A-Za-z_][\w.]*+):[ \t]*[\[{](?:\w+ TO )?\Z")
_SPAN_AFTER = re.compile(r" TO |[\]}]")
"""A span of a search: ``response:[500 TO *]``."""
_HEADING_BEFORE = re.compile(r"<(?:h[1-6]|title)>(?:Error |HTTP )?\Z", re.IGNORECASE)
_HEADING_AFTER = re.compile(r"</(?:h[1-6]|title)>", re.IGNORECASE)
_MOVED = re.compile(r"\A\\?[\"']?/\S*[ \t]+(?:/|https?:)\S*[ \t]+\Z")
"""A line of a list of redirects, ``/old /new 301``."""
_RECORD = re.compile(r"(?:\A|[\n\"'])[ \t]*([A-Za-z][\w-]+)([;|,\t])[ \t]*https?://[^\s;|,\"']+\2[ \t]*\Z")
"""A record of a check and what it expects: ``http-status;https://shop.example/;404``."""
_CODES_GIVEN = re.compile(r"(?<!\w)(\w+(?:_?(?i:codes|status|statuses)))=\\?[\"']?((?:[1-5][0-9]{2} )*)\Z")
_CODES_AFTER = re.compile(r"(?: [1-5][0-9]{2}\b)*")
_COMMAS_AFTER = re.compile(r"(?:[ \t]*,[ \t]*[1-5][0-9]{2}(?![\w.-]))*(?![ \t]*,[ \t]*\d)")
_IN_LIST = re.compile(r"[1-5][0-9]{2}")
_PAGE = re.compile(r"[45][0-9]{2}(?:\.[a-z]+(?:-[a-z]+)*)*")
_JOINED = re.compile(r"[._]([A-Z][A-Za-z_]+)")
"""What is joined with a code: ``400.BadRequest``."""
_PHRASE_AFTER = re.compile(r"[ \t]*,[ \t]*\\?[\"']([^\"']+)")
_OPENED = re.compile(r"\w\([ \t]*\Z")
_NAME_AFTER = re.compile(r"[ \t]*,[ \t]*([A-Za-z]\w+)[ \t]*[,)]")
_HEADERS_AFTER = re.compile(r"[ \t]*,[ \t]*(?:\{\}|\{\s*[\"'][A-Za-z]+-|\w*headers?\b)")
_ERROR_BESIDE = re.compile(r"[\"'](?:(?:detail|error\w*|message|msg|reason|status)\\?[\"'][ \t]*:|ERROR\\?[\"'])")
_TOLD_BESIDE = re.compile(r"[\"'](?:description|detail|error|message|msg|reason)\\?[\"'][ \t]*:")
_HELD_RESPONSE = re.compile(r"\$\{?\w*?(?:(?<![a-z])resp|response|RESP|RESPONSE)(?![A-Za-z])")
_ERROR_CODES = {("err", "code"), ("error", "code")}
_DIGIT = r"(?:[0-9xX.]|\\d|\[0-9](?:-[0-9])?\]|\[\[:digit:\]\])"
_ITEM = rf"(?:[1-6]|\[[1-5](?:-?[1-5])*\])(?:{_DIGIT}{{2}}|{_DIGIT}\{{2\}})"
_LIST = re.compile(
    rf"[\^(/\\]*(?:\?:)?{_ITEM}(?:(?:[ \t]*(?:\|\||\\\||[,;|:-])[ \t]*|[ \t]+(?:or[ \t]+)?){_ITEM})+[$)/\\]*"
    r"|/?\^\(?[1-5][0-9]{2}\)?\$?/?|[1-5][0-9]{2}\$"
)
"""Numbers and patterns of them: ``502,503``, ``^(404|410)$``, ``200\\|404``, ``[23][0-9]{2}|404``, ``^404$``."""
_LISTED = re.compile(r"(?:(?<!\d)(\\?[\"']|)[1-5][0-9]{2}\1(?:[ \t]*(?:\|\|?|,)[ \t]*|[ \t]+or[ \t]+))+\Z")
"""Numbers before another one, in a list inside a text."""
_BESIDE_MARK = " \t\\\"'"
_QUOTES = (b"'", b'"', b"`")
_AROUND_TEXT = " \t\\\"'`"
_LAST_OF_CLASS = "99"
_JOINTS = ("|", ",", "or")
"""What such a list ends with."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a number in a text is: its role, and the reason by its name in the data and in words."""

    role: Role
    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class _Text:
    """A number and what stands before and after it in its text."""

    code: str
    before: str
    after: str
    weighing: Weighing
    listed: str = ""
    """What stands between, where it is one of a list: ``200, 204, ``."""

    @property
    def weights(self) -> Weights:
        """The weights of reasons and words."""
        return self.weighing.weights

    @property
    def mark(self) -> str:
        """The last character before it, blanks and quotes aside, which rules out most of what is looked for."""
        return self.before.rstrip(_BESIDE_MARK)[-1:]


def is_list(content: str) -> bool:
    """Tell whether a text is nothing but a list of numbers: ``502,503``, ``^(404|410)$``, ``200-399``."""
    return _LIST.fullmatch(content) is not None


def is_page(content: str) -> bool:
    """Tell whether a text names the page of a status: ``404.html``, or ``404`` alone."""
    return _PAGE.fullmatch(content) is not None


def is_range_end(data: bytes, start: int, end: int) -> bool:
    """Tell whether a number in such a list is an end of a range."""
    return data[start - 1 : start] == b"-" or data[end : end + 1] == b"-"


def read_text(token: Token, weighing: Weighing) -> Finding | None:
    """Return what a number in the middle of a string is, or None where nothing speaks for a status."""
    code, document = weighing.code, weighing.facts.document
    is_last = code.endswith(_LAST_OF_CLASS)
    if token.kind is not TokenKind.STRING or not (is_known(code) or is_last) or document.is_documentation(token):
        return None
    before, after = _beside(token, weighing)
    listed = ""
    if before.rstrip(" \t").endswith(_JOINTS) and (found := _LISTED.search(before)):
        before, listed = before[: found.start()], found[0]
    text = _Text(code, before, after, weighing, listed)
    finding = next(filter(None, (reader(text) for reader in _READERS)), None)
    return finding if is_known(code) or (finding is not None and finding.role is Role.BOUND) else None


def read_prose(token: Token, weighing: Weighing) -> Finding | None:
    """Return that a number in a comment or a text is spoken of as a status, or None where it is not."""
    before, after = _beside(token, weighing)
    near = (*before.split()[-_PROSE_WORDS:], *after.split()[:_PROSE_WORDS])
    is_named = any(weighing.weights.word(word.strip(".,:;()'\"").lower()) >= 1 for word in near)
    if is_named or starts_with_phrase(after, weighing.code):
        return Finding(Role.PROSE, "prose_word", "named as a status in a text")
    return None


def _beside(token: Token, weighing: Weighing) -> tuple[str, str]:
    """Return what stands before and after a number in its text."""
    data, start, end = weighing.facts.document.data, weighing.place, weighing.place + len(weighing.code)
    is_whole = data[token.start : token.start + 1] in _QUOTES and data[token.start] == data[token.end - 1]
    is_part = token.kind is TokenKind.STRING and not is_whole
    around = next(iter(token.around), None) if is_part else None
    first, last = (around.start_byte, around.end_byte) if around is not None else (token.start, token.end)
    before, after = data[max(first, start - _REACH) : start], data[end : min(last, end + _REACH)]
    return before.decode("utf-8", "replace"), after.decode("utf-8", "replace")


def _read_status_line(text: _Text) -> Finding | None:
    if _STATUS_LINE.search(text.before):
        return Finding(Role.STATUS, "status_line", "stands in a status line")
    if text.before[-1:].isspace() and _LOGGED.match(text.after) and _ANSWERED.search(text.before):
        return Finding(Role.STATUS, "status_line", "follows the request in a line of a log")
    if (joined := _JOINED.match(text.after)) and starts_with_phrase(joined[1], text.code):
        return Finding(Role.STATUS, "code_and_phrase", "joined with its reason phrase")
    if _BEGINS.search(text.before) and text.after[:1].isspace() and starts_with_phrase(text.after, text.code):
        return Finding(Role.STATUS, "code_and_phrase", "followed by its reason phrase")
    if not text.before.strip(_AROUND_TEXT) and is_phrase(text.after.strip(_AROUND_TEXT)):
        return Finding(Role.STATUS, "code_and_phrase", "followed by another status's reason phrase")
    return None


def _read_comparison(text: _Text) -> Finding | None:
    """Read code in a text: ``status != 200``, ``[ $status -ge 500 ]``, ``expect(res.status).toBe(200)``."""
    mark = text.mark
    for pattern, marks, words_of in _COMPARISONS:
        found = pattern.search(text.before) if mark in marks else None
        if found and (_is_status_name(found[1], text.weights) or _is_code_beside_error(found[1], text)):
            role = Role.BOUND if len(found.groups()) > 1 and found[2].startswith(_ORDERS) else Role.STATUS
            return Finding(role, "named_in_text", f"{words_of} {found[1]} in a text")
    if (ninth := _NINTH.search(text.before) if mark in "~=<>/^" else None) and text.weighing.is_usual:
        role = Role.BOUND if ninth[1].startswith(_ORDERS) else Role.STATUS
        return Finding(role, "named_in_text", "compared with the ninth word of a log's line")
    equalled = _EQUALLED.search(text.before) if mark == "=" else None
    if equalled and _is_sure_name(equalled[1], text.weights):
        return Finding(Role.STATUS, "named_in_text", f"compared with {equalled[1]} in a text")
    is_output = (mark in "qe=" and _PRINTED.search(text.before)) or _GREPPED.search(text.before)
    if is_output and any(mark in _NEW_LINE.split(text.before)[-1] for mark in text.weights.marks):
        return Finding(Role.STATUS, "named_in_text", "looked for in what prints a status")
    call = _CALL.search(text.before) if mark in "(," else None
    if call and (_is_status_name(call[1], text.weights) or _is_known_call(call, text)):
        return Finding(Role.STATUS, "named_in_text", f"passed to {call[1]} in a text")
    return None


def _read_entry(text: _Text) -> Finding | None:
    """Read JSON, YAML or a query in a text: ``{"status": 404}``, ``?status_code=307``, a key of ``responses``."""
    mark = text.mark
    named = _NAMED.search(text.before) if mark in "=:<>[" or mark.isalnum() else None
    if named and (_is_status_name(named[1], text.weights) or _is_code_of_an_error(named[1], text)):
        role = Role.BOUND if named[2].lstrip(":")[:1] in {"<", ">"} else Role.STATUS
        return Finding(role, "named_in_text", f"the value of {named[1]} in a text")
    if (
        mark in "=~|(^"
        and (metric := _LABEL.search(text.before))
        and (text.weighing.is_usual or any(text.weights.word(word) > 0 for word in words(metric[1])))
    ):
        return Finding(Role.STATUS, "named_in_text", f"a code of {metric[1]}")
    matched = _MATCHED.search(text.before) if mark in "~|(^" else None
    if matched and _is_status_name(matched[1], text.weights):
        return Finding(Role.STATUS, "named_in_text", f"matched with {matched[1]} in a text")
    if mark in "/.|[" and (path := _PATH.search(text.before)):
        return Finding(Role.STATUS, "named_in_text", f"follows {next(filter(None, path.groups()))} in a path")
    if _RESPONSE_KEY_BEFORE.search(text.before) and _RESPONSE_KEY_AFTER.match(text.after):
        return Finding(Role.STATUS, "named_in_text", "a key of responses in a text")
    return None


def _read_search(text: _Text) -> Finding | None:
    """Read a filter of a search in a text, ``response:[500 TO *]``, or a list that a name is given."""
    mark, weights = text.mark, text.weights
    field = _FILTERED.search(text.before) if mark == ":" else None
    if field and _is_field(field[1], weights):
        return Finding(Role.STATUS, "named_in_text", f"looked for in the field {field[1]}")
    is_end = mark in "[{O" and text.code[1:] in {"00", "99"} and _SPAN_AFTER.match(text.after) is not None
    span = _SPAN_BEFORE.search(text.before) if is_end else None
    if span and _is_field(span[1], weights):
        return Finding(Role.BOUND, "named_in_text", f"an end of a span of {span[1]}")
    if _is_one_of_many(text):
        return Finding(Role.STATUS, "named_in_text", "one of many codes in a text")
    given = _CODES_GIVEN.search(text.before) if mark in "=0123456789" else None
    if given and weights.word(words(given[1])[-1]) > 0:
        codes = {*given[2].split(), text.code, *_following(text.after)}
        if are_many(codes, weights):
            return Finding(Role.STATUS, "named_in_text", f"one of {given[1]} in a text")
    return None


def _read_page(text: _Text) -> Finding | None:
    """Read the heading of an error's page, ``<h1>404</h1>``, its section in Blade, or a record of a redirect."""
    is_heading = text.code[0] in "45" and text.mark == ">" and _HEADING_AFTER.match(text.after) is not None
    if is_heading and _HEADING_BEFORE.search(text.before):
        return Finding(Role.STATUS, "named_in_text", "the heading of an error's page")
    section = _SECTION.search(text.before) if text.mark == "," else None
    if section and text.weighing.is_error_code and words(section[1])[-1:] in {("code",), ("status",)}:
        return Finding(Role.STATUS, "named_in_text", f"the section {section[1]} of an error's page")
    if text.code[0] == "3" and _MOVED.match(text.before) and not text.after.strip(" \t!\\\"'"):
        return Finding(Role.STATUS, "named_in_text", "beside a path and where it has moved")
    record = _RECORD.search(text.before) if text.mark in ";|,\t" else None
    if record and _is_status_name(record[1], text.weights):
        return Finding(Role.STATUS, "named_in_text", f"the last of a record of {record[1]}")
    return None


def _read_response(text: _Text) -> Finding | None:
    """Read the parts of a response side by side in a text: ``notFound(404, "Not Found")``, ``[200, {}, …``.

    A macro's value is such a text, too: ``XX(404, NOT_FOUND, Not Found)``.
    """
    named = _NAME_AFTER.match(text.after) if _OPENED.search(text.before) else None
    if named and starts_with_phrase(named[1], text.code):
        return Finding(Role.STATUS, "named_in_text", "beside its name in a text")
    if (phrase := _PHRASE_AFTER.match(text.after)) and starts_with_phrase(phrase[1], text.code):
        return Finding(Role.STATUS, "named_in_text", "beside its reason phrase in a text")
    if text.before.rstrip().endswith("[") and _HEADERS_AFTER.match(text.after):
        return Finding(Role.STATUS, "named_in_text", "headers and a body follow in a text")
    return None


def _read_directive(text: _Text) -> Finding | None:
    """Read a directive of a web server in a text: ``error_page 404``, ``[R=301,L]``, nginx's ``return 404;``."""
    mark = text.mark
    if mark in "cdehst=0123456789" and _DIRECTIVE.search(text.before):
        return Finding(Role.STATUS, "directive", "a directive of a web server takes a status here")
    if mark != "n" or not _RETURN.search(text.before) or not _RETURNED.match(text.after):
        return None
    is_moved = text.code[0] == "3" and _TARGET.match(text.after)
    if is_moved or text.before.strip(" \t\"'") == "return" or _SERVER_SIGNS.search(text.before):
        return Finding(Role.STATUS, "directive", "nginx's return takes a status")
    return None


_READERS = (_read_directive, _read_status_line, _read_comparison, _read_search, _read_entry, _read_response, _read_page)


def _following(after: str) -> list[str]:
    """Return the codes that go on a list."""
    found = _CODES_AFTER.match(after)
    return found[0].split() if found else []


def _is_one_of_many(text: _Text) -> bool:
    """Tell whether a number stands between commas with so many codes, and nothing else, that they are clear."""
    after = _COMMAS_AFTER.match(text.after)
    if after is None or not (text.listed or after[0]) or text.mark == ",":
        return False
    codes = {text.code, *_IN_LIST.findall(text.listed), *_IN_LIST.findall(after[0])}
    return are_many(codes, text.weights)


def _is_known_call(call: re.Match[str], text: _Text) -> bool:
    """Tell whether a call is known to take a status there, by a library of the file's language or by its name alone."""
    if call[1].rpartition(".")[2] in text.weights.vocabulary.text_calls and not call[2]:
        return True
    known = known_calls(tuple(call[1].split(".")), 1 if call[2] else 0, text.weighing)
    return any(is_imported or is_clear for is_imported, is_clear, _ in known)


def _is_code_of_an_error(name: str, text: _Text) -> bool:
    """Tell whether a text holds an error in JSON whose code is looked at: ``{"error": {"code": 404, "message": …``."""
    if words(name) in _ERROR_CODES:
        return text.weighing.is_error_code and _TOLD_BESIDE.search(text.before + text.after) is not None
    if words(name) == ("code",) and text.weighing.is_usual and _is_held_by_response(text):
        return True
    return name == "code" and text.code[0] != "1" and _ERROR_BESIDE.search(text.before + text.after) is not None


def _is_held_by_response(text: _Text) -> bool:
    """Tell whether a text is looked for in a response of a shell or PHP: ``[[ $response == *'"code":404'* ]]``."""
    place = text.weighing.place
    before = text.weighing.facts.document.data[max(0, place - _REACH) : place].decode("utf-8", "replace")
    return _HELD_RESPONSE.search(_NEW_LINE.split(before)[-1]) is not None


def _is_code_beside_error(name: str, text: _Text) -> bool:
    """Tell whether a code, which many other things have, is compared with an error's in a file that speaks of HTTP."""
    facts, weights = text.weighing.facts, text.weights
    if words(name)[-1:] != ("code",) or not text.weighing.is_error_code:
        return False
    found = [weights.word(word) for word in words(name)]
    speaks_http = weights.reasons["speaks_http"] if facts.ecosystems or facts.speaks_http else 0.0
    return min(found) >= 0 and sum(found) + speaks_http + value_weight(text.code, weights) >= weights.threshold


def _is_status_name(name: str, weights: Weights) -> bool:
    """Tell whether a name in a text is a status's; of a path, ``steps.order.response.status``, the end decides."""
    path = name.split(".")
    found = [weights.word(word) for word in words(".".join(path[-_NEAREST:]))]
    further = (weights.word(word) for word in words(".".join(path[:-_NEAREST])))
    is_enough = sum(found) + sum(max(0.0, weight) for weight in further) + weights.values["rare"] >= weights.threshold
    return is_enough and min(found, default=0.0) >= 0


def _is_sure_name(name: str, weights: Weights) -> bool:
    """Tell whether a name says more than status alone, which many other things have: ``http.status_code``."""
    others = words(name.removesuffix("status"))
    return _is_status_name(name, weights) and any(weights.word(word) >= weights.words["code"] for word in others)


def _is_field(name: str, weights: Weights) -> bool:
    """Tell whether a field of a log or an index holds a status: ``response``, as Apache's is called, ``http.code``."""
    return words(name.partition(".")[0])[-1:] == ("response",) or _is_status_name(name, weights)
