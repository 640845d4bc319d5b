using System.Net.Http;

namespace Shop;

class ShelfNotThereError : Error
{
    public ShelfNotThereError(string shelf) : base($"There is no shelf {shelf}", Codes.NoShelf, 404) { } //: 404 status

    static readonly Dictionary<string, Factory<Parsable>> Mapping = new()
    {
        { "400", Models.ProblemDetails.Create }, //: 400 status
        { "409", Models.ProblemDetails.Create }, //: 409 status
    };

    static readonly Dictionary<int, string> Shelves = new Dictionary<int, string>
    {
        { 400, "Books on the left" },
        { 404, "Books on the right" },
        { 420, "Books at the back" },
    };

    static readonly int[,] Grid = { { 1, 404 }, { 2, 409 } };

    void Describe(Endpoint endpoint)
    {
        endpoint.Produces<IEnumerable<Book>>(200).Produces(404); //: 200 status, 404 status
        endpoint.Pages<IEnumerable<Book>>(200).Pages(404);
    }

    bool IsBusy(Exception error, Shelf shelf) => error.Message.Contains("503") || shelf.Label.Contains("503"); //: 503 status
}
