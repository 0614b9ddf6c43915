//! The order of events, down to two of one kind on one day; and two of one day that cannot both be so.
//!
//! By what an event says, never by when it was recorded: so the order in which facts are entered
//! changes nothing. The one exception is a correction, which is about the record itself.

use std::cmp::Ordering;

use chrono::NaiveDate;
use law::Coded;

use super::{Ahead, Case};
use crate::event::{Channel, Correction, Event, EventKind, Fact, Notice, Sending, Wording};
use crate::id::{EventId, LetterId, QuestionId};
use crate::outcome::Answer;

/// What an event says, as far as that can differ between two of one kind.
#[derive(PartialEq, Eq, PartialOrd, Ord, Default)]
struct Content<'a> {
    /// Whether no other reply replaces it: what was replaced comes first.
    stands: bool,
    letter: Option<LetterId>,
    sending: Option<Sending>,
    channel: Option<Channel>,
    /// A claim, a regime, a result.
    code: Option<&'static str>,
    day: Option<NaiveDate>,
    notice: Option<&'a Notice>,
    reference: Option<&'a String>,
    /// A reason, a note, another authority.
    text: Option<&'a str>,
    questions: &'a [QuestionId],
    wording: &'a [Wording],
    says: Vec<(QuestionId, Answer)>,
    /// The letter of theirs that it replaces or puts right: when it was known, the date that it bears.
    about: Option<(Option<NaiveDate>, Option<NaiveDate>)>,
}

fn content<'a>(event: &'a Event, ahead: &Ahead<'a>) -> Content<'a> {
    let fact = &event.fact;
    let common = Content {
        letter: fact.letter(),
        sending: fact.sending(),
        notice: fact.notice(),
        day: fact.received_on(),
        reference: fact.their_reference(),
        says: fact.answers().map_or_else(Vec::new, |said| ahead.says(event.id, &said.answers)),
        stands: !ahead.replaced.contains(&event.id),
        about: fact.answers().and_then(|said| said.supersedes).map(|other| ahead.days_of(other)),
        ..Content::default()
    };
    match fact {
        Fact::DeliveryFailed(_, channel) => Content { channel: *channel, ..common },
        Fact::DateClaimed(claim, day) => {
            Content { code: Some(claim.code()), day: Some(*day), ..common }
        }
        Fact::RegimeMoved(to) => {
            // The Regulations come last, so that of two moves they count.
            let code = if to.is_environmental() { "regulations" } else { "act" };
            Content { code: Some(code), text: Some(to.code()), ..common }
        }
        Fact::Transferred(transfer) => Content {
            text: Some(&transfer.to),
            day: transfer.received_on,
            questions: &transfer.questions,
            ..common
        },
        Fact::Narrowed(_, wording) => Content { wording, ..common },
        Fact::OutcomeCorrected(correction) => {
            let about = Some(ahead.days_of(correction.of));
            Content { says: correction.answers.clone(), about, ..common }
        }
        Fact::ReviewDecided(result, _)
        | Fact::DecisionNotice(Some(result), _)
        | Fact::AppealDecided(Some(result), _) => Content { code: Some(result.code()), ..common },
        Fact::PartsWithdrawn(questions) => Content { questions, ..common },
        Fact::Withdrawn(text) | Fact::Closed(text) | Fact::Note(text) => {
            Content { text: Some(text), ..common }
        }
        Fact::LetterWritten(_)
        | Fact::LetterSent(..)
        | Fact::LetterReceived(_)
        | Fact::Resent(..)
        | Fact::Acknowledged(_)
        | Fact::ReferenceGiven(_)
        | Fact::ClarificationAsked(_)
        | Fact::ClarificationAnswered(_)
        | Fact::FeesNotice(_)
        | Fact::FeesPaid
        | Fact::ExtensionClaimed(_)
        | Fact::HoldingReply(_)
        | Fact::ReplyReceived(_)
        | Fact::ChaserSent(_)
        | Fact::FollowUpSentElsewhere(_)
        | Fact::ReviewAskedElsewhere(_)
        | Fact::ReviewAcknowledged(_)
        | Fact::ReviewExtended(_)
        | Fact::ReviewRefused(_)
        | Fact::ComplaintMade(_)
        | Fact::ComplaintAcknowledged(_)
        | Fact::DecisionNotice(None, _)
        | Fact::AppealMade(_)
        | Fact::AppealDecided(None, _) => common,
    }
}

