# What servers do with a status. `#:` says what a line holds; a line without it holds nothing.
require "rack"
require "sinatra/base"

class Shop < Sinatra::Base
  set :port, 404
  use Rack::Timeout, service_timeout: 500

  error(404) { "none" } #: 404 status
  error 400..403 do #: 400 bound, 403 bound
    "no"
  end

  get "/tea" do
    halt 418, "tea" #: 418 status
    halt [451, { "Content-Type" => "text/plain" }, "no"] #: 451 status
    status 202 #: 202 status
    response.status = 201 #: 201 status
    redirect to("/pot"), 303 #: 303 status
    expires 300, :public
    sleep 404
    cups.first(302)
  end

  get "/ready" do
    ready? ? 204 : 503 # a route's number is its status #: 204 status, 503 status
  end

  get "/full" do
    507 #: 507 status
    # and nothing else
  end

  helpers do
    def size
      507
    end
  end
end

class Gate
  HEADERS = { "content-type" => "text/plain" }.freeze
  PIXEL = [404, 302, 1].freeze

  def call(env)
    return [403, HEADERS, ["no"]] if env["REMOTE_ADDR"].nil? #: 403 status
    return [302, { "location" => "/" }, []] if env["PATH_INFO"] == "/404" #: 302 status
    return Rack::Response.new("none", 404, HEADERS).finish if env["QUERY_STRING"].empty? #: 404 status
    status, headers, body = @app.call(env)
    return [status == 200 ? 304 : status, headers, body] if fresh?(env, 304) #: 200 status, 304 status
    Rack::MockResponse.new(429, headers, body) #: 429 status
    [503, 302, 1].sum { |width| width }
  end
end

class OrdersController < ApplicationController
  PER_PAGE = 200

  def show
    render json: @order, status: 201 #: 201 status
    render status: 422, json: { error: "no", limit: 422 } #: 422 status
    render plain: "none", status: @order ? 200 : 404 #: 200 status, 404 status
    redirect_to orders_path, status: 303 #: 303 status
    redirect_to order_path(404)
    head 204 #: 204 status
    render_error 409, "twice" #: 409 status
    fail_with "twice", status: params.fetch(:status, 500) #: 500 status
    send_file "public/404.html", buffer_size: 404
    Order.paginate(per_page: 200).find(404)
    Order.find_by(postal_code: 404)
  end

  def answer(body, status = 200, limit = 200) #: 200 status
    render plain: body.first(limit), status: status
  end

  def refuse(body, http_status: 403, priority: 403) #: 403 status
    answer(body, 410) #: 410 status
    shorten(body, 410)
    answer(body, http_status, priority)
  end

  def shorten(text, width)
    text[0, width]
  end

  def status_code
    @order.paid? ? 200 : 402 #: 200 status, 402 status
  end

  def font_width
    @order.paid? ? 200 : 402
  end

  def error_status(error)
    case error
    when NotFound then 404 #: 404 status
    when Conflict
      409 #: 409 status
    else
      500 #: 500 status
    end
  end

  def error_weight(error)
    case error
    when Wide then 404
    else 500
    end
  end
end
