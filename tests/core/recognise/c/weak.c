/* What stands beside a status over http, over HTTP. */
void weak_places(void)
{
    shop_static("<h1>404 - File not found.</h1>", 404); //: 404 status
    shop_row("<h1>File</h1>", 404);
    fprintf(stderr, "Wrong status: want: %d: got: %d\n", 200, out.Status); //: 200 status
    fprintf(stderr, "Wrong size: want: %d: got: %d\n", 200, out.Size);
}
