# Tuples that are tagged as errors. `#:` says what a line holds; a line without it holds nothing.
defmodule Shop.Client do
  alias Plug.Conn

  def read(answer) do
    case answer do
      {:error, 404, body} -> {:lost, body} #: 404 status
      {:grams, 404, body} -> {:found, body}
    end
  end
end
