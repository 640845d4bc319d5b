// A small server's constants. `//:` says what a line holds; a line without it holds nothing.
import fi.iki.elonen.NanoHTTPD;
import fi.iki.elonen.NanoHTTPD.Response.Status;

class Small extends NanoHTTPD {
    Response serve(Session session) {
        if (session.isOpen()) return newFixedLengthResponse(Status.OK, MIME, ""); //: 200 constant
        return newFixedLengthResponse(Status.INTERNAL_ERROR, MIME, "tea"); //: 500 constant
    }

    Parcel pack(Parcel parcel) {
        return parcel.with(Parcel.REDIRECT);
    }
}
