// A container of statuses whose members stand alone, and one of other things.
#include <shop/status_codes.h>

using namespace shop::status_codes;
using namespace shop::stock_results;

static const std::pair<int, const char*> kPhrases[] = {
    { kOK, "OK" }, //: 200 constant
    { kNotFound, "Not Found" }, //: 404 constant
    { kOutOfStock, "Out Of Stock" },
};

int answer(bool is_there) { return is_there ? kOK : kNotFound; } //: 200 constant, 404 constant
const int kGone = 7;
int leave() { return kGone; }
