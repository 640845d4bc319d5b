// What tests do with a status. `//:` says what a line holds; a line without it holds nothing.
using System.Net;
using FluentAssertions;
using Flurl.Http.Testing;
using Moq;
using NUnit.Framework;
using Shouldly;
using WireMock.ResponseBuilders;
using Xunit;

namespace Shop.Tests;

public class Checks
{
    public void Compares(Answer response, Page page)
    {
        Assert.Equal(404, response.StatusCode); //: 404 status
        Assert.Equal(404, page.Rows);
        Assert.AreEqual(302, (int)response.StatusCode, "moved"); //: 302 status
        Assert.AreEqual(302, page.Rows, "moved");
        Assert.That((int)response.StatusCode, Is.EqualTo(201)); //: 201 status
        Assert.That(page.Rows, Is.EqualTo(201));
        Assert.That((int)response.StatusCode, Is.LessThan(400)); //: 400 bound
        Assert.That(page.Rows, Is.LessThan(400));
        Assert.InRange((int)response.StatusCode, 200, 299); //: 200 bound, 299 bound
        Assert.InRange(page.Rows, 200, 299);
        Assert.Contains((int)response.StatusCode, new[] { 200, 204 }); //: 200 status, 204 status
        Assert.Contains(page.Rows, new[] { 200, 204 });
        response.StatusCode.Should().Be(403); //: 403 status
        page.Rows.Should().Be(403);
        response.StatusCode.Should().BeOneOf(200, 304); //: 200 status, 304 status
        page.Rows.Should().BeOneOf(200, 304);
        response.StatusCode.Should().BeInRange(200, 299); //: 200 bound, 299 bound
        page.Rows.Should().BeInRange(200, 299);
        ((int)response.StatusCode).ShouldBe(409); //: 409 status
        page.Rows.ShouldBe(409);
        var result = Assert.IsType<ObjectResult>(response.Result);
        Assert.Equal(422, result.StatusCode); //: 422 status
        gateway.Setup(g => g.StatusCode).Returns(502); //: 502 status
        gateway.Setup(g => g.Rows).Returns(502);
        gateway.SetupProperty(g => g.StatusCode, 500); //: 500 status
        gateway.SetupProperty(g => g.Rows, 500);
        span.SetTag(Conventions.ResponseStatusCode, 200); //: 200 status
        span.SetTag(Conventions.ResponseRows, 200);
    }

    public void Speaks(HttpTest test, Server server)
    {
        test.RespondWith("401 of them", 401); //: 401 status
        test.SimulateTimeout(401);
        server.Given(request).RespondWith(Response.Create().WithStatusCode(503).WithDelay(503)); //: 503 status
    }

    [Theory]
    [InlineData("/", 200, 200)] //: 200 status
    [InlineData("/404", 404, 404)] //: 404 status
    public void Paths(string path, int expectedStatus, int rows) {}

    [TestCase(500)] //: 500 status
    [TestCase(503)] //: 503 status
    public void Retries(int statusCode) {}

    [TestCase(500)]
    [TestCase(503)]
    public void Grows(int width) {}

    public static IEnumerable<object[]> Answers()
    {
        yield return new object[] { "/", 200, 200 }; //: 200 status
        yield return new object[] { "/404", 404, 404 }; //: 404 status
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answered(string path, int status, int rows) {}
}
