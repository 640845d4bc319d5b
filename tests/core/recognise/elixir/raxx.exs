# Raxx's responses, and pages that are named after a status.
defmodule Shop.Tea do
  use Raxx.SimpleServer

  def handle_request(%{path: ["tea"]}, _state) do
    response(:ok) #: 200 constant
    |> set_body("ready")
  end

  def handle_request(_request, _state), do: Raxx.response(418) #: 418 status

  def page(conn), do: render(conn, "404.json-api", cups: 200) #: 404 status

  def reply(conn), do: answer(conn, :ok)
end
