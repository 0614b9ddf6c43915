//! What a force said to one question.

use law::coded;
use law::exemption::Ground;

coded! {
    /// The outcome of a question. One key each, on the board and when a reply is recorded.
    pub enum Outcome {
        /// Answered in full.
        Answered = "answered", "Answered";
        /// Some of it, or one period only.
        Partly = "partly", "Partly";
        /// Withheld under an exemption, on cost, or as vexatious or repeated.
        Refused = "refused", "Refused";
        /// The force says that it has no such information.
        NotHeld = "not_held", "Not held";
        /// The force will not say whether it holds it.
        NeitherConfirmedNorDenied = "ncnd", "Neither confirmed nor denied";
        /// Said to be published already (section 21 of the 2000 Act, 25 of the 2002 Act).
        Elsewhere = "elsewhere", "Available elsewhere";
        /// The reply is silent on it.
        NotAddressed = "not_addressed", "Not addressed";
        /// The question fell away: it leaves every denominator.
        NotApplicable = "not_applicable", "Not applicable";
        /// We no longer ask it: it leaves every denominator.
        Withdrawn = "withdrawn", "Withdrawn";
        /// No reply yet.
        Awaiting = "awaiting", "Awaiting";
    }
}

impl Outcome {
    /// The key that sets it, where it has one.
    pub fn key(self) -> Option<char> {
        match self {
            Self::Answered => Some('A'),
            Self::Partly => Some('P'),
            Self::Refused => Some('R'),
            Self::NotHeld => Some('H'),
            Self::NeitherConfirmedNorDenied => Some('D'),
            Self::Elsewhere => Some('E'),
            Self::NotAddressed => Some('N'),
            Self::NotApplicable => Some('X'),
            Self::Withdrawn | Self::Awaiting => None,
        }
    }

    /// Reads a code or a key letter, whatever its case.
    pub fn read(text: &str) -> Option<Self> {
        use law::Coded;
        let text = text.trim();
        let mut letters = text.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            return Self::ALL
                .iter()
                .copied()
                .find(|outcome| outcome.key() == Some(letter.to_ascii_uppercase()));
        }
        Self::from_code(&text.to_ascii_lowercase().replace([' ', '-'], "_"))
    }

    /// Whether the question still wants an answer after a reply.
    pub fn is_open(self) -> bool {
        match self {
            Self::Partly
            | Self::Refused
            | Self::NotHeld
            | Self::NeitherConfirmedNorDenied
            | Self::NotAddressed => true,
            Self::Answered
            | Self::Elsewhere
            | Self::NotApplicable
            | Self::Withdrawn
            | Self::Awaiting => false,
        }
    }

    /// Whether it counts as answered.
    pub fn is_answer(self) -> bool {
        matches!(self, Self::Answered | Self::Elsewhere)
    }

    /// Whether it stays in the denominator.
    pub fn is_counted(self) -> bool {
        !matches!(self, Self::NotApplicable | Self::Withdrawn)
    }

    /// Whether sections of the Act may stand beside it.
    pub fn may_carry_grounds(self) -> bool {
        matches!(
            self,
            Self::Partly | Self::Refused | Self::NeitherConfirmedNorDenied | Self::Elsewhere
        )
    }
}

/// What one reply said to one question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Answer {
    /// The outcome.
    pub outcome: Outcome,
    /// The sections relied on, with their limbs, in the order given.
    pub grounds: Vec<Ground>,
    /// A note kept with it.
    pub note: Option<String>,
}

impl Answer {
    /// Before any reply.
    pub fn awaiting() -> Self {
        Self { outcome: Outcome::Awaiting, grounds: Vec::new(), note: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_read_by_word_and_by_key() {
        assert_eq!(Outcome::read("R"), Some(Outcome::Refused));
        assert_eq!(Outcome::read(" Not held "), Some(Outcome::NotHeld));
        assert_eq!(Outcome::read("not-addressed"), Some(Outcome::NotAddressed));
        assert_eq!(Outcome::read("z"), None);
        assert_eq!(Outcome::read(""), None);
        assert_eq!(Outcome::read("maybe"), None);
    }

    #[test]
    fn no_two_outcomes_share_a_key() {
        use law::Coded;
        let mut keys: Vec<char> = Outcome::ALL.iter().filter_map(|outcome| outcome.key()).collect();
        assert_eq!(keys.len(), 8);
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 8);
    }

    #[test]
    fn sections_stand_beside_what_is_withheld_or_said_to_be_elsewhere() {
        use law::Coded;
        let with: Vec<Outcome> =
            Outcome::ALL.iter().copied().filter(|outcome| outcome.may_carry_grounds()).collect();
        let expected = [
            Outcome::Partly,
            Outcome::Refused,
            Outcome::NeitherConfirmedNorDenied,
            Outcome::Elsewhere,
        ];
        assert_eq!(with.len(), expected.len());
        assert!(expected.iter().all(|outcome| with.contains(outcome)));
    }
}
