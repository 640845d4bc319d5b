# Lists that are sorted, elements that are given on, responses that are lists. `#:` says what a line holds; a line
# without it holds nothing.
it { expect(subject["responses"].keys.sort).to eq(%w[201 404].sort) } #: 201 status, 404 status
it { expect(subject["shelves"].keys.sort).to eq(%w[201 250].sort) }

[503].each do |error_code| #: 503 status
  stub.to_return(status: error_code)
end
[503].each do |grams|
  stub.to_return(weight: grams)
end

expect(shop.app.call(env)[0]).to eq(404) #: 404 status
expect(shop.shelves.order(tea)[0]).to eq(404)

class OrdersController
  def update
    head order.save ? :ok : :unprocessable_entity #: 200 constant, 422 constant
    controller.head :accepted #: 202 constant
  end
end

halt tea || 404 #: 404 status
brew tea || 404
assert_equal 200, HTTP::Response::Status.new(200).to_int #: 200 status, 200 status

ignored_statuses << 401 #: 401 status
boiled_kettles << 401
