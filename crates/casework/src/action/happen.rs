//! May something that happened be recorded? Asked of the fold itself: what it finds odd in the new
//! event is refused before it is kept.

use chrono::NaiveDate;
use law::calendar::BankHolidays;

use super::days::not_after_today;
use crate::case::{Case, CaseFile};
use crate::clock::words;
use crate::event::{Event, EventKind};
use crate::id::EventId;
use crate::refusal::Refusal;

/// May this event be recorded?
///
/// # Errors
/// Refused for days that cannot be right, before the request was sent, and where it answers to
/// nothing that happened: a fee paid that nobody asked for, an appeal without a decision.
pub fn happened(
    file: &CaseFile,
    event: &Event,
    holidays: &BankHolidays,
    today: NaiveDate,
) -> Result<(), Refusal> {
    not_after_today(event.happened_on, today, "on")?;
    let sending = event.fact.sending().and_then(|sending| sending.received_on());
    for received in event.fact.received_on().into_iter().chain(sending) {
        not_after_today(received, today, "received")?;
        if received < event.happened_on {
            return Err(Refusal::new(
                format!(
                    "It cannot have arrived on {}, before {}.",
                    words(received),
                    words(event.happened_on)
                ),
                "The date of a letter and the day it arrived are two facts: check both.",
            )
            .on("received"));
        }
    }
    let now = Case::fold(file, holidays);
    let sent_on = now
        .sent_on()
        .or_else(|| now.request().and_then(|ours| ours.came_back.first()).map(|(sent, _)| sent.on));
    match sent_on {
        None => {
            return Err(Refusal::new(
                format!(
                    "{} has not been sent, so nothing can have happened to it.",
                    file.reference
                ),
                "Record first how its letter left, and on which day.",
            )
            .on("request"));
        }
        Some(sent) if event.happened_on < sent => {
            return Err(Refusal::new(
                format!(
                    "{} was sent on {}; this cannot have happened on {}.",
                    file.reference,
                    words(sent),
                    words(event.happened_on)
                ),
                "Check the day, and the day on which the request left.",
            )
            .on("on"));
        }
        Some(_) => {}
    }
    let event = Event { id: EventId(i64::MAX), ..event.clone() };
    let mut with = file.clone();
    with.events.push(event.clone());
    let odd = Case::fold(&with, holidays).problems.into_iter().find(|odd| odd.event == event.id);
    match odd {
        None => Ok(()),
        Some(odd) => {
            let (hint, citation) = way_out(event.kind, &now);
            let refusal = Refusal::new(odd.message, hint).on("request");
            Err(match citation {
                Some(citation) => refusal.citing(citation),
                None => refusal,
            })
        }
    }
}

