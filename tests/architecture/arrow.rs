//! The arrow: `{shell, foi} → desk → {store, letters, imports} → casework → law`, and the
//! libraries that one crate alone may name.

use crate::none_of;
use crate::workspace::{Package, Source, packages, shipped_sources};

/// What each package may use of the others. A package that is not here has no place in the house
/// yet: say first where it stands.
const MAY_USE: &[(&str, &[&str])] = &[
    ("crates/law", &[]),
    ("crates/casework", &["law"]),
    ("crates/store", &["casework", "law"]),
    ("crates/letters", &["casework", "law"]),
    ("crates/imports", &["casework", "law"]),
    ("crates/desk", &["store", "letters", "imports", "casework", "law"]),
    ("crates/foi", &["desk"]),
    // The shell: the package of the root, with its sources in src-tauri.
    ("", &["desk"]),
    ("tests", &["desk", "store", "letters", "imports", "casework", "law"]),
    // On its own, so that the law is tested without building anything above it.
    ("tests/law", &["law"]),
];

/// A library, and the folder that alone may name it. The tests may name rusqlite too: they look
/// into a library from outside.
const NAMED_ONCE: &[(&str, &str)] =
    &[("rusqlite", "crates/store"), ("printpdf", "crates/letters"), ("tauri", "")];

/// The arrow has no arrow back, in tests neither.
fn against_the_arrow(packages: &[Package]) -> Vec<String> {
    let ours: Vec<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    let mut faults = Vec::new();
    for package in packages {
        let Some((_, may_use)) = MAY_USE.iter().find(|(folder, _)| *folder == package.folder)
        else {
            faults.push(format!("{} has no place in the arrow", package.folder));
            continue;
        };
        for used in &package.dependencies {
            if ours.contains(&used.name.as_str()) && !may_use.contains(&used.name.as_str()) {
                faults.push(format!("{} may not use {}", package.name, used.name));
            }
        }
    }
    faults
}

/// Each library of [`NAMED_ONCE`] stands in the manifest of one package only.
fn libraries_out_of_place(packages: &[Package]) -> Vec<String> {
    let mut faults = Vec::new();
    for package in packages {
        for (library, home) in NAMED_ONCE {
            let is_home = package.folder == *home;
            let looks_in_from_outside = package.folder == "tests" && *library == "rusqlite";
            for used in &package.dependencies {
                let names_it =
                    used.name == *library || used.name.starts_with(&format!("{library}-"));
                if names_it && !is_home && !looks_in_from_outside {
                    faults.push(format!("{} may not depend on {}", package.name, used.name));
                }
            }
        }
    }
    faults
}

/// Nor do the sources of another name it, through a re-export or a path.
fn names_out_of_place(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        for (library, home) in NAMED_ONCE {
            let home = if home.is_empty() { "src-tauri" } else { home };
            let is_home = source.path.starts_with(&format!("{home}/"));
            let path = format!("{library}::");
            if let (Some(line), false) = (source.line_with(&path), is_home) {
                faults.push(format!("{}:{line} names {library}", source.path));
            }
        }
    }
    faults
}

/// `law` and `casework` are pure: of all libraries they know chrono, for its civil dates, and
/// neither its clock nor its serialisation.
fn impure(packages: &[Package]) -> Vec<String> {
    let mut faults = Vec::new();
    let pure = ["law", "casework"];
    for package in packages.iter().filter(|package| pure.contains(&package.name.as_str())) {
        for used in package.dependencies.iter().filter(|used| !used.only_tests) {
            if !["chrono", "law"].contains(&used.name.as_str()) {
                faults.push(format!("{} may not depend on {}", package.name, used.name));
            }
            for feature in used.features.iter().filter(|feature| *feature != "std") {
                faults.push(format!("{} may not use {}'s {feature}", package.name, used.name));
            }
        }
    }
    faults
}

