//! An address as the envelope's window wants it: the FOI unit, the force, the town in capitals, the
//! postcode last, six lines at the most.

use casework::force::{Force, PostalAddress};

use crate::font::{Face, measure};
use crate::layout::sheet::{ADDRESS_LINES, ADDRESS_WIDTH};

/// The size in which an address is set.
const ADDRESS_SIZE_PT: f64 = 11.0;

/// The address of a force in posting form; empty where none is known.
///
/// Long lines are broken at a comma. Where six lines are not enough, what the post does not need is
/// left out in this order: the county beside the town, then the line that only names the FOI unit.
/// What still does not fit is left to the layout, which refuses it by name rather than overflow.
pub fn posting_address(force: &Force) -> Vec<String> {
    let Some(address) = &force.contact.address else { return Vec::new() };
    let with_county = lines(force, address, true, true);
    if with_county.len() <= ADDRESS_LINES {
        return with_county;
    }
    let without_county = lines(force, address, false, true);
    if without_county.len() <= ADDRESS_LINES {
        return without_county;
    }
    lines(force, address, false, false)
}

fn lines(force: &Force, address: &PostalAddress, county: bool, unit: bool) -> Vec<String> {
    let (street, town) = match address.lines.as_slice() {
        [street @ .., town] => (street, town.as_str()),
        [] => (&[][..], ""),
    };
    let names_unit = |line: &str| {
        let line = line.to_lowercase();
        [
            "freedom of information",
            "foi",
            "information",
            "disclosure",
            "data protection",
            "data office",
        ]
        .iter()
        .any(|word| line.contains(word))
    };
    let mut lines = Vec::new();
    if unit && !street.iter().any(|line| names_unit(line)) {
        lines.push("Freedom of Information Unit".to_owned());
    }
    let names_force = |line: &str| {
        let line = line.to_lowercase();
        line.contains(&force.short_name.to_lowercase()) || line.contains(&force.name.to_lowercase())
    };
    if !street.iter().any(|line| names_force(line)) {
        lines.push(force.name.clone());
    }
    lines.extend(street.iter().flat_map(|line| broken(line)));
    let (town, rest) = match town.split_once(", ") {
        Some((town, rest)) => (town, Some(rest)),
        None => (town, None),
    };
    if !town.is_empty() {
        lines.push(town.to_uppercase());
    }
    lines.extend(rest.filter(|_| county).map(str::to_owned));
    lines.push(address.postcode.clone());
    lines
}

/// A line that is wider than the window, broken at the last comma that lets it fit.
fn broken(line: &str) -> Vec<String> {
    let fits = |text: &str| measure(text, Face::Regular, ADDRESS_SIZE_PT) <= ADDRESS_WIDTH;
    if fits(line) {
        return vec![line.to_owned()];
    }
    let cut = line.match_indices(", ").map(|(at, _)| at).filter(|at| fits(&line[..*at])).last();
    match cut {
        Some(at) => {
            let mut lines = vec![line[..at].to_owned()];
            lines.extend(broken(&line[at + 2..]));
            lines
        }
        None => vec![line.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::force::{Contact, ForceKind};
    use casework::id::ForceId;

    fn force(name: &str, short_name: &str, lines: &[&str], postcode: &str) -> Force {
        Force {
            id: ForceId(1),
            code: "test".into(),
            name: name.into(),
            short_name: short_name.into(),
            welsh_name: None,
            nation: "England".into(),
            regime: Some(law::Regime::Foia),
            kind: ForceKind::TerritorialPolice,
            legal_authority: None,
            website: None,
            contact: Contact {
                address: Some(PostalAddress {
                    lines: lines.iter().map(|line| (*line).to_owned()).collect(),
                    postcode: postcode.into(),
                }),
                ..Contact::default()
            },
            source: String::new(),
            confidence: String::new(),
            built_in: true,
        }
    }

    #[test]
    fn a_headquarters_address_gains_the_unit_and_the_force() {
        let force = force(
            "Devon and Cornwall Police",
            "Devon & Cornwall",
            &["Police Headquarters", "Middlemoor", "Exeter"],
            "EX2 7HQ",
        );
        assert_eq!(
            posting_address(&force),
            [
                "Freedom of Information Unit",
                "Devon and Cornwall Police",
                "Police Headquarters",
                "Middlemoor",
                "EXETER",
                "EX2 7HQ"
            ]
        );
    }

    #[test]
    fn the_county_goes_first_when_six_lines_are_not_enough() {
        let force = force(
            "Cheshire Constabulary",
            "Cheshire",
            &[
                "Freedom of Information Officer",
                "Cheshire Constabulary HQ, Clemonds Hey",
                "Oakmere Road",
                "Headquarters Lane",
                "Winsford, Cheshire",
            ],
            "CW7 2UA",
        );
        let lines = posting_address(&force);
        assert_eq!(lines.len(), 6, "{lines:?}");
        assert_eq!(lines[4], "WINSFORD");
    }

    #[test]
    fn a_line_too_wide_for_the_window_is_broken_at_a_comma() {
        let lines = broken("Freedom of Information, Information Compliance & Disclosure Section");
        assert_eq!(
            lines,
            ["Freedom of Information", "Information Compliance & Disclosure Section"]
        );
    }

    #[test]
    fn no_address_gives_no_lines() {
        let mut force = force("Essex Police", "Essex", &[], "CM2 6DA");
        force.contact.address = None;
        assert!(posting_address(&force).is_empty());
    }
}
