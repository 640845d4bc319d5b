# Status lines that are taken apart. `#:` says what a line holds; a line without it holds nothing.
defmodule Shop.Lines do
  def fetch(client, url) do
    {:ok, {{_, 200, _reason_phrase}, _headers, body}} = :httpc.request(:get, {url, ""}, "", "") #: 200 status
    [{_, 200, _}] = :ets.lookup(:shelves, "tea")
    body
  end
end
