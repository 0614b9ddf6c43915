//! The agenda while a review runs, and after it.

use chrono::NaiveDate;

use super::{Plan, Stage, StepKind, authority, day_after};
use crate::case::Review;
use crate::clock::{Clock, ClockKind, words};
use crate::outcome::Outcome;
use crate::question::list_of_questions;

impl Plan<'_> {
    pub(super) fn in_review(&mut self, review: &Review) {
        let mine = |kind: ClockKind| {
            self.clocks
                .iter()
                .find(|clock| clock.kind == kind && clock.started_by == review.event)
                .cloned()
        };
        let due = mine(ClockKind::Review);
        let silence = mine(ClockKind::ReviewSilence);
        let complaint = mine(ClockKind::Complaint);
        let Some(due) = due else {
            self.stage(Stage::InReview, review.asked_on, None, None);
            return;
        };
        let late_from = day_after(due.due);
        self.stage(Stage::InReview, review.asked_on, Some(due.due), Some(due.due));
        self.stage(Stage::ReviewLate, late_from, None, Some(due.due));
        let step = self.step(
            StepKind::Wait,
            review.asked_on,
            Some(due.due),
            format!("The review should be decided by {}.", words(due.due)),
        );
        step.authority = Some(authority(&due));
        let Some(silence) = silence else {
            let reason = format!("No decision on the review by {}.", words(due.due));
            let act_from = self.contested(&due);
            self.complain(act_from, complaint.as_ref(), reason);
            return;
        };
        // Once it is late it is chased, once; a letter that takes more time, or a chaser, is waited on.
        let chased = self.case.chasers.iter().map(|(_, on)| *on).find(|on| *on > due.due);
        let named = review.extended.and_then(|(_, _, named)| named).filter(|day| *day > due.due);
        let waits = chased
            .map(|on| format!("The review was chased on {}.", words(on)))
            .or_else(|| named.map(|day| format!("The force took until {}.", words(day))));
        let wait_until = match (chased, named) {
            (Some(_), _) => Some(silence.last_reading()),
            (None, Some(named)) => Some(named.min(silence.last_reading())),
            (None, None) => None,
        };
        if let (Some(until), Some(reason)) = (wait_until, waits) {
            let reason = format!(
                "{reason} A complaint lies once 40 working days have ended on {}.",
                words(silence.due)
            );
            let step = self.step(StepKind::Wait, late_from, Some(until), reason);
            step.authority = Some(authority(&silence));
        }
        let ended = silence.last_reading();
        let chase_from = match wait_until {
            Some(until) => day_after(until),
            None => self.contested(&due),
        };
        if chase_from <= ended {
            let step = self.step(
                StepKind::ChaseReview,
                chase_from,
                Some(ended),
                format!("No decision on the review by {}.", words(due.due)),
            );
            step.authority = Some(authority(&due));
        }
        let step = self.step(
            StepKind::Complain,
            day_after(ended),
            None,
            format!("40 working days without a decision ended on {}.", words(silence.due)),
        );
        step.authority = Some(authority(&silence));
    }

    pub(super) fn review_decided(&mut self, since: NaiveDate) {
        let complaint = self
            .clocks
            .iter()
            .filter(|clock| clock.kind == ClockKind::Complaint)
            .max_by_key(|clock| clock.due)
            .cloned();
        let due = complaint.as_ref().map(|clock| clock.due);
        self.stage(Stage::ToFollowUp, since, None, due);
        // Besides what the review left open, what nobody ever answered.
        let left = self.case.counted().filter(|(_, current)| {
            current.answer.outcome.is_open() || current.answer.outcome == Outcome::Awaiting
        });
        let open = list_of_questions(left.map(|(question, _)| question));
        let refused = self.case.reviews.last().is_some_and(|review| review.refused.is_some());
        let what = if refused { "The review is refused" } else { "The review is decided" };
        let reason = format!("{what}; still open: {open}.");
        self.complain(since, complaint.as_ref(), reason);
    }

    /// The way to the Commissioner. After its last day what is left is to ask with the reason for
    /// being late, or to close the request: it never stands there with nothing to do.
    fn complain(&mut self, from: NaiveDate, limit: Option<&Clock>, reason: String) {
        let until = limit.map(Clock::safe_day);
        let step = self.step(StepKind::Complain, from, until, reason);
        step.authority = limit.map(authority);
        if let Some(limit) = limit {
            self.between_readings(StepKind::Complain, limit);
            let late = format!(
                "The time for it ended on {}: say why it is late, or close the request.",
                words(limit.due)
            );
            let step = self.step(StepKind::Complain, day_after(limit.due), None, late);
            step.authority = Some(authority(limit));
        }
    }
}
