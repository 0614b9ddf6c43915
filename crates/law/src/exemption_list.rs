//! The exemptions of a law as a list: each section, and each limb as an entry of its own, with what
//! follows from relying on it, its twin in the sister law, and what to look at in a refusal.

use crate::{
    exemption::{Ground, unit_word},
    exemption_table::{
        challenges::challenges,
        limbs::{limbs, words_read_at},
        sections,
        twins::twin_of,
    },
    regime::Regime,
};

/// A section, or one limb of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedGround {
    /// What a refusal cites.
    pub ground: Ground,
    /// What it covers, in our own short words.
    pub words: &'static str,
    /// Whether this is a limb, and not a whole section.
    pub is_limb: bool,
}

/// Every section on which a refusal can rest, each followed by its limbs.
#[must_use]
pub fn listed(regime: Regime) -> Vec<ListedGround> {
    let mut found = Vec::new();
    for section in sections(regime) {
        let of_entries = section.entries.iter().map(|entry| (entry.limbs, entry.title));
        let of_limbs = limbs(regime)
            .iter()
            .filter(|limb| limb.number == section.number)
            .map(|limb| (limb.limbs, limb.words));
        let mut codes: Vec<(String, &'static str)> = if regime.is_environmental() {
            of_entries.map(|(limbs, words)| (limbs.to_owned(), words)).collect()
        } else {
            let whole = of_entries.filter(|(limbs, _)| limbs.is_empty());
            whole.chain(of_limbs).map(|(limbs, words)| (limbs.to_owned(), words)).collect()
        };
        for deny in section.deny_limbs.iter().map(|limb| format!("({limb})")) {
            if !codes.iter().any(|(limbs, _)| *limbs == deny) {
                codes.push((deny, DENYING));
            }
        }
        for (limbs, words) in codes {
            let code = format!("{}{limbs}", section.number);
            if let Ok(ground) = Ground::parse(regime, &code) {
                found.push(ListedGround { ground, words, is_limb: !limbs.is_empty() });
            }
        }
    }
    found
}

/// What a limb covers in which the duty to confirm or deny falls away.
const DENYING: &str = "neither confirming nor denying";

impl Ground {
    /// What the most exact limb that the list knows covers; the section's title where no limb is
    /// cited.
    #[must_use]
    pub fn words(&self) -> &'static str {
        let cited = self.limbs();
        let limb = limbs(self.regime())
            .iter()
            .filter(|limb| limb.number == self.section() && cited.starts_with(limb.limbs))
            .max_by_key(|limb| limb.limbs.len());
        match limb {
            Some(limb) => limb.words,
            None if self.neither_confirms_nor_denies() => DENYING,
            None => self.title(),
        }
    }

    /// Whether the section has limbs of which a refusal must choose one, and not only a subsection
    /// (1) that says it all.
    #[must_use]
    pub fn has_limbs(&self) -> bool {
        let is_choice =
            |ground: &ListedGround| ground.is_limb && !ground.ground.neither_confirms_nor_denies();
        listed(self.regime())
            .iter()
            .filter(|listed| listed.ground.section() == self.section() && is_choice(listed))
            .count()
            > 1
    }

    /// Where the words of the section's limbs were read; nothing where they were not, so that they
    /// are unconfirmed.
    #[must_use]
    pub fn read_at(&self) -> Option<&'static str> {
        words_read_at(self.regime(), self.section())
    }

    /// The twin in the sister law: "section 35(1)(a), Freedom of Information (Scotland) Act 2002".
    /// Unconfirmed, save that the limbs of 31(1) and 35(1) are alike.
    #[must_use]
    pub fn twin(&self) -> Option<(Regime, String)> {
        twin_of(self.regime(), &self.code())
    }

    /// The provision by which the authority may neither confirm nor deny where it relies on this
    /// section. Under the Scottish Act that is section 18, which names the sections that it can be
    /// used with (28 to 35, 38, 39(1) and 41: itspublicknowledge.info, and asp 2013/2 for 38).
    #[must_use]
    pub fn denied_by(&self) -> Option<String> {
        match self.regime() {
            Regime::Foisa => {
                let number: u8 = self.section().parse().unwrap_or_default();
                let is_listed = matches!(number, 28..=35 | 38 | 41)
                    || number == 39 && !self.limbs().starts_with("(2)");
                is_listed.then(|| "section 18".to_owned())
            }
            Regime::Eir if self.section() == "12" => {
                let is_public_safety = self.limbs().is_empty()
                    || self.limbs().starts_with("(5)(a)")
                    || self.neither_confirms_nor_denies();
                is_public_safety.then(|| "regulation 12(6)".to_owned())
            }
            Regime::Eisr if self.section() == "10" => Some("regulation 10(8)".to_owned()),
            Regime::Foia | Regime::Eir | Regime::Eisr => {
                let denying = self.deny_limbs();
                let unit = unit_word(self.regime());
                let cited: Vec<String> =
                    denying.iter().map(|limb| format!("{}({limb})", self.section())).collect();
                (!cited.is_empty()).then(|| format!("{unit} {}", cited.join(" or ")))
            }
        }
    }

    /// Questions to ask of a refusal that rests on this.
    #[must_use]
    pub fn challenges(&self) -> &'static [&'static str] {
        challenges(self.regime(), &self.code())
    }
}
