# Symbols that name a status, and symbols that do not.
class BasketsController < ApplicationController
  rescue_from Missing, with: :not_found

  def show
    return head :not_found if basket.nil? #: 404 constant
    render json: basket, status: :ok #: 200 constant
  end

  def create
    basket = Basket.create(status: :accepted)
    flash[:error] = :not_found
    return redirect_to(baskets_path, status: :see_other) if basket.ok? #: 303 constant
    render :new, status: :unprocessable_entity #: 422 constant
  end

  def look_up(id)
    [:error, :not_found]
  end

  def state
    @job.state == :processing ? :locked : :gone
  end
end

RSpec.describe "baskets" do
  it "answers" do
    expect(response).to have_http_status(:created) #: 201 constant
    assert_response :unauthorized #: 401 constant
    expect(response.status).to eq(Rack::Utils.status_code(:conflict)) #: 409 constant
    expect(error.code).to eq(GRPC::Core::StatusCodes::NOT_FOUND)
  end
end

Shop.setup do |config|
  config.error_text = <%= default_text.inspect %>
  config.redirect_status = :found #: 302 constant
  config.order_status = :found
end

class OrderResponse
  def status
    :created #: 201 constant
  end

  def kind
    :created
  end
end

class Parcel
  def status
    :created
  end
end
