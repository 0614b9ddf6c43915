//! The clocks of reviews and of what comes after them: the window, the review, the Commissioner, the
//! appeal.

use chrono::NaiveDate;
use law::course;
use law::reading::OtherReading;
use law::regime::Regime;
use law::time_limit::{self, LimitKind};

use super::{ClaimedDue, Clock, ClockKind, From, Running, words};
use crate::case::{Reply, Review, Ruling};
use crate::event::Claim;

/// The same limit from another day zero, as a reading that is yet to be explained.
fn counted_from(other: &Clock) -> OtherReading {
    OtherReading {
        due: other.due,
        counted_from: Some(other.counted_from),
        why: "".into(),
        source: "".into(),
    }
}

impl Running<'_> {
    /// The windows in which a review may be asked for: one for each reply that left a question
    /// open, and, in Scotland, one for silence.
    pub(super) fn review_windows(&self, response: Option<&Clock>) -> Vec<Clock> {
        let asked = |since: NaiveDate| {
            self.case.reviews.iter().map(|review| review.asked_on).find(|asked| *asked >= since)
        };
        let mut clocks = Vec::new();
        for reply in self.case.replies.iter().filter(|reply| !reply.superseded) {
            let leaves_open =
                self.case.open_questions().any(|(_, current)| current.from == Some(reply.event));
            let was_reviewed = asked(reply.dated).is_some();
            if leaves_open || was_reviewed {
                clocks.extend(
                    self.window_after(reply, response)
                        .map(|clock| Clock { stopped_on: asked(reply.dated), ..clock }),
                );
            }
        }
        let silent = self.case.last_reply().is_none();
        if let (true, true, Some(response)) = (silent, self.case.regime.is_scottish(), response) {
            let from = From {
                event: response.started_by,
                subject: response.subject.clone(),
                day: response.due,
                fact: "the time for an answer ended".to_owned(),
            };
            clocks.extend(
                self.clock(ClockKind::ReviewRequest, LimitKind::ReviewRequest, from)
                    .map(|clock| Clock { stopped_on: asked(response.counted_from), ..clock }),
            );
        }
        clocks
    }

    fn window_after(&self, reply: &Reply, response: Option<&Clock>) -> Option<Clock> {
        let window = |day: NaiveDate, fact: &str| {
            let from = From {
                event: reply.event,
                subject: format!("reply of {}", words(reply.dated)),
                day,
                fact: fact.to_owned(),
            };
            self.clock(ClockKind::ReviewRequest, LimitKind::ReviewRequest, from)
        };
        let arrived = reply.received_on.unwrap_or(reply.dated);
        let mut clock = match self.case.regime {
            // Regulations 11(2) and 16(2) count from the failure itself, that is from the answer.
            Regime::Foia | Regime::Eir | Regime::Eisr => {
                let mut clock = window(reply.dated, "the date that the reply bears")?;
                if arrived != reply.dated {
                    clock.readings.extend(window(arrived, "").map(|other| OtherReading {
                        why: format!("counted from its arrival on {}", words(arrived)).into(),
                        source: "no authority known: shown beside the date of the letter".into(),
                        ..counted_from(&other)
                    }));
                }
                clock
            }
            Regime::Foisa => {
                let expiry = response.map_or(arrived, |response| response.due);
                let (from, fact) = if arrived > expiry {
                    (arrived, "the late reply was received")
                } else {
                    (expiry, "the time for an answer ended")
                };
                let mut clock = window(from, fact)?;
                if from != arrived {
                    clock.readings.extend(window(arrived, "").map(|other| {
                        OtherReading {
                            why: format!(
                                "the safe date, counted from the reply of {}",
                                words(arrived)
                            )
                            .into(),
                            source: "our own caution".into(),
                            ..counted_from(&other)
                        }
                    }));
                }
                clock
            }
        };
        let claimed =
            self.case.claims.iter().rev().find(|known| known.claim == Claim::ReviewRequest);
        clock.claim = claimed.and_then(|claimed| {
            let why = "the day that the force gives for it".to_owned();
            ClaimedDue::of(clock.due, claimed.day, why)
        });
        Some(clock)
    }

    pub(super) fn reviews(&self) -> Vec<Clock> {
        let mut clocks = Vec::new();
        for review in &self.case.reviews {
            let subject = review
                .letter
                .and_then(|id| self.case.letters.iter().find(|ours| ours.facts.id == id))
                .map_or_else(
                    || format!("review asked on {}", words(review.asked_on)),
                    |ours| self.case.reference.letter(ours.facts.number),
                );
            let decided = review.decided.as_ref().map(|decided| decided.dated);
            let stopped_on = decided.or_else(|| review.refused.map(|(_, dated, _)| dated));
            for (kind, limit) in [
                (ClockKind::Review, LimitKind::Review),
                (ClockKind::ReviewSilence, LimitKind::ReviewSilence),
            ] {
                let from = From {
                    event: review.event,
                    subject: subject.clone(),
                    day: review.receipt.on,
                    fact: "the request for review was received".to_owned(),
                };
                let Some(mut clock) = self.clock(kind, limit, from) else { continue };
                clock.stopped_on = stopped_on;
                if let (Some((_, on, Some(named))), ClockKind::Review) = (review.extended, kind) {
                    let why = format!("the day that the letter of {} names", words(on));
                    clock.claim = ClaimedDue::of(clock.due, named, why);
                }
                clocks.push(clock);
            }
            clocks.extend(self.complaint(review, subject));
        }
        clocks
    }

    fn complaint(&self, review: &Review, subject: String) -> Option<Clock> {
        let is_scottish = self.case.regime.is_scottish();
        let (event, day, fact) = if let Some(decided) = &review.decided {
            if self.case.is_complete() {
                return None;
            }
            match is_scottish {
                false => (decided.event, decided.dated, "the date that the decision bears"),
                true => (
                    decided.event,
                    decided.received_on.unwrap_or(decided.dated),
                    "the decision was received",
                ),
            }
        } else if let Some((event, dated, received)) = review.refused {
            match is_scottish {
                false => (event, dated, "the date that the refusal to review bears"),
                true => (event, received.unwrap_or(dated), "the refusal to review was received"),
            }
        } else if is_scottish {
            // Six months from the end of the time for the review, where there is silence.
            let limit = time_limit::limit(
                LimitKind::Review,
                self.case.regime,
                review.receipt.on,
                self.holidays,
            );
            (review.event, limit.ok()?.due, "the time for the review ended")
        } else {
            return None;
        };
        let from = From { event, subject, day, fact: fact.to_owned() };
        let clock = self.clock(ClockKind::Complaint, LimitKind::Complaint, from)?;
        let used = self.case.complaint.as_ref().map(|complaint| complaint.on);
        Some(Clock { stopped_on: used.filter(|on| *on >= review.asked_on), ..clock })
    }

    /// What runs after a decision notice: what it orders, and the appeal.
    pub(super) fn after_the_complaint(&self) -> Vec<Clock> {
        let mut clocks = Vec::new();
        let Some(complaint) = &self.case.complaint else { return clocks };
        let Some(decision) = &complaint.decision else { return clocks };
        clocks.extend(
            self.appeal(decision)
                .map(|clock| Clock { stopped_on: complaint.appeal.map(|(_, on)| on), ..clock }),
        );
        clocks.extend(self.comply(decision));
        clocks
    }

    fn appeal(&self, decision: &Ruling) -> Option<Clock> {
        let counted = |day: NaiveDate| {
            let from = From {
                event: decision.event,
                subject: format!("decision notice of {}", words(decision.sent_on)),
                day,
                fact: "the decision notice was sent".to_owned(),
            };
            self.clock(ClockKind::Appeal, LimitKind::Appeal, from)
        };
        let mut clock = counted(decision.sent_on)?;
        let arrived = decision.received_on.filter(|day| *day != decision.sent_on);
        if let (Some(arrived), true) = (arrived, self.case.regime.is_scottish()) {
            clock.readings.extend(counted(arrived).map(|other| OtherReading {
                why: format!("counted from its arrival on {}", words(arrived)).into(),
                source: "no authority known: shown beside the day of sending".into(),
                ..counted_from(&other)
            }));
        }
        Some(clock)
    }

    fn comply(&self, decision: &Ruling) -> Option<Clock> {
        let due = decision.comply_by?;
        let from = From {
            event: decision.event,
            subject: format!("decision notice of {}", words(decision.sent_on)),
            day: decision.sent_on,
            fact: "the decision notice was sent".to_owned(),
        };
        let done = self.reply_after(decision.sent_on).map(|reply| reply.dated);
        Some(Clock {
            due,
            stopped_on: done,
            ..Clock::bare(ClockKind::Comply, course::decision_notice(self.case.regime), from)
        })
    }
}