/// What to do instead, and the rule that says so.
fn way_out(kind: EventKind, case: &Case) -> (&'static str, Option<&'static str>) {
    match kind {
        EventKind::ExtensionClaimed if case.regime.is_scottish() => (
            "Record the letter as a holding reply: it moves nothing.",
            Some(case.regime.response_section()),
        ),
        EventKind::ComplaintMade if case.regime.is_scottish() && case.reviews.is_empty() => {
            ("Require a review first.", Some(case.regime.complaint_section()))
        }
        EventKind::FeesPaid => ("Record the notice of fees first.", None),
        EventKind::ClarificationAnswered => ("Record first that they asked, and when.", None),
        EventKind::ReviewAcknowledged
        | EventKind::ReviewExtended
        | EventKind::ReviewRefused
        | EventKind::ReviewDecided => ("Record first that a review was asked for.", None),
        EventKind::ComplaintAcknowledged | EventKind::DecisionNotice => {
            ("Record the complaint first.", None)
        }
        EventKind::AppealMade => ("Record the decision notice first.", None),
        EventKind::AppealDecided => ("Record the appeal first.", None),
        EventKind::LetterWritten
        | EventKind::RequestSent
        | EventKind::LetterReceived
        | EventKind::DeliveryFailed
        | EventKind::Resent
        | EventKind::Acknowledged
        | EventKind::DateClaimed
        | EventKind::ReferenceGiven
        | EventKind::ClarificationAsked
        | EventKind::FeesNotice
        | EventKind::ExtensionClaimed
        | EventKind::Transferred
        | EventKind::HoldingReply
        | EventKind::RegimeMoved
        | EventKind::Narrowed
        | EventKind::ReplyReceived
        | EventKind::OutcomeCorrected
        | EventKind::ChaserSent
        | EventKind::FollowUpSent
        | EventKind::ReviewAsked
        | EventKind::ComplaintMade
        | EventKind::PartsWithdrawn
        | EventKind::Withdrawn
        | EventKind::Closed
        | EventKind::Note => ("Check the correspondence, and the day.", None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{Fact, Notice, Sending};
    use crate::letter::LetterKind;
    use crate::testing::{EMAILED, History, day};
    use law::Coded;
    use law::regime::Regime;

    fn may(
        history: &History,
        kind: EventKind,
        on: &str,
        fact: Fact,
        today: &str,
    ) -> Result<(), Refusal> {
        let event = Event { id: EventId(0), kind, happened_on: day(on), fact, struck: None };
        happened(&history.file, &event, &history.holidays, day(today))
    }

    fn holding(history: &History, on: &str, received: Option<&str>) -> Result<(), Refusal> {
        let notice = Notice { received_on: received.map(day), ..Notice::default() };
        may(history, EventKind::HoldingReply, on, Fact::HoldingReply(notice), "2026-12-16")
    }

    fn refused(result: Result<(), Refusal>, field: &str, words: &str) -> Refusal {
        let refusal = result.expect_err(words);
        assert_eq!(refusal.field.as_deref(), Some(field));
        assert!(refusal.message.contains(words), "{}", refusal.message);
        refusal
    }

    #[test]
    fn what_happened_lies_between_the_day_of_sending_and_today() {
        let history = History::sent(Regime::Foia);
        assert_eq!(holding(&history, "2026-11-23", None), Ok(()), "on the day it was sent");
        assert_eq!(holding(&history, "2026-12-16", None), Ok(()), "today");
        refused(holding(&history, "2026-11-22", None), "on", "was sent on 23 November 2026");
        refused(holding(&history, "2026-12-17", None), "on", "is after today");
        let unsent = History::new(Regime::Foia);
        refused(holding(&unsent, "2026-12-16", None), "request", "has not been sent");
    }

    #[test]
    fn it_arrived_between_its_own_day_and_today() {
        let history = History::sent(Regime::Foia);
        let arrived = |on| holding(&history, "2026-12-14", Some(on));
        assert_eq!(arrived("2026-12-14"), Ok(()));
        assert_eq!(arrived("2026-12-16"), Ok(()));
        refused(arrived("2026-12-13"), "received", "before 14 December 2026");
        refused(arrived("2026-12-17"), "received", "is after today");
        let chaser = |on| {
            let sending = Sending::Emailed { received_on: Some(day(on)) };
            let fact = Fact::ChaserSent(sending);
            may(&history, EventKind::ChaserSent, "2026-12-14", fact, "2026-12-16")
        };
        assert_eq!(chaser("2026-12-14"), Ok(()));
        refused(chaser("2026-12-13"), "received", "before 14 December 2026");
    }

    #[test]
    fn what_came_back_had_left_all_the_same() {
        let mut history = History::sent(Regime::Foia);
        let letter = history.file.letters[0].id;
        history.event(EventKind::DeliveryFailed, "2026-11-24", Fact::DeliveryFailed(letter, None));
        let again = |on| {
            let fact = Fact::Resent(letter, EMAILED);
            may(&history, EventKind::Resent, on, fact, "2026-12-16")
        };
        assert_eq!(again("2026-11-25"), Ok(()));
        refused(again("2026-11-22"), "on", "was sent on 23 November 2026");
    }

    /// What is odd about older events is not held against the new one.
    #[test]
    fn only_what_is_odd_about_the_new_event_refuses_it() {
        let mut history = History::sent(Regime::Foia);
        history.event(EventKind::FeesPaid, "2026-11-27", Fact::FeesPaid);
        assert_eq!(history.problems().len(), 1, "a fee was paid that nobody asked for");
        assert_eq!(holding(&history, "2026-12-14", None), Ok(()));
        // Even where the new event has no number of its own yet.
        let odd = history.file.events[2].id;
        let fact = Fact::HoldingReply(Notice::default());
        let kind = EventKind::HoldingReply;
        let event = Event { id: odd, kind, happened_on: day("2026-12-14"), fact, struck: None };
        let may = happened(&history.file, &event, &history.holidays, day("2026-12-16"));
        assert_eq!(may, Ok(()));
    }

    #[test]
    fn each_refusal_says_what_to_record_first() {
        for (kind, fact, hint) in [
            (EventKind::FeesPaid, Fact::FeesPaid, "the notice of fees"),
            (
                EventKind::ClarificationAnswered,
                Fact::ClarificationAnswered(EMAILED),
                "that they asked, and when",
            ),
            (
                EventKind::ReviewExtended,
                Fact::ReviewExtended(Notice::default()),
                "that a review was asked for",
            ),
            (
                EventKind::DecisionNotice,
                Fact::DecisionNotice(None, Notice::default()),
                "the complaint",
            ),
            (EventKind::AppealMade, Fact::AppealMade(EMAILED), "the decision notice"),
            (
                EventKind::AppealDecided,
                Fact::AppealDecided(None, Notice::default()),
                "the appeal first",
            ),
        ] {
            let result = may(&History::sent(Regime::Foia), kind, "2026-12-14", fact, "2026-12-16");
            let refusal = result.expect_err(kind.code());
            assert!(refusal.hint.contains(hint), "{kind}: {}", refusal.hint);
            assert_eq!(refusal.citation, None, "{kind}: order refuses it, not a law");
        }
    }

    /// Section 10 of the Scottish Act knows no extension; its section 47 asks for a review first.
    #[test]
    fn what_the_scottish_act_does_not_have_is_refused_by_it() {
        let history = History::sent(Regime::Foisa);
        let extension = may(
            &history,
            EventKind::ExtensionClaimed,
            "2026-12-14",
            Fact::ExtensionClaimed(Notice::default()),
            "2026-12-16",
        );
        let refusal = refused(extension, "request", "");
        assert!(refusal.hint.contains("holding reply"), "{}", refusal.hint);
        assert_eq!(refusal.citation.as_deref(), Some("section 10(1)"));
        let complain = |history: &History| {
            let fact = Fact::ComplaintMade(EMAILED);
            may(history, EventKind::ComplaintMade, "2027-03-10", fact, "2027-03-12")
        };
        let refusal = refused(complain(&history), "request", "");
        assert_eq!(refusal.hint, "Require a review first.");
        assert_eq!(refusal.citation.as_deref(), Some("section 47(1)"));
        let mut reviewed = history;
        reviewed.write_and_send(LetterKind::Review, None, "2026-12-28");
        assert_eq!(complain(&reviewed), Ok(()));
    }

    /// Where the fault is another, the law of Scotland is not named for it.
    #[test]
    fn another_fault_has_another_way_out() {
        let no_such_question =
            Notice { questions: vec![crate::id::QuestionId(4)], ..Notice::default() };
        let extension = may(
            &History::sent(Regime::Foia),
            EventKind::ExtensionClaimed,
            "2026-12-14",
            Fact::ExtensionClaimed(no_such_question),
            "2026-12-16",
        );
        let refusal = refused(extension, "request", "not counted");
        assert_eq!(refusal.hint, "Check the correspondence, and the day.");
        assert_eq!(refusal.citation, None);
        for regime in [Regime::Foia, Regime::Foisa] {
            let mut history = History::sent(regime);
            history.write_and_send(LetterKind::Review, None, "2026-12-28");
            let made = Fact::ComplaintMade(EMAILED);
            history.event(EventKind::ComplaintMade, "2027-03-10", made.clone());
            let again = may(&history, EventKind::ComplaintMade, "2027-03-11", made, "2027-03-12");
            let refusal = refused(again, "request", "a complaint already");
            assert_eq!(refusal.hint, "Check the correspondence, and the day.", "{regime}");
            assert_eq!(refusal.citation, None, "{regime}");
        }
    }
}
