//! What a refusal rests on.

use std::collections::BTreeSet;

use law::{Coded, Ground, Regime};

use crate::table::rows;

#[test]
fn each_ground_is_what_its_source_says() {
    for row in rows("grounds.csv") {
        let ground = Ground::parse(row.regime(), row.get("ground"))
            .unwrap_or_else(|error| panic!("{}: {error}", row.place));
        let code = |code: Option<&'static str>| code.unwrap_or_default();
        assert_eq!(ground.code(), row.get("ground"), "{}", row.place);
        assert_eq!(ground.kind().code(), row.get("kind"), "{}", row.place);
        let test = ground.public_interest().map(Coded::code);
        assert_eq!(code(test), row.get("public_interest"), "{}", row.place);
        assert_eq!(code(ground.harm().map(Coded::code)), row.get("harm"), "{}", row.place);
    }
}

/// Sections 12 and 14 and every section of Part II, Part 2: none is forgotten, none is added.
#[test]
fn the_table_names_every_section_that_can_be_cited() {
    for regime in Regime::ALL {
        let tabled: BTreeSet<&'static str> = rows("grounds.csv")
            .iter()
            .filter(|row| row.regime() == *regime)
            .filter_map(|row| Ground::parse(*regime, row.get("ground")).ok())
            .map(|ground| ground.section())
            .collect();
        let citable: BTreeSet<&'static str> = (1..100)
            .flat_map(|number| ["", "A", "B"].map(|letter| format!("{number}{letter}")))
            .filter_map(|written| Ground::parse(*regime, &written).ok())
            .map(|ground| ground.section())
            .collect();
        assert_eq!(citable, tabled, "{regime}");
    }
}

#[test]
fn each_citation_reads_as_its_source_says() {
    for row in rows("citations.csv") {
        let read = match Ground::parse_all(row.regime(), row.get("written")) {
            Ok(grounds) => grounds.iter().map(Ground::code).collect::<Vec<String>>().join(" "),
            Err(error) => {
                assert!(error.to_string().len() > 20, "{}: says too little", row.place);
                "refused".to_owned()
            }
        };
        assert_eq!(read, row.get("codes"), "{}: {}", row.place, row.get("source"));
    }
}
