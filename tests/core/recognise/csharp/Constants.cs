// Names of statuses, and names that look like them.
using System.Net;
using Microsoft.AspNetCore.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;
using Code = System.Net.HttpStatusCode;

class Constants
{
    const int DefaultStatus = Status429TooManyRequests; //: 429 constant

    IActionResult Answer(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.NotFound) return Retry(); //: 404 constant
        if (response.StatusCode is Code.Gone or Code.Conflict) return Retry(); //: 410 constant, 409 constant
        Log((int)System.Net.HttpStatusCode.BadGateway); //: 502 constant
        return StatusCode(StatusCodes.Status503ServiceUnavailable); //: 503 constant
    }

    IActionResult Neighbours(Order order)
    {
        order.Status = OrderStatus.Created;
        activity.SetStatus(ActivityStatusCode.Ok);
        if (order.Error == OrderError.NotFound) return NotFound();
        if (e.Status == Grpc.Core.StatusCode.NotFound) return BadRequest();
        return Ok();
    }
}
