//! The real `foi`, run as a person or a script runs it, and what a library holds before and after.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use tempfile::TempDir;

/// The variable with the path of the program that is tested.
const PROGRAM: &str = "FOI_DESK_FOI";

/// The program that is tested. A test without it fails: nothing is ever skipped.
pub fn foi() -> PathBuf {
    let path = std::env::var_os(PROGRAM).map(PathBuf::from);
    let path =
        path.expect("FOI_DESK_FOI is not set: run ./scripts/test, or set it to the built foi");
    assert!(path.is_file(), "FOI_DESK_FOI names {}, which is no file", path.display());
    path
}

/// How a run ended.
#[derive(Debug)]
pub struct Ran {
    /// The exit code; nothing where it was killed.
    pub code: Option<i32>,
    /// What it printed.
    pub out: String,
    /// What it said of errors.
    pub err: String,
}

impl Ran {
    /// Asserts that it was done (exit code 0).
    #[track_caller]
    pub fn done(self) -> Self {
        assert_eq!(self.code, Some(0), "{}\n{}", self.out, self.err);
        self
    }

    /// Asserts that it was refused (exit code 3), and gives the error back as data.
    #[track_caller]
    pub fn refused(&self) -> Value {
        assert_eq!(self.code, Some(3), "{}\n{}", self.out, self.err);
        assert_eq!(self.out, "", "what is refused prints no data");
        serde_json::from_str(&self.err).expect("an error as JSON")
    }

    /// What it printed, as data.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).expect("data as JSON")
    }
}

/// A folder with a library in it, the place where `foi` is run.
#[derive(Debug)]
pub struct Desktop {
    folder: TempDir,
}

/// What is in the library of a [`Desktop`]: every row of every table, and every document.
#[derive(Debug, PartialEq, Eq)]
pub struct Contents {
    /// The rows, in order, each as a line.
    pub rows: Vec<String>,
    /// The files, with their bytes.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Desktop {
    /// An empty folder: no library yet.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// A new library with nothing but the register.
    pub fn new() -> Self {
        let desktop = Self::empty();
        desktop.run("2026-10-01", ["init"]).done();
        desktop
    }

    /// A new library with a sender and a campaign of these questions.
    pub fn with_campaign(prefix: &str, questions: &str) -> Self {
        let desktop = Self::new();
        desktop.run("2026-10-01", SENDER).done();
        desktop.write("questions.txt", questions);
        let questions = desktop.path("questions.txt");
        let title = "Custody officers";
        let new = ["campaigns", "new", "--title", title, "--prefix", prefix, "--questions"];
        desktop
            .run("2026-10-01", new.map(OsStr::new).iter().chain([&questions.as_os_str()]))
            .done();
        desktop
    }

    /// A copy of the library, in a folder of its own.
    pub fn copy(&self) -> Self {
        let copy = Self::empty();
        copy_folder(&self.library(), &copy.library());
        copy
    }

    /// A file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder of the library.
    pub fn library(&self) -> PathBuf {
        self.path("library")
    }

    /// Writes a file into the folder, and says where.
    pub fn write(&self, name: &str, text: &str) -> String {
        std::fs::write(self.path(name), text).expect("a file that can be written");
        self.named(name)
    }

    /// The path of a file in the folder, as an argument.
    pub fn named(&self, name: &str) -> String {
        self.path(name).to_str().expect("a path in UTF-8").to_owned()
    }

    /// A command that is ready to run on a day. It sees nothing of whoever runs the tests: neither
    /// home nor library.
    pub fn command<A: AsRef<OsStr>>(
        &self,
        today: &str,
        arguments: impl IntoIterator<Item = A>,
    ) -> Command {
        let mut command = Command::new(foi());
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("FOI_DESK_TODAY", today)
            .env("FOI_DESK_LIBRARY", self.library())
            .env("HOME", self.folder.path())
            .env_remove("XDG_DATA_HOME")
            .env_remove("FOI_DESK_ABORT_AT")
            .stdin(Stdio::null());
        command
    }

    /// Runs a command on a day.
    pub fn run<A: AsRef<OsStr>>(&self, today: &str, arguments: impl IntoIterator<Item = A>) -> Ran {
        ran(&mut self.command(today, arguments))
    }

