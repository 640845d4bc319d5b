# Atoms that name a status, and atoms that do not.
defmodule Shop.BasketController do
  use ShopWeb, :controller

  action_fallback Shop.FallbackController

  def show(conn, %{"id" => id}) do
    case Baskets.fetch(id) do
      {:ok, basket} -> render(conn, :show, basket: basket)
      {:error, :not_found} -> send_resp(conn, :not_found, "") #: 404 constant
    end
  end

  def create(conn, params) do
    conn
    |> put_status(:created) #: 201 constant
    |> render(:show)
  end

  def update(%{status: status} = conn, _params) do
    result = with {:ok, basket} <- Baskets.lock(conn), do: {:ok, basket}
    if conn.status == :unprocessable_entity, do: log(result) #: 422 constant
    {:error, :conflict}
  end

  def state(%{state: :processing}), do: :accepted

  test "answers", %{conn: conn} do
    assert json_response(conn, :unauthorized) #: 401 constant
    assert {:error, :forbidden} = Baskets.get_status(conn)
    assert :ok = Baskets.clear()
  end
end

defmodule Shop.Socket do
  def read!(socket) do
    fail!("no answer", :request_timeout) #: 408 constant
    note!("no answer", :request_timeout)
  end

  defp fail!(text, plug_status \\ :bad_request), do: raise(Shop.Error, text: text, plug_status: plug_status) #: 400 constant
  defp note!(text, topic), do: Logger.info([text, topic])
end

defmodule Shop.Names do
  def status_for(:tea), do: :bad_gateway #: 502 constant
  def reason_from_status(404), do: :not_found #: 404 status
  def status_to_reason(404), do: :not_found #: 404 status
end
