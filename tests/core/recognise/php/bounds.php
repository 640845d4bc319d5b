<?php
// The bounds of a class of HTTP, whatever the number is called.
function judge($rcode, $place)
{
    $handle = curl_init("https://shop.example");
    if ($rcode < 200 || $rcode >= 300) { //: 200 bound, 300 bound
        throw new ShopError($rcode);
    }
    return $place >= 200 && $place < 320;
}
const BY_ERROR = [
    \Shop\SoldException::class => 409, //: 409 status
    'Shop\Box' => 409,
];
