// Statuses that are read from the bytes of a status line, and of errors of Kubernetes.
use kube::Api;

fn checks_the_head_of_an_answer(content: &str, err: &kube::Error) {
    assert!(&content[9..].starts_with("417")); //: 417 status
    assert!(content[9..].starts_with(b"100")); //: 100 status
    assert_eq!(&content[9..12], "404"); //: 404 status
    assert!(&content[4..].starts_with("417"));
    assert_eq!(err.code, 422); //: 422 status
    assert_eq!(err.size, 422);
    let kept = format!(r#"{{"status_codes":[200,404],"sizes":[404,410]}}"#); //: 200 status, 404 status
}
