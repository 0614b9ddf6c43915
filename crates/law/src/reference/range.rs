//! What a range implies: "31(1)(a) to (d)" names (b) and (c) too.

use super::{limb::is_roman, scan::Item};
use crate::{exemption_table::sections, regime::Regime};

/// What lies between the two ends of a range, the ends left out.
pub(super) fn between(regime: Regime, first: &Item, last: &Item) -> Vec<Item> {
    let implied = |number: String, limbs: Vec<String>| Item {
        range: last.range.clone(),
        number,
        limbs,
        through: false,
    };
    if first.number != last.number {
        if !first.limbs.is_empty() || !last.limbs.is_empty() {
            return Vec::new();
        }
        let numbers: Vec<&str> = sections(regime).iter().map(|section| section.number).collect();
        let place = |wanted: &str| numbers.iter().position(|number| *number == wanted);
        let (Some(from), Some(to)) = (place(&first.number), place(&last.number)) else {
            return Vec::new();
        };
        return numbers
            .get(from + 1..to)
            .unwrap_or_default()
            .iter()
            .map(|number| implied((*number).to_owned(), Vec::new()))
            .collect();
    }
    let (Some((end, stem)), Some((start, _))) = (last.limbs.split_last(), first.limbs.split_last())
    else {
        return Vec::new();
    };
    if first.limbs.len() != last.limbs.len() {
        return Vec::new();
    }
    let is_below_letter =
        stem.iter().any(|limb| limb.starts_with(|c: char| c.is_ascii_lowercase()));
    steps(start, end, is_below_letter)
        .into_iter()
        .map(|limb| implied(last.number.clone(), stem.iter().cloned().chain([limb]).collect()))
        .collect()
}

/// The limbs strictly between two of one kind.
fn steps(start: &str, end: &str, is_below_letter: bool) -> Vec<String> {
    const ROMAN: [&str; 12] =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    if let (Ok(from), Ok(to)) = (start.parse::<u8>(), end.parse::<u8>()) {
        return (from.saturating_add(1)..to).map(|number| number.to_string()).collect();
    }
    let roman = |limb: &str| ROMAN.iter().position(|numeral| *numeral == limb);
    if is_below_letter
        && is_roman(start)
        && let (Some(from), Some(to)) = (roman(start), roman(end))
    {
        return ROMAN
            .get(from + 1..to)
            .unwrap_or_default()
            .iter()
            .map(|r| (*r).to_owned())
            .collect();
    }
    match (start.as_bytes(), end.as_bytes()) {
        ([from @ b'a'..=b'z'], [to @ b'a'..=b'z']) => {
            (from + 1..*to).map(|letter| char::from(letter).to_string()).collect()
        }
        _ => Vec::new(),
    }
}
