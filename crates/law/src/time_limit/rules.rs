//! The limits of each enactment: how long, and on what authority.

use super::{Length, LimitKind, NoSuchLimit, Rule};
use crate::{
    citation::Citation,
    provision::{
        COURT_OF_SESSION_APPEAL, EIR_COMPLAINT, EIR_FEES, EIR_NO_COST_WINDOW, EIR_RESPONSE,
        EIR_RESPONSE_EXTENDED, EIR_REVIEW, EIR_REVIEW_REQUEST, EISR_COMPLAINT, EISR_FEES,
        EISR_NO_COST_WINDOW, EISR_RESPONSE, EISR_RESPONSE_EXTENDED, EISR_REVIEW,
        EISR_REVIEW_REQUEST, FOIA_COMPLAINT, FOIA_COST_WINDOW, FOIA_FEES, FOIA_RESPONSE,
        FOIA_RESPONSE_EXTENDED, FOIA_REVIEW, FOIA_REVIEW_REQUEST, FOIA_REVIEW_SILENCE,
        FOISA_COMPLAINT, FOISA_FEES, FOISA_NO_COST_WINDOW, FOISA_NO_EXTENSION, FOISA_RESPONSE,
        FOISA_REVIEW, FOISA_REVIEW_REQUEST, TRIBUNAL_APPEAL,
    },
    regime::Regime,
};

/// How long a limit is, or nothing where there is none.
pub(super) const fn length(kind: LimitKind, regime: Regime) -> Option<Length> {
    use Length::{CalendarDays, DaysRollingOn, Months, MonthsBeginningWith, WorkingDays};
    use Regime::{Eir, Eisr, Foia, Foisa};
    Some(match (kind, regime) {
        // Section 10(1) of each Act: not later than the twentieth working day after receipt.
        // Regulation 5(2) of each Regulations: no later than 20 working days after receipt.
        (LimitKind::Response, Foia | Foisa | Eir | Eisr) => WorkingDays(20),
        // Act of 2000: the Commissioner's guidance gives 20 more for the public interest. Regulation
        // 7(1) of each Regulations: 40 where a request is complex and voluminous.
        (LimitKind::ResponseExtended, Foia | Eir | Eisr) => WorkingDays(40),
        // Code of Practice, 5.3: within 40 working days of the issue of the answer. Section 20(5),
        // Scottish Act: not later than the fortieth working day after the end of the time for an
        // answer, or after receipt of an answer that came later than that. Regulation 11(2),
        // Scottish 16(2): within 40 working days of the failure complained of.
        (LimitKind::ReviewRequest, Foia | Foisa | Eir | Eisr) => WorkingDays(40),
        // The Commissioner's guidance: 20 working days in most cases, 40 in exceptional ones.
        // Section 21(1), Scottish Act, and Scottish regulation 16(4): 20 after receipt.
        (LimitKind::Review, Foia | Foisa | Eisr) => WorkingDays(20),
        // Regulation 11(4): no later than 40 working days after receipt of the representations.
        (LimitKind::Review, Eir) => WorkingDays(40),
        // The Commissioner: no outcome after 40 working days, you can complain. Elsewhere the
        // application lies as soon as the time for the review has ended.
        (LimitKind::ReviewSilence, Foia) => WorkingDays(40),
        // The Commissioner: within six weeks, that is 42 days of any kind.
        (LimitKind::Complaint, Foia | Eir) => CalendarDays(42),
        // Section 47(4), Scottish Act: before the end of six months after receipt of the outcome.
        (LimitKind::Complaint, Foisa | Eisr) => Months(6),
        // Rules 22(1)(b) and 12: within 28 days, rolling on from a day that is no working day.
        (LimitKind::Appeal, Foia | Eir) => DaysRollingOn(28),
        // Section 56, Scottish Act: 42 days.
        (LimitKind::Appeal, Foisa | Eisr) => CalendarDays(42),
        // Section 9(2): three months beginning with the day on which the notice is given.
        (LimitKind::Fees, Foia | Foisa) => MonthsBeginningWith(3),
        // Regulation 8: 60 working days after the notice.
        (LimitKind::Fees, Eir | Eisr) => WorkingDays(60),
        // Regulation 5(2)(b) of the fees regulations: within 60 consecutive working days. Counted
        // from receipt as day zero, so that the day after is safe by every reading.
        (LimitKind::CostWindow, Foia) => WorkingDays(60),
        (LimitKind::ResponseExtended | LimitKind::CostWindow, Foisa)
        | (LimitKind::ReviewSilence, Foisa | Eir | Eisr)
        | (LimitKind::CostWindow, Eir | Eisr) => return None,
    })
}

