//! The real window under a virtual display: few, whole journeys.

mod driver;

use std::path::Path;

use driver::Window;

#[test]
fn scratch() {
    let out = Path::new("/tmp/shots2");
    std::fs::create_dir_all(out).unwrap();
    let answers = tempfile::tempdir().unwrap();
    let library = answers.path().join("lib");
    std::fs::write(answers.path().join("save-path"), answers.path().join("job.pdf").display().to_string()).unwrap();
    let window = Window::open(&library, answers.path(), "2026-11-24");
    window.says("Who is asking?");
    window.picture(&out.join("1-first.png"));
    println!("{}\n----", window.text());
    window.press("Open the sample campaign");
    std::thread::sleep(std::time::Duration::from_secs(3));
    window.picture(&out.join("2.png"));
    println!("{}\n----", window.text());
}
