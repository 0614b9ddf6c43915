//! The register of forces: who can be written to, where, and how far the entry is to be trusted.

use std::collections::BTreeMap;

use crate::problem::{Problem, Problems};
use crate::table::{Column, Row, Separator, Table};

const ADDRESS_LINES: [&str; 4] =
    ["address_line_1", "address_line_2", "address_line_3", "address_line_4"];

const COLUMNS: [Column; 18] = [
    Column::Needed("id"),
    Column::Needed("name"),
    Column::Needed("short_name"),
    Column::Needed("legal_authority"),
    Column::Needed("nation"),
    Column::Needed("regime"),
    Column::Needed("kind"),
    Column::Needed("website"),
    Column::Needed("foi_email"),
    Column::Needed(ADDRESS_LINES[0]),
    Column::Needed(ADDRESS_LINES[1]),
    Column::Needed(ADDRESS_LINES[2]),
    Column::Needed(ADDRESS_LINES[3]),
    Column::Needed("postcode"),
    Column::Needed("police_uk_id"),
    Column::Needed("welsh_name"),
    Column::Needed("source"),
    Column::Needed("confidence"),
];

/// The Acts under which a request for information is made; `none` where neither reaches the body.
const REGIMES: [&str; 2] = ["FOIA", "FOISA"];

/// One public authority of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForceRow {
    /// The line the row begins on.
    pub line: u64,
    /// A short name for files and the command line: small letters, digits and hyphens.
    pub id: String,
    /// Its name in full.
    pub name: String,
    /// Its name where space is short.
    pub short_name: String,
    /// Who the authority is in law, where a source says so: a complaint names this office.
    pub legal_authority: Option<String>,
    /// The part of the United Kingdom that it serves.
    pub nation: String,
    /// `FOIA` or `FOISA`; none for a body that neither Act reaches.
    pub regime: Option<String>,
    /// What kind of authority it is: `territorial police`, `special police` and others.
    pub kind: String,
    /// Its website.
    pub website: Option<String>,
    /// The address for requests by e-mail.
    pub foi_email: Option<String>,
    /// The postal address without the name and the postcode; only lines that have words.
    pub address_lines: Vec<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// Its name in the open data of the police.
    pub police_uk_id: Option<String>,
    /// Its Welsh name.
    pub welsh_name: Option<String>,
    /// Where the entry comes from.
    pub source: Option<String>,
    /// How far it is to be trusted, and what is to be confirmed before posting.
    pub confidence: Option<String>,
}

/// Reads a register: a table that names all eighteen columns.
pub fn read_register(bytes: impl AsRef<[u8]>) -> Result<Vec<ForceRow>, Vec<Problem>> {
    let table = Table::read(bytes.as_ref(), &COLUMNS, Separator::Comma)?;
    let mut problems = Problems::default();
    let mut forces = Vec::new();
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    for row in table.rows() {
        if let Some(id) = row.written("id") {
            if let Some(first) = lines.get(&id) {
                problems.push(row.problem(
                    "id",
                    format!("the id “{id}” stands here again; line {first} has it already"),
                    "Give each authority an id of its own",
                ));
            }
            lines.entry(id).or_insert(row.line);
        }
        forces.extend(force(row, &mut problems));
    }
    problems.finish(forces)
}

fn force(row: Row<'_>, problems: &mut Problems) -> Option<ForceRow> {
    let id = id(row, problems);
    let name = row.needed("name", problems);
    let short_name = row.needed("short_name", problems);
    let nation = row.needed("nation", problems);
    let kind = row.needed("kind", problems);
    let regime = regime(row, problems);
    check_contact(row, problems);
    Some(ForceRow {
        line: row.line,
        id: id?,
        name: name?,
        short_name: short_name?,
        legal_authority: row.written("legal_authority"),
        nation: nation?,
        regime: regime?,
        kind: kind?,
        website: row.written("website"),
        foi_email: row.written("foi_email"),
        address_lines: ADDRESS_LINES.iter().filter_map(|name| row.written(name)).collect(),
        postcode: row.written("postcode"),
        police_uk_id: row.written("police_uk_id"),
        welsh_name: row.written("welsh_name"),
        source: row.written("source"),
        confidence: row.written("confidence"),
    })
}

fn id(row: Row<'_>, problems: &mut Problems) -> Option<String> {
    let id = row.needed("id", problems)?;
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if id.bytes().all(plain) {
        return Some(id);
    }
    problems.push(row.problem(
        "id",
        format!("the id “{id}” has other characters than small letters, digits and hyphens"),
        "Write it like devon-and-cornwall",
    ));
    None
}

/// The outer option is whether the cell was understood, the inner one whether an Act applies.
fn regime(row: Row<'_>, problems: &mut Problems) -> Option<Option<String>> {
    let regime = row.needed("regime", problems)?;
    if regime == "none" {
        return Some(None);
    }
    if REGIMES.contains(&regime.as_str()) {
        return Some(Some(regime));
    }
    problems.push(row.problem(
        "regime",
        format!("“{regime}” is not a regime"),
        "Write FOIA, FOISA (a Scottish public authority) or none (neither Act reaches it)",
    ));
    None
}

