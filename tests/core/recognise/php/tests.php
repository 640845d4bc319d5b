<?php
// What tests do with a status. `//:` says what a line holds; a line without it holds nothing.
use GuzzleHttp\Handler\MockHandler;
use GuzzleHttp\Psr7\Response;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;
use Symfony\Component\HttpClient\Response\MockResponse;

final class ShopTest extends TestCase
{
    public function testAnswers(): void
    {
        $mock = new MockHandler([
            new Response(200, ['Content-Length' => '404']), //: 200 status
            new Response(503), //: 503 status
            new Box(503),
        ]);
        $other = new MockResponse('{"total": 404}', ['http_code' => 404, 'total_time' => 404]); //: 404 status
        Http::fake(['shop/404' => Http::response('none', 404), 'shop/*' => Http::response(['total' => 404], 429)]); //: 404 status, 429 status
        $client->method('getStatusCode')->willReturn(302); //: 302 status
        $client->method('getSize')->willReturn(302);
        $client->shouldReceive('getStatusCode')->andReturn(409); //: 409 status
        $this->assertSame(200, $response->getStatusCode()); //: 200 status
        $this->assertSame(200, $response->getBody()->getSize());
        $this->assertEquals(404, $response->status(), 'not 200'); //: 404 status
        $this->assertEquals($response->json('total'), 404);
        self::assertNotSame(500, $client->getResponse()->getStatusCode()); //: 500 status
        static::assertContains($response->getStatusCode(), [200, 204]); //: 200 status, 204 status
        static::assertContains($response->json('total'), [200, 204]);
        $this->assertLessThan(400, $response->getStatusCode()); //: 400 bound
        $this->assertLessThan(400, $response->json('total'));
        $this->assertTrue($response->getStatusCode() === 201); //: 201 status
        $this->assertResponseStatusCodeSame(422); //: 422 status
        $this->assertResponseCode(410); //: 410 status
        $this->assertCount(200, $response->json());
        $this->assertStatusCode(403, $client); //: 403 status
        $this->get('/404')->assertStatus(404)->assertJsonCount(404); //: 404 status
        $this->seeResponseCodeIs(451); //: 451 status
        $this->expectExceptionCode(404); //: 404 status
        expect($response->status())->toBe(418); //: 418 status
        expect($response->json('total'))->toBe(418);
        expect($response->getStatusCode())->toBeGreaterThanOrEqual(500); //: 500 bound
        Assert::eq($response->getStatusCode(), 202); //: 202 status
        $response->getStatusCode()->shouldReturn(206); //: 206 status
        $I->seeResponseCodeIs(415); //: 415 status
    }

    #[DataProvider('provideAnswers')]
    #[TestWith(['/gone', 410, 410])] //: 410 status
    public function testPaths(string $path, int $expectedStatus, int $size): void
    {
        $this->assertSame($expectedStatus, $this->get($path)->getStatusCode());
    }

    public static function provideAnswers(): iterable
    {
        yield 'root' => ['/', 200, 200]; //: 200 status
        yield 'none' => ['/404', 404, 200]; //: 404 status
    }

    /** @dataProvider sizes */
    public function testSizes(string $path, int $size): void
    {
    }

    public static function sizes(): array
    {
        return [['/', 200], ['/none', 404]];
    }

    /** @dataProvider statuses */
    public function testStatuses(int $status, bool $isError): void
    {
    }

    public static function statuses(): array
    {
        return [
            'ok' => [200, false], //: 200 status
            'none' => [404, true], //: 404 status
        ];
    }

    public function testCallsOfAnAssertion(): void
    {
        Assert::same($this->store->get('last_response')->getStatusCode(), 401, 'no'); //: 401 status
        Assert::same($this->store->get('last_page')->getLength(), 401, 'no');
        if (intVal($code) >= 400) { //: 400 bound
            return;
        }
    }

    public function outcome(string $name): Result
    {
        if ($name === '') {
            return new Result(null, 404, "No such $name here"); //: 404 status
        }
        return new Ruler(null, 404, "No such $name here");
    }
}
