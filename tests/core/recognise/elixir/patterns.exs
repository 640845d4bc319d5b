defmodule Shop.Answers do
  def read(client) do
    {204, _, _} = remove(client, "tea") #: 204 status
    {200, _, _} = pixel_size(client, "tea")

    case Shop.Parcel.get(client) do
      {:ok, {404, _, _}} -> nil #: 404 status
      {:ok, {404, 2, 1}} -> nil
      {:error, {:http_error, 409, _}} -> nil #: 409 status
      {:error, {:page_count, 409, _}} -> nil
      {:ok, {code, _, body}} when code in 200..299 -> body #: 200 bound, 299 bound
      {:ok, {pages, _, body}} when pages in 200..299 -> body
    end
  end

  defp write({:ok, {304, _, _}}, _place), do: :same #: 304 status
end
