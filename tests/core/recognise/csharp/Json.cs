using Newtonsoft.Json.Linq;

class JsonChecks
{
    void Answers(JObject log, JsonElement root)
    {
        Assert.Equal(200, log.Value<int>("statusCode")); //: 200 status
        Assert.Equal(200, log.Value<int>("size"));
        Assert.Equal(404, root.GetProperty("status").GetInt32()); //: 404 status
        Assert.Equal(404, root.GetProperty("width").GetInt32());
        Assert.Equal(404, root["status"].GetValue<int>()); //: 404 status
        log.Value<int>("status").Should().Be(404); //: 404 status
    }
}