impl<'a> Ahead<'a> {
    /// When another event was known, and the date that it bears, if it stands.
    fn days_of(&self, event: EventId) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let stands = |other: &&Event| other.id == event && other.struck.is_none();
        let found = self.file.events.iter().find(stands);
        (found.map(Event::known_on), found.map(|found| found.happened_on))
    }

    /// The place of an event among those of its day: the rank of its kind. What becomes of a letter
    /// comes after the letter left, where it left on that very day.
    fn place(&self, event: &Event) -> (u32, u32) {
        let own = event.kind.rank();
        let follows = matches!(
            event.kind,
            EventKind::Resent | EventKind::DeliveryFailed | EventKind::LetterReceived
        );
        let Some(letter) = event.fact.letter().filter(|_| follows) else { return (own, 0) };
        let left = |other: &&Event| {
            other.struck.is_none()
                && other.happened_on == event.happened_on
                && matches!(other.fact, Fact::LetterSent(sent, _) if sent == letter)
        };
        match self.file.events.iter().filter(left).map(|sent| sent.kind.rank()).max() {
            Some(sent) if sent > own => (sent, own),
            Some(_) | None => (own, 0),
        }
    }

    /// The order of two events: the day on which the fact is known, the rank of the kind, the date
    /// that it bears, what it says. Only two that say the same are left as they were recorded.
    pub(super) fn order(&self, one: &'a Event, other: &'a Event) -> Ordering {
        let known = |event: &Event| (event.known_on(), self.place(event), event.happened_on);
        known(one)
            .cmp(&known(other))
            .then_with(|| content(one, self).cmp(&content(other, self)))
            .then_with(|| one.id.cmp(&other.id))
    }
}

impl Case {
    /// Names an event that cannot be so together with an earlier one of the same day.
    pub(super) fn at_odds(&mut self, before: &[&Event], event: &Event) {
        let day = event.known_on();
        let same_day = before.iter().rev().take_while(|earlier| earlier.known_on() == day);
        if let Some(message) = same_day.filter_map(|earlier| disagreement(earlier, event)).next() {
            self.odd(event, message);
        }
    }
}