    /// Runs a command, given as one line of words, on a day, with its result as JSON.
    pub fn json(&self, today: &str, line: &str) -> Ran {
        self.run(today, line.split_whitespace().chain(["--json"]))
    }

    /// The data that a command prints on a day.
    #[track_caller]
    pub fn data(&self, today: &str, line: &str) -> Value {
        self.json(today, line).done().json()
    }

    /// Asserts that the check of the library finds nothing.
    #[track_caller]
    pub fn is_whole(&self) {
        let report = self.data("2026-10-01", "check");
        assert_eq!(report["clean"], true, "{report:#}");
    }

    /// Everything that the library holds, read through a connection of its own.
    pub fn contents(&self) -> Contents {
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(self.library().join(store::DOCUMENTS))
            .expect("the folder of documents")
        {
            let entry = entry.expect("an entry of a folder");
            let name = entry.file_name().to_string_lossy().into_owned();
            files.insert(name, std::fs::read(entry.path()).expect("a document"));
        }
        Contents { rows: rows(&self.library().join(store::DATABASE)), files }
    }
}

impl Default for Desktop {
    fn default() -> Self {
        Self::empty()
    }
}

/// Sets the sender of these stories.
pub const SENDER: [&str; 6] =
    ["sender", "set", "--applicant", "Ann Ŵyn", "--address", "3 Mill Lane, Exeter, EX1 1AA"];

/// Runs a command to its end.
pub fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("a program that can be run");
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

/// Runs another program that the tests need, and gives what it printed.
#[track_caller]
pub fn tool(program: &str, arguments: &[&OsStr]) -> String {
    let mut command = Command::new(program);
    let output = command.args(arguments).output();
    let output = output.expect("a tool that ./scripts/setup installs");
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("text")
}

/// The text of a PDF, with each run of spaces and line ends as one space.
#[track_caller]
pub fn text_of(pdf: &Path) -> String {
    let text = tool("pdftotext", &[pdf.as_os_str(), OsStr::new("-")]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Asserts that a PDF is whole and carries each of its fonts.
#[track_caller]
pub fn is_sound_pdf(pdf: &Path) {
    tool("qpdf", &[OsStr::new("--check"), pdf.as_os_str()]);
    let fonts = tool("pdffonts", &[pdf.as_os_str()]);
    // Two lines of head; then one for each font, whose columns end "emb sub uni object ID".
    let embedded: Vec<bool> = fonts
        .lines()
        .skip(2)
        .map(|line| line.split_whitespace().rev().nth(4) == Some("yes"))
        .collect();
    assert!(!embedded.is_empty() && embedded.iter().all(|yes| *yes), "{}: {fonts}", pdf.display());
}

/// Copies a folder with all that is in it.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder that can be read") {
        let entry = entry.expect("an entry of a folder");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file that can be copied");
        }
    }
}

/// Every row of every table of a database, in order: what two states of it are compared by.
fn rows(database: &Path) -> Vec<String> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = Connection::open_with_flags(database, flags).expect("a second connection");
    let mut tables = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .expect("the schema");
    let names: Vec<String> = tables
        .query_map([], |row| row.get(0))
        .and_then(Iterator::collect)
        .expect("the names of the tables");
    let mut lines = vec![format!("{names:?}")];
    for name in names {
        let mut statement =
            connection.prepare(&format!("SELECT * FROM \"{name}\"")).expect("a table");
        let columns = statement.column_count();
        let mut found = statement.query([]).expect("the rows of a table");
        while let Some(row) = found.next().expect("a row") {
            let values: Vec<String> = (0..columns)
                .map(|column| match row.get_ref(column).expect("a value") {
                    ValueRef::Null => "null".to_owned(),
                    ValueRef::Integer(number) => number.to_string(),
                    ValueRef::Real(number) => number.to_string(),
                    ValueRef::Text(text) => format!("{:?}", String::from_utf8_lossy(text)),
                    ValueRef::Blob(bytes) => format!("{bytes:?}"),
                })
                .collect();
            lines.push(format!("{name}: {}", values.join(", ")));
        }
    }
    lines
}
