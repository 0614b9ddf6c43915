//! The real window under a virtual display: few, whole journeys.

mod driver;

use std::path::Path;

use driver::Window;

#[test]
fn scratch() {
    let out = Path::new("/tmp/shots");
    std::fs::create_dir_all(out).unwrap();
    let answers = tempfile::tempdir().unwrap();
    let window = Window::open(Path::new("/tmp/demo/library"), answers.path(), "2026-11-24");
    window.says("FOI Desk");
    std::thread::sleep(std::time::Duration::from_secs(2));
    window.picture(&out.join("a.png"));
    println!("{}", window.text());
}
