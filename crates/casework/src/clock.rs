//! The clocks of a request: each limit that runs or ran, with its working.
//!
//! A clock says nothing of today. Whether it is open, met or missed on a day is
//! [`crate::standing`]'s to say.

use chrono::NaiveDate;
use law::calendar::{BankHolidays, SkippedDay};
use law::citation::Citation;
use law::coded;
use law::receipt::ReceiptBasis;
use law::regime::Regime;
use law::time_limit::{self, Length, Limit, LimitKind};

use crate::case::{Case, OurLetter, Reply, SentLetter};
use crate::id::{EventId, QuestionId};

coded! {
    /// What a clock is about.
    pub enum ClockKind {
        /// The force must answer the request.
        Response = "response", "reply to the request";
        /// The force must answer the fresh part of a follow-up.
        FreshRequest = "fresh-request", "reply to the fresh request";
        /// The date by which a letter of ours asks for a reply: a courtesy.
        ReplyBy = "reply-by", "our own date";
        /// We may ask for an internal review.
        ReviewRequest = "review-request", "last day to ask for an internal review";
        /// The force should decide the review.
        Review = "review", "outcome of the internal review";
        /// After this the Commissioner takes a complaint about a silent review.
        ReviewSilence = "review-extended", "longest time for an internal review";
        /// We may complain to the Commissioner.
        Complaint = "complaint", "last day to go to the Commissioner";
    }
}

impl ClockKind {
    /// Whether it runs from the arrival of a letter of ours. The others run from what comes back, or
    /// from silence.
    pub fn starts_with_the_letter(self) -> bool {
        match self {
            Self::Response
            | Self::FreshRequest
            | Self::ReplyBy
            | Self::Review
            | Self::ReviewSilence => true,
            Self::ReviewRequest | Self::Complaint => false,
        }
    }
}

/// One limit, with its working.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// What it is about.
    pub kind: ClockKind,
    /// The event that started it.
    pub started_by: EventId,
    /// What it belongs to: a letter's reference, or "reply of 13 November 2026".
    pub subject: String,
    /// Day zero.
    pub counted_from: NaiveDate,
    /// What happened on day zero, in words.
    pub counted_from_fact: String,
    /// The last lawful day: due by its end.
    pub due: NaiveDate,
    /// How long it is; nothing for a date that was simply named.
    pub length: Option<Length>,
    /// The days not counted, each with its reason.
    pub skipped: Vec<SkippedDay>,
    /// Whether it runs past the bank holidays that are loaded.
    pub provisional: bool,
    /// The rule.
    pub citation: Citation,
    /// A second reading of the rule, where there is one.
    pub other_reading: Option<OtherReading>,
    /// The questions that are still owed (for the reply to the request).
    pub outstanding: Vec<QuestionId>,
    /// The day on which it was met or used, if it was.
    pub stopped_on: Option<NaiveDate>,
}

/// Another way to count the same limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherReading {
    /// Due by the end of this day.
    pub due: NaiveDate,
    /// How it is counted.
    pub why: String,
}

impl Clock {
    /// The working in one sentence.
    pub fn sentence(&self) -> String {
        match self.length {
            Some(length) => time_limit::sentence(
                length,
                self.counted_from,
                self.due,
                &self.skipped,
                self.provisional,
                &self.citation,
            ),
            None => format!("{} is our own date; no limit of the Act runs.", words(self.due)),
        }
    }
}

/// All clocks of a case, in the order in which they began.
pub fn clocks(case: &Case, holidays: &BankHolidays) -> Vec<Clock> {
    let run = Running { case, holidays };
    let mut clocks = Vec::new();
    clocks.extend(run.response());
    clocks.extend(run.letters());
    let response_due = clocks.first().filter(|c| c.kind == ClockKind::Response).cloned();
    clocks.extend(run.review_windows(response_due.as_ref()));
    clocks.extend(run.reviews());
    clocks
}

struct Running<'a> {
    case: &'a Case,
    holidays: &'a BankHolidays,
}

