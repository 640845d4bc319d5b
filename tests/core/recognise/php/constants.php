<?php
// Names of statuses, and names that look like them.
namespace Shop\Http;

use Fig\Http\Message\StatusCodeInterface;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Response as R;

class BasketResponse extends R
{
    public const STATUS_LEGACY = 299; //: 299 status

    public function answer($order, $client)
    {
        if ($client->getStatusCode() === R::HTTP_NOT_FOUND) { //: 404 constant
            return new JsonResponse([], JsonResponse::HTTP_BAD_GATEWAY); //: 502 constant
        }
        if ($client->getStatusCode() === StatusCodeInterface::STATUS_GONE) { //: 410 constant
            return new self('', self::HTTP_GONE); //: 410 constant
        }
        return new \Symfony\Component\HttpFoundation\Response('', \Symfony\Component\HttpFoundation\Response::HTTP_CREATED); //: 201 constant
    }

    public function neighbours($order)
    {
        $order->setStatus(Order::STATUS_ACCEPTED);
        if ($order->error === OrderError::NOT_FOUND || $order->code === \Grpc\STATUS_NOT_FOUND) {
            throw new NotFoundHttpException();
        }
    }
}
