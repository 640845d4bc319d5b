// Numbers over HTTP that are no status.
using System.Net;
class T { void M() {
  Assert.Equal(200, json.Value<int>("total"));
  Assert.Equal(404, root.GetProperty("id").GetInt32());
  var p = new Page(200, 404); cfg.Port = 443; ex.Number == 404; var e = new SqlException(404);
  Assert.Equal(404, reader.GetInt32(0)); Assert.Equal(404, response.Content.Length);
} }
class Failure
{
    [DefaultValue(404)] //: 404 status
    public int StatusCode { get; set; }

    [DefaultValue(404)]
    public int Width { get; set; }

    [StringLength(404)]
    public string StatusText { get; set; }
}
