# What tests do with a status. `#:` says what a line holds; a line without it holds nothing.
require "rack/test"
require "webmock/rspec"

RSpec.describe Shop do
  let(:expected_status) { 404 } #: 404 status
  let(:response_code) { 302 } #: 302 status
  let(:width) { 404 }

  it "answers" do
    stub_request(:get, "http://localhost:404/").to_return(status: 200, body: "x" * 302) #: 200 status
    stub_request(:get, /tea/).to_return(status: [500, "Internal Server Error"]) #: 500 status
    stub_request(:get, /pot/).to_timeout.then.to_return({ status: 503 }, { body: "404" }) #: 503 status
    allow(client).to receive(:get).and_return(double(status: 404, size: 404)) #: 404 status
    allow(client).to receive(:status).and_return(429) #: 429 status
    allow(client).to receive(:count).and_return(429)
    expect(response.status).to eq(200) #: 200 status
    expect(last_response.status).to eq 302 #: 302 status
    expect(last_response.body.size).to eq 302
    expect(response).to have_http_status(201) #: 201 status
    expect(response).to have_attributes(status: 204, size: 204) #: 204 status
    expect(response.code).not_to eql "404" #: 404 status
    expect(response.status).to be(303) #: 303 status
    expect(response.status).to be == 307 #: 307 status
    expect(response.status).to be >= 400 #: 400 bound
    expect(response.status).to be_between(200, 299) #: 200 bound, 299 bound
    expect(response.status).to be_in([200, 304]) #: 200 status, 304 status
    expect([401, 403]).to include(response.status) #: 401 status, 403 status
    expect([401, 403]).to include(orders.length)
    expect(response.headers["Content-Length"]).to eq("200")
    expect(JSON.parse(response.body)["total"]).to eq(200)
    expect { get "/" }.to change(Order, :count).by(200)
    expect { client.get }.to raise_error(ApiError) { |e| expect(e.status).to eq(502) } #: 502 status
    last_response.status.should == 410 #: 410 status
    last_response.status.must_equal 403 #: 403 status
    last_response.body.length.must_equal 403
    _(last_response.status).must_equal 409 #: 409 status
    assert_equal 404, last_response.status #: 404 status
    assert_equal 404, last_response.body.size
    assert_equal "404", response.code, "no 404 for 200" #: 404 status
    assert_response 422 #: 422 status
    assert_includes [200, 202], response.status #: 200 status, 202 status
    assert_in_delta 200, response.total_time, 300
    assert last_response.status == 503 #: 503 status
    refute_equal 500, response.status #: 500 status
    assert_operator response.status, :<, 400 #: 400 bound
  end

  [[200, "/"], [404, "/none"]].each do |status, path| #: 200 status, 404 status
    it("gives #{status}") { expect(get(path).status).to eq(status) }
  end

  [[200, 40], [404, 41]].each do |width, height|
    it("is #{width} wide") { expect(box(width)).to eq(height) }
  end

  [401, 403].each do |code| #: 401 status, 403 status
    it("refuses with #{code}") { stub_request(:get, "/").to_return(status: code) }
  end

  { "/" => 200, "/none" => 404 }.each do |path, expected_status| #: 200 status, 404 status
    it("gives #{path}") { expect(get(path).status).to eq(expected_status) }
  end

  where(:path, :status, :size) do
    [
      ["/", 200, 200], #: 200 status
      ["/404", 404, 404], #: 404 status
    ]
  end

  path "/orders" do
    response "201", "made" do #: 201 status
      run_test!
    end
    response(404, "none") { run_test! } #: 404 status
    parameter "201", "made"
  end
end

RSpec.describe "subjects" do
  context "of a response" do
    subject { get("/orders").status }

    it { is_expected.to eq(200) } #: 200 status
  end

  context "of a list" do
    subject { orders.size }

    it { is_expected.to eq(200) }
  end

  it "reports" do
    expect(ShopError.new(404, "No such order")).to be_final #: 404 status
    expect(ShopList.new(404, "No such order")).to be_final
    Net::HTTP.new("shop.example", 443)
  end
end

RSpec.describe "answers as lists" do
  it "begins with a status" do
    expect(app.call({}).first).to eq(200) #: 200 status
    assert_equal 404, app.call(env("/none"))[0] #: 404 status
    expect(orders.map(&:size).first).to eq(200)
    assert_equal 404, sizes(env("/none"))[0]
    stub_shop_request("shop.example", 302, "Location" => "https://shop.example/") #: 302 status
    stub_shop_page("shop.example", 302, "size" => "404")
    client.get("/", expects: 204) #: 204 status
    client.get("/", pages: 204)
  end
end

describe "a shop in front of Rack" do
  it "answers" do
    s, _, b = req("/orders")
    s.must_equal 200 #: 200 status
    b.must_equal ["orders"]
  end
end

describe "a fetcher" do
  it "raises" do
    expect(fetcher.options[:raise_on]).to contain_exactly(404, 500) #: 404 status, 500 status
    expect(fetcher.rows).to contain_exactly(404, 500)
  end
end
