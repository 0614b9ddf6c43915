//! The enactments under which a request is made, and the provisions that letters under each have to
//! name. Where the words were read, and which were not, is in `docs/law.md`.

use crate::{calendar::WorkingDays, coded};

coded! {
    /// The enactment under which a request is answered. It follows from the authority, Scottish or
    /// not, and from what is asked for: environmental information is answered under the Regulations.
    pub enum Regime {
        /// The Freedom of Information Act 2000: England, Wales, Northern Ireland, and authorities
        /// of the whole United Kingdom such as the British Transport Police.
        Foia = "foia", "FOI Act 2000";
        /// The Freedom of Information (Scotland) Act 2002: Police Scotland and the other Scottish
        /// public authorities.
        Foisa = "foisa", "FOI (Scotland) Act 2002";
        /// The Environmental Information Regulations 2004: environmental information held by an
        /// authority under the Act of 2000.
        Eir = "eir", "EI Regulations 2004";
        /// The Environmental Information (Scotland) Regulations 2004: environmental information
        /// held by a Scottish public authority.
        Eisr = "eisr", "EI (Scotland) Regulations 2004";
    }
}

impl Regime {
    /// The short title.
    #[must_use]
    pub fn act(self) -> &'static str {
        match self {
            Self::Foia => "Freedom of Information Act 2000",
            Self::Foisa => "Freedom of Information (Scotland) Act 2002",
            Self::Eir => "Environmental Information Regulations 2004",
            Self::Eisr => "Environmental Information (Scotland) Regulations 2004",
        }
    }

    /// Whether a Scottish public authority answers: review comes before the Commissioner even after
    /// silence, and the Scottish calendar counts.
    #[must_use]
    pub fn is_scottish(self) -> bool {
        match self {
            Self::Foia | Self::Eir => false,
            Self::Foisa | Self::Eisr => true,
        }
    }

    /// Whether these are the Regulations on environmental information and not an Act.
    #[must_use]
    pub fn is_environmental(self) -> bool {
        match self {
            Self::Foia | Self::Foisa => false,
            Self::Eir | Self::Eisr => true,
        }
    }

    /// The Act that the authority is subject to: what a request stands under until it is moved to
    /// the Regulations.
    #[must_use]
    pub fn general(self) -> Self {
        match self {
            Self::Foia | Self::Eir => Self::Foia,
            Self::Foisa | Self::Eisr => Self::Foisa,
        }
    }

    /// The Regulations under which the same authority gives environmental information.
    #[must_use]
    pub fn environmental(self) -> Self {
        match self {
            Self::Foia | Self::Eir => Self::Eir,
            Self::Foisa | Self::Eisr => Self::Eisr,
        }
    }

    /// Whose definition of a working day the limits are counted in: section 10(6) of the Act of
    /// 2000 and section 73 of the Scottish Act, which regulation 2(1) of each Regulations adopts.
    #[must_use]
    pub fn working_days(self) -> WorkingDays {
        match self {
            Self::Foia | Self::Eir => WorkingDays::UnitedKingdom,
            Self::Foisa | Self::Eisr => WorkingDays::Scotland,
        }
    }

    /// Who decides complaints: section 50 of the Act of 2000 (applied by regulation 18), section 47
    /// of the Scottish Act (applied by regulation 17). The name of the office, never of a person.
    #[must_use]
    pub fn commissioner(self) -> &'static str {
        match self {
            Self::Foia | Self::Eir => "Information Commissioner",
            Self::Foisa | Self::Eisr => "Scottish Information Commissioner",
        }
    }

    /// The provision that gives the right to information.
    #[must_use]
    pub fn request_section(self) -> &'static str {
        match self {
            Self::Foia | Self::Foisa => "section 1(1)",
            Self::Eir | Self::Eisr => "regulation 5(1)",
        }
    }

    /// The provision that sets the time for an answer.
    #[must_use]
    pub fn response_section(self) -> &'static str {
        match self {
            Self::Foia | Self::Foisa => "section 10(1)",
            Self::Eir => "regulation 5(2)",
            Self::Eisr => "regulation 5(2)(a)",
        }
    }

    /// The provision that says what a refusal notice must contain.
    #[must_use]
    pub fn refusal_section(self) -> &'static str {
        match self {
            Self::Foia => "section 17",
            Self::Foisa => "section 16",
            Self::Eir => "regulation 14",
            Self::Eisr => "regulation 13",
        }
    }

    /// The provision that obliges the authority to advise and assist.
    #[must_use]
    pub fn advice_section(self) -> &'static str {
        match self {
            Self::Foia => "section 16",
            Self::Foisa => "section 15",
            Self::Eir | Self::Eisr => "regulation 9",
        }
    }

    /// The provision under which a review is required, or nothing where the Act gives no right to
    /// one: under the Act of 2000 the review is the code of practice's, not the Act's. Regulation
    /// 11 calls it representations and reconsideration.
    #[must_use]
    pub fn review_section(self) -> Option<&'static str> {
        match self {
            Self::Foia => None,
            Self::Foisa => Some("section 20(1)"),
            Self::Eir => Some("regulation 11(1)"),
            Self::Eisr => Some("regulation 16(1)"),
        }
    }

    /// The provision under which the Commissioner is asked to decide; under the Regulations the
    /// Act's section as they apply it.
    #[must_use]
    pub fn complaint_section(self) -> &'static str {
        match self {
            Self::Foia => "section 50(1)",
            Self::Foisa => "section 47(1)",
            Self::Eir => {
                "section 50(1), Freedom of Information Act 2000, as applied by regulation 18"
            }
            Self::Eisr => {
                "section 47(1), Freedom of Information (Scotland) Act 2002, as applied by \
                 regulation 17"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a person who opens the enactment finds each thing that letters name.
    #[test]
    fn each_enactment_has_its_own_numbers() {
        type Numbers = [&'static str; 5];
        let numbers = |regime: Regime| -> Numbers {
            [
                regime.request_section(),
                regime.response_section(),
                regime.refusal_section(),
                regime.advice_section(),
                regime.review_section().unwrap_or("none"),
            ]
        };
        let foia = ["section 1(1)", "section 10(1)", "section 17", "section 16", "none"];
        assert_eq!(numbers(Regime::Foia), foia);
        let foisa = ["section 1(1)", "section 10(1)", "section 16", "section 15", "section 20(1)"];
        assert_eq!(numbers(Regime::Foisa), foisa);
        let eir: Numbers = [
            "regulation 5(1)",
            "regulation 5(2)",
            "regulation 14",
            "regulation 9",
            "regulation 11(1)",
        ];
        assert_eq!(numbers(Regime::Eir), eir);
        let eisr: Numbers = [
            "regulation 5(1)",
            "regulation 5(2)(a)",
            "regulation 13",
            "regulation 9",
            "regulation 16(1)",
        ];
        assert_eq!(numbers(Regime::Eisr), eisr);
    }

    #[test]
    fn a_complaint_about_the_regulations_is_made_under_the_act_that_they_apply() {
        assert_eq!(Regime::Foia.complaint_section(), "section 50(1)");
        assert_eq!(Regime::Foisa.complaint_section(), "section 47(1)");
        for (environmental, applied_by) in
            [(Regime::Eir, "regulation 18"), (Regime::Eisr, "regulation 17")]
        {
            let general = environmental.general();
            assert_eq!(
                environmental.complaint_section(),
                format!(
                    "{}, {}, as applied by {applied_by}",
                    general.complaint_section(),
                    general.act()
                )
            );
        }
    }
}
