# What requests expect, told with symbols as keys. `#:` says what a line holds; a line without it holds nothing.
request({
  :expects => 204, #: 204 status
  :headers => { "If-Match" => etag },
  :method => "DELETE",
  :path => "/baskets/1"
})
order({
  :grams => 204,
  :leaves => "black",
  :brand => "Shop",
})
