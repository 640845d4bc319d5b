// What servers do with a status. `//:` says what a line holds; a line without it holds nothing.
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Swashbuckle.AspNetCore.Annotations;

namespace Shop;

public class RefusedException(string why, int statusCode = 403, int retryAfter = 403) : Exception(why); //: 403 status

public class MissingException(string what) : RefusedException($"no {what}", 404); //: 404 status

public class Shelf(string what) : Board($"for {what}", 404);

[ApiController]
public class ItemsController : ControllerBase
{
    private const int FallbackStatus = 503; //: 503 status
    private const int FallbackPort = 503;

    public int StatusCode { get; set; } = 200; //: 200 status
    public int MaxItems { get; set; } = 200;

    [HttpGet("items/404")]
    [ProducesResponseType(404)] //: 404 status
    [ProducesResponseType(typeof(Item), 201)] //: 201 status
    [SwaggerResponse(409, "taken 409 times")] //: 409 status
    [RequestSizeLimit(409)]
    [ResponseCache(Duration = 300)]
    public IActionResult Item([Range(100, 500)] int size)
    {
        if (size > 400) return StatusCode(413, "413 of them"); //: 413 status
        if (size == 404) return Problem("none", statusCode: 404); //: 404 status
        if (size == 302) return new ObjectResult(new { size = 302 }) { StatusCode = 302 }; //: 302 status
        Response.StatusCode = size == 200 ? 206 : 202; //: 206 status, 202 status
        Response.ContentLength = size == 200 ? 206 : 202;
        Response.Headers["Retry-After"] = "503";
        return new StatusCodeResult(204); //: 204 status
    }

    private static int StatusOf(Exception error) => error switch
    {
        UnauthorizedAccessException => 403, //: 403 status
        ArgumentException or FormatException => 400, //: 400 status
        _ => 500, //: 500 status
    };

    private static int WidthOf(Shape shape) => shape switch
    {
        Square => 403,
        Circle or Oval => 400,
        _ => 500,
    };

    private IActionResult Refuse(string why, int status) => StatusCode(status, why);

    private static string Wrap(string why, int columns) => why[..columns];

    public void Checks()
    {
        Refuse("none", 410); //: 410 status
        Refuse(why: "none", status: 401); //: 401 status
        Refuse(ReasonPhrases.GetReasonPhrase(429), rows); //: 429 status
        Wrap("none", 410);
        Wrap(why: "none", columns: 401);
        Environment.Exit(403);
    }
}

public static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/404", () => Results.StatusCode(418)).Produces(418).WithOrder(418); //: 418 status, 418 status
        app.MapGet("/", () => TypedResults.Problem("none", statusCode: 422)).ProducesProblem(422); //: 422 status, 422 status
        app.MapPost("/", () => Results.Json(new { page = 422 }, statusCode: 202)); //: 202 status
        app.UseStatusCodePages(async context =>
        {
            if (context.HttpContext.Response.StatusCode == 404) await Task.Delay(404); //: 404 status
        });
        app.Run("http://localhost:500");
    }
}
