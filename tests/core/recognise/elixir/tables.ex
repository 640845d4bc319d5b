# Tables of HTTP, texts and traps. `#:` says what a line holds; a line without it holds nothing.
defmodule Shop.Tables do
  @messages %{404 => "Not Found", 410 => "Gone"} #: 404 status, 410 status
  @orders %{404 => "kettle", 410 => "mug"}
  @status_by_error %{missing: 404, denied: 403} #: 404 status, 403 status
  @width_by_error %{missing: 404, denied: 403}
  @statuses [ok: 200, gone: 410] #: 200 status, 410 status
  @names_by_status %{401 => :who, 503 => :busy} #: 401 status, 503 status
  @box %{width: 404, height: 503}
  @summary %{"2xx" => 3, "5xx" => 1} #: 2xx class, 5xx class
  @grpc %{404 => 5, 503 => 14}

  defstruct status: 200, size: 200, message: nil #: 200 status

  def reason_phrase(404), do: "not found" #: 404 status
  def reason_phrase(503), do: "service unavailable" #: 503 status
  def cup(404), do: "kettle"
  def cup(503), do: "mug"

  def texts do
    [
      "HTTP/1.1 404 Not Found\r\ncontent-length: 404\r\n", #: 404 status
      "503 Service Unavailable", #: 503 status
      "there are 404 reasons",
      ~s({"status": 404, "size": 404}), #: 404 status
      %{"statusCode" => 201, "body" => "", "maxAge" => 300}, #: 201 status
      %{code: 404, message: "none", line: 404}, #: 404 status
      [{"content-range", "bytes 200-299/500"}, {"content-length", "404"}]
    ]
  end

  def traps(order, socket) do
    {:ok, _} = :gen_tcp.connect(~c"localhost", 404, [], 500)
    :timer.sleep(404)
    System.stop(200)
    File.chmod!("log", 0o600)
    Repo.all(from o in Order, where: o.state == 404, limit: 200, offset: 302)
    order = %{order | total: 404}
    %{socket | transport_pid: 404}
    reply = [smtp: 550]
    %Postgrex.Error{postgres: %{line: 404}}
    {order, reply}
  end
end
