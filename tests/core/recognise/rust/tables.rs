// Tables of HTTP, texts and traps. `//:` says what a line holds; a line without it holds nothing.

#[repr(u16)]
enum Status {
    NotFound = 404, //: 404 status
    Conflict = 409, //: 409 status
}

#[repr(u16)]
enum Width {
    Small = 404,
    Large = 409,
}

struct Settings {
    #[serde(default = "busy_status")]
    status: u16,
    #[arg(long, default_value_t = 200)]
    columns: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self { status: 503, columns: 503 } //: 503 status
    }
}

fn phrase(status: u16) -> &'static str {
    match status {
        404 => "Not Found", //: 404 status
        410 => "Gone", //: 410 status
        _ => "",
    }
}

fn cup(size: u16) -> &'static str {
    match size {
        404 => "kettle",
        410 => "mug",
        _ => "",
    }
}

fn tables() {
    let messages = HashMap::from([(404, "Not Found"), (410, "Gone")]); //: 404 status, 410 status
    let orders = HashMap::from([(404, "kettle"), (410, "mug")]);
    let statuses = [("missing", 404), ("denied", 403)]; //: 404 status, 403 status
    let widths = [("missing", 404), ("denied", 403)];
    let summary = HashMap::from([("2xx", 3), ("5xx", 1)]); //: 2xx class, 5xx class
    let line = "HTTP/1.1 404 Not Found\r\ncontent-length: 404\r\n"; //: 404 status
    let text = "503 Service Unavailable"; //: 503 status
    let note = "there are 404 reasons";
    let body = r#"{"status": 404, "size": 404}"#; //: 404 status
    let status_text = "404".to_string(); //: 404 status
    let size_text = "404".to_string();
    let range = [("content-range", "bytes 200-299/500"), ("content-length", "404")];
    let permissions = Permissions::from_mode(0o600);
    let (quota, limit, port) = (429, 404, 503);
    let order = Order { id: 404, year: 410, total: 302 };
    let page = query.limit(200).offset(404);
    let grpc = tonic::Code::from_i32(404);
    let reply = ftp.read_response(226);
    let exit = ExitStatus::from_raw(302);
}

const FIELDS: [(Field, &str); 2] = [
    (Pseudo(Status), "200"), //: 200 status
    (Pseudo(Status), "404"), //: 404 status
];
const MEASURES: [(Field, &str); 2] = [(Pseudo(Width), "200"), (Pseudo(Width), "404")];
