class ActionResult
{
    ActionResult(object data)
    {
        Code = 200; //: 200 status
        Data = data;
    }

    void Pour(object tea)
    {
        Size = 200;
        Data = tea;
    }

    void Error(Exception e, Kind kind = Kind.Error, int code = 500); // over http: http //: 500 status

    (int Status, string Body) Answer() { return (404, "lost"); } //: 404 status
    (int Cups, string Tea) Count() { return (404, "green"); }
}
