# Helpers of a project that answer with a status by its name. `#:` says what a line holds.
class OrdersController < ApplicationController
  rescue_from ActiveRecord::RecordInvalid, with: :unprocessable_entity

  def show
    return render_errors(t('order.lost'), :not_found) if lost? #: 404 constant
    return json_error(:bad_request, t('order.odd')) if odd? #: 400 constant
    return respond_with_error(:unauthorized) unless buyer? #: 401 constant
    return fail_with(:unprocessable_entity) unless whole? #: 422 constant
    return render_problem(:gone) if gone? #: 410 constant
    raise ApiError.new(:conflict, t('order.twice')) if twice? #: 409 constant

    render_jsonapi(order, status: :created) #: 201 constant
  end

  def move
    store(order, :created)
    transition(:accepted)
    fail_with(:not_found)
    render_page(order, :created)
    handle_response(:gone, order)
  end
end

module Shelves
  def unprocessable_entity(error)
    json_response({ message: error.message }, :unprocessable_entity) #: 422 constant
  end

  def keep(error)
    store_note({ message: error.message }, :unprocessable_entity)
  end
end
