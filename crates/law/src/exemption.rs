//! What a refusal rests on: an exemption with its limbs, the cost limit, or a request called
//! vexatious or repeated. A ground is only made by reading a citation, so that every ground in the
//! library names a section that exists in its Act and can be relied on.

mod read;

pub use read::CitationProblem;

use crate::{
    coded,
    exemption_table::{Entry, Section, sections},
    regime::Regime,
    wording,
};

coded! {
    /// What kind of ground a section gives. Only the last is an exemption: a refusal on cost or as
    /// vexatious or repeated has no public-interest test, and section 17(5) of the Act of 2000
    /// (section 16(4) and (5) of the Scottish Act) asks only for the fact to be stated.
    pub enum GroundKind {
        /// Section 12 of either Act.
        Cost = "cost", "cost limit";
        /// Section 14(1) of either Act.
        Vexatious = "vexatious", "vexatious";
        /// Section 14(2) of either Act.
        Repeated = "repeated", "repeated";
        /// Part II of the Act of 2000, Part 2 of the Scottish Act.
        Exemption = "exemption", "exemption";
    }
}

coded! {
    /// Whether the public interest must be weighed: section 2(2)(b) and 2(3) of the Act of 2000,
    /// section 2(1)(b) and 2(2) of the Scottish Act.
    pub enum PublicInterest {
        /// Absolute: it is not weighed.
        Absolute = "absolute", "absolute";
        /// Qualified: the authority must show that it favours withholding.
        Qualified = "qualified", "qualified";
        /// Absolute for part of what the section covers: the notice must show which.
        SometimesAbsolute = "sometimes-absolute", "absolute in part";
    }
}

coded! {
    /// Whether harm must be shown.
    pub enum Harm {
        /// The information is of a kind that is exempt, whatever would follow.
        Class = "class", "class";
        /// Disclosure must be shown to do harm, or to be likely to.
        Prejudice = "prejudice", "prejudice";
        /// One or the other, by the limb, and no limb was named.
        Either = "either", "class or prejudice";
    }
}

/// One provision on which a refusal rests. Its order is that of the Act.
#[derive(Debug, Clone)]
pub struct Ground {
    regime: Regime,
    section: &'static Section,
    limbs: Vec<String>,
}

/// Why a citation could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum GroundError {
    /// Nothing was cited.
    Empty,
    /// Not a section number with limbs in brackets.
    NotACitation {
        /// What was written.
        written: String,
    },
    /// A limb stands alone and there is no section before it that it could belong to.
    LimbWithoutSection {
        /// What was written.
        written: String,
    },
    /// The Act gives no ground of refusal in this section.
    NotAGround {
        /// Under which Act.
        regime: Regime,
        /// The section named.
        section: String,
    },
}

impl std::fmt::Display for GroundError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => f.write_str("No section is named. Write one, such as 31(1)(a)."),
            Self::NotACitation { written } => write!(
                f,
                "\"{written}\" is not understood. Write the section with its limbs in brackets, \
                 such as 31(1)(a), s.40(2) or section 12(1), and put a semicolon, a comma or \
                 \"and\" between several."
            ),
            Self::LimbWithoutSection { written } => write!(
                f,
                "\"{written}\" names no section. Write the section before its limbs, such as \
                 31(1)(a) and (b)."
            ),
            Self::NotAGround { regime, section } => {
                write!(
                    f,
                    "{} of the {} is not one on which a refusal can rest.",
                    unit_and_number(*regime, section),
                    regime.act()
                )?;
                if let Some(hint) = hint(*regime, section) {
                    write!(f, " {hint}")?;
                }
                let known: Vec<String> =
                    sections(*regime).iter().map(|section| section.number.to_owned()).collect();
                write!(f, " Those that can: {}.", wording::and_list(&known))
            }
        }
    }
}

impl std::error::Error for GroundError {}

/// What to do instead, for sections that letters name but that are no ground of refusal.
fn hint(regime: Regime, section: &str) -> Option<&'static str> {
    match (regime, section) {
        (Regime::Foia, "1") => Some("Where it says that nothing is held, record \"not held\"."),
        (Regime::Foia, "17") => {
            Some("It says what a refusal notice must contain: record the exemption that it names.")
        }
        (Regime::Foisa, "16") => {
            Some("It says what a refusal notice must contain: record the exemption that it names.")
        }
        (Regime::Foisa, "17") => {
            Some("It is notice that the information is not held: record \"not held\".")
        }
        (Regime::Foisa, "18") => Some(
            "It lets the authority neither confirm nor deny, and is read with an exemption: \
             record that one.",
        ),
        (Regime::Eir, "14") | (Regime::Eisr, "13") => {
            Some("It says what a refusal must contain: record the exception that it names.")
        }
        (Regime::Foia | Regime::Foisa | Regime::Eir | Regime::Eisr, _) => None,
    }
}

