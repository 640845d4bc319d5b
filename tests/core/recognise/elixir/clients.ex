# What clients do with a status. `#:` says what a line holds; a line without it holds nothing.
defmodule Shop.Client do
  use Tesla

  plug Tesla.Middleware.Timeout, timeout: 500
  plug Tesla.Middleware.Retry, delay: 404, should_retry: fn
    {:ok, %{status: status}} when status in [429, 503] -> true #: 429 status, 503 status
    {:ok, %{size: size}} when size in [429, 503] -> true
    {:error, _} -> true
  end

  def load(url, retries \\ 404) do
    case get(url, opts: [adapter: [recv_timeout: 500]]) do
      {:ok, %Tesla.Env{status: 200, body: body}} -> {:ok, body} #: 200 status
      {:ok, %{status: 404}} -> nil #: 404 status
      {:ok, %{status: status}} when status in 400..499 -> {:error, status} #: 400 bound, 499 bound
      {:ok, %{status: status}} when status >= 500 and status < 600 -> {:retry, 500} #: 500 bound, 600 bound
      {:ok, %HTTPoison.Response{status_code: 302, headers: headers}} -> headers #: 302 status
      {:ok, %{body: %{"size" => 404}}} -> nil
      {:ok, 204, _headers, _ref} -> nil #: 204 status
      {:error, :timeout} -> load(url, retries - 300)
    end
  end

  def ask(url) do
    response = Req.get!(url, receive_timeout: 404, max_retries: 302)

    cond do
      response.status == 404 -> nil #: 404 status
      410 == response.status -> nil #: 410 status
      response.status in [401, 403] -> :denied #: 401 status, 403 status
      response.status in 200..299 -> response.body #: 200 bound, 299 bound
      div(response.status, 100) == 5 -> :retry #: 5xx class
      div(response.size, 100) == 5 -> :retry
      response.size == 404 -> nil
      byte_size(response.body) in [401, 403] -> nil
    end
  end

  def classify(response) do
    if response.status != 200, do: raise("not 200") #: 200 status
    unless response.status_code == 201, do: exit({:shutdown, 201}) #: 201 status
    status = response[:status] || 500 #: 500 status
    width = response[:width] || 500
    http_code = if width > 404, do: 404, else: 200 #: 404 status, 200 status
    height = if width > 404, do: 404, else: 200

    with %{status: 200} <- get!("/"), #: 200 status
         {:ok, %{status: 304}} <- get("/404"), #: 304 status
         %{width: 304} <- measure("/") do
      {status, width, http_code, height}
    end
  end

  def classify(%{status: 451}), do: :blocked #: 451 status
  def classify(%{height: 451}), do: :blocked
  def ok?(%{status: status}) when status not in [500, 502], do: true #: 500 status, 502 status
  def ok?(status) when is_integer(status) and status < 400, do: true #: 400 bound
  def done?(count) when is_integer(count) and count < 400, do: true

  def collect(responses) do
    Enum.filter(responses, &(&1.status >= 400)) #: 400 bound
    Enum.filter(responses, &(&1.size >= 400))
    Enum.count(responses, fn r -> r.status == 503 end) #: 503 status
    Enum.each([301, 308], fn status -> note(status) end) #: 301 status, 308 status
    Enum.each([301, 308], fn width -> note(width) end)
    for status <- [409, 412], do: note(status) #: 409 status, 412 status
    for width <- [409, 412], do: note(width)
    receive do
      {:status, ref, 200} -> ref #: 200 status
      {:size, ref, 200} -> ref
    after
      500 -> :timeout
    end
  end
end
