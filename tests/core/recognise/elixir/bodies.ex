# What a response says and what its status is. `#:` says what a line holds; a line without it holds nothing.
defmodule Shop.Pages do
  use Plug.Router

  get "/" do
    text(conn, "200")
  end

  get "/gone" do
    conn |> put_status(410) |> text("410") #: 410 status
  end

  def generate_status(:conflict), do: "Merge conflict"
  def show(conn), do: put_status(conn, :conflict) #: 409 constant
end
