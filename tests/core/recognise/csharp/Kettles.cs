// A code of a kettle, in a file that speaks of HTTP: http.
class Kettle
{
    void Pour(Tea tea, Kind kind = Kind.Green, int code = 500);
}
