// Names that stand alone without a container of statuses.
#include <shop/stock.h>

using namespace shop::stock;

static const std::pair<int, const char*> kPhrases[] = {
    { kOK, "OK" },
    { kNotFound, "Not Found" },
};
