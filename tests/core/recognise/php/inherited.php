<?php

namespace Shop\Tests;

use Fig\Http\Message\StatusCodeInterface;
use GuzzleHttp\Psr7\Response;
use Shop\ApiTestCase;

class OrdersTest extends ApiTestCase implements StatusCodeInterface
{
    private const STATUS_LOCKED = 'locked';

    public function testOrdersAreMade(): void
    {
        [$statusCode, $order] = $this->makeOrder();
        self::assertEquals(self::STATUS_OK, $statusCode); //: 200 constant
        self::assertEquals(self::STATUS_BAD_REQUEST, $order['status']); //: 400 constant
        self::assertEquals(static::STATUS_NO_CONTENT, $this->last()->getStatusCode()); //: 204 constant
        self::assertSame(parent::HTTP_CREATED, $this->last()->getStatusCode()); //: 201 constant
        self::assertSame(self::STATUS_OK, $job->getStatus());
        self::assertSame(self::STATUS_LOCKED, $order['status']);
    }

    private function answer(): Response
    {
        return new Response(self::STATUS_OK, ['Content-Type' => 'text/plain'], 'fine'); //: 200 constant
    }

    private function properties(): array
    {
        return [
            200 => ['{DAV:}displayname' => 'orders'], //: 200 status
            404 => ['{DAV:}owner' => null], //: 404 status
        ];
    }

    private function prices(): array
    {
        return [
            200 => ['name' => 'tea'],
            250 => ['name' => 'coffee'],
        ];
    }
}
