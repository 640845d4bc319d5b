// What clients do with a status. `//:` says what a line holds; a line without it holds nothing.
using System.Net;
using System.Net.Http;
using Azure;

namespace Shop;

public class Clients(HttpClient http, int limit = 429)
{
    private static readonly HashSet<int> RetryStatuses = new() { 429, 503 }; //: 429 status, 503 status
    private static readonly HashSet<int> RetryDelays = new() { 429, 503 };
    private static readonly int[] RedirectCodes = [301, 302, 307]; //: 301 status, 302 status, 307 status
    private static readonly int[] ColumnWidths = [301, 302, 307];

    public string? Load(HttpResponseMessage response, string body)
    {
        if ((int)response.StatusCode == 404 || 410 == (int)response.StatusCode) return null; //: 404 status, 410 status
        if (body.Length == 404 || 410 == body.Length) return null;
        if ((int)response.StatusCode >= 200 && (int)response.StatusCode < 300) return body; //: 200 bound, 300 bound
        if (body.Length >= 200 && body.Length < 300) return null;
        if ((int)response.StatusCode is 401 or 407) return Login(); //: 401 status, 407 status
        if (body.Length is 401 or 407) return null;
        if ((int)response.StatusCode is >= 500 and <= 599) return null; //: 500 bound, 599 bound
        if (body.Length is >= 500 and <= 599) return null;
        if (response.StatusCode == (HttpStatusCode)429) return null; //: 429 status
        if (body[0] == (byte)429) return null;
        if ((int)response.StatusCode / 100 == 5) return null; //: 5xx class
        if (body.Length / 100 == 5) return null;
        if (new[] { 502, 504 }.Contains((int)response.StatusCode)) return null; //: 502 status, 504 status
        if (new[] { 502, 504 }.Contains(body.Length)) return null;
        return response is { StatusCode: (HttpStatusCode)206, Version.Major: 206 } ? body : null; //: 206 status
    }

    public string Message(int statusCode, int page)
    {
        switch (statusCode)
        {
            case 401: //: 401 status
            case 403: //: 403 status
                return "not for you";
            case >= 500: //: 500 bound
                return "broken";
        }
        switch (page)
        {
            case 401:
            case 403:
                return "the end";
            case >= 500:
                return "far";
        }
        return statusCode switch
        {
            404 or 410 => "none of 404", //: 404 status, 410 status
            >= 300 and < 400 => "elsewhere", //: 300 bound, 400 bound
            _ => page switch
            {
                404 or 410 => "the last",
                >= 300 and < 400 => "far",
                _ => "page",
            },
        };
    }

    public int Codes(Outcome outcome)
    {
        int status = outcome.Status ?? 500; //: 500 status
        int rows = outcome.Rows ?? 500;
        var httpCode = 502; //: 502 status
        var areaCode = 502;
        httpCode = rows > 300 ? 304 : 200; //: 304 status, 200 status
        areaCode = rows > 300 ? 304 : 200;
        try
        {
            return Send(status, httpCode);
        }
        catch (RequestFailedException failure) when (failure.Status == 409) //: 409 status
        {
            return rows;
        }
        catch (SqlException failure) when (failure.Number == 547 || failure.ErrorCode == 404)
        {
            return areaCode;
        }
    }

    private static HttpResponseMessage Made() => new((HttpStatusCode)422) { Content = new Box(422) }; //: 422 status

    private const string Head = "HTTP/1.1 304 Not Modified\r\n"; //: 304 status
    private const string Range = "bytes 200-304/500";
}

class Retries
{
    private static readonly HashSet<int> Again5xx = new() { 500, 502, 503, 504 }; //: 500 status, 502 status, 503 status, 504 status
    private static readonly HashSet<int> Litres = new() { 500, 512, 600 };
}
