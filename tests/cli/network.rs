//! Nothing leaves the program: it opens no network socket, and works where there is no network.

use std::process::Command;

use tests::program::{Desktop, foi, ran};

/// One journey of the main job, on the day each command is run.
const JOURNEY: [(&str, &str); 10] = [
    ("2026-10-15", "init --sample"),
    ("2026-10-15", "send --campaign HT --dated 2026-10-15 --force kent --force police-scotland"),
    ("2026-10-15", "print --out job.pdf"),
    ("2026-10-16", "posted --on 2026-10-16 --all"),
    ("2026-11-16", "record reply --request HT-001 --dated 2026-11-13 --outcomes reply.csv"),
    ("2026-11-17", "write follow-up --mode A --request HT-001 --out letters"),
    ("2026-11-17", "emailed --on 2026-11-17 --request HT-001"),
    ("2026-11-20", "write review --request HT-001"),
    ("2026-11-20", "today"),
    ("2026-11-20", "check"),
];

#[test]
fn no_network_socket_is_opened_on_the_whole_journey() {
    let desktop = Desktop::empty();
    desktop.write("reply.csv", "question,outcome,exemptions,note\n1,refused,31(1)(a),\n8,H,,\n");
    for (at, (today, line)) in JOURNEY.into_iter().enumerate() {
        let log = desktop.path(&format!("trace-{at}.txt"));
        let plain = desktop.command(today, line.split(' '));
        let mut traced = Command::new("strace");
        traced.args(["-f", "-e", "trace=%network", "-o"]).arg(&log).arg(foi());
        traced.args(plain.get_args());
        if let Some(folder) = plain.get_current_dir() {
            traced.current_dir(folder);
        }
        for (name, value) in plain.get_envs() {
            match value {
                Some(value) => traced.env(name, value),
                None => traced.env_remove(name),
            };
        }
        ran(&mut traced).done();
        let trace = std::fs::read_to_string(&log).expect("what strace wrote");
        assert!(trace.contains("+++ exited with 0 +++"), "strace saw it end: {trace}");
        assert!(!trace.contains("AF_INET"), "foi {line} opened a network socket: {trace}");
    }
}

#[test]
fn strace_would_show_a_network_socket() {
    let desktop = Desktop::empty();
    let log = desktop.path("trace.txt");
    let mut traced = Command::new("strace");
    traced.args(["-f", "-e", "trace=%network", "-o"]).arg(&log).args(["bash", "-c"]);
    traced.arg("exec 3<>/dev/udp/127.0.0.1/9");
    ran(&mut traced);
    let trace = std::fs::read_to_string(&log).expect("what strace wrote");
    assert!(trace.contains("AF_INET"), "the check above can fail: {trace}");
}

/// The demonstration in a network namespace of its own, where there is no network at all. A kernel
/// or a container may forbid such namespaces; then that is said, and the trace above stands alone.
#[test]
fn the_demonstration_works_without_any_network() {
    let desktop = Desktop::empty();
    let allowed = ran(Command::new("unshare").args(["-rn", "true"]));
    if allowed.code != Some(0) {
        println!(
            "User namespaces are refused here ({}), so only the trace of the journey shows that \
             nothing is sent.",
            allowed.err.trim()
        );
        assert!(
            allowed.err.contains("unshare failed") || allowed.err.contains("not permitted"),
            "unshare itself went wrong, which is no refusal of the kernel: {}",
            allowed.err
        );
        return;
    }
    let routes = ran(Command::new("unshare").args(["-rn", "cat", "/proc/net/route"])).done();
    assert!(routes.out.lines().count() <= 1, "a head and no route: {}", routes.out);
    let mut alone = Command::new("unshare");
    alone.arg("-rn").arg(foi()).arg("demo").arg("--out").arg(desktop.path("out"));
    alone.env("HOME", desktop.path(".")).env("FOI_DESK_TODAY", "2026-10-15");
    let made = ran(&mut alone).done();
    assert!(made.out.contains("deadlines.csv"), "{}", made.out);
}
