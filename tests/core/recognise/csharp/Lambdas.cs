using System.Net.Http;
using Nancy;

public class OrderModule : NancyModule
{
    public OrderModule()
    {
        Get("/orders", arguments => 200); //: 200 status
        Get["/broken"] = _ => 500; //: 500 status
        Delete("/orders", arguments =>
        {
            Remove(arguments.id);
            return 404; //: 404 status
        });
        cache.Get("orders", _ => 404);
        orders.Select(order => 200);
        sizes["/orders"] = _ => 500;
        lines.Should().Contain(line => line.Contains("/orders: 400.BadRequest")); //: 400 status
        lines.Should().Contain(line => line.Contains("/orders: 400.Bytes"));
        Assert.That(answer.StatusCode, Is.EqualTo(404).Within(1)); //: 404 status
    }
}
