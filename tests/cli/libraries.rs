//! Libraries that are missing, damaged, newer, or in a folder that cannot be written to: each is told
//! apart, and left as it is.

use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::process::Command;

use tests::program::{Desktop, copy_folder, ran};

/// One of the smaller commands of each kind: they look, they change, they check.
const COMMANDS: [&str; 5] = [
    "requests list",
    "today",
    "check",
    "record note --request CU-001 --on 2026-10-01 --text a",
    "send --campaign CU --dated 2026-10-01 --force dorset",
];

fn desk() -> Desktop {
    let desktop = Desktop::with_campaign("CU", "1. How many?\n");
    desktop.data("2026-10-01", "send --campaign CU --dated 2026-10-01 --force kent");
    desktop
}

fn bytes(desktop: &Desktop) -> Vec<u8> {
    std::fs::read(desktop.library().join(store::DATABASE)).expect("the file of the library")
}

#[test]
fn without_a_library_every_command_says_so_and_makes_none() {
    let desktop = Desktop::empty();
    for line in COMMANDS {
        let error = desktop.json("2026-10-01", line).refused();
        assert_eq!(error["kind"], "no_library", "{line}");
        assert!(error["hint"].to_string().contains("foi init"), "{error}");
    }
    assert!(!desktop.library().exists());
}

#[test]
fn a_library_is_made_once() {
    let desktop = desk();
    let before = desktop.contents();
    for line in ["init", "init --sample"] {
        let error = desktop.json("2026-10-01", line).refused();
        assert_eq!(error["kind"], "library_exists", "{line}");
    }
    assert!(desktop.contents() == before);
}

#[test]
fn a_newer_library_is_refused_and_keeps_its_bytes() {
    let desktop = desk();
    // The number of the schema stands in bytes 60 to 63 of the file.
    let mut newer = bytes(&desktop);
    newer[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    std::fs::write(desktop.library().join(store::DATABASE), &newer).expect("a file");
    for line in COMMANDS {
        let error = desktop.json("2026-10-01", line).refused();
        assert_eq!(error["kind"], "newer_library", "{line}");
        assert!(error["message"].to_string().contains("9999"), "{error}");
    }
    assert!(bytes(&desktop) == newer, "it was not touched");
}

#[test]
fn a_damaged_library_is_a_fault_and_is_left_as_it_is() {
    let whole = desk();
    let sound = bytes(&whole);
    let cut = sound[..sound.len() / 2].to_vec();
    let overwritten = [&sound[..4096], &vec![0xAB; sound.len() - 4096][..]].concat();
    for (what, damaged) in [("cut off", cut), ("overwritten", overwritten)] {
        let desktop = whole.copy();
        std::fs::write(desktop.library().join(store::DATABASE), &damaged).expect("a file");
        for line in COMMANDS {
            let ran = desktop.json("2026-10-01", line);
            assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{what}, {line}: {}", ran.err);
            let error: serde_json::Value = serde_json::from_str(&ran.err).expect("an error");
            assert_eq!(error["kind"], "damaged", "{what}, {line}: {error}");
        }
        assert!(bytes(&desktop) == damaged, "{what}: it was not touched");
    }
}

#[test]
fn another_programs_database_is_not_taken_for_a_library() {
    let desktop = Desktop::empty();
    std::fs::create_dir(desktop.library()).expect("a folder");
    let path = desktop.library().join(store::DATABASE);
    let other = tests::raw(&path);
    other
        .execute_batch("CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine');")
        .expect("x");
    drop(other);
    let before = bytes(&desktop);
    for line in COMMANDS {
        let ran = desktop.run("2026-10-01", line.split(' '));
        assert_eq!(ran.code, Some(1), "{line}");
        assert!(ran.err.contains("is not a FOI Desk library"), "{}", ran.err);
    }
    assert_eq!(desktop.json("2026-10-01", "init").refused()["kind"], "library_exists");
    assert!(bytes(&desktop) == before);
}

/// A folder that cannot be written to is so for anybody but root, who may write everywhere: as root
/// the program is run as nobody, with its files where nobody may read them.
#[test]
fn a_library_in_a_folder_that_cannot_be_written_to_is_told_so_and_is_left_as_it_is() {
    let desktop = desk();
    let program = desktop.path("foi");
    std::fs::copy(tests::program::foi(), &program).expect("a copy of the program");
    let place = desktop.path("read-only");
    copy_folder(&desktop.library(), &place);
    let before = std::fs::read(place.join(store::DATABASE)).expect("the library");
    let mode = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("permissions");
    };
    mode(&desktop.path("."), 0o755);
    mode(&place.join(store::DATABASE), 0o444);
    mode(&place.join(store::DOCUMENTS), 0o555);
    mode(&place, 0o555);
    let root = Command::new("id").arg("-u").output().expect("id").stdout == b"0\n";
    for line in COMMANDS {
        let mut command = Command::new(&program);
        command.args(line.split(' ')).arg("--json").arg("--library").arg(&place);
        command.env("FOI_DESK_TODAY", "2026-10-01").env("HOME", &place);
        if root {
            command.uid(65_534).gid(65_534);
        }
        let ran = ran(&mut command);
        let changes = ["record", "send"].iter().any(|word| line.starts_with(word));
        if changes || ran.code != Some(0) {
            assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{line}: {}", ran.err);
            let error: serde_json::Value = serde_json::from_str(&ran.err).expect("an error");
            assert_eq!(error["kind"], "not_writable", "{line}: {error}");
        }
    }
    mode(&place, 0o755);
    mode(&place.join(store::DOCUMENTS), 0o755);
    assert!(std::fs::read(place.join(store::DATABASE)).expect("the library") == before);
    let names: Vec<_> = std::fs::read_dir(&place).expect("the folder").flatten().collect();
    assert_eq!(names.len(), 2, "nothing was left beside it: {names:?}");
}

#[test]
fn the_library_is_the_one_named_then_the_one_in_the_environment_then_the_default() {
    let desktop = desk();
    let other = Desktop::new();
    let folder = other.library();
    let line = ["--library", folder.to_str().expect("a path"), "requests", "list", "--json"];
    let named = desktop.run("2026-10-01", line).done().json();
    assert_eq!(named, serde_json::json!([]), "the one that is named is empty");
    assert_eq!(desktop.data("2026-10-01", "requests list").as_array().map(Vec::len), Some(1));
    let mut command = desktop.command("2026-10-01", ["init", "--json"]);
    command.env_remove("FOI_DESK_LIBRARY").env("XDG_DATA_HOME", desktop.path("data"));
    let made = ran(&mut command).done().json();
    let folder = std::path::PathBuf::from(made["folder"].as_str().expect("a folder"));
    assert!(folder.starts_with(desktop.path("data")), "{}", folder.display());
    assert!(folder.join(store::DATABASE).is_file());
}
