//! What the record itself shows that a refusal notice lacks: that it came too late, named no section,
//! or named one without its limb. Ready as grounds for a request for review.
//!
//! What else a notice has to contain ([`law::refusal_notice`]) is not in the record: only its reader
//! can say, so nothing of that is claimed here.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use law::Coded;
use law::refusal_notice::{
    Decision, EarlierNotice, Fault, Notice, Part, Reasons, Refusal, faults as faults_of_notice,
};

use crate::case::{Case, CurrentAnswer, Reply};
use crate::clock::Clock;
use crate::id::{EventId, QuestionId};
use crate::outcome::Outcome;

/// A refusal notice of which something is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeFaults {
    /// The reply that is the notice.
    pub reply: EventId,
    /// The date that it bears.
    pub dated: NaiveDate,
    /// What it lacks, each with its provision.
    pub faults: Vec<Fault>,
}

/// What each reply that refuses lacks as a notice. A replaced reply, and an answer that a review has
/// taken the place of, count for nothing.
pub fn notice_faults(case: &Case, clocks: &[Clock]) -> Vec<NoticeFaults> {
    let replies = case.replies.iter().filter(|reply| !reply.superseded);
    replies.filter_map(|reply| faults(case, clocks, reply)).collect()
}

/// The last reply that refuses something, as a notice of which nothing else is known.
pub fn last_refusal(case: &Case, clocks: &[Clock]) -> Option<Notice> {
    let replies = case.replies.iter().rev().filter(|reply| !reply.superseded);
    let mut notices = replies.flat_map(|reply| notices_in(case, clocks, reply));
    notices.next()
}

/// The refusals of a reply, one for each kind.
fn notices_in(case: &Case, clocks: &[Clock], reply: &Reply) -> Vec<Notice> {
    let kinds = [Refusal::Withheld, Refusal::NeitherConfirmedNorDenied, Refusal::NotHeld];
    let refused = kinds.into_iter().map(|refusal| {
        let of_kind = case
            .answers
            .iter()
            .filter(|(_, current)| current.from == Some(reply.event))
            .filter(|(_, current)| refusal_of(current) == Some(refusal))
            .map(|(question, current)| (*question, current));
        (refusal, of_kind.collect::<Vec<(QuestionId, &CurrentAnswer)>>())
    });
    refused
        .filter(|(_, refused)| !refused.is_empty())
        .map(|(refusal, refused)| as_notice(case, clocks, reply, refusal, &refused))
        .collect()
}

fn faults(case: &Case, clocks: &[Clock], reply: &Reply) -> Option<NoticeFaults> {
    let mut found: Vec<Fault> = Vec::new();
    for fault in notices_in(case, clocks, reply).iter().flat_map(faults_of_notice) {
        if found.iter().all(|known| known.part != fault.part) {
            found.push(fault);
        }
    }
    let (reply, dated) = (reply.event, reply.dated);
    (!found.is_empty()).then_some(NoticeFaults { reply, dated, faults: found })
}

/// What kind of refusal an answer is, if it is one. An answer in part is one where it names a section.
fn refusal_of(current: &CurrentAnswer) -> Option<Refusal> {
    match current.answer.outcome {
        Outcome::Refused => Some(Refusal::Withheld),
        Outcome::Partly if !current.answer.grounds.is_empty() => Some(Refusal::Withheld),
        Outcome::NeitherConfirmedNorDenied => Some(Refusal::NeitherConfirmedNorDenied),
        Outcome::NotHeld => Some(Refusal::NotHeld),
        Outcome::Partly
        | Outcome::Answered
        | Outcome::Elsewhere
        | Outcome::NotAddressed
        | Outcome::NotApplicable
        | Outcome::Withdrawn
        | Outcome::Awaiting => None,
    }
}

