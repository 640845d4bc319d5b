# What tests do with a status. `#:` says what a line holds; a line without it holds nothing.
defmodule ShopWeb.OrderControllerTest do
  use ShopWeb.ConnCase, async: true
  use Plug.Test

  @moduletag timeout: 404

  test "GET /404", %{conn: conn, bypass: bypass} do
    conn = get(conn, "/orders/404")
    assert conn.status == 404 #: 404 status
    assert 410 == conn.status #: 410 status
    assert json_response(conn, 200)["total"] == 200 #: 200 status
    assert html_response(conn, 422) =~ "500 reasons" #: 422 status
    assert response(conn, 204) == "" #: 204 status
    assert redirected_to(conn, 301) == "/" #: 301 status
    assert text_response(get(conn, "/"), 503) #: 503 status
    assert_error_sent 404, fn -> get(conn, "/none") end #: 404 status
    assert conn.status in [200, 202] #: 200 status, 202 status
    assert length(conn.resp_headers) in [200, 202]
    assert conn.status >= 400 #: 400 bound
    assert %{status: 418} = get(conn, "/tea") #: 418 status
    assert {200, _headers, "ok"} = sent_resp(conn) #: 200 status
    assert {200, 404} = size(conn)
    refute conn.status == 500 #: 500 status
    assert byte_size(conn.resp_body) == 404
    assert Enum.count(conn.assigns.orders) == 200
    assert_receive {:sent, %{"state" => "ok"}}, 200

    Bypass.expect(bypass, fn conn -> Plug.Conn.resp(conn, 429, "") end) #: 429 status
    Bypass.open(port: 404)

    Tesla.Mock.mock(fn
      %{method: :get} -> %Tesla.Env{status: 403, body: "no"} #: 403 status
      %{method: :post} -> json(%{"total" => 302}, status: 201) #: 201 status
      %{method: :put} -> {302, [{"location", "/"}], ""} #: 302 status
      %{method: :delete} -> {:ok, %{status: 409}} #: 409 status
      %{method: :head} -> {:size, 302}
    end)

    expect(ClientMock, :get, fn _url -> {:ok, %{status_code: 502, size: 502}} end) #: 502 status
    expect(ClientMock, :size, fn _url -> {:ok, %{size: 404}} end)
    Req.Test.stub(Client, fn conn -> Req.Test.json(conn, %{}, status: 401) end) #: 401 status
  end

  for {path, status} <- [{"/", 200}, {"/none", 404}] do #: 200 status, 404 status
    test "GET #{path}", %{conn: conn} do
      assert get(conn, unquote(path)).status == unquote(status)
    end
  end

  for {path, size} <- [{"/", 200}, {"/none", 404}] do
    test "size of #{path}" do
      assert size(unquote(path)) == unquote(size)
    end
  end
end

defmodule ShopWeb.AnswerTest do
  use ShopWeb.ConnCase

  @moduledoc """
  Calls json_response(conn, 200) in its examples.
  """

  test "matches whole answers", %{conn: conn} do
    assert {401, _, "no"} = sent_resp(conn) #: 401 status
    assert {401, _, "no"} = order_lines(conn)
    assert {:ok, 500, ""} = request("/orders") #: 500 status
    assert {:error, 500, ""} = request("/orders") #: 500 status
    assert {:grams, 500, ""} = request("/orders")
    assert {:ok, {{_, 404, _reason}, _headers, _body}} = :httpc.request("/orders") #: 404 status
    assert_file("order_test.exs", "assert json_response(conn, 200)") #: 200 status
    assert_file("order_test.exs", "assert order_lines(conn, 200)")
  end
end

defmodule Shop.UpdaterTest do
  use Shop.ConnCase

  test "says what was not expected" do
    assert {:error, {:unexpected_status, 503}} = perform_job(Updater, %{}) #: 503 status
    assert {:error, {:unexpected_size, 503}} = perform_job(Updater, %{})
    assert page_length("200") == {:ok, 200}
  end

  defp compare(404, _headers, nil), do: :ok #: 404 status
  defp compare_sizes(404, _widths, nil), do: :ok
end
