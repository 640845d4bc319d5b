// Decorators of routes. `//:` says what a line holds; a line without it holds nothing.
import { Returns } from "@tsed/schema";

class Baskets {
  @Get("/baskets")
  @Returns(200).OneOf(Basket) //: 200 status
  list() {}

  @Post("/baskets")
  @Returns(201, Basket) //: 201 status
  @MaxWeight(404)
  add() {}

  @Get("/old")
  @Redirect("https://shop.example/baskets", 301) //: 301 status
  @Spaced("https://shop.example/baskets", 1, 301)
  old() {}
}

class Orders {
  @OpenApi(201, 401, 404, 429) //: 201 status, 401 status, 404 status, 429 status
  @Sizes(201, 401, 404, 1429)
  add() {}
}

class Failure {
  @ApiProperty({ example: 400 }) //: 400 status
  readonly statusCode: number;

  @ApiProperty({ enum: [404, 410], description: "why" }) //: 404 status, 410 status
  @Expose()
  status!: number;

  @ApiProperty({ example: 400 })
  readonly width: number;

  @ApiProperty({ length: 400 })
  readonly statusCode2: number;

  @ApiProperty({ example: 400 })
  size(status: number) {}
}
