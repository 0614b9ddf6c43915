//! The whole main job, watched while it runs: the program opens no socket but, at most, one within
//! this computer.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::none_of;

/// Runs a program under `strace` and returns the calls by which it reached for a network.
fn network_calls(program: &str, arguments: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("calls");
    let output = Command::new("strace")
        .args(["--follow-forks", "--quiet=all", "--trace=%network", "--output"])
        .arg(&log)
        .arg(program)
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .expect("strace is there: scripts/setup installs it");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(log.exists(), "strace wrote nothing: {said}");
    if program.ends_with("foi") {
        assert!(output.status.success(), "{said}");
    }
    among(&fs::read_to_string(log).unwrap())
}

/// Of the calls in a log, those that name an address family other than this computer's own.
fn among(log: &str) -> Vec<String> {
    log.lines()
        .filter(|line| line.contains("AF_"))
        .filter(|line| !line.contains("AF_UNIX") && !line.contains("AF_LOCAL"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_main_job_opens_no_network_socket() {
    let foi = std::env::var("FOI_DESK_FOI")
        .expect("FOI_DESK_FOI names the built program: scripts/test sets it");
    assert!(Path::new(&foi).is_file(), "there is no {foi}");
    none_of(&network_calls(&foi, &["demo", "--out", "demo"]));
}

mod proofs {
    use super::*;

    #[test]
    fn a_program_that_connects_is_found() {
        let calls = network_calls("bash", &["-c", "exec 3<>/dev/tcp/127.0.0.1/9"]);
        assert!(calls.iter().any(|call| call.contains("socket(AF_INET")), "{calls:?}");
    }

    #[test]
    fn a_socket_within_this_computer_is_none() {
        let within = "12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3\n";
        assert!(among(within).is_empty());
        let name_service = "12 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 3\n";
        assert_eq!(among(name_service).len(), 1);
    }
}