#[test]
fn the_arrow_has_no_arrow_back() {
    none_of(&against_the_arrow(&packages()));
}

#[test]
fn a_library_is_named_by_one_crate_alone() {
    none_of(&libraries_out_of_place(&packages()));
    none_of(&names_out_of_place(&shipped_sources()));
}

#[test]
fn law_and_casework_are_pure() {
    none_of(&impure(&packages()));
}

mod proofs {
    use super::*;
    use crate::workspace::Dependency;

    fn package(folder: &str, uses: &[&str]) -> Package {
        let dependencies = uses
            .iter()
            .map(|name| Dependency { name: (*name).to_owned(), ..Dependency::default() })
            .collect();
        let name = folder.rsplit('/').next().unwrap().to_owned();
        Package { name, folder: folder.to_owned(), dependencies }
    }

    #[test]
    fn an_arrow_back_is_found() {
        let right = [package("crates/law", &["chrono"]), package("crates/casework", &["law"])];
        assert!(against_the_arrow(&right).is_empty());
        let back = [package("crates/law", &["casework"]), package("crates/casework", &["law"])];
        assert_eq!(against_the_arrow(&back), ["law may not use casework"]);
        let across = [package("crates/store", &["letters"]), package("crates/letters", &[])];
        assert_eq!(against_the_arrow(&across), ["store may not use letters"]);
        let past_desk = [package("crates/foi", &["store"]), package("crates/store", &[])];
        assert_eq!(against_the_arrow(&past_desk), ["foi may not use store"]);
    }

    #[test]
    fn a_package_without_a_place_is_found() {
        let found = against_the_arrow(&[package("crates/helpers", &[])]);
        assert_eq!(found, ["crates/helpers has no place in the arrow"]);
    }

    #[test]
    fn a_library_out_of_place_is_found() {
        let right = [
            package("crates/store", &["rusqlite"]),
            package("crates/letters", &["printpdf"]),
            package("", &["tauri", "tauri-build"]),
            package("tests", &["rusqlite"]),
        ];
        assert!(libraries_out_of_place(&right).is_empty());
        let wrong = [
            package("crates/desk", &["rusqlite"]),
            package("tests", &["printpdf"]),
            package("crates/foi", &["tauri-plugin-dialog"]),
        ];
        assert_eq!(
            libraries_out_of_place(&wrong),
            [
                "desk may not depend on rusqlite",
                "tests may not depend on printpdf",
                "foi may not depend on tauri-plugin-dialog",
            ]
        );
    }

    #[test]
    fn a_name_out_of_place_is_found() {
        let source = |path: &str, text: &str| Source { path: path.into(), text: text.into() };
        let found = names_out_of_place(&[
            source("crates/store/src/lib.rs", "use rusqlite::Connection;\n"),
            source("crates/desk/src/lib.rs", "//! Not rusqlite::Connection.\nuse store::Store;\n"),
            source("crates/desk/src/open.rs", "\nfn open(c: &rusqlite::Connection) {}\n"),
            source("src-tauri/src/main.rs", "use tauri::Builder;\n"),
        ]);
        assert_eq!(found, ["crates/desk/src/open.rs:2 names rusqlite"]);
    }

    #[test]
    fn impurity_is_found() {
        assert!(impure(&[package("crates/law", &["chrono"])]).is_empty());
        assert_eq!(impure(&[package("crates/law", &["serde"])]), ["law may not depend on serde"]);
        let chrono = |features: &[&str]| Dependency {
            name: "chrono".into(),
            features: features.iter().map(|feature| (*feature).to_owned()).collect(),
            ..Dependency::default()
        };
        let casework = Package {
            name: "casework".into(),
            dependencies: vec![chrono(&["std", "serde", "clock"])],
            ..Package::default()
        };
        assert_eq!(
            impure(&[casework]),
            ["casework may not use chrono's serde", "casework may not use chrono's clock"]
        );
    }
}
