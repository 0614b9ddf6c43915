//! The Acts under which a request is made, and the sections that letters under each have to name.

use crate::{calendar::WorkingDays, coded};

coded! {
    /// The Act under which a request is made. It follows from the authority: Scottish public
    /// authorities answer under the Scottish Act, all others under the Act of 2000.
    pub enum Regime {
        /// The Freedom of Information Act 2000: England, Wales, Northern Ireland, and authorities
        /// of the whole United Kingdom such as the British Transport Police.
        Foia = "foia", "FOI Act 2000";
        /// The Freedom of Information (Scotland) Act 2002: Police Scotland and the other Scottish
        /// public authorities.
        Foisa = "foisa", "FOI (Scotland) Act 2002";
    }
}

impl Regime {
    /// The short title of the Act.
    #[must_use]
    pub fn act(self) -> &'static str {
        match self {
            Self::Foia => "Freedom of Information Act 2000",
            Self::Foisa => "Freedom of Information (Scotland) Act 2002",
        }
    }

    /// Whose definition of a working day the Act's limits are counted in: section 10(6) of the Act
    /// of 2000, section 73 of the Scottish Act.
    #[must_use]
    pub fn working_days(self) -> WorkingDays {
        match self {
            Self::Foia => WorkingDays::UnitedKingdom,
            Self::Foisa => WorkingDays::Scotland,
        }
    }

    /// Who decides complaints: section 50 of the Act of 2000, section 47 of the Scottish Act. The
    /// name of the office, never of a person.
    #[must_use]
    pub fn commissioner(self) -> &'static str {
        match self {
            Self::Foia => "Information Commissioner",
            Self::Foisa => "Scottish Information Commissioner",
        }
    }

    /// The section that gives the right to information.
    #[must_use]
    pub fn request_section(self) -> &'static str {
        match self {
            Self::Foia | Self::Foisa => "section 1(1)",
        }
    }

    /// The section that sets the time for an answer.
    #[must_use]
    pub fn response_section(self) -> &'static str {
        match self {
            Self::Foia | Self::Foisa => "section 10(1)",
        }
    }

    /// The section that says what a refusal notice must contain.
    #[must_use]
    pub fn refusal_section(self) -> &'static str {
        match self {
            Self::Foia => "section 17",
            Self::Foisa => "section 16",
        }
    }

    /// The section that obliges the authority to advise and assist.
    #[must_use]
    pub fn advice_section(self) -> &'static str {
        match self {
            Self::Foia => "section 16",
            Self::Foisa => "section 15",
        }
    }

    /// The section under which a review is required, or nothing where the Act gives no right to
    /// one: under the Act of 2000 the review is the code of practice's, not the Act's.
    #[must_use]
    pub fn review_section(self) -> Option<&'static str> {
        match self {
            Self::Foia => None,
            Self::Foisa => Some("section 20(1)"),
        }
    }

    /// The section under which the Commissioner is asked to decide.
    #[must_use]
    pub fn complaint_section(self) -> &'static str {
        match self {
            Self::Foia => "section 50(1)",
            Self::Foisa => "section 47(1)",
        }
    }
}