/// What is odd about two facts of one day, if they say different things of one matter.
fn disagreement(one: &Event, other: &Event) -> Option<&'static str> {
    match &other.fact {
        Fact::ReviewDecided(_, said) => {
            let Fact::ReviewDecided(_, before) = &one.fact else { return None };
            differ(&before.answers, &said.answers).then_some(
                "Two decisions of one day say different things to one question: strike the one \
                 that is wrong.",
            )
        }
        Fact::OutcomeCorrected(Correction { of, answers }) => {
            let Fact::OutcomeCorrected(before) = &one.fact else { return None };
            (before.of == *of && differ(&before.answers, answers)).then_some(
                "An outcome was put right in two ways on one day: the one recorded last counts; \
                 strike the other.",
            )
        }
        Fact::Transferred(transfer) => {
            let Fact::Transferred(before) = &one.fact else { return None };
            (before.to != transfer.to && overlap(&before.questions, &transfer.questions)).then_some(
                "One question was passed to two authorities on one day: strike the one that is \
                 wrong.",
            )
        }
        Fact::Narrowed(_, wording) => {
            let Fact::Narrowed(_, before) = &one.fact else { return None };
            let differs = |worded: &Wording| {
                before.iter().any(|b| b.question == worded.question && b.text != worded.text)
            };
            wording.iter().any(differs).then_some(
                "A question was narrowed in two ways on one day: strike the one that is wrong.",
            )
        }
        Fact::DecisionNotice(result, _) => {
            let Fact::DecisionNotice(before, _) = &one.fact else { return None };
            (before != result).then_some(
                "Two decision notices of one day come to different results: strike the one that \
                 is wrong.",
            )
        }
        Fact::AppealDecided(result, _) => {
            let Fact::AppealDecided(before, _) = &one.fact else { return None };
            (before != result).then_some(
                "An appeal was decided in two ways on one day: strike the one that is wrong.",
            )
        }
        // Those whose order changes nothing, and those that name what is odd when they are read.
        Fact::LetterWritten(_)
        | Fact::LetterSent(..)
        | Fact::LetterReceived(_)
        | Fact::DeliveryFailed(..)
        | Fact::Resent(..)
        | Fact::Acknowledged(_)
        | Fact::ReferenceGiven(_)
        | Fact::DateClaimed(..)
        | Fact::ClarificationAsked(_)
        | Fact::ClarificationAnswered(_)
        | Fact::FeesNotice(_)
        | Fact::FeesPaid
        | Fact::ExtensionClaimed(_)
        | Fact::HoldingReply(_)
        | Fact::RegimeMoved(_)
        | Fact::ReplyReceived(_)
        | Fact::ChaserSent(_)
        | Fact::FollowUpSentElsewhere(_)
        | Fact::ReviewAskedElsewhere(_)
        | Fact::ReviewAcknowledged(_)
        | Fact::ReviewExtended(_)
        | Fact::ReviewRefused(_)
        | Fact::ComplaintMade(_)
        | Fact::ComplaintAcknowledged(_)
        | Fact::AppealMade(_)
        | Fact::PartsWithdrawn(_)
        | Fact::Withdrawn(_)
        | Fact::Closed(_)
        | Fact::Note(_) => None,
    }
}

fn differ(one: &[(QuestionId, Answer)], other: &[(QuestionId, Answer)]) -> bool {
    other.iter().any(|(question, answer)| {
        one.iter().any(|(known, before)| known == question && before != answer)
    })
}

/// No questions named are all of them.
fn overlap(one: &[QuestionId], other: &[QuestionId]) -> bool {
    one.is_empty() || other.is_empty() || one.iter().any(|question| other.contains(question))
}

#[cfg(test)]
mod tests {
    use law::regime::Regime;

    use super::*;
    use crate::clock::ClockKind;
    use crate::event::{Claim, EventKind, Notice, ReviewResult, Transfer};
    use crate::outcome::Outcome;
    use crate::testing::{EMAILED, History, day};

    /// A request of 23 November 2026 with these facts of one day, entered in both orders.
    fn both_orders(regime: Regime, kind: EventKind, facts: [Fact; 2]) -> [History; 2] {
        let [one, other] = facts;
        [[one.clone(), other.clone()], [other, one]].map(|facts| {
            let mut history = History::sent(regime);
            for fact in facts {
                history.event(kind, "2026-12-01", fact);
            }
            history
        })
    }

    #[test]
    fn of_two_dates_claimed_on_one_day_the_later_counts() {
        let claim = |text| Fact::DateClaimed(Claim::Due, day(text));
        let facts = [claim("2026-12-29"), claim("2026-12-24")];
        for history in both_orders(Regime::Foia, EventKind::DateClaimed, facts) {
            let claimed = history.clock(ClockKind::Response).claim.expect("a claim");
            assert_eq!(claimed.due, day("2026-12-29"));
            assert_eq!(history.problems().len(), 1);
        }
    }

    #[test]
    fn of_two_moves_on_one_day_the_regulations_count() {
        let facts = [Fact::RegimeMoved(Regime::Foia), Fact::RegimeMoved(Regime::Eir)];
        for history in both_orders(Regime::Foia, EventKind::RegimeMoved, facts) {
            assert_eq!(history.case().regime, Regime::Eir);
            assert!(history.problems()[0].contains("the Regulations count"));
        }
    }

