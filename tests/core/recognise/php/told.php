<?php
// What is told by a helper's name, a path in a text, or what a double returns. `//:` says what a line holds.
use OCP\AppFramework\Http;

$spec->set("paths|$path|get|responses|200|\$ref", '#/components/responses/orders'); //: 200 status
$spec->set("paths|$path|get|rows|200|\$ref", '#/components/rows/orders');
$spec->set("['get']['responses']['404']", $lost); //: 404 status
shop_die(shop_text('The shelf is not there'), shop_text('Fatal'), 503); //: 503 status
shop_roll(shop_text('The shelf is not there'), shop_text('Fatal'), 503);
wp_die($text, $title, 410); //: 410 status
wp_die($text, 403); //: 403 status
wp_roll($text, 403);
$this->sendJson($order, 201); //: 201 status
$this->sendRows($order, 201);
$output->method('getHttpResponseCode')->willReturn(Http::STATUS_OK); //: 200 constant
$this->assertEquals('123', $test->curl->response);
$this->assertEquals('404', $test->curl->response->status); //: 404 status