fn check_contact(row: Row<'_>, problems: &mut Problems) {
    for name in ADDRESS_LINES.into_iter().chain(["name", "postcode"]) {
        if row.cell(name).contains('\n') {
            problems.push(row.problem(
                name,
                "this cell holds more than one line",
                "Put each line of the address into a column of its own",
            ));
        }
    }
    if let Some(email) = row.written("foi_email") {
        let mut sides = email.split('@');
        let two = matches!(
            (sides.next(), sides.next(), sides.next()),
            (Some(name), Some(host), None) if !name.is_empty() && host.contains('.')
        );
        if !two || email.contains(char::is_whitespace) {
            problems.push(row.problem(
                "foi_email",
                format!("“{email}” is not one e-mail address"),
                "Write one address, such as foi@force.police.uk, or leave the cell empty",
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT_IN: &[u8] = include_bytes!("../../desk/data/forces.csv");
    const HEADER: &str = "id,name,short_name,legal_authority,nation,regime,kind,website,foi_email,\
        address_line_1,address_line_2,address_line_3,address_line_4,postcode,police_uk_id,\
        welsh_name,source,confidence";

    fn one(rows: &str, line: u64, field: &str, words: &str) {
        let found = read_register(format!("{HEADER}\n{rows}")).unwrap_err();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].line, line, "{found:?}");
        assert_eq!(found[0].field.as_deref(), Some(field), "{found:?}");
        assert!(found[0].message.contains(words), "{found:?}");
    }

    #[test]
    fn the_built_in_register_has_48_police_forces_and_12_others() {
        let forces = read_register(BUILT_IN).unwrap();
        let of = |kind: &str| forces.iter().filter(|force| force.kind == kind).count();
        assert_eq!((of("territorial police"), of("special police")), (45, 3));
        assert_eq!(forces.len(), 60);
        let outside: Vec<&str> = forces
            .iter()
            .filter(|force| force.regime.is_none())
            .map(|force| force.id.as_str())
            .collect();
        assert_eq!(outside, ["nca"], "the one body that neither Act reaches");
    }

    #[test]
    fn every_police_force_has_an_address_its_authority_in_law_and_a_source() {
        for force in read_register(BUILT_IN).unwrap() {
            if !["territorial police", "special police"].contains(&force.kind.as_str()) {
                continue;
            }
            assert!(force.legal_authority.is_some(), "{}", force.id);
            assert!(force.address_lines.len() >= 2, "{}", force.id);
            assert!(force.postcode.is_some(), "{}", force.id);
            assert!(force.source.is_some() && force.confidence.is_some(), "{}", force.id);
            for line in &force.address_lines {
                let fits = line.chars().count() <= 45;
                assert!(fits && *line != force.name, "{}: {line}", force.id);
            }
            let scottish = force.regime.as_deref() == Some("FOISA");
            assert_eq!(scottish, force.nation == "Scotland", "{}", force.id);
        }
    }

    #[test]
    fn empty_cells_are_none_and_empty_lines_are_left_out() {
        let forces =
            read_register(format!("{HEADER}\nx-1,Name,N,,Wales,none,other,,,One,,Two,,,,Enw,,\n"))
                .unwrap();
        let force = &forces[0];
        assert_eq!((force.line, force.regime.as_ref()), (2, None));
        assert_eq!(force.address_lines, ["One", "Two"]);
        assert_eq!((&force.postcode, &force.legal_authority), (&None, &None));
        assert_eq!(force.welsh_name.as_deref(), Some("Enw"));
    }

    #[test]
    fn refusals_name_their_line_and_column() {
        let good = "a,Name,N,,Wales,FOIA,k,,,,,,,,,,,";
        one(&format!("{good}\nb,B,B,,Wales,FOIA,k\n{good}"), 4, "id", "line 2 has it already");
        one("a,Name,N,,Wales,foia,k", 2, "regime", "“foia” is not a regime");
        one("a,Name,N,,Wales,,k", 2, "regime", "there is no regime");
        one("A b,Name,N,,Wales,FOIA,k", 2, "id", "small letters");
        one(",Name,N,,Wales,FOIA,k", 2, "id", "there is no id");
        one("a,,N,,Wales,FOIA,k", 2, "name", "there is no name");
        one("a,Name,N,,Wales,FOIA,k,,foi at force", 2, "foi_email", "not one e-mail address");
        one("a,Name,N,,Wales,FOIA,k,,a@b.uk;c@d.uk", 2, "foi_email", "not one e-mail address");
        one("a,Name,N,,Wales,FOIA,k,,,\"x\ny\"", 2, "address_line_1", "more than one line");
        let missing =
            read_register(format!("{}\n{good}", HEADER.replace(",regime", ""))).unwrap_err();
        assert!(missing.iter().any(
            |problem| problem.line == 1 && problem.message == "the column “regime” is missing"
        ));
    }
}
