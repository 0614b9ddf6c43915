//! The ranks of limbs: a number in brackets, a letter below it, a small roman numeral below that; and
//! so which of two limbs stands beside the other and which below it.

pub(super) fn is_number(limb: &str) -> bool {
    limb.starts_with(|c: char| c.is_ascii_digit())
}

pub(super) fn is_roman(limb: &str) -> bool {
    limb.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

/// "1", "5B", "a", "aa", "iii" as they are kept; nothing for a word that happens to be in brackets.
pub(super) fn plausible_limb(text: &str) -> Option<String> {
    let letters = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - letters.len();
    if digits > 0 {
        return (digits <= 2 && letters.len() <= 1).then(|| text.to_ascii_uppercase());
    }
    let small = text.to_ascii_lowercase();
    let is_limb = match small.len() {
        1 => true,
        2 => is_roman(&small) || matches!(small.as_str(), "aa" | "ab" | "ac" | "ad"),
        3 | 4 => is_roman(&small),
        _ => false,
    };
    is_limb.then_some(small)
}

/// The limbs of an item of its own, where this limb stands beside the last and not below it.
pub(super) fn beside(limbs: &[String], limb: &str) -> Option<Vec<String>> {
    let last = limbs.last()?;
    if is_number(limb) {
        return Some(vec![limb.to_owned()]);
    }
    if is_number(last) {
        return None;
    }
    let letter = limbs.iter().position(|limb| !is_number(limb))?;
    let is_below_letter = limbs.len() > letter + 1;
    let kept = match (is_below_letter, is_roman(limb)) {
        (false, true) => return None,
        (true, true) => limbs.len() - 1,
        (_, false) => letter,
    };
    Some(limbs.iter().take(kept).cloned().chain([limb.to_owned()]).collect())
}

/// How many limbs stay where this one is put in the place of the one of its rank.
pub(super) fn kept_before(limbs: &[String], limb: &str) -> usize {
    if is_number(limb) {
        return 0;
    }
    match limbs.iter().position(|limb| !is_number(limb)) {
        None => limbs.len(),
        Some(at) if limbs.len() > at + 1 && is_roman(limb) => limbs.len() - 1,
        Some(at) => at,
    }
}