/// The notice as the record has it: what the record cannot show is taken to be there.
fn as_notice(
    case: &Case,
    clocks: &[Clock],
    reply: &Reply,
    refusal: Refusal,
    refused: &[(QuestionId, &CurrentAnswer)],
) -> Notice {
    let mut grounds = Vec::new();
    for ground in refused.iter().flat_map(|(_, current)| &current.answer.grounds) {
        if ground.regime() == case.regime && !grounds.contains(ground) {
            grounds.push(ground.clone());
        }
    }
    let is_unnamed = refused.iter().any(|(_, current)| current.answer.grounds.is_empty());
    let mut contains: BTreeSet<Part> = Part::ALL.iter().copied().collect();
    contains.remove(&Part::Limb);
    if is_unnamed && grounds.is_empty() {
        contains.remove(&Part::Exemption);
    }
    // In time or not is said of the letter that first dealt with a question: a fuller notice later is
    // no second failure. Only when every reading of the limit has passed is it called late.
    let first_dealt: Vec<QuestionId> = refused
        .iter()
        .map(|(question, _)| *question)
        .filter(|question| case.dealt_with.get(question) == Some(&reply.dated))
        .collect();
    let is_about = |clock: &&Clock| {
        clock.questions.is_empty() || clock.questions.iter().any(|id| first_dealt.contains(id))
    };
    let answers = clocks.iter().filter(|clock| clock.kind.is_the_answer());
    let due = answers.filter(is_about).map(Clock::last_reading).max();
    Notice {
        regime: case.regime,
        refusal,
        grounds,
        contains,
        due: due.filter(|_| !first_dealt.is_empty()),
        given_on: Some(reply.dated),
        decision: Decision::Made,
        reasons: Reasons::CanBeGiven,
        earlier: EarlierNotice::None,
    }
}

#[cfg(test)]
mod tests {
    use law::regime::Regime;

    use super::*;
    use crate::event::{EventKind, Fact};
    use crate::outcome::Answer;
    use crate::testing::{History, answer, ground, theirs};

    fn lacks(history: &History) -> Vec<(String, Part)> {
        notice_faults(&history.case(), &history.clocks())
            .into_iter()
            .flat_map(|notice| notice.faults)
            .map(|fault| (fault.citation.text.to_owned(), fault.part))
            .collect()
    }

    fn refused(history: &mut History, dated: &str, sections: &[&str]) {
        let grounds = sections.iter().map(|section| ground(section)).collect();
        let mut reply = theirs(&[]);
        reply.answers.push((QuestionId(1), Answer { grounds, ..answer(Outcome::Refused) }));
        history.event(EventKind::ReplyReceived, dated, Fact::ReplyReceived(reply));
    }

    #[test]
    fn a_refusal_on_the_last_day_that_names_its_limb_lacks_nothing() {
        let mut history = History::sent(Regime::Foia);
        refused(&mut history, "2026-12-22", &["31(1)(a)"]);
        assert_eq!(lacks(&history), []);
    }

    #[test]
    fn one_of_the_day_after_lacks_the_time() {
        let mut history = History::sent(Regime::Foia);
        refused(&mut history, "2026-12-23", &["31(1)(a)"]);
        let found = lacks(&history);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].1, Part::InTime);
        assert!(found[0].0.starts_with("section 17(1)"), "{found:?}");
    }

    #[test]
    fn a_section_without_its_limb_and_no_section_at_all_are_seen() {
        let mut history = History::sent(Regime::Foia);
        refused(&mut history, "2026-12-14", &["31"]);
        assert_eq!(lacks(&history)[0].1, Part::Limb);
        let mut history = History::sent(Regime::Foia);
        refused(&mut history, "2026-12-14", &[]);
        let found = lacks(&history);
        assert_eq!(found[0].1, Part::Exemption);
        assert!(found[0].0.starts_with("section 17(1)(b)"), "{found:?}");
    }

    #[test]
    fn a_fuller_notice_later_is_no_second_failure_and_a_review_takes_its_place() {
        let mut history = History::sent(Regime::Foia);
        refused(&mut history, "2026-12-14", &["31(1)(a)"]);
        refused(&mut history, "2027-01-20", &["31(1)(b)"]);
        assert_eq!(lacks(&history), []);
        let mut history = History::sent(Regime::Foia);
        refused(&mut history, "2026-12-23", &["31(1)(a)"]);
        history.decide("2027-02-20", &[(1, Outcome::Answered)]);
        assert_eq!(lacks(&history), []);
    }

    #[test]
    fn what_only_a_reader_can_say_is_not_claimed() {
        for regime in Regime::ALL.iter().copied() {
            let mut history = History::sent(regime);
            history.reply("2026-12-14", &[(1, Outcome::NotHeld), (2, Outcome::Answered)]);
            let found = lacks(&history);
            let seen = [Part::InTime, Part::Exemption, Part::Limb];
            assert!(found.iter().all(|(_, part)| seen.contains(part)), "{regime}: {found:?}");
        }
    }
}
