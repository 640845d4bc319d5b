// Ranges over http and HTTP, of which only one is of a class.
fn counts(status: u16) {
    for row in 0..300 {
        keep(row);
    }
    for row in 0..400 {
        keep(row);
    }
    let is_fine = (200..300).contains(&status); //: 200 bound, 300 bound
}
