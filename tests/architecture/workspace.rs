//! The workspace as it stands: its packages, as cargo reads their manifests, and its sources.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A package of the workspace.
#[derive(Debug, Clone, Default)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its folder, from the root: `crates/law`; empty for the root itself.
    pub folder: String,
    /// What its manifest depends on, of every kind and for every platform.
    pub dependencies: Vec<Dependency>,
}

/// One line of a manifest's dependencies.
#[derive(Debug, Clone, Default)]
pub struct Dependency {
    /// The real name of the package, whatever the manifest calls it.
    pub name: String,
    /// Whether only its tests use it.
    pub only_tests: bool,
    /// The features asked for.
    pub features: Vec<String>,
}

/// A file of Rust.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// Its path from the root: `crates/law/src/lib.rs`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// The number of the first line of code, not of comment, that holds this text as a whole word.
    pub fn line_with(&self, text: &str) -> Option<usize> {
        let is_word = |at: usize, line: &str| {
            !line[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_')
        };
        self.text
            .lines()
            .position(|line| {
                !line.trim_start().starts_with("//")
                    && line.match_indices(text).any(|(at, _)| is_word(at, line))
            })
            .map(|index| index + 1)
    }
}

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Runs cargo in the workspace, without network, and returns what it prints.
pub fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Every package of the workspace.
pub fn packages() -> Vec<Package> {
    let metadata = cargo(&["metadata", "--offline", "--no-deps", "--format-version", "1"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let root = metadata["workspace_root"].as_str().unwrap();
    let packages: Vec<Package> =
        metadata["packages"].as_array().unwrap().iter().map(|found| package(found, root)).collect();
    assert!(packages.len() >= 8, "the packages were not found");
    packages
}

fn package(found: &Value, root: &str) -> Package {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let folder = text(&found["manifest_path"]);
    let folder = Path::new(&folder).parent().unwrap().strip_prefix(root).unwrap();
    let dependency = |line: &Value| Dependency {
        name: text(&line["name"]),
        only_tests: line["kind"] == "dev",
        features: line["features"].as_array().unwrap().iter().map(text).collect(),
    };
    Package {
        name: text(&found["name"]),
        folder: folder.to_str().unwrap().replace('\\', "/"),
        dependencies: found["dependencies"].as_array().unwrap().iter().map(dependency).collect(),
    }
}

/// The Rust below a folder of the root, in order of path; nothing where the folder is not there.
pub fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let from_root = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
            found.push(Source { path: from_root, text: fs::read_to_string(&path).unwrap() });
        }
    }
}

/// All the Rust that ships: the crates and, once it is there, the shell.
pub fn shipped_sources() -> Vec<Source> {
    let mut found: Vec<Source> = sources("crates")
        .into_iter()
        .filter(|source| source.path.split('/').nth(2) == Some("src"))
        .collect();
    found.extend(sources("src-tauri/src"));
    assert!(found.len() > 50, "the sources were not found");
    found
}
