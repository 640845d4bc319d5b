/* Constants of a server of HTTP whose names begin alike. `//:` says what a line holds; a line without it holds nothing. */
/* See the list of HTTP. */
#define SHOP_CLIENT_BAD_REQUEST 400 //: 400 status
#define SHOP_CLIENT_UNAUTH 401 //: 401 status
#define SHOP_CLIENT_NOT_FOUND 404 //: 404 status
#define SHOP_CLIENT_CONFLICT 409 //: 409 status
#define SHOP_CLIENT_PRECOND 412 //: 412 status

#define SHOP_PARCEL_NOT_FOUND 404 //: 404 status
#define SHOP_PARCEL_BAD_REQUEST 400 //: 400 status
#define SHOP_PARCEL_REQUEST_TIMEOUT 408 //: 408 status
#define SHOP_PARCEL_GIRTH 302
#define SHOP_PARCEL_MOST 433
