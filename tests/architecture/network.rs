//! Nothing that ships can reach a network: no HTTP client, no TLS, no async runtime below `foi`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::none_of;
use crate::workspace::{cargo, root};

/// Libraries that speak to a network, whatever platform they are for.
const CLIENTS: &[&str] = &[
    "attohttpc",
    "curl",
    "h2",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "surf",
    "tungstenite",
    "ureq",
];

/// Runtimes and the sockets below them. The core is not async.
const RUNTIMES: &[&str] = &["async-std", "mio", "smol", "socket2", "tokio"];

/// The packages of a `Cargo.lock`, each with the names of those that it uses.
fn graph(lock: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for block in lock.split("[[package]]").skip(1) {
        let name = block.lines().find_map(|line| line.strip_prefix("name = ")).unwrap();
        let uses = block
            .lines()
            .filter_map(|line| line.strip_prefix(" \""))
            // "name", "name version" or "name version (source)"
            .map(|line| line.split([' ', '"']).next().unwrap().to_owned());
        // Two versions of one package are one here: what either uses counts.
        graph.entry(name.trim_matches('"').to_owned()).or_default().extend(uses);
    }
    graph
}

/// Everything below a package, itself too.
fn below(package: &str, graph: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![package.to_owned()];
    while let Some(next) = open.pop() {
        if let (Some(uses), true) = (graph.get(&next), reached.insert(next.clone())) {
            open.extend(uses.iter().cloned());
        }
    }
    reached
}

fn banned_among(found: &BTreeSet<String>, banned: &[&str]) -> Vec<String> {
    found
        .iter()
        .filter(|name| banned.contains(&name.as_str()))
        .map(|name| format!("foi rests on {name}"))
        .collect()
}

/// The names in what `cargo tree --prefix none` prints.
fn names_in_tree(tree: &str) -> BTreeSet<String> {
    tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn no_client_is_locked_below_foi_on_any_platform() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let found = below("foi", &graph(&lock));
    assert!(found.contains("desk") && found.contains("chrono"), "the lock file was not read");
    none_of(&banned_among(&found, CLIENTS));
}

/// The lock file names what every platform could need, the browser's included; what is built here
/// is a smaller tree.
#[test]
fn no_runtime_is_built_into_foi() {
    let tree = cargo(&[
        "tree",
        "--offline",
        "--locked",
        "--package",
        "foi",
        "--edges",
        "normal",
        "--prefix",
        "none",
    ]);
    let found = names_in_tree(&tree);
    assert!(found.contains("desk") && found.contains("chrono"), "the tree was not read");
    none_of(&banned_among(&found, RUNTIMES));
    none_of(&banned_among(&found, CLIENTS));
}

mod proofs {
    use super::*;

    const LOCK: &str = "version = 4\n
[[package]]\nname = \"foi\"\nversion = \"0.1.0\"\ndependencies = [\n \"desk\",\n]\n
[[package]]\nname = \"desk\"\nversion = \"0.1.0\"\ndependencies = [\n \"ureq 3.0.0\",\n]\n
[[package]]\nname = \"ureq\"\nversion = \"3.0.0\"\ndependencies = [\n \"rustls\",\n]\n
[[package]]\nname = \"rustls\"\nversion = \"0.23.0\"\n
[[package]]\nname = \"curl\"\nversion = \"0.4.0\"\n";

    #[test]
    fn a_client_below_is_found_and_one_beside_is_not() {
        let found = banned_among(&below("foi", &graph(LOCK)), CLIENTS);
        assert_eq!(found, ["foi rests on rustls", "foi rests on ureq"]);
    }

    #[test]
    fn a_runtime_in_the_tree_is_found() {
        let tree = "foi v0.1.0 (/home/foi)\ntokio v1.40.0\nchrono v0.4.45 (*)\n";
        assert_eq!(banned_among(&names_in_tree(tree), RUNTIMES), ["foi rests on tokio"]);
    }
}
