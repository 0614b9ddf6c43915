//! The clocks that letters of ours start after the request: a fresh part, less asked for, a date of
//! our own, a chaser.

use chrono::NaiveDate;
use law::time_limit::{self, LimitKind};

use super::{Clock, ClockKind, From, Running, arrival, words};
use crate::id::EventId;

/// How long a chaser waits before the Commissioner is written to: our own date.
const AFTER_A_CHASER: u32 = 10;

impl Running<'_> {
    /// The fresh part of a follow-up, and the date that a letter asks for as a courtesy.
    pub(super) fn letters(&self) -> Vec<Clock> {
        let mut clocks = Vec::new();
        for ours in &self.case.letters {
            let (Some(first), Some(sent)) = (ours.first_sent(), ours.receipt()) else { continue };
            let reference = self.letter_reference(ours);
            let answered = self.reply_after(first.on).map(|reply| reply.dated);
            if ours.facts.has_fresh_request() {
                let from = From {
                    event: sent.event,
                    subject: reference.clone(),
                    day: sent.receipt.on,
                    fact: arrival(sent, "the fresh request"),
                };
                let clock = self.clock(ClockKind::FreshRequest, LimitKind::Response, from);
                clocks.extend(clock.map(|clock| Clock { stopped_on: answered, ..clock }));
            }
            if let Some(reply_by) = ours.facts.reply_by {
                let from = From {
                    event: sent.event,
                    subject: reference,
                    day: first.on,
                    fact: "the letter left".to_owned(),
                };
                clocks.push(Clock {
                    due: reply_by,
                    stopped_on: answered,
                    ..Clock::bare(ClockKind::ReplyBy, time_limit::our_own_date(), from)
                });
            }
        }
        for narrowing in &self.case.narrowed {
            let from = From {
                event: narrowing.event,
                subject: format!("narrowed request of {}", words(narrowing.on)),
                day: narrowing.receipt.on,
                fact: "the narrowed request was received".to_owned(),
            };
            let clock = self.clock(ClockKind::FreshRequest, LimitKind::Response, from);
            let answered = self.reply_after(narrowing.on).map(|reply| reply.dated);
            clocks.extend(clock.map(|clock| Clock {
                stopped_on: answered,
                questions: narrowing.wording.iter().map(|worded| worded.question).collect(),
                ..clock
            }));
        }
        clocks.extend(self.case.chasers.iter().map(|(event, on)| self.chaser(*event, *on)));
        clocks
    }

    /// A chaser starts no clock of the law: what it names is a date of our own.
    fn chaser(&self, event: EventId, on: NaiveDate) -> Clock {
        let courtesy = time_limit::courtesy(self.case.regime, on, AFTER_A_CHASER, self.holidays);
        let decided = self.case.decisions().find(|decided| decided.known_on > on);
        let answered = self
            .reply_after(on)
            .map(|reply| reply.dated)
            .or_else(|| decided.map(|decided| decided.dated));
        let from = From {
            event,
            subject: format!("chaser of {}", words(on)),
            day: on,
            fact: "the chaser left".to_owned(),
        };
        Clock {
            due: courtesy.due,
            length: Some(courtesy.length),
            skipped: courtesy.skipped,
            provisional: courtesy.provisional,
            stopped_on: answered,
            ..Clock::bare(ClockKind::ReplyBy, courtesy.citation, from)
        }
    }
}
