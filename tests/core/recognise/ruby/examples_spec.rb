# Shared examples and doubles. `#:` says what a line holds.
RSpec.describe Orders do
  include_examples 'have http status', :ok #: 200 constant
  include_examples 'have http status with error', :forbidden, 'not yours' #: 403 constant
  it_behaves_like 'returns response status', 404 #: 404 status
  it_behaves_like 'an unauthorized response', :unauthorized #: 401 constant
  it_behaves_like 'an order', :created
  it_behaves_like 'a shelf with rows', 404
  let(:http_status) { :not_found } #: 404 constant
  let(:size) { :not_found }
  it { expect_response :unprocessable_entity } #: 422 constant
  it { expect_order :unprocessable_entity }

  before do
    allow(response).to receive_messages(code: 400, body: '') #: 400 status
    allow(response).to receive(:code).and_return(404) #: 404 status
    allow(response).to receive(:code) { 503 } #: 503 status
    allow(order).to receive(:size).and_return(404)
    allow(order).to receive(:size) { 503 }
    mock.put '/orders/1', {}, order, 204 #: 204 status
    shelves.put 'orders', 204
    raise ShelfError.new(500, "no room in #{shelf}") if full? #: 500 status
    raise Shelf.new(500, "room in #{shelf}") if full?
  end
end
