//! The provision of the sister law: the Scottish one for each of ours, and the other way. The two
//! Acts number their exemptions differently, so that "section 30" of one is not that of the other.

use crate::regime::Regime;

/// A provision and its twin; below `alike`, the limbs have the same letters in both.
struct Twin {
    rest_of_uk: &'static str,
    scotland: &'static str,
    alike: Limbs,
}

/// Whether what is below a pair is lettered alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Limbs {
    Alike,
    Unlike,
}

const fn twin(rest_of_uk: &'static str, scotland: &'static str, alike: Limbs) -> Twin {
    Twin { rest_of_uk, scotland, alike }
}

static ACTS: &[Twin] = &[
    twin("12", "12", Limbs::Unlike),
    twin("14", "14", Limbs::Alike),
    twin("21", "25", Limbs::Unlike),
    twin("22", "27(1)", Limbs::Unlike),
    twin("22A", "27(2)", Limbs::Unlike),
    twin("24", "31(1)", Limbs::Unlike),
    twin("26", "31(4)", Limbs::Unlike),
    twin("27", "32", Limbs::Unlike),
    twin("28", "28", Limbs::Unlike),
    twin("29", "33(2)", Limbs::Unlike),
    twin("30", "34", Limbs::Unlike),
    twin("31", "35", Limbs::Unlike),
    twin("31(1)", "35(1)", Limbs::Alike),
    twin("31(2)", "35(2)", Limbs::Alike),
    twin("32", "37", Limbs::Unlike),
    twin("33", "40", Limbs::Unlike),
    twin("35", "29", Limbs::Unlike),
    twin("36", "30", Limbs::Unlike),
    twin("36(2)(b)", "30(b)", Limbs::Alike),
    twin("36(2)(c)", "30(c)", Limbs::Alike),
    twin("37", "41", Limbs::Unlike),
    twin("38", "39(1)", Limbs::Unlike),
    twin("39", "39(2)", Limbs::Unlike),
    twin("40", "38", Limbs::Unlike),
    twin("40(1)", "38(1)(a)", Limbs::Unlike),
    twin("40(2)", "38(1)(b)", Limbs::Unlike),
    twin("41", "36(2)", Limbs::Unlike),
    twin("42", "36(1)", Limbs::Unlike),
    twin("43", "33(1)", Limbs::Unlike),
    twin("43(1)", "33(1)(a)", Limbs::Unlike),
    twin("43(2)", "33(1)(b)", Limbs::Unlike),
    twin("44", "26", Limbs::Unlike),
];

static REGULATIONS: &[Twin] = &[
    twin("12", "10", Limbs::Unlike),
    twin("12(4)", "10(4)", Limbs::Alike),
    twin("12(5)", "10(5)", Limbs::Alike),
    twin("12(6)", "10(8)", Limbs::Unlike),
    twin("13", "11", Limbs::Unlike),
];

/// The twin of a provision ("31(1)(a)") with the law that it stands in; nothing where the sister law
/// has none, as for section 23.
pub(crate) fn twin_of(regime: Regime, code: &str) -> Option<(Regime, String)> {
    let pairs = if regime.is_environmental() { REGULATIONS } else { ACTS };
    let sides = |twin: &Twin| {
        if regime.is_scottish() {
            (twin.scotland, twin.rest_of_uk)
        } else {
            (twin.rest_of_uk, twin.scotland)
        }
    };
    let (ours, theirs, alike) = pairs
        .iter()
        .map(|twin| {
            let (ours, theirs) = sides(twin);
            (ours, theirs, twin.alike)
        })
        .filter(|(ours, ..)| {
            code.strip_prefix(ours).is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
        })
        .max_by_key(|(ours, ..)| ours.len())?;
    let below = code.strip_prefix(ours).filter(|_| alike == Limbs::Alike).unwrap_or_default();
    Some((sister(regime), format!("{theirs}{below}")))
}

/// The law of the other jurisdiction that gives the same right.
fn sister(regime: Regime) -> Regime {
    match regime {
        Regime::Foia => Regime::Foisa,
        Regime::Foisa => Regime::Foia,
        Regime::Eir => Regime::Eisr,
        Regime::Eisr => Regime::Eir,
    }
}
