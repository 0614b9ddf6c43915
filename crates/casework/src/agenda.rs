//! The agenda of a request: which stage it is in, and what is to be done, for every day to come.
//!
//! It is worked out once from the facts, without knowing today. Each entry carries the days on
//! which it holds, so that "what needs doing now" is a look-up, the same one for lists, counts and
//! letters; and a step whose letter was written or sent is simply not there any more.

use chrono::{Days, NaiveDate};
use law::citation::Basis;
use law::coded;

use crate::case::{Case, OurLetter};
use crate::clock::{Clock, ClockKind, words};
use crate::event::EventKind;
use crate::id::LetterId;
use crate::letter::{LetterKind, Mode};
use crate::question::list_of_questions;

mod awaiting;
mod complaint;
mod mode;
mod reviews;

pub(crate) use mode::may_ask_afresh;
pub use mode::recommended_mode;

coded! {
    /// Where a request stands.
    pub enum Stage {
        /// Nothing has left.
        NotSent = "not_sent", "Not sent";
        /// The force has time to reply.
        Awaiting = "awaiting", "Awaiting reply";
        /// The time to reply is over.
        Overdue = "overdue", "Overdue";
        /// A reply left questions open.
        ToFollowUp = "to_follow_up", "To follow up";
        /// A follow-up is with the force.
        FollowedUp = "followed_up", "Followed up";
        /// A review is with the force.
        InReview = "in_review", "In review";
        /// The time for the review is over.
        ReviewLate = "review_late", "Review late";
        /// The force asked what the request means; nothing runs until it is told.
        ClarificationAsked = "clarification_asked", "Clarification asked";
        /// The force asked for a fee; nothing runs until it is paid.
        FeesAsked = "fees_asked", "Fees asked";
        /// The force took more time in time.
        Extended = "extended", "Extended";
        /// The Commissioner has it.
        WithCommissioner = "with_commissioner", "With the Commissioner";
        /// The Commissioner decided.
        DecisionNotice = "decision_notice", "Decision notice";
        /// An appeal is under way.
        OnAppeal = "on_appeal", "On appeal";
        /// Every counted question is answered, available elsewhere or not applicable.
        Complete = "complete", "Complete";
        /// A person closed it, with a reason.
        Closed = "closed", "Closed";
        /// A person withdrew it.
        Withdrawn = "withdrawn", "Withdrawn";
    }
}

coded! {
    /// What to do next.
    pub enum StepKind {
        /// Write the request.
        WriteRequest = "write_request", "Write the request";
        /// Print and post (or e-mail) a letter that is written.
        SendLetter = "send_letter", "Send the letter";
        /// Nothing but wait.
        Wait = "wait", "Wait";
        /// Chase a late reply.
        Chase = "chase", "Chase the reply";
        /// Write a follow-up.
        FollowUp = "follow_up", "Write a follow-up";
        /// Ask for an internal review.
        AskReview = "ask_review", "Ask for an internal review";
        /// Chase a late review.
        ChaseReview = "chase_review", "Chase the review";
        /// Go to the Commissioner.
        Complain = "complain", "Go to the Commissioner";
        /// Answer what the force asked.
        AnswerClarification = "answer_clarification", "Answer their question";
        /// Pay the fee, or ask for less.
        PayFee = "pay_fee", "Pay the fee or ask for less";
        /// Appeal against the decision notice.
        Appeal = "appeal", "Appeal";
        /// Close the request, with a reason.
        Close = "close", "Close the request";
        /// Nothing is left to do.
        Nothing = "nothing", "Nothing to do";
    }
}

/// A stretch of days in one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageSpan {
    /// The stage.
    pub stage: Stage,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; nothing where it lasts until something happens.
    pub until: Option<NaiveDate>,
    /// The date that the stage is about: due by its end.
    pub due: Option<NaiveDate>,
}

/// Something to do, with the days on which it is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub kind: StepKind,
    /// The first day.
    pub from: NaiveDate,
    /// The last day on which it is in time; nothing where no day ends it.
    pub until: Option<NaiveDate>,
    /// Why, as a sentence.
    pub reason: String,
    /// The authority for its last day.
    pub authority: Option<(Basis, String)>,
    /// The mode that is recommended, for a follow-up.
    pub mode: Option<Mode>,
    /// The letter to send, where one is written.
    pub letter: Option<LetterId>,
}

/// The agenda of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The stages, in order of days.
    pub stages: Vec<StageSpan>,
    /// The steps; those that end first come first, waiting comes last.
    pub steps: Vec<Step>,
}

