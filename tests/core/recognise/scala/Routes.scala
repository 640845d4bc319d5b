package org.apache.pekko.http.shop

import org.apache.pekko
import pekko.http.scaladsl.model._
import pekko.http.scaladsl.model.StatusCodes._

class Routes {
  check(status shouldEqual PartialContent) //: 206 constant
  check(status shouldEqual OK) //: 200 constant
  check(shelf shouldEqual Shelves.OK)
}
