# Helpers that answer a request, and mappings to statuses. `#:` says what a line holds; a line without it holds nothing.
class OrdersController < ApplicationController
  def create
    json_response(order, :created) #: 201 constant
    render_json(order, :ok) #: 200 constant
    render_shelf(order, :ok)
    success_response(order, :accepted) #: 202 constant
    handle_response(order, :accepted)
    assert_equal 404, ERRORS_TO_STATUS[:not_found] #: 404 status
    assert_equal 404, Rack::Utils::SYMBOL_TO_STATUS_CODE[:not_found] #: 404 status, 404 constant
    answer(status_for(:not_found))
  end
end

create_error_object(code: LOCKED, status: :locked, title: "tea") #: 423 constant
create_order(code: LOCKED, status: :locked, title: "tea")

it { assert_schema_conform(422) } #: 422 status
it { assert_row_conform(422) }
merror!(403, "There is no such order.") #: 403 status
mirror!(403, "There is no such order.")
PROTECTED_STATUS = 179
