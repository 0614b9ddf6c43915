//! A place where a library is in trouble: what is in its folder, what keeps the window from writing,
//! and that the screen of a trouble keeps nobody out.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test cannot do ends it")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::driver::{Window, window_program};
use crate::screens::axe_source;

/// The day of these tests: a Tuesday, on which the demonstration has things to do.
pub const TODAY: &str = "2026-11-24";

/// Every file under a folder with its bytes, but for the lock that each window makes, which is empty and
/// stays, and the memory that programs with an open library share.
pub fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let name = path.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
        if path.is_dir() {
            let inner = contents(&path);
            files.extend(inner.into_iter().map(|(file, bytes)| (format!("{name}/{file}"), bytes)));
            files.insert(format!("{name}/"), Vec::new());
        } else if !["foi-desk.lock", "foi-desk.holder"].contains(&name.as_str())
            && !name.ends_with("-shm")
        {
            let bytes = fs::read(&path).expect("a file");
            // A log in which nothing stands is no change.
            if !(name.ends_with("-wal") && bytes.is_empty()) {
                files.insert(name, bytes);
            }
        }
    }
    files
}

/// Asserts that a folder is as it was.
#[track_caller]
pub fn is_as_it_was(folder: &Path, before: &BTreeMap<String, Vec<u8>>) {
    let after = contents(folder);
    assert_eq!(
        after.keys().collect::<Vec<_>>(),
        before.keys().collect::<Vec<_>>(),
        "a file came or went"
    );
    for (name, bytes) in before {
        assert!(after.get(name) == Some(bytes), "{name} changed");
    }
}

/// Asserts that the screen that is shown keeps nobody out, light and dark; its pictures go where
/// `FOI_DESK_SCREENS` names a folder.
pub fn keeps_nobody_out(window: &Window, name: &str) {
    let axe = axe_source();
    for theme in ["light", "dark"] {
        window.script("document.documentElement.dataset.theme = arguments[0]", &[json!(theme)]);
        window.settled();
        if let Some(folder) = std::env::var_os("FOI_DESK_SCREENS").map(PathBuf::from) {
            fs::create_dir_all(&folder).expect("a folder for pictures");
            window.picture(&folder.join(format!("{name}-{theme}.png")));
        }
        assert_eq!(window.axe(&axe), Vec::<String>::new(), "{name}, {theme}");
    }
}

/// A program that ends in the window, after some lines of shell.
pub fn launcher(folder: &Path, lines: &str, before: &str) -> PathBuf {
    let path = folder.join("launcher");
    let window = window_program();
    let script =
        format!("#!/bin/sh\nset -e\n{lines}\nexec {before} \"{}\" \"$@\"\n", window.display());
    fs::write(&path, script).expect("a script");
    mode(&path, 0o755);
    path
}

/// A window that has no more rights than the owner of its files: for root, one without what root may
/// do against the permissions of a file.
pub fn launcher_without_power(folder: &Path) -> PathBuf {
    let root = std::process::Command::new("id").arg("-u").output().expect("id").stdout == b"0\n";
    launcher(folder, "", if root { "setpriv --bounding-set=-all --inh-caps=-all" } else { "" })
}

/// Sets the permissions of a file or folder.
pub fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
}
