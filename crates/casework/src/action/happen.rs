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
