//! What a refusal rests on: an exemption with its limbs, the cost limit, or a request called
//! vexatious or repeated. A ground is only made by reading a citation, so that every ground in the
//! library names a section that exists in its Act and can be relied on.

use crate::{
    coded,
    coded::Coded,
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
                    "Section {section} of the {} is not one on which a refusal can rest.",
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
    /// Reads one citation: "31(1)(a)", "s.31(1)(a)", "S40(2)", "section 12(1)".
    ///
    /// # Errors
    ///
    /// When it is no citation, or names what is no ground of refusal under the Act.
    pub fn parse(regime: Regime, text: &str) -> Result<Self, GroundError> {
        let bare = without_act(regime, &without_prefix(text));
        if bare.is_empty() {
            return Err(GroundError::Empty);
        }
        let not_a_citation = || GroundError::NotACitation { written: text.trim().to_owned() };
        if bare.starts_with('(') {
            return Err(GroundError::LimbWithoutSection { written: text.trim().to_owned() });
        }
        let (number, limbs) = bare.split_at(bare.find('(').unwrap_or(bare.len()));
        let number = section_number(number).ok_or_else(not_a_citation)?;
        let limbs = limbs_of(limbs).ok_or_else(not_a_citation)?;
        Self::new(regime, &number, limbs)
    }

    /// Reads a field that cites one or several, parted by `;`, `,`, `&` or "and". A limb alone
    /// belongs to the section before it: "31(1)(a) and (b)" cites 31(1)(a) and 31(1)(b). Cited
    /// twice is cited once; the order is the writer's.
    ///
    /// # Errors
    ///
    /// When any of them cannot be read, or none is there.
    pub fn parse_all(regime: Regime, text: &str) -> Result<Vec<Self>, GroundError> {
        let mut grounds: Vec<Self> = Vec::new();
        let mut last: Option<Self> = None;
        for item in items(text) {
            let ground = match (&last, item.starts_with('(')) {
                (Some(before), true) => before.with_limb(&item)?,
                (Some(_) | None, _) => Self::parse(regime, &item)?,
            };
            if !grounds.contains(&ground) {
                grounds.push(ground.clone());
            }
            last = Some(ground);
        }
        if grounds.is_empty() { Err(GroundError::Empty) } else { Ok(grounds) }
    }

    fn new(regime: Regime, number: &str, limbs: Vec<String>) -> Result<Self, GroundError> {
        let section = sections(regime)
            .iter()
            .find(|section| section.number == number)
            .ok_or_else(|| GroundError::NotAGround { regime, section: number.to_owned() })?;
        Ok(Self { regime, section, limbs })
    }

    /// The same section with these limbs in the place of those of the same rank.
    fn with_limb(&self, written: &str) -> Result<Self, GroundError> {
        let fresh = limbs_of(written)
            .ok_or_else(|| GroundError::NotACitation { written: written.to_owned() })?;
        let Some(first) = fresh.first() else {
            return Err(GroundError::NotACitation { written: written.to_owned() });
        };
        let kept = if is_number(first) {
            0
        } else {
            let letters = self.limbs.iter().position(|limb| !is_number(limb));
            match letters {
                None => self.limbs.len(),
                Some(at) if self.limbs.len() > at + 1 && is_roman(first) => self.limbs.len() - 1,
                Some(at) => at,
            }
        };
        let limbs = self.limbs.iter().take(kept).cloned().chain(fresh).collect();
        Self::new(self.regime, self.section.number, limbs)
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

    /// As a letter cites it: "section 31(1)(a)".
    #[must_use]
    pub fn cite(&self) -> String {
        format!("section {}", self.code())
    }

    /// As a small label shows it: "s.31(1)(a)".
    #[must_use]
    pub fn tag(&self) -> String {
        format!("s.{}", self.code())
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

    /// What to look at again: the section has no such limb in our table. The letter is recorded as
    /// it stands, for a force may miscite; but a slip of the pen is more likely.
    #[must_use]
    pub fn doubt(&self) -> Option<String> {
        let first = self.limbs.first()?;
        let known = self.section.first_limbs;
        (!known.contains(&first.as_str())).then(|| {
            let known: Vec<String> = known.iter().map(|limb| format!("({limb})")).collect();
            format!(
                "Section {} of the {} has no ({first}); it has {}.",
                self.section.number,
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

impl Ground {
    fn key(&self) -> (Regime, &'static str, &[String]) {
        (self.regime, self.section.number, &self.limbs)
    }
}

/// The items of a field, without the words that part them.
fn items(text: &str) -> Vec<String> {
    text.split([';', ',', '&', '\n'])
        .flat_map(|part| {
            let words: Vec<&str> = part.split_whitespace().collect();
            words
                .split(|word| word.eq_ignore_ascii_case("and"))
                .map(|words| words.join(" "))
                .collect::<Vec<String>>()
        })
        .filter(|item| !item.is_empty())
        .collect()
}

/// The citation without "section", "sections", "s.", "ss." or "S" before it, and without spaces.
fn without_prefix(text: &str) -> String {
    let squeezed: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let lower = squeezed.to_ascii_lowercase();
    for prefix in ["sections", "section", "sect.", "sec.", "ss.", "ss", "s.", "s"] {
        if lower.starts_with(prefix) {
            return squeezed.chars().skip(prefix.len()).collect();
        }
    }
    squeezed
}

/// The citation without "of the Act", "FOIA" or the Act's title after it.
fn without_act(regime: Regime, squeezed: &str) -> String {
    let lower = squeezed.to_ascii_lowercase();
    let title: String = regime.act().to_ascii_lowercase().split(' ').collect();
    let cited = lower
        .strip_suffix("theact")
        .or_else(|| lower.strip_suffix(&title).map(|rest| rest.strip_suffix("the").unwrap_or(rest)))
        .or_else(|| lower.strip_suffix(regime.code()))
        .map(|rest| rest.strip_suffix("of").unwrap_or(rest))
        .unwrap_or(&lower);
    squeezed.get(..cited.len()).unwrap_or(squeezed).to_owned()
}

/// "22a" as "22A"; nothing if it is no section number.
fn section_number(text: &str) -> Option<String> {
    let letters = text.trim_start_matches(|character: char| character.is_ascii_digit());
    let digits = text.strip_suffix(letters)?;
    let plausible = !digits.is_empty()
        && digits.len() <= 3
        && letters.len() <= 2
        && letters.chars().all(|character| character.is_ascii_alphabetic());
    plausible.then(|| text.to_ascii_uppercase())
}

/// "(1)(A)" as ["1", "a"], "(5b)" as ["5B"]; nothing if the brackets or what is in them are wrong.
fn limbs_of(text: &str) -> Option<Vec<String>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let inside = text.strip_prefix('(')?.strip_suffix(')')?;
    inside.split(")(").map(limb).collect()
}

fn limb(text: &str) -> Option<String> {
    if text.starts_with(|character: char| character.is_ascii_digit()) {
        return section_number(text);
    }
    let plausible = (1..=4).contains(&text.len())
        && text.chars().all(|character| character.is_ascii_alphabetic());
    plausible.then(|| text.to_ascii_lowercase())
}

fn is_number(limb: &str) -> bool {
    limb.starts_with(|character: char| character.is_ascii_digit())
}

fn is_roman(limb: &str) -> bool {
    limb.chars().all(|character| matches!(character, 'i' | 'v' | 'x'))
}

#[cfg(test)]
mod tests;
