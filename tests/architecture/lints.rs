//! Every package lives under the workspace's lints: a manifest without the two lines would be
//! checked for nothing, in silence.

use std::fs;

use crate::none_of;
use crate::workspace::{packages, root};

fn keeps_the_lints(manifest: &str) -> bool {
    let mut lines = manifest.lines().map(str::trim).skip_while(|line| *line != "[lints]").skip(1);
    lines
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .is_some_and(|line| line.replace(' ', "") == "workspace=true")
}

#[test]
fn every_package_keeps_the_lints_of_the_workspace() {
    let faults: Vec<String> = packages()
        .into_iter()
        .filter(|package| {
            let manifest = root().join(&package.folder).join("Cargo.toml");
            !keeps_the_lints(&fs::read_to_string(manifest).unwrap())
        })
        .map(|package| format!("{} does not say [lints] workspace = true", package.name))
        .collect();
    none_of(&faults);
}

mod proofs {
    use super::*;

    #[test]
    fn a_manifest_without_them_is_found() {
        assert!(keeps_the_lints("[package]\n\n[lints]\nworkspace = true\n"));
        assert!(!keeps_the_lints("[package]\nworkspace = true\n"));
        assert!(!keeps_the_lints("[package]\n\n[lints]\n\n[lints.rust]\nworkspace = true\n"));
        assert!(!keeps_the_lints("[lints]\nworkspace = false\n"));
    }
}
