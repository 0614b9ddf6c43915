//! On what authority a rule stands, and how sure we are of it. Every date that the program shows
//! carries one of these, so that a person can tell the Act from a code, and a code from a habit.

use crate::coded;

coded! {
    /// What kind of authority a rule has.
    pub enum Basis {
        /// The Act itself.
        Statute = "statute", "statute";
        /// Regulations made under an Act.
        Regulation = "regulation", "regulations";
        /// The code of practice under section 45 of the Freedom of Information Act 2000, or under
        /// section 60 of the Scottish Act: good practice, which a Commissioner can recommend but
        /// a court does not enforce as a limit.
        CodeOfPractice = "code", "code of practice";
        /// What the regulator says that it does.
        RegulatorPolicy = "policy", "regulator's policy";
        /// A date of our own choosing, which binds nobody.
        Courtesy = "courtesy", "our own date";
    }
}

/// Where a rule is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Citation {
    /// The provision as a letter cites it: "section 10(1), Freedom of Information Act 2000".
    pub text: &'static str,
    /// What kind of authority it is.
    pub basis: Basis,
    /// Whether the words were read in the source named below. A rule that was not is shown as
    /// "unconfirmed" wherever it decides a date.
    pub confirmed: bool,
    /// Where it was read, or on whose word it is taken.
    pub source: &'static str,
    /// What the provision says, in our own short words.
    pub words: &'static str,
}

impl Citation {
    /// The provision, with what a reader must be warned of: that it is no limit of an Act, or that
    /// it is unconfirmed. "paragraph 5.3 of … (code of practice, unconfirmed)".
    #[must_use]
    pub fn cited(&self) -> String {
        let kind = match self.basis {
            Basis::Statute | Basis::Regulation => None,
            Basis::CodeOfPractice => Some("a code of practice, not a limit of the Act"),
            Basis::RegulatorPolicy => Some("the regulator's policy, not a limit of the Act"),
            Basis::Courtesy => Some("not a limit of the Act"),
        };
        let doubt = (!self.confirmed).then_some("unconfirmed");
        let warnings: Vec<&str> = kind.into_iter().chain(doubt).collect();
        if warnings.is_empty() {
            self.text.to_owned()
        } else {
            format!("{}: {}", self.text, warnings.join("; "))
        }
    }
}
