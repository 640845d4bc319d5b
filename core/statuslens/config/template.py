"""A team file to begin with: every key with an example, all of it still a comment."""

TEMPLATE = """\
## The team file of statuslens: what your team knows about HTTP status codes.
## The commands and the editor read it for every file in this folder and below; the nearest one holds, whole.
## Lines that begin with one # are examples: take the "# " away to use them. Keep codes in quotes.

## The versions of statuslens that this file is written for; any other one says so and stops.
# required-version: ">=0.1"

## Vendors whose codes you use: they are known to the checks then (nginx 499, Cloudflare 520 to 530).
# vendors:
#   - nginx
#   - cloudflare

## Codes of your own, which no specification gives a meaning; "name" is required, all below it is not.
# codes:
#   - code: "471"
#     name: Basket Expired
#     meaning: The basket was kept for its two hours. Let the customer start a new one; do not retry.
#     owner: "checkout team, #checkout"
#     runbook: https://wiki.example.com/runbooks/basket-expired
#     links:
#       - https://grafana.example.com/d/baskets

## What your team adds to codes that have a meaning already: a note, an owner, a runbook, links; one is enough.
# notes:
#   - code: "429"
#     note: The gateway allows 50 requests a second for each customer; the bulk endpoint has its own limit.
#     owner: platform team
#     runbook: https://wiki.example.com/runbooks/rate-limits

## The level of a rule: off, hint, information, warning or error.
# rules:
#   unassigned-code: error

## The level of a rule in some files, over the one above and over what a rule does in tests by itself. Patterns as
## those of include and exclude below; of two entries that are about a file, the later one holds.
# per-path:
#   - paths: [legacy/, "*.gen.go"]
#     rules:
#       reason-mismatch: hint

## Which files of a folder are looked at (all, where nothing stands here), and which of them are left out after all.
## Patterns as in a .gitignore: a name at any depth, a path from this folder, * and **, a folder with / at its end.
# include:
#   - services/
#   - "*.go"
# exclude:
#   - build/
#   - "services/*/generated/**"

## Calls, names and keys of your own code whose number is a status, or with "status: false" is none. What a file alone
## does not tell stands here; "statuslens suggest" proposes entries.
##   call  fail is fail(...) and x.fail(...); api.fail has that receiver alone; "*.fail" has any. The argument is
##         counted from 0, without self, or is its keyword; 0 where it is left out.
##   name  what is set, compared, passed by keyword or returned: outcome is also reply.outcome
##   key   a key of a mapping: {"outcome": 404}, row["outcome"] == 404
# contexts:
#   - call: fail
#     argument: 2
#   - call: api.reply
#     argument: outcome
#   - name: outcome
#   - key: last_answer
#   - name: parcel.status
#     status: false
"""
