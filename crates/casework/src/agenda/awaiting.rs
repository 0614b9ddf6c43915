//! The agenda while an answer is awaited: to the request, or to a follow-up.

use chrono::NaiveDate;

use super::{Plan, Stage, StepKind, authority, day_after};
use crate::clock::{Clock, ClockKind, words};
use crate::letter::LetterKind;
use crate::question::list_of_questions;

impl Plan<'_> {
    pub(super) fn awaiting(&mut self, sent_on: NaiveDate) {
        self.what_we_owe();
        let owed = |clock: &&Clock| clock.kind.is_the_answer() && clock.stopped_on.is_none();
        let Some(first) = self.clocks.iter().filter(owed).min_by_key(|clock| clock.due).cloned()
        else {
            self.stopped(sent_on);
            return;
        };
        let late_from = day_after(first.due);
        let is_extended = first.kind == ClockKind::Extended;
        let stage = if is_extended { Stage::Extended } else { Stage::Awaiting };
        self.stage(stage, sent_on, Some(first.due), Some(first.due));
        self.stage(Stage::Overdue, late_from, None, Some(first.due));
        let step = self.step(
            StepKind::Wait,
            sent_on,
            Some(first.due),
            format!("A reply is due by the end of {}.", words(first.due)),
        );
        step.authority = Some(authority(&first));
        let act_from = self.act_from(&first);
        let late = match self.case.replies.iter().any(|reply| !reply.superseded) {
            true => {
                let left: Vec<_> = self
                    .case
                    .questions
                    .iter()
                    .filter(|question| first.outstanding.contains(&question.id))
                    .collect();
                format!("Late: {}. It was due by {}.", list_of_questions(left), words(first.due))
            }
            false => format!("No full reply by {}.", words(first.due)),
        };
        // In Scotland silence is answered by a requirement for review at once; elsewhere by a
        // chaser, and then by a complaint.
        if self.case.regime.is_scottish() {
            self.ask_review(act_from, &late);
        } else {
            self.chase_then_complain(act_from, &first, late);
        }
    }

    /// Where waiting for the last reading would cost us the right to a review, it is not waited for.
    fn act_from(&mut self, clock: &Clock) -> NaiveDate {
        let is_lost = self.window().is_some_and(|window| window.safe_day() <= clock.last_reading());
        match self.case.regime.is_scottish() && is_lost {
            true => day_after(clock.due),
            false => self.contested(clock),
        }
    }

    fn chase_then_complain(&mut self, from: NaiveDate, clock: &Clock, late: String) {
        let chased = self.case.chasers.iter().map(|(_, on)| *on).find(|on| *on > clock.due);
        let Some(chased) = chased else {
            let step = self.step(StepKind::Chase, from, None, late);
            step.authority = Some(authority(clock));
            return;
        };
        let reply_by = self
            .clocks
            .iter()
            .find(|known| known.kind == ClockKind::ReplyBy && known.counted_from == chased)
            .map_or(chased, |known| known.due)
            .max(clock.last_reading());
        let step = self.step(
            StepKind::Wait,
            day_after(clock.due),
            Some(reply_by),
            format!("The chaser of {} asks for a reply by {}.", words(chased), words(reply_by)),
        );
        step.authority = Some((law::citation::Basis::Courtesy, "our own date".to_owned()));
        let step = self.step(
            StepKind::Complain,
            day_after(reply_by),
            None,
            format!(
                "{late} The chaser of {} was not answered; the {} takes a complaint about silence \
                 without a review.",
                words(chased),
                self.case.regime.commissioner()
            ),
        );
        step.authority = Some((
            law::citation::Basis::RegulatorPolicy,
            "the Information Commissioner's practice on complaints".to_owned(),
        ));
    }

    /// What stops the clock until we do something: a question to answer, a fee to pay.
    fn what_we_owe(&mut self) {
        let ours =
            |clock: &&Clock| matches!(clock.kind, ClockKind::Clarification | ClockKind::Fees);
        let clocks: Vec<Clock> = self.clocks.iter().filter(ours).cloned().collect();
        for clock in clocks {
            let is_fee = clock.kind == ClockKind::Fees;
            let (kind, what) = if is_fee {
                (StepKind::PayFee, "They asked for a fee")
            } else {
                (StepKind::AnswerClarification, "They asked what is meant")
            };
            let reason = format!("{what} ({}): nothing runs until then.", clock.subject);
            let step = self.step(kind, clock.counted_from, Some(clock.due), reason);
            step.authority = Some(authority(&clock));
            let (kind, reason) = match is_fee {
                true => (
                    StepKind::Close,
                    format!(
                        "The fee was to be paid by {}: the request has lapsed. Close it, or ask for \
                         less in a new one.",
                        words(clock.due)
                    ),
                ),
                false => (
                    StepKind::AnswerClarification,
                    format!(
                        "The force may have closed the request since {}; answer all the same, or \
                         close it.",
                        words(clock.due)
                    ),
                ),
            };
            let step = self.step(kind, day_after(clock.due), None, reason);
            step.authority = Some(authority(&clock));
        }
        if !self.has_clock_of_ours()
            && let Some(turn) = self.case.asked_and_not_answered()
        {
            self.step(
                StepKind::AnswerClarification,
                turn,
                None,
                "They asked what is meant: nothing runs until then.".to_owned(),
            );
        }
    }

    fn has_clock_of_ours(&self) -> bool {
        self.clocks.iter().any(|clock| clock.kind == ClockKind::Clarification)
    }

    /// No time of the force's runs: it waits for us.
    fn stopped(&mut self, sent_on: NaiveDate) {
        let ours = self
            .clocks
            .iter()
            .filter(|clock| matches!(clock.kind, ClockKind::Clarification | ClockKind::Fees))
            .min_by_key(|clock| clock.due)
            .cloned();
        let stage = match ours.as_ref().map(|clock| clock.kind) {
            Some(ClockKind::Fees) => Stage::FeesAsked,
            Some(_) => Stage::ClarificationAsked,
            None if self.case.asked_and_not_answered().is_some() => Stage::ClarificationAsked,
            None => Stage::Awaiting,
        };
        self.stage(stage, sent_on, None, ours.map(|clock| clock.due));
    }

    /// The follow-up, or the request for less, that left after this day: when, and what it is.
    pub(super) fn follow_up_since(&self, day: NaiveDate) -> Option<(NaiveDate, String)> {
        let letters = self
            .case
            .letters
            .iter()
            .filter(|ours| ours.facts.kind == LetterKind::FollowUp)
            .filter(|ours| ours.facts.mode.is_some_and(|mode| !mode.asks_review()))
            .filter_map(|ours| ours.first_sent())
            .filter(|sent| sent.on >= day)
            .map(|sent| (sent.on, "The follow-up".to_owned()));
        let narrowed = self
            .case
            .narrowed
            .iter()
            .filter(|narrowing| narrowing.on >= day)
            .map(|narrowing| (narrowing.on, "The narrowed request".to_owned()));
        letters.chain(narrowed).max_by_key(|(on, _)| *on)
    }

    pub(super) fn followed_up(&mut self, on: NaiveDate, what: &str) {
        let fresh = self.running(ClockKind::FreshRequest).cloned();
        let reply_by = self.running(ClockKind::ReplyBy).cloned();
        let is_fresh = fresh.is_some();
        let awaited = fresh.or(reply_by);
        let due = awaited.as_ref().map(|clock| clock.due);
        self.stage(Stage::FollowedUp, on, due, due);
        let window = self.window();
        let Some(clock) = awaited else {
            self.ask_review(on, &format!("{what} is with the force."));
            return;
        };
        let late_from = day_after(clock.due);
        let step = self.step(
            StepKind::Wait,
            on,
            Some(clock.due),
            format!("{what} is to be answered by {}.", words(clock.due)),
        );
        step.authority = Some(authority(&clock));
        if is_fresh {
            self.stage(Stage::Overdue, late_from, None, due);
            let act_from = self.contested(&clock);
            let late = format!("No reply to the fresh request by {}.", words(clock.due));
            if self.case.regime.is_scottish() {
                let step = self.step(StepKind::Chase, act_from, None, late);
                step.authority = Some(authority(&clock));
            } else {
                self.chase_then_complain(act_from, &clock, late);
            }
        } else {
            self.stage(Stage::ToFollowUp, late_from, None, window.map(|clock| clock.due));
        }
        self.ask_review(on, &format!("{what} does not move the time for a review."));
    }
}
