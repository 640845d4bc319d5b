// Statuses in enumerations, records and mappings. `//:` says what a line holds; a line without it holds nothing.
namespace Shop;

public enum Fault
{
    NotFound = 404, //: 404 status
    Locked = 423, //: 423 status
}

public enum Paper
{
    Note = 404,
    Poster = 423,
}

public enum DownloadStatus
{
    Queued = 101,
    Loaded = 128,
}

public record Reply(string Path, int Status, int Seconds);

public record Row(string Path, int Height, int Seconds);

public static class Tables
{
    public static readonly Reply[] Replies =
    {
        new Reply("/", 200, 200), //: 200 status
        new Reply("/404", Status: 404, Seconds: 404), //: 404 status
        new() { Status = 410, Seconds = 410 }, //: 410 status
    };

    public static readonly Row[] Rows =
    {
        new Row("/", 200, 200),
        new Row("/404", Height: 404, Seconds: 404),
        new() { Height = 410, Seconds = 410 },
    };

    public static readonly Dictionary<int, string> Phrases = new()
    {
        [404] = "Not Found", //: 404 status
        [410] = "Gone", //: 410 status
    };

    public static readonly Dictionary<int, string> Titles = new()
    {
        { 401, "Unauthorized" }, //: 401 status
        { 409, "Conflict" }, //: 409 status
    };

    public static readonly Dictionary<int, string> Orders = new()
    {
        { 401, "kettle" },
        { 409, "mug" },
        [404] = "spoon",
    };

    public static readonly Dictionary<string, int> StatusByFault = new()
    {
        ["missing"] = 404, //: 404 status
        { "late", 503 }, //: 503 status
    };

    public static readonly Dictionary<string, int> PriceByName = new()
    {
        ["kettle"] = 404,
        { "mug", 503 },
    };

    public static readonly object Event = new { statusCode = 201, maxAge = 201, body = "" }; //: 201 status

    public static string ClassOf(int statusCode) => (statusCode / 100) switch
    {
        4 => "4xx", //: 4xx class
        5 => "5xx", //: 5xx class
        _ => "555",
    };
}