/// On what authority a limit stands; where there is none, the rule that stands in its place.
const fn authority(kind: LimitKind, regime: Regime) -> Citation {
    use Regime::{Eir, Eisr, Foia, Foisa};
    match (kind, regime) {
        (LimitKind::Response, Foia) => FOIA_RESPONSE,
        (LimitKind::Response, Foisa) => FOISA_RESPONSE,
        (LimitKind::Response, Eir) => EIR_RESPONSE,
        (LimitKind::Response, Eisr) => EISR_RESPONSE,
        (LimitKind::ResponseExtended, Foia) => FOIA_RESPONSE_EXTENDED,
        (LimitKind::ResponseExtended, Foisa) => FOISA_NO_EXTENSION,
        (LimitKind::ResponseExtended, Eir) => EIR_RESPONSE_EXTENDED,
        (LimitKind::ResponseExtended, Eisr) => EISR_RESPONSE_EXTENDED,
        (LimitKind::ReviewRequest, Foia) => FOIA_REVIEW_REQUEST,
        (LimitKind::ReviewRequest, Foisa) => FOISA_REVIEW_REQUEST,
        (LimitKind::ReviewRequest, Eir) => EIR_REVIEW_REQUEST,
        (LimitKind::ReviewRequest, Eisr) => EISR_REVIEW_REQUEST,
        (LimitKind::Review, Foia) => FOIA_REVIEW,
        (LimitKind::Review | LimitKind::ReviewSilence, Foisa) => FOISA_REVIEW,
        (LimitKind::Review | LimitKind::ReviewSilence, Eir) => EIR_REVIEW,
        (LimitKind::Review | LimitKind::ReviewSilence, Eisr) => EISR_REVIEW,
        (LimitKind::ReviewSilence, Foia) => FOIA_REVIEW_SILENCE,
        (LimitKind::Complaint, Foia) => FOIA_COMPLAINT,
        (LimitKind::Complaint, Foisa) => FOISA_COMPLAINT,
        (LimitKind::Complaint, Eir) => EIR_COMPLAINT,
        (LimitKind::Complaint, Eisr) => EISR_COMPLAINT,
        (LimitKind::Appeal, Foia | Eir) => TRIBUNAL_APPEAL,
        (LimitKind::Appeal, Foisa | Eisr) => COURT_OF_SESSION_APPEAL,
        (LimitKind::Fees, Foia) => FOIA_FEES,
        (LimitKind::Fees, Foisa) => FOISA_FEES,
        (LimitKind::Fees, Eir) => EIR_FEES,
        (LimitKind::Fees, Eisr) => EISR_FEES,
        (LimitKind::CostWindow, Foia) => FOIA_COST_WINDOW,
        (LimitKind::CostWindow, Foisa) => FOISA_NO_COST_WINDOW,
        (LimitKind::CostWindow, Eir) => EIR_NO_COST_WINDOW,
        (LimitKind::CostWindow, Eisr) => EISR_NO_COST_WINDOW,
    }
}

/// How long a limit is and where it is written, or that there is none. This is the lasting rule;
/// [`super::rule_on`] knows what applied for a time.
///
/// # Errors
///
/// When the Act has no such limit, with the rule that stands in its place.
pub fn rule(kind: LimitKind, regime: Regime) -> Result<Rule, NoSuchLimit> {
    let citation = authority(kind, regime);
    match length(kind, regime) {
        Some(length) => Ok(Rule { kind, regime, length, citation }),
        None => Err(NoSuchLimit::NotInThisAct { kind, regime, citation }),
    }
}
