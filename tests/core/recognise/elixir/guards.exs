# Names that a pattern gives to a status, and to something else.
defmodule Shop.Fetch do
  require HTTPoison

  def reply(%{status_code: error} = answer) when error >= 400 and error < 600, do: answer #: 400 bound, 600 bound
  def reply(%{cups: cups} = answer) when cups >= 400 and cups < 600, do: answer

  def page(%{conn: %{status: s}}) when s > 499, do: "Sorry" #: 499 bound

  def map(list), do: Enum.map(list, fn resp, body -> resp == "123" and body == "404" end)
end