impl Ground {
    pub(crate) fn new(
        regime: Regime,
        number: &str,
        limbs: Vec<String>,
    ) -> Result<Self, GroundError> {
        let section = sections(regime)
            .iter()
            .find(|section| section.number == number)
            .ok_or_else(|| GroundError::NotAGround { regime, section: number.to_owned() })?;
        Ok(Self { regime, section, limbs })
    }

    /// The Act it stands in.
    #[must_use]
    pub fn regime(&self) -> Regime {
        self.regime
    }

    /// The section's number: "31", "22A".
    #[must_use]
    pub fn section(&self) -> &'static str {
        self.section.number
    }

    /// The limbs: "(1)(a)", or nothing.
    #[must_use]
    pub fn limbs(&self) -> String {
        self.limbs.iter().map(|limb| format!("({limb})")).collect()
    }

    /// The one form in which it is kept: "31(1)(a)". Reading it again gives the same ground.
    #[must_use]
    pub fn code(&self) -> String {
        format!("{}{}", self.section.number, self.limbs())
    }

    /// As a letter cites it: "section 31(1)(a)", "regulation 12(4)(b)".
    #[must_use]
    pub fn cite(&self) -> String {
        format!("{} {}", unit_word(self.regime), self.code())
    }

    /// As a small label shows it: "s.31(1)(a)", "reg.12(4)(b)".
    #[must_use]
    pub fn tag(&self) -> String {
        let unit = if self.regime.is_environmental() { "reg." } else { "s." };
        format!("{unit}{}", self.code())
    }

    /// What it is about: "law enforcement", "personal data of others".
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.entry().map_or("", |entry| entry.title)
    }

    /// What kind of ground it is.
    #[must_use]
    pub fn kind(&self) -> GroundKind {
        self.entry().map_or(GroundKind::Exemption, |entry| entry.kind)
    }

    /// Whether the public interest must be weighed; nothing for cost, vexatious and repeated.
    #[must_use]
    pub fn public_interest(&self) -> Option<PublicInterest> {
        self.entry().and_then(|entry| entry.public_interest)
    }

    /// Whether harm must be shown; nothing for cost, vexatious and repeated.
    #[must_use]
    pub fn harm(&self) -> Option<Harm> {
        self.entry().and_then(|entry| entry.harm)
    }

    /// Whether the limb cited is the one in which the duty to confirm or deny falls away: 31(3),
    /// 40(5B). Never so under the Scottish Act, where that is section 18.
    #[must_use]
    pub fn neither_confirms_nor_denies(&self) -> bool {
        self.limbs.first().is_some_and(|limb| self.section.deny_limbs.contains(&limb.as_str()))
    }

    /// The limbs of the section in which the duty to confirm or deny falls away.
    pub(crate) fn deny_limbs(&self) -> &'static [&'static str] {
        self.section.deny_limbs
    }

    /// What to look at again: the section has no such limb in our table. The letter is recorded as
    /// it stands, for a force may miscite; but a slip of the pen is more likely.
    #[must_use]
    pub fn doubt(&self) -> Option<String> {
        let first = self.limbs.first()?;
        let known = self.section.first_limbs;
        (!known.contains(&first.as_str())).then(|| {
            let known: Vec<String> = known.iter().map(|limb| format!("({limb})")).collect();
            format!(
                "{} of the {} has no ({first}); it has {}.",
                unit_and_number(self.regime, self.section.number),
                self.regime.act(),
                wording::and_list(&known)
            )
        })
    }

    /// The entry for the most exact limbs that the table knows.
    fn entry(&self) -> Option<&'static Entry> {
        let limbs = self.limbs();
        self.section
            .entries
            .iter()
            .filter(|entry| limbs.starts_with(entry.limbs))
            .max_by_key(|entry| entry.limbs.len())
    }
}

impl PartialEq for Ground {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Ground {}

impl PartialOrd for Ground {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ground {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl std::hash::Hash for Ground {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl std::fmt::Display for Ground {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.code())
    }
}

/// What the parts of a law are called: "section", "regulation".
pub(crate) fn unit_word(regime: Regime) -> &'static str {
    if regime.is_environmental() { "regulation" } else { "section" }
}

fn unit_and_number(regime: Regime, number: &str) -> String {
    let unit = if regime.is_environmental() { "Regulation" } else { "Section" };
    format!("{unit} {number}")
}

impl Ground {
    fn key(&self) -> (Regime, &'static str, &[String]) {
        (self.regime, self.section.number, &self.limbs)
    }
}

#[cfg(test)]
mod tests;
