// Statuses that an enumeration with a word of its own lists, keys that are looked for, and other enumerations.
using System.Net;

public class Dav
{
    public Answer Lock(IDictionary<string, OpenApiResponse> responses, IDictionary<string, int> widths)
    {
        if (!responses.ContainsKey("423")) //: 423 status
        {
            responses.Add("423", Describe(WebDavStatusCode.Locked)); //: 423 status, 423 constant
        }
        if (widths.ContainsKey("423") || !responses.TryGetValue("507", out var full)) //: 507 status
        {
            return full.StatusCode == ShelfStatusCode.InsufficientStorage ? full : null; //: 507 constant
        }
        return Is(OrderStatusCode.Conflict) ? Ask(PushResponseStatus.InternalServerError) : null;
    }

    public enum NoticeErrorStatusCode
    {
        None = 0,
        Spilled = 10,
        Unknown = 255,
    }
}
