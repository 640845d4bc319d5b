using System.Net;

class Fetcher
{
    async Task<Page> Fetch(HttpClient client, string address)
    {
        using (var response = await client.GetAsync(address))
        {
            if (response.StatusCode == HttpStatusCode.NotFound) //: 404 constant
            {
                return null;
            }
            if (response.StatusCode == OtherCode.NotFound)
            {
                return null;
            }
        }
        using Reply reply = Answer(HttpStatusCode.OK); //: 200 constant
        handler.Error(new Exception($"{address} is gone"), Level.High, 500); //: 500 status
        handler.Count(new Exception($"{address} is gone"), Level.High, 500);
        Assert.Equal(421, response.Parameters.RetryAfter);
        Assert.Equal(421, response.Parameters.ErrorCode); //: 421 status
        await WithResponse(engine, HttpMethod.Post, "123", "tea");
        var told = """
            {
                "ok": false,
                "description": "no such cup",
                "error_code": 400, //: 400 status
            """;
    }
}
