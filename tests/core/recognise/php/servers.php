<?php
// What servers do with a status. `//:` says what a line holds; a line without it holds nothing.
namespace Shop;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\Route;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\HttpException;

Route::redirect('/old', '/new', 301); //: 301 status
Route::view('/404', 'missing', ['limit' => 404], 404); //: 404 status
Route::get('/orders/{id}', fn (int $id) => Order::find($id) ?? abort(404)); //: 404 status
Cache::put('orders', 404, 300);

#[Answers(status: 404, weight: 404)] //: 404 status
class OrderController extends Controller
{
    public const STATUS_PAID = 202; //: 202 status
    private const BUFFER_SIZE = 202;
    private int $statusCode = 200; //: 200 status
    private int $perPage = 200;

    public function __construct(private int $httpStatus = 404, private int $timeout = 404) //: 404 status
    {
    }

    public function show(Request $request, int $status = 200, int $limit = 200): Response //: 200 status
    {
        abort_if($request->order === null, 404, 'none'); //: 404 status
        abort_unless($request->user()->can('view', 403), 403); //: 403 status
        if ($request->expectsJson()) {
            return response()->json(['limit' => 500, 'code' => 500], 422); //: 422 status
        }
        if ($request->has('404')) {
            return redirect('/orders', 303); //: 303 status
        }
        if ($request->teapot) {
            throw new HttpException(418, 'tea', null, [], 7); //: 418 status
        }
        return new JsonResponse(['total' => 302], $request->isOk() ? 200 : 410); //: 200 status, 410 status
    }

    public function store(Request $request)
    {
        $response = new Response('made', 201, ['Content-Length' => 201]); //: 201 status
        $response->setStatusCode(202); //: 202 status
        $response->setMaxAge(300);
        $response = $response->withStatus(409, 'no'); //: 409 status
        $this->status = 503; //: 503 status
        $this->width = 503;
        http_response_code(404); //: 404 status
        header('HTTP/1.1 503 Service Unavailable'); //: 503 status
        header($_SERVER['SERVER_PROTOCOL'] . ' 404 Not Found'); //: 404 status
        header('Location: /orders/404', true, 302); //: 302 status
        header('Content-Length: 404');
        return response()->stream(fn () => Order::limit(206)->get(), 206); //: 206 status
        return redirect()->route('orders', ['page' => 307], 307); //: 307 status
        return $this->route('orders', ['page' => 307], 307);
        return response('busy', status: 503); //: 503 status
    }

    public function statusCode(\Throwable $error): int
    {
        return match (true) {
            $error instanceof Missing => 404, //: 404 status
            $error instanceof Denied => 403, //: 403 status
            default => 500, //: 500 status
        };
    }

    public function weight(\Throwable $error): int
    {
        return match (true) {
            $error instanceof Missing => 404,
            default => 500,
        };
    }

    public function getHttpStatus(): int
    {
        return 451; //: 451 status
    }

    public function getHeight(): int
    {
        return 451;
    }

    public function handle(\Throwable $error, $response)
    {
        $this->handler->handle($error, $response, 404); //: 404 status
        $this->handler->measure($error, 404);
        return new static('busy', 404);
    }

    public function fail(Request $request, int $code, string $text)
    {
        return $this->refuse($text, 429) ?: $this->shorten($text, 429); //: 429 status
    }

    private function refuse(string $text, int $http_code)
    {
        wp_send_json_error($text, 403); //: 403 status
        status_header(404); //: 404 status
        wp_redirect('/orders', 308); //: 308 status
        wp_die('no', 'No', ['response' => 410]); //: 410 status
        return new \WP_Error('no', 'none', ['status' => 400, 'line' => 400]); //: 400 status
    }

    private function shorten(string $text, int $width)
    {
        return substr($text, 0, $width);
    }
}