    #[test]
    fn what_cannot_both_be_so_is_a_problem_in_either_order() {
        let decided = |result, outcome| {
            let says = crate::testing::theirs(&[(1, outcome)]);
            Fact::ReviewDecided(result, says)
        };
        let passed = |to: &str, question| {
            let questions = vec![QuestionId(question)];
            Fact::Transferred(Transfer { to: to.to_owned(), received_on: None, questions })
        };
        let narrowed = |text: &str| {
            let wording = vec![Wording { question: QuestionId(1), text: text.to_owned() }];
            Fact::Narrowed(EMAILED, wording)
        };
        let (upheld, over) = (ReviewResult::Upheld, ReviewResult::Overturned);
        for (kind, facts, said) in [
            (
                EventKind::ReviewDecided,
                [decided(upheld, Outcome::Refused), decided(over, Outcome::Answered)],
                "Two decisions of one day",
            ),
            (EventKind::Transferred, [passed("a", 1), passed("b", 1)], "two authorities"),
            (EventKind::Narrowed, [narrowed("This year?"), narrowed("Last year?")], "two ways"),
        ] {
            let [one, other] = both_orders(Regime::Foia, kind, facts);
            let odd = |history: &History| {
                history.problems().into_iter().filter(|odd| odd.contains(said)).count()
            };
            assert_eq!((odd(&one), odd(&other)), (1, 1), "{kind}");
            assert_eq!(one.agenda(), other.agenda(), "{kind}");
        }
    }

    #[test]
    fn what_can_both_be_so_is_none() {
        let passed = |to: &str, question| {
            let questions = vec![QuestionId(question)];
            Fact::Transferred(Transfer { to: to.to_owned(), received_on: None, questions })
        };
        let facts = [passed("a", 1), passed("b", 2)];
        let [one, _] = both_orders(Regime::Foia, EventKind::Transferred, facts);
        assert!(one.problems().is_empty(), "{:?}", one.problems());
    }

    #[test]
    fn decisions_of_one_day_with_different_results_are_a_problem() {
        let notice = |result| Fact::DecisionNotice(Some(result), Notice::default());
        let appeal = |result| Fact::AppealDecided(Some(result), Notice::default());
        let (upheld, over) = (ReviewResult::Upheld, ReviewResult::Overturned);
        let mut history = History::sent(Regime::Foia);
        history.event(EventKind::ComplaintMade, "2027-02-01", Fact::ComplaintMade(EMAILED));
        for result in [upheld, over] {
            history.event(EventKind::DecisionNotice, "2027-03-01", notice(result));
        }
        history.event(EventKind::AppealMade, "2027-03-02", Fact::AppealMade(EMAILED));
        for result in [upheld, over] {
            history.event(EventKind::AppealDecided, "2027-06-01", appeal(result));
        }
        let problems = history.problems();
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[0].contains("Two decision notices"), "{problems:?}");
        assert!(problems[1].contains("An appeal was decided in two ways"), "{problems:?}");
    }

    #[test]
    fn one_answer_answers_everything_asked_before_it() {
        let asked = |question| {
            let questions = vec![QuestionId(question)];
            Fact::ClarificationAsked(Notice { questions, ..Notice::default() })
        };
        let mut history = History::sent(Regime::Foia);
        history.event(EventKind::ClarificationAsked, "2026-12-01", asked(1));
        history.event(EventKind::ClarificationAsked, "2026-12-02", asked(2));
        let answered = Fact::ClarificationAnswered(EMAILED);
        history.event(EventKind::ClarificationAnswered, "2026-12-03", answered);
        assert!(!history.has_clock(ClockKind::Clarification), "nothing is left to be answered");
        assert_eq!(history.clocks().iter().filter(|c| c.kind.is_the_answer()).count(), 2);
    }
}
