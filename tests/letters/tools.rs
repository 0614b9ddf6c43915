//! The programs that read a PDF back: poppler's and qpdf.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A PDF in a folder of its own.
pub struct OnDisk {
    _folder: TempDir,
    path: PathBuf,
}

/// What a file says of itself.
pub struct Information(String);

impl Information {
    /// What it says under this name; empty where it says nothing.
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        found.map(str::trim).unwrap_or_default()
    }
}

/// Runs a program on a file; where it is missing, the test fails and names the package to install.
fn run(program: &str, package: &str, before: &[&str], file: &Path, after: &[&str]) -> Output {
    match Command::new(program).args(before).arg(file).args(after).output() {
        Ok(output) => output,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            panic!("{program} is missing: install the package {package} (scripts/setup does)")
        }
        Err(error) => panic!("{program} cannot be run: {error}"),
    }
}

fn said(program: &str, output: Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {errors}");
    assert!(errors.is_empty(), "{program} complains: {errors}");
    String::from_utf8(output.stdout).expect("text in UTF-8")
}

impl OnDisk {
    pub fn new(pdf: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("letter.pdf");
        std::fs::write(&path, pdf).expect("a file");
        Self { _folder: folder, path }
    }

    fn poppler(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        said(program, run(program, "poppler-utils", before, &self.path, after))
    }

    /// The text, page by page, in the order in which it stands in the file.
    pub fn raw_pages(&self) -> Vec<String> {
        let text = self.poppler("pdftotext", &["-raw", "-enc", "UTF-8"], &["-"]);
        let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        assert_eq!(pages.pop().as_deref(), Some(""), "a page ends with a form feed");
        pages
    }

    /// The text as it stands on the page, side by side.
    pub fn side_by_side(&self) -> String {
        self.poppler("pdftotext", &["-layout", "-enc", "UTF-8"], &["-"])
    }

    /// Every font: its name, and whether it is embedded, a subset, and mapped to Unicode.
    pub fn fonts(&self) -> Vec<(String, [bool; 3])> {
        let table = self.poppler("pdffonts", &[], &[]);
        table
            .lines()
            .skip(2)
            .map(|line| {
                let columns: Vec<&str> = line.split_whitespace().collect();
                let [.., embedded, subset, unicode, _, _] = columns.as_slice() else {
                    panic!("pdffonts says “{line}”")
                };
                let flags = [embedded, subset, unicode].map(|flag| *flag == "yes");
                (columns[0].to_owned(), flags)
            })
            .collect()
    }

    /// What the file says of itself.
    pub fn information(&self) -> Information {
        Information(self.poppler("pdfinfo", &["-rawdates", "-enc", "UTF-8"], &[]))
    }

    /// Passes only where qpdf finds neither fault nor doubt.
    pub fn check(&self, name: &str) {
        let output = run("qpdf", "qpdf", &["--check"], &self.path, &[]);
        let told = [output.stdout.as_slice(), &output.stderr].concat();
        assert_eq!(output.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&told));
    }

    /// The file as qpdf describes it.
    pub fn described(&self) -> serde_json::Value {
        let output = run("qpdf", "qpdf", &["--json=2"], &self.path, &[]);
        serde_json::from_str(&said("qpdf", output)).expect("JSON")
    }
}

#[test]
#[should_panic(expected = "install the package poppler-utils")]
fn a_program_that_is_missing_fails_the_test_and_names_its_package() {
    run("no-such-program-of-poppler", "poppler-utils", &[], Path::new("letter.pdf"), &[]);
}
