//! The public authority written to.

use chrono::NaiveDate;
use law::coded;
use law::regime::Regime;

use crate::id::ForceId;
use crate::refusal::Refusal;

coded! {
    /// What sort of body it is. The 48 police forces are the first two.
    pub enum ForceKind {
        /// One of the 45 forces that police a territory.
        TerritorialPolice = "territorial-police", "territorial police";
        /// British Transport Police, Civil Nuclear Constabulary, Ministry of Defence Police.
        SpecialPolice = "special-police", "special police";
        /// Oversight and national bodies.
        OversightBody = "oversight-body", "oversight or national body";
        /// A department of government.
        GovernmentDepartment = "government-department", "government department";
        /// A prosecution service.
        ProsecutionService = "prosecution-service", "prosecution service";
        /// Named in the register so that nobody writes to it by mistake.
        NotSubject = "not-subject", "not subject to the Act";
    }
}

impl ForceKind {
    /// Whether it is one of the police forces that a campaign goes to when nothing else is said.
    pub fn is_police(self) -> bool {
        match self {
            Self::TerritorialPolice | Self::SpecialPolice => true,
            Self::OversightBody
            | Self::GovernmentDepartment
            | Self::ProsecutionService
            | Self::NotSubject => false,
        }
    }
}

/// A force as the register has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Force {
    /// Its row.
    pub id: ForceId,
    /// Its name on the command line and in files: `devon-and-cornwall`.
    pub code: String,
    /// The full name, as letters give it.
    pub name: String,
    /// The name in lists.
    pub short_name: String,
    /// The name in Welsh, where it has one.
    pub welsh_name: Option<String>,
    /// England, Wales, Scotland, Northern Ireland or UK.
    pub nation: String,
    /// The Act that it answers under; nothing where it is subject to none.
    pub regime: Option<Regime>,
    /// What sort of body it is.
    pub kind: ForceKind,
    /// The authority in law, for a complaint: "The Chief Constable of …".
    pub legal_authority: Option<String>,
    /// Its website.
    pub website: Option<String>,
    /// Where letters go, and how surely that is known.
    pub contact: Contact,
    /// Where the entry comes from.
    pub source: String,
    /// What the register says of how sure the entry is.
    pub confidence: String,
    /// Whether it came with the built-in register (and was not added by hand).
    pub built_in: bool,
}

/// How to reach a force.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// The postal address, where one is known.
    pub address: Option<PostalAddress>,
    /// The day on which a person confirmed the address; nothing while it is unconfirmed.
    pub address_confirmed_on: Option<NaiveDate>,
    /// The address for e-mail, where one is known.
    pub email: Option<String>,
    /// The day on which a person confirmed the e-mail address; nothing while it is unconfirmed.
    pub email_confirmed_on: Option<NaiveDate>,
}

/// A postal address as the register has it, before it is put into posting form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostalAddress {
    /// One to four lines, the town last.
    pub lines: Vec<String>,
    /// The postcode.
    pub postcode: String,
}

impl Force {
    /// The Act to cite in a request to this force.
    ///
    /// # Errors
    /// Refused, with the reason, for a body that no Act applies to.
    pub fn regime(&self) -> Result<Regime, Refusal> {
        self.regime.ok_or_else(|| {
            Refusal::new(
                format!(
                    "{} is not subject to the Freedom of Information Act 2000, so a request to it has no legal effect.",
                    self.name
                ),
                "Leave it out. Information that came from it is exempt in others' hands under section 23.",
            )
            .on("force")
            .citing("section 3(1) and Schedule 1, Freedom of Information Act 2000")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use law::Coded;

    #[test]
    fn a_campaign_goes_to_territorial_and_special_forces() {
        let police: Vec<ForceKind> =
            ForceKind::ALL.iter().copied().filter(|kind| kind.is_police()).collect();
        assert_eq!(police, [ForceKind::TerritorialPolice, ForceKind::SpecialPolice]);
    }
}
