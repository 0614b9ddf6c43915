//! Letters of theirs that answer: replies, decisions of reviews, and what was put right in them.

use law::receipt;

use super::{Ahead, Case, CurrentAnswer, Decided, OurLetter, Reply, Review};
use crate::event::{Correction, Event, FromForce, ReviewResult};
use crate::id::QuestionId;
use crate::outcome::{Answer, Outcome};

impl Case {
    pub(super) fn note_reference(&mut self, reference: Option<&String>) {
        if let Some(reference) = reference {
            self.their_reference = Some(reference.clone());
        }
    }

    /// Takes what a letter of theirs says to each question, and gives what changed.
    fn take_answers(
        &mut self,
        event: &Event,
        says: &[(QuestionId, Answer)],
    ) -> Vec<(QuestionId, Outcome, Outcome)> {
        let mut changed = Vec::new();
        for (question, answer) in says {
            match self.answers.get_mut(question) {
                Some(current) => {
                    if current.answer.outcome != answer.outcome {
                        changed.push((*question, current.answer.outcome, answer.outcome));
                    }
                    *current = CurrentAnswer { answer: answer.clone(), from: Some(event.id) };
                }
                None => self.odd(event, "It has an outcome for a question that is not counted."),
            }
        }
        for (question, answer) in says {
            match answer.outcome {
                Outcome::Awaiting | Outcome::NotAddressed => {
                    self.dealt_with.remove(question);
                }
                Outcome::Answered
                | Outcome::Partly
                | Outcome::Refused
                | Outcome::NotHeld
                | Outcome::NeitherConfirmedNorDenied
                | Outcome::Elsewhere
                | Outcome::NotApplicable
                | Outcome::Withdrawn => {
                    self.dealt_with.entry(*question).or_insert(event.happened_on);
                }
            }
        }
        changed
    }

    pub(super) fn reply(&mut self, event: &Event, theirs: &FromForce, ahead: &Ahead<'_>) {
        let superseded = ahead.replaced.contains(&event.id);
        match self.request().and_then(OurLetter::first_sent).map(|sent| sent.on) {
            None => self.odd(event, "A reply to a request that has not been sent."),
            Some(sent_on) if event.happened_on < sent_on => {
                self.odd(event, "A reply that bears a date before the request was sent.");
            }
            Some(_) => {}
        }
        let known_on = event.known_on();
        let same_day = |reply: &Reply| reply.known_on == known_on && !reply.superseded;
        if !superseded && self.replies.iter().any(same_day) {
            self.odd(
                event,
                "There are two replies of one day, and neither says which replaces which.",
            );
        }
        self.note_reference(theirs.their_reference.as_ref());
        if !superseded {
            self.take_answers(event, &ahead.says(event.id, &theirs.answers));
        }
        self.replies.push(Reply {
            event: event.id,
            dated: event.happened_on,
            received_on: theirs.received_on,
            known_on,
            superseded,
        });
    }

    pub(super) fn review_decided(
        &mut self,
        event: &Event,
        result: ReviewResult,
        theirs: &FromForce,
        ahead: &Ahead<'_>,
    ) {
        self.note_reference(theirs.their_reference.as_ref());
        let changed = self.take_answers(event, &ahead.says(event.id, &theirs.answers));
        let decided = Decided {
            event: event.id,
            dated: event.happened_on,
            received_on: theirs.received_on,
            known_on: event.known_on(),
            result,
            changed,
        };
        match self.reviews.iter_mut().rev().find(|review| review.is_open()) {
            Some(review) => review.decided = Some(decided),
            // A review outcome without our asking is recorded all the same.
            None => self.reviews.push(Review {
                event: event.id,
                letter: None,
                asked_on: event.happened_on,
                receipt: receipt::actual(self.regime, event.happened_on),
                decided: Some(decided),
                extended: None,
                refused: None,
            }),
        }
    }

    /// What was put right counts where its reply is read; here only what is odd about it is found.
    pub(super) fn corrected(&mut self, event: &Event, correction: &Correction) {
        let is_theirs = self.replies.iter().any(|reply| reply.event == correction.of)
            || self.decisions().any(|decided| decided.event == correction.of);
        if !is_theirs {
            self.odd(
                event,
                "An outcome was put right in a reply that is not there, or came later.",
            );
        }
    }
}
