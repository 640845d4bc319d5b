# How errors, mocks and records name a status.
require "net/http"

class Shop < Base
  handle_exception ParcelError => 404 #: 404 status
  config.handle_exception ArgumentError => 400 #: 400 status
  config.weigh ParcelBox => 400
  returns code: 404, desc: "No such tea" #: 404 status
  returns :code => 409, :desc => "The tea is sold" #: 409 status
  returns :pages => 409, :desc => "A long book"
end

RSpec.describe Shop do
  let(:teahouse) { ->(*) { [201, {}, ["Brewed"]] } } #: 201 status

  it "asks a double" do
    pot.expects(:response_code).returns(201) #: 201 status
    pot.expects(:page_count).returns(201)
    assert_includes failure.message, "503" #: 503 status
    assert_includes shelf.places, "503"
    stub_post("/teas/3/sell", "sell_failure", 400) #: 400 status
    show_post("/teas/3", "tea", 400)
    throw :halt, [403, "Not yours"] #: 403 status
    brew :tea, [403, "Not yours"]
  end

  it "reads a wide record" do
    expect(shop.tea).to eq(
      { id: 7, title: "Tea", detail: "green", url: "https://shop.example/7", kind: "leaf", parts: 3, box: 404 }
    )
    expect(shop.tea).to eq({ title: "Tea", grams: 200, url: "https://shop.example/7" })
  end
end
