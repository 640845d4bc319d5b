#define STATUSES(XX)                             \
    XX(404, Not_Found, "Not Found")              \
    XX(410, GONE, gone)                          \
    XX(500, width, pixels)                       \
    XX(601, shelf_601, "the shelf of many words")  \
    XX(602, shelf_602, "the shelf of many words")  \
    XX(603, shelf_603, "the shelf of many words")  \
    XX(604, shelf_604, "the shelf of many words")  \
    XX(605, shelf_605, "the shelf of many words")  \
    XX(606, shelf_606, "the shelf of many words")  \
    XX(607, shelf_607, "the shelf of many words")  \
    XX(608, shelf_608, "the shelf of many words")  \
    XX(609, shelf_609, "the shelf of many words")  \
    XX(610, shelf_610, "the shelf of many words")  \
    XX(502, Bad_Gateway, bad)