fn day_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// Works out the agenda of a case from its clocks.
pub fn agenda(case: &Case, clocks: &[Clock]) -> Agenda {
    let mut plan = Plan { case, clocks, stages: Vec::new(), steps: Vec::new() };
    plan.make();
    let mut steps = plan.steps;
    // Rights that expire soonest come first; a letter that is already written before one that is not.
    steps.sort_by_key(|step| {
        (
            matches!(step.kind, StepKind::Wait | StepKind::Nothing),
            step.letter.is_none(),
            step.until.unwrap_or(NaiveDate::MAX),
        )
    });
    Agenda { stages: plan.stages, steps }
}

struct Plan<'a> {
    case: &'a Case,
    clocks: &'a [Clock],
    stages: Vec<StageSpan>,
    steps: Vec<Step>,
}

impl Plan<'_> {
    fn make(&mut self) {
        let case = self.case;
        if let Some(ended) = &case.ended {
            let stage =
                if ended.kind == EventKind::Withdrawn { Stage::Withdrawn } else { Stage::Closed };
            self.stage(stage, ended.on, None, None);
            self.step(StepKind::Nothing, ended.on, None, ended.reason.clone());
            return;
        }
        let Some(sent_on) = case.sent_on() else {
            self.not_sent();
            return;
        };
        self.letters_to_send();
        if case.is_complete() {
            let since = case.last_reply().map_or(sent_on, |reply| reply.known_on);
            self.stage(Stage::Complete, since, None, None);
            self.step(StepKind::Nothing, since, None, "Every question is answered.".to_owned());
            return;
        }
        if case.complaint.is_some() {
            self.complained();
            return;
        }
        if let Some(review) = case.open_review() {
            self.in_review(review);
            return;
        }
        let last_reply = case.last_reply().map(|reply| reply.known_on);
        let last_decision = case.reviews.iter().filter_map(crate::case::Review::ended_on).max();
        let anything_open = case.open_questions().next().is_some();
        match (last_reply, last_decision) {
            (reply, Some(decided)) if reply.is_none_or(|reply| reply <= decided) => {
                self.review_decided(decided);
            }
            (Some(reply), _) if anything_open => match self.follow_up_since(reply) {
                Some((on, subject)) => self.followed_up(on, &subject),
                None => self.open_after_reply(reply),
            },
            (Some(_), _) | (None, _) => self.awaiting(sent_on),
        }
    }

    fn stage(
        &mut self,
        stage: Stage,
        from: NaiveDate,
        until: Option<NaiveDate>,
        due: Option<NaiveDate>,
    ) {
        self.stages.push(StageSpan { stage, from, until, due });
    }

    fn step(
        &mut self,
        kind: StepKind,
        from: NaiveDate,
        until: Option<NaiveDate>,
        reason: String,
    ) -> &mut Step {
        self.steps.push(Step {
            kind,
            from,
            until,
            reason,
            authority: None,
            mode: None,
            letter: None,
        });
        let last = self.steps.len() - 1;
        &mut self.steps[last]
    }

    fn running(&self, kind: ClockKind) -> Option<&Clock> {
        self.clocks
            .iter()
            .filter(|clock| clock.kind == kind && clock.stopped_on.is_none())
            .min_by_key(|clock| clock.safe_day())
    }

    /// The window for a review that closes first, of those still unused.
    fn window(&self) -> Option<Clock> {
        self.running(ClockKind::ReviewRequest).cloned()
    }

    fn not_sent(&mut self) {
        let written = self.case.letters.last().map(|ours| ours.facts.clone());
        match written {
            Some(facts) => {
                self.stage(Stage::NotSent, facts.dated, None, None);
                self.letters_to_send();
            }
            None => {
                self.stage(Stage::NotSent, NaiveDate::MIN, None, None);
                self.step(
                    StepKind::WriteRequest,
                    NaiveDate::MIN,
                    None,
                    "No letter is written.".to_owned(),
                );
            }
        }
    }

    fn letters_to_send(&mut self) {
        let window = self.window();
        let queued: Vec<OurLetter> = self.case.queued().cloned().collect();
        for ours in queued {
            let reference = self.case.reference.letter(ours.facts.number);
            let last_day = if ours.facts.asks_review() { window.as_ref() } else { None };
            let step = self.step(
                StepKind::SendLetter,
                ours.facts.dated,
                last_day.map(Clock::safe_day),
                match ours.came_back.last() {
                    Some((_, on)) => format!(
                        "{reference} came back on {}, so no clock runs from it: send it again.",
                        words(*on)
                    ),
                    None => format!("{reference} is written and has not left; no clock runs yet."),
                },
            );
            step.letter = Some(ours.facts.id);
            step.authority = last_day.map(authority);
            if let Some(clock) = last_day {
                if let Some(step) = self.between_readings(StepKind::SendLetter, clock) {
                    step.letter = Some(ours.facts.id);
                }
                let late = self.step(
                    StepKind::SendLetter,
                    day_after(clock.due).max(ours.facts.dated),
                    None,
                    format!(
                        "{reference} has not left, and the time to ask for a review ended on {}; the \
                         force may still agree to one.",
                        words(clock.due)
                    ),
                );
                late.letter = Some(ours.facts.id);
                late.authority = Some(authority(clock));
            }
        }
    }

    /// Whether a letter that would take this step is written and waits to leave.
    fn is_queued(&self, test: impl Fn(&OurLetter) -> bool) -> bool {
        self.case.queued().any(test)
    }

    fn ask_review(&mut self, from: NaiveDate, reason: &str) {
        if self.is_queued(|ours| ours.facts.asks_review()) {
            return;
        }
        let window = self.window();
        let until = window.as_ref().map(Clock::safe_day);
        let step = self.step(
            StepKind::AskReview,
            from,
            until,
            match until {
                Some(day) => format!("{reason} Still in time until the end of {}.", words(day)),
                None => reason.to_owned(),
            },
        );
        step.authority = window.as_ref().map(authority);
        if let Some(clock) = window {
            self.between_readings(StepKind::AskReview, &clock);
            let late = self.step(
                StepKind::AskReview,
                day_after(clock.due),
                None,
                format!(
                    "The time to ask for a review ended on {}; the force may still agree to one.",
                    words(clock.due)
                ),
            );
            late.authority = Some(authority(&clock));
        }
    }

    /// A right of ours that has ended by some reading, and by ours has not: it is not given up, and
    /// it is used at once.
    fn between_readings(&mut self, kind: StepKind, clock: &Clock) -> Option<&mut Step> {
        let safe = clock.safe_day();
        if safe >= clock.due {
            return None;
        }
        let reason = format!(
            "By another reading the time ended on {}; as it is counted here it ends on {}: do it at \
             once.",
            words(safe),
            words(clock.due)
        );
        let step = self.step(kind, day_after(safe), Some(clock.due), reason);
        step.authority = Some(authority(clock));
        Some(step)
    }

    /// Between the last day as we count it and the last day of every other reading there is nothing
    /// to do but wait: only then is the end of a limit relied on. Gives the first day on which to act.
    fn contested(&mut self, clock: &Clock) -> NaiveDate {
        let last = clock.last_reading();
        if last > clock.due {
            let reason = format!(
                "It was due by {}; by another reading it is due by {}. Act only when both have \
                 passed.",
                words(clock.due),
                words(last)
            );
            let step = self.step(StepKind::Wait, day_after(clock.due), Some(last), reason);
            step.authority = Some(authority(clock));
        }
        day_after(last)
    }

    fn open_after_reply(&mut self, since: NaiveDate) {
        let window = self.window();
        self.stage(Stage::ToFollowUp, since, None, window.as_ref().map(|clock| clock.due));
        let case = self.case;
        let open = list_of_questions(case.open_questions().map(|(question, _)| question));
        let mode = recommended_mode(case);
        // One letter at a time: while another waits to leave, a follow-up would be refused.
        if !self.is_queued(|ours| ours.facts.kind != LetterKind::Request) {
            let window = window.as_ref().filter(|_| mode.asks_review());
            let until = window.map(Clock::safe_day);
            let step = self.step(StepKind::FollowUp, since, until, format!("Open: {open}."));
            step.mode = Some(mode);
            step.authority = window.map(authority);
            if let Some(step) =
                window.and_then(|clock| self.between_readings(StepKind::FollowUp, clock))
            {
                step.mode = Some(mode);
            }
            let afresh = case
                .open_questions()
                .any(|(_, current)| may_ask_afresh(current.answer.outcome, Mode::FreshRequest));
            if let (Some(clock), true) = (window, afresh) {
                // Once the time for a review is over, what is left is to ask afresh.
                let late = self.step(
                    StepKind::FollowUp,
                    day_after(clock.due),
                    None,
                    format!(
                        "Open: {open}. The time to ask for a review ended on {}.",
                        words(clock.due)
                    ),
                );
                late.mode = Some(Mode::FreshRequest);
            }
        }
        self.ask_review(since, &format!("Open: {open}."));
    }
}

fn authority(clock: &Clock) -> (Basis, String) {
    (clock.citation.basis, clock.citation.text.to_owned())
}

#[cfg(test)]
mod tests;