impl Running<'_> {
    fn clock(
        &self,
        kind: ClockKind,
        limit: LimitKind,
        started_by: EventId,
        subject: String,
        from: NaiveDate,
        fact: String,
    ) -> Option<Clock> {
        let limit = time_limit::limit(limit, self.case.regime, from, self.holidays).ok()?;
        Some(Self::from_limit(kind, limit, started_by, subject, fact))
    }

    fn from_limit(
        kind: ClockKind,
        limit: Limit,
        started_by: EventId,
        subject: String,
        counted_from_fact: String,
    ) -> Clock {
        Clock {
            kind,
            started_by,
            subject,
            counted_from: limit.counted_from,
            counted_from_fact,
            due: limit.due,
            length: Some(limit.length),
            skipped: limit.skipped,
            provisional: limit.provisional,
            citation: limit.citation,
            other_reading: None,
            outstanding: Vec::new(),
            stopped_on: None,
        }
    }

    fn letter_reference(&self, ours: &OurLetter) -> String {
        let number = ours.facts.second_number.unwrap_or(ours.facts.number);
        self.case.reference.letter(number)
    }

    /// Section 10: the reply to the request. It is met only when no question is left out; until
    /// then the questions left out stay due.
    fn response(&self) -> Option<Clock> {
        let request = self.case.request()?;
        let sent = request.receipt()?;
        let mut clock = self.clock(
            ClockKind::Response,
            LimitKind::Response,
            sent.event,
            self.case.reference.letter(request.facts.number),
            sent.receipt.on,
            arrival(sent, "the request"),
        )?;
        clock.outstanding = self.case.unanswered().map(|(question, _)| question.id).collect();
        clock.stopped_on = self.case.dealt_with_on;
        Some(clock)
    }

    /// The fresh part of a follow-up, and the date that a letter asks for as a courtesy.
    fn letters(&self) -> Vec<Clock> {
        let mut clocks = Vec::new();
        for ours in &self.case.letters {
            let (Some(first), Some(sent)) = (ours.first_sent(), ours.receipt()) else { continue };
            let reference = self.letter_reference(ours);
            let answered = self.reply_after(first.on).map(|reply| reply.dated);
            if ours.facts.has_fresh_request() {
                let clock = self.clock(
                    ClockKind::FreshRequest,
                    LimitKind::Response,
                    sent.event,
                    reference.clone(),
                    sent.receipt.on,
                    arrival(sent, "the fresh request"),
                );
                clocks.extend(clock.map(|clock| Clock { stopped_on: answered, ..clock }));
            }
            if let Some(reply_by) = ours.facts.reply_by {
                clocks.push(Clock {
                    kind: ClockKind::ReplyBy,
                    started_by: sent.event,
                    subject: reference,
                    counted_from: first.on,
                    counted_from_fact: "the letter left".to_owned(),
                    due: reply_by,
                    length: None,
                    skipped: Vec::new(),
                    provisional: false,
                    citation: time_limit::our_own_date(),
                    other_reading: None,
                    outstanding: Vec::new(),
                    stopped_on: answered,
                });
            }
        }
        clocks
    }

    /// The first reply that came after a letter left. On one day the reply comes first (see the
    /// ranks of event kinds), so a reply of the same day is not an answer to the letter.
    fn reply_after(&self, day: NaiveDate) -> Option<&Reply> {
        self.case.replies.iter().find(|reply| reply.known_on > day)
    }

    /// The windows in which a review may be asked for: one for each reply that left a question
    /// open, and, in Scotland, one for silence.
    fn review_windows(&self, response: Option<&Clock>) -> Vec<Clock> {
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
            clocks.extend(
                self.clock(
                    ClockKind::ReviewRequest,
                    LimitKind::ReviewRequest,
                    response.started_by,
                    response.subject.clone(),
                    response.due,
                    "the 20 working days ended".to_owned(),
                )
                .map(|clock| Clock { stopped_on: asked(response.counted_from), ..clock }),
            );
        }
        clocks
    }

    fn window_after(&self, reply: &Reply, response: Option<&Clock>) -> Option<Clock> {
        let subject = format!("reply of {}", words(reply.dated));
        let window = |from, fact| {
            self.clock(
                ClockKind::ReviewRequest,
                LimitKind::ReviewRequest,
                reply.event,
                subject.clone(),
                from,
                fact,
            )
        };
        match self.case.regime {
            // Regulations 11(2) and 16(2) count from the failure itself, that is from the answer.
            Regime::Foia | Regime::Eir | Regime::Eisr => {
                let mut clock = window(reply.dated, "the date that the reply bears".to_owned())?;
                if let Some(received) = reply.received_on.filter(|day| *day != reply.dated) {
                    clock.other_reading =
                        window(received, String::new()).map(|other| OtherReading {
                            due: other.due,
                            why: format!("counted from its arrival on {}", words(received)),
                        });
                }
                Some(clock)
            }
            Regime::Foisa => {
                let arrived = reply.received_on.unwrap_or(reply.dated);
                let expiry = response.map_or(arrived, |response| response.due);
                let (from, fact) = if arrived > expiry {
                    (arrived, "the late reply was received")
                } else {
                    (expiry, "the 20 working days ended")
                };
                let mut clock = window(from, fact.to_owned())?;
                if from != arrived {
                    clock.other_reading =
                        window(arrived, String::new()).map(|other| OtherReading {
                            due: other.due,
                            why: format!(
                                "the safe date, counted from the reply of {}",
                                words(arrived)
                            ),
                        });
                }
                Some(clock)
            }
        }
    }

    fn reviews(&self) -> Vec<Clock> {
        let mut clocks = Vec::new();
        for review in &self.case.reviews {
            let decided = review.decided.as_ref();
            let subject = review
                .letter
                .and_then(|id| self.case.letters.iter().find(|ours| ours.facts.id == id))
                .map_or_else(
                    || format!("review asked on {}", words(review.asked_on)),
                    |ours| self.case.reference.letter(ours.facts.number),
                );
            let fact = "the request for review was received".to_owned();
            let stopped_on = decided.map(|decided| decided.dated);
            for (kind, limit) in [
                (ClockKind::Review, LimitKind::Review),
                (ClockKind::ReviewSilence, LimitKind::ReviewSilence),
            ] {
                clocks.extend(
                    self.clock(
                        kind,
                        limit,
                        review.event,
                        subject.clone(),
                        review.receipt.on,
                        fact.clone(),
                    )
                    .map(|clock| Clock { stopped_on, ..clock }),
                );
            }
            clocks.extend(self.complaint(review, subject));
        }
        clocks
    }

    fn complaint(&self, review: &crate::case::Review, subject: String) -> Option<Clock> {
        let (event, from, fact) = match (&review.decided, self.case.regime) {
            (Some(decided), Regime::Foia | Regime::Eir) => {
                (decided.event, decided.dated, "the date that the decision bears")
            }
            (Some(decided), Regime::Foisa | Regime::Eisr) => (
                decided.event,
                decided.received_on.unwrap_or(decided.dated),
                "the decision was received",
            ),
            // Scotland: six months from the end of the time for the review, where there is silence.
            (None, Regime::Foisa | Regime::Eisr) => {
                let review_due = time_limit::limit(
                    LimitKind::Review,
                    self.case.regime,
                    review.receipt.on,
                    self.holidays,
                )
                .ok()?;
                (review.event, review_due.due, "the time for the review ended")
            }
            (None, Regime::Foia | Regime::Eir) => return None,
        };
        if review.decided.is_some() && self.case.is_complete() {
            return None;
        }
        self.clock(
            ClockKind::Complaint,
            LimitKind::Complaint,
            event,
            subject,
            from,
            fact.to_owned(),
        )
    }
}

fn arrival(sent: &SentLetter, what: &str) -> String {
    match sent.receipt.basis {
        ReceiptBasis::Actual => format!("{what} was received"),
        ReceiptBasis::SameDay => format!("{what} was sent by e-mail"),
        ReceiptBasis::Deemed => {
            format!("{what} is deemed received (posted {})", words(sent.on))
        }
    }
}

/// A date as sentences and letters have it: `13 November 2026`.
pub fn words(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests;
