use worker::Response;

fn fails(err: Error) -> Result<Response> {
    Response::error(format!("lost: {err:?}"), 500) //: 500 status
}

fn logs(err: Error) {
    Logger::error(format!("lost: {err:?}"), 500)
}
