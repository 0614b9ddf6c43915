//! What each limb of a section says, in our own short words, and whether the words of the Act were
//! read. Kept apart from the sections, which say what follows from a limb.

mod foia;
mod foisa;

use crate::regime::Regime;

/// One limb of a section.
#[derive(Debug)]
pub(crate) struct Limb {
    /// The section's number.
    pub number: &'static str,
    /// The limb, with brackets: "(1)(a)".
    pub limbs: &'static str,
    /// What it covers.
    pub words: &'static str,
}

const fn limb(number: &'static str, limbs: &'static str, words: &'static str) -> Limb {
    Limb { number, limbs, words }
}

/// The limbs of the sections of an Act, in their order. The exceptions of the Regulations are whole
/// entries of their table, so that they need no words here.
pub(crate) fn limbs(regime: Regime) -> &'static [Limb] {
    match regime {
        Regime::Foia => foia::LIMBS,
        Regime::Foisa => foisa::LIMBS,
        Regime::Eir | Regime::Eisr => &[],
    }
}

/// Where the words of a section's limbs were read; nothing where they are generally known and were
/// not.
pub(crate) fn words_read_at(regime: Regime, number: &str) -> Option<&'static str> {
    match (regime, number) {
        (Regime::Foia, "30") => Some("legislation.gov.uk/ukpga/2000/36/section/30/2021-11-01"),
        (Regime::Foia, "31") => Some("dca.gov.uk/foi/guidance/exguide/sec31/chap01.htm"),
        (Regime::Foia, "36") => {
            Some("Ministry of Justice guidance on section 36, 14 May 2008: paperzz.com/doc/9419332")
        }
        (Regime::Foisa, "30") => Some("alexskene.com/foiwiki, FOISA Section 30 Exemption"),
        (Regime::Foisa, "35") => Some("foiwiki.com/foiwiki/index.php/FOISA_Section_35_Exemption"),
        (Regime::Eir, "12") => Some("legislation.gov.uk/uksi/2004/3391/regulation/12/made"),
        (Regime::Foia | Regime::Foisa | Regime::Eir | Regime::Eisr, _) => None,
    }
}
