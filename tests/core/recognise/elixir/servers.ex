# What servers do with a status. `#:` says what a line holds; a line without it holds nothing.
defmodule Shop.Router do
  use Plug.Router
  import Plug.Conn

  @gone_status 410 #: 410 status
  @max_rows 410
  @retry_statuses [502, 503] #: 502 status, 503 status
  @sizes [502, 503]

  plug Plug.Static, at: "/", gzip: 404

  get "/tea" do
    send_resp(conn, 418, "tea") #: 418 status
  end

  match _ do
    conn
    |> put_resp_header("content-length", "404")
    |> put_status(404) #: 404 status
    |> assign(:limit, 404)
    |> halt()
  end

  def call(conn, opts \\ [status: 404, timeout: 500]) do #: 404 status
    case authorize(conn) do
      :ok -> resp(conn, 200, "ok") #: 200 status
      {:error, :denied} -> conn |> send_resp(403, "no") |> halt() #: 403 status
      {:error, :gone} -> Plug.Conn.send_file(conn, 410, "404.txt") #: 410 status
      _ -> shrink(conn, 500)
    end
  end

  def answer(conn, status \\ 200, width \\ 200) do #: 200 status
    conn |> send_chunked(if width > 302, do: 206, else: status) #: 206 status
  end

  def refuse(conn), do: answer(conn, 429) #: 429 status
  def narrow(conn), do: shrink(conn, 429)
  def shrink(conn, width), do: assign(conn, :width, width)

  def status(:missing), do: 404 #: 404 status
  def status(:denied), do: 403 #: 403 status
  def width(:missing), do: 404

  def status_code(error) do
    case error do
      %Missing{} -> 404 #: 404 status
      _ -> 500 #: 500 status
    end
  end

  def weight(error) do
    case error do
      %Missing{} -> 404
      _ -> 500
    end
  end
end

defmodule Shop.Missing do
  defexception [:message, plug_status: 404, priority: 404] #: 404 status
end

defimpl Plug.Exception, for: Ecto.NoResultsError do
  def status(_error), do: 404 #: 404 status
  def actions(_error), do: []
end

defmodule ShopWeb.OrderController do
  use ShopWeb, :controller

  def show(conn, %{"id" => id}) do
    case Orders.get(id) do
      nil -> conn |> put_status(404) |> put_view(ShopWeb.ErrorView) |> render("404.html") #: 404 status, 404 status
      order -> conn |> put_status(if(order.paid, do: 200, else: 402)) |> json(%{total: 200}) #: 200 status, 402 status
    end
  end

  def move(conn, _params) do
    conn |> put_status(301) |> redirect(to: "/orders/404") #: 301 status
  end

  def fail(conn, reason) do
    render_error(conn, 422, reason) #: 422 status
    render(conn, "index.html", limit: 422)
    json(conn, %{status: 503, retry_after: 503}) #: 503 status
  end
end
