// A part of a namespace of HTTP, which writes its codes without it.
#include <shop/parser.h>

namespace Shop::Http {

void parse(Parser &parser) {
    fail("unknown encoding", Code::Not_Implemented); //: 501 constant
    fail("unknown encoding", Kind::Not_Implemented);
}

}
