# Functions that are given a response and make none. `#:` says what a line holds; a line without it holds nothing.
defmodule Shop.Reader do
  def read(conn, response) do
    build_response(404, response) #: 404 status
    parse_response(response, 456, "tea")
    inform(conn, :early_hints, []) #: 103 constant
  end
end
