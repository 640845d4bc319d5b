# What Phoenix's tests say of errors, in a file that says nothing else of statuses. A line without `#:` holds nothing.
defmodule Shop.BasketTest do
  test "no basket" do
    assert_error_sent :not_found, fn -> take(7) end #: 404 constant
    assert_received :not_found, fn -> take(7) end
    assert take(7) == :not_found
  end
end
