<?php
// Tables, texts and traps. `//:` says what a line holds; a line without it holds nothing.

const MESSAGES = [404 => 'Not Found', 410 => 'Gone']; //: 404 status, 410 status
const ORDERS = [404 => 'kettle', 410 => 'mug'];
$statusTexts = [401 => 'who', 503 => 'busy']; //: 401 status, 503 status
$widths = [401 => 'who', 503 => 'busy'];
$statusByClass = [Missing::class => 404, Denied::class => 403]; //: 404 status, 403 status
$widthByClass = [Missing::class => 404, Denied::class => 403];
$summary = ['2xx' => 3, '5xx' => 1]; //: 2xx class, 5xx class

class ApiException extends \RuntimeException
{
    protected $code = 503; //: 503 status
    protected $line = 503;
    protected int $statusCode = 502; //: 502 status

    public function __construct(string $message, public readonly int $status = 400, int $priority = 400) //: 400 status
    {
        parent::__construct($message, $status);
    }

    public static function missing(): self
    {
        return new self('none', 404); //: 404 status
    }

    public static function gone(): static
    {
        return new static('gone', status: 410); //: 410 status
    }
}

enum Status: int
{
    case NotFound = 404; //: 404 status
    case Conflict = 409; //: 409 status
}

enum Size: int
{
    case Small = 404;
    case Large = 409;
}

throw new ApiException('busy', 503); //: 503 status
throw new NotFoundHttpException('none', null, 404); //: 404 status
throw new InvalidArgumentException('no 404 here', 7);
$event = ['statusCode' => 201, 'body' => '', 'maxAge' => 300]; //: 201 status
$error = ['code' => 404, 'message' => 'none', 'line' => 404]; //: 404 status
$line = "HTTP/1.1 404 Not Found\r\nContent-Length: 404\r\n"; //: 404 status
$text = '503 Service Unavailable'; //: 503 status
$note = 'there are 404 reasons';
$json = '{"status": 404, "size": 404}'; //: 404 status
$smtp = $mailer->getReplyCode() === 550 || $ftp_code === 226;
$grpc = ['5' => 404, '14' => 503];
$range = ['Content-Range' => 'bytes 200-299/500', 'Content-Length' => '404'];
$order->status = 200;
chmod('log', 0o600);
$quota = $limit = $port = 404;
$year = 410;
$query = Order::where('state', 404)->limit(200)->offset(404)->paginate(perPage: 200);
[$status, $width] = [404, 404]; //: 404 status
$orders = [[500, 501, 502], [9.0, 2.4, 6.6]];
$merged = ['o2_k2' => [200 => 'tea']];
