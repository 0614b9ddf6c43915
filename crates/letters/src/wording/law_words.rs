//! The sections that a letter cites, by Act.

use law::regime::Regime;

/// The provisions that the wordings name. Each is a whole phrase, ready for a sentence.
pub(super) struct LawWords {
    /// The right to the information.
    pub right: &'static str,
    /// The time for an answer.
    pub response: &'static str,
    /// How long the force has for an answer, and by what authority, as a sentence.
    pub answer_time: &'static str,
    /// Advice and assistance.
    pub advice: &'static str,
    /// The form of the answer.
    pub form: &'static str,
    /// The duty to say whether the information is held.
    pub confirm: &'static str,
    /// The duty to name the exemption.
    pub name_exemption: &'static str,
    /// The duty to say why it applies.
    pub reasons: &'static str,
    /// The duty to weigh the public interest in the notice.
    pub public_interest: &'static str,
    /// The test of the public interest itself.
    pub balance: &'static str,
    /// Notice of a refusal on cost.
    pub cost_notice: &'static str,
    /// That cost does not by itself remove the duty to confirm or deny.
    pub cost_confirm: &'static str,
    /// Notice of a refusal as vexatious or repeated.
    pub vexatious_notice: &'static str,
    /// Information that another holds for the authority.
    pub held_by_another: &'static str,
    /// The notice that nothing is held, where the Act asks for one.
    pub not_held_notice: Option<&'static str>,
    /// Neither confirming nor denying.
    pub ncnd: &'static str,
    /// What a review rests on.
    pub review: &'static str,
    /// How long a review takes, and by what authority, as a sentence.
    pub review_time: &'static str,
    /// The regulator.
    pub commissioner: &'static str,
}

/// The provisions of an Act.
pub(super) fn law_words(regime: Regime) -> LawWords {
    match regime {
        Regime::Foia => LawWords {
            right: "section 1(1)",
            response: "section 10(1)",
            answer_time: "The Act asks for an answer promptly, and at the latest 20 working \
                          days after you receive this letter (section 10(1)).",
            advice: "section 16(1)",
            form: "section 11(1)",
            confirm: "section 1(1)(a)",
            name_exemption: "section 17(1)(b)",
            reasons: "section 17(1)(c)",
            public_interest: "section 17(3)(b)",
            balance: "section 2(2)(b)",
            cost_notice: "section 17(5)",
            cost_confirm: "section 12(2)",
            vexatious_notice: "section 17(5)",
            held_by_another: "section 3(2)(b)",
            not_held_notice: None,
            ncnd: "section 2(1)",
            review: "the Code of Practice under section 45",
            review_time: "The Code of Practice under section 45 gives 20 working days for a review, \
                          and 40 at the most.",
            commissioner: "Information Commissioner",
        },
        Regime::Foisa => LawWords {
            right: "section 1(1)",
            response: "section 10(1)",
            answer_time: "The Act asks for an answer promptly, and at the latest 20 working \
                          days after you receive this letter (section 10(1)).",
            advice: "section 15(1)",
            form: "section 11(1)",
            confirm: "section 16(1)(a)",
            name_exemption: "section 16(1)(c)",
            reasons: "section 16(1)(d)",
            public_interest: "section 16(2)",
            balance: "section 2(1)(b)",
            cost_notice: "section 16(4)",
            cost_confirm: "section 16(4)",
            vexatious_notice: "section 16(5)",
            held_by_another: "section 3(2)(b)",
            not_held_notice: Some("section 17(1)"),
            ncnd: "section 18(1)",
            review: "section 20(1)",
            review_time: "The time for a review is 20 working days after you receive this letter \
                          (section 21(1)).",
            commissioner: "Scottish Information Commissioner",
        },
        Regime::Eir => LawWords {
            right: "regulation 5(1)",
            response: "regulation 5(2)",
            answer_time: "The Regulations ask for an answer as soon as possible, and at the latest 20 working \
                          days after you receive this letter (regulation 5(2)).",
            advice: "regulation 9(1)",
            form: "regulation 6(1)",
            confirm: "regulation 5(1)",
            name_exemption: "regulation 14(3)(a)",
            reasons: "regulation 14(3)",
            public_interest: "regulation 14(3)(b)",
            balance: "regulation 12(1)(b)",
            cost_notice: "regulation 14(3)",
            cost_confirm: "regulation 12(4)(b)",
            vexatious_notice: "regulation 14(3)",
            held_by_another: "regulation 3(2)(b)",
            not_held_notice: None,
            ncnd: "regulation 12(6)",
            review: "regulation 11(1)",
            review_time: "The time for a reconsideration is 40 working days after you receive \
                          this letter (regulation 11(4)).",
            commissioner: "Information Commissioner",
        },
        Regime::Eisr => LawWords {
            right: "regulation 5(1)",
            response: "regulation 5(2)(a)",
            answer_time: "The Regulations ask for an answer as soon as possible, and at the latest 20 working \
                          days after you receive this letter (regulation 5(2)(a)).",
            advice: "regulation 9(1)",
            form: "regulation 6(1)",
            confirm: "regulation 5(1)",
            name_exemption: "regulation 13(b)",
            reasons: "regulation 13(c)",
            public_interest: "regulation 13(b)",
            balance: "regulation 10(1)(b)",
            cost_notice: "regulation 13(b)",
            cost_confirm: "regulation 10(4)(b)",
            vexatious_notice: "regulation 13(b)",
            held_by_another: "regulation 2(2)(b)",
            not_held_notice: None,
            ncnd: "regulation 10(8)",
            review: "regulation 16(1)",
            review_time: "The time for a review is 20 working days after you receive this letter \
                          (regulation 16(4)).",
            commissioner: "Scottish Information Commissioner",
        },
    }
}
