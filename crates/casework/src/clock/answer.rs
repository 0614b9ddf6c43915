//! The time for the answer to the request, question by question: from receipt, through what stops it,
//! moves it or lengthens it.
//!
//! Questions with the same time share one clock. A question whose time is stopped, because we owe an
//! answer or a fee, has no clock of the force's but one of ours.

use chrono::NaiveDate;
use law::calendar::SkippedDay;
use law::citation::Citation;
use law::course;
use law::reading::{self, OtherReading};
use law::time_limit::{self, Length, LimitKind};

use super::{ClaimedDue, Clock, ClockKind, From, Pause, Running, arrival, words};
use crate::case::{Turn, TurnKind};
use crate::event::Claim;
use crate::id::{EventId, QuestionId};
use crate::question::list_of_questions;

/// The time of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Track {
    /// The event that it counts from.
    event: EventId,
    /// Day zero.
    from: NaiveDate,
    /// What happened on it.
    fact: String,
    /// The authority that has it, where it was passed on.
    with: Option<String>,
    /// Days that are not counted.
    paused: Vec<Pause>,
    /// The extension: its event, and the day that it names.
    extension: Option<(EventId, Option<NaiveDate>)>,
    /// What we owe, so that nothing runs.
    stopped: Option<Stopped>,
}

/// Why nothing runs.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stopped {
    Clarification(EventId, NaiveDate),
    Fees(EventId, NaiveDate),
}

impl Running<'_> {
    /// Section 10: the reply to the request. A clock is met only when none of its questions is left
    /// out; until then the questions left out stay due.
    pub(super) fn response(&self) -> Vec<Clock> {
        let Some(request) = self.case.request() else { return Vec::new() };
        let Some(sent) = request.receipt() else { return Vec::new() };
        let whole = Track {
            event: sent.event,
            from: sent.receipt.on,
            fact: arrival(sent, "the request"),
            with: None,
            paused: Vec::new(),
            extension: None,
            stopped: None,
        };
        let subject = self.case.reference.letter(request.facts.number);
        let counted: Vec<QuestionId> = self
            .case
            .counted()
            .filter(|(_, current)| current.answer.outcome.is_counted())
            .map(|(question, _)| question.id)
            .collect();
        let mut groups: Vec<(Track, Vec<QuestionId>)> = Vec::new();
        for question in &counted {
            let track = self.track(whole.clone(), *question);
            match groups.iter_mut().find(|(known, _)| *known == track) {
                Some((_, questions)) => questions.push(*question),
                None => groups.push((track, vec![*question])),
            }
        }
        if counted.is_empty() {
            groups.push((whole, Vec::new()));
        }
        let is_whole = groups.len() == 1;
        let mut clocks: Vec<Clock> = groups
            .into_iter()
            .filter_map(|(track, questions)| self.group(&track, questions, &subject, is_whole))
            .collect();
        clocks.sort_by_key(|clock| clock.due);
        clocks
    }

    /// What the turns made of the time of a question.
    fn track(&self, mut track: Track, question: QuestionId) -> Track {
        for turn in &self.case.turns {
            if turn.questions.is_empty() || turn.questions.contains(&question) {
                self.turned(&mut track, turn);
            }
        }
        track
    }

    fn turned(&self, track: &mut Track, turn: &Turn) {
        // What comes after the last day moves nothing: the limit was missed.
        let in_time =
            track.stopped.is_some() || self.ends(track).is_none_or(|clock| turn.on <= clock.due);
        match &turn.kind {
            TurnKind::ClarificationAsked if in_time => {
                track.stopped = Some(Stopped::Clarification(turn.event, turn.on));
            }
            TurnKind::FeesNotice(given) if in_time => {
                track.stopped = Some(Stopped::Fees(turn.event, *given));
            }
            TurnKind::Extension(named) if in_time && track.extension.is_none() => {
                if time_limit::rule(LimitKind::ResponseExtended, self.case.regime).is_ok() {
                    track.extension = Some((turn.event, *named));
                }
            }
            // The answer is counted anew from its receipt: a new 20 working days.
            TurnKind::ClarificationAnswered(received) => {
                if let Some(Stopped::Clarification(..)) = track.stopped {
                    *track = Track {
                        event: turn.event,
                        from: *received,
                        fact: "our answer to their question was received".to_owned(),
                        with: track.with.clone(),
                        paused: Vec::new(),
                        extension: None,
                        stopped: None,
                    };
                }
            }
            TurnKind::FeesPaid => {
                if let Some(Stopped::Fees(_, given)) = track.stopped {
                    let lapsed = self.fees_due(given).is_some_and(|due| turn.on > due);
                    if !lapsed {
                        track.stopped = None;
                        track.paused.push(Pause {
                            from: given,
                            through: turn.on,
                            why: "from the notice of fees to the payment, both included".to_owned(),
                        });
                    }
                }
            }
            TurnKind::Transferred(to, received) => {
                *track = Track {
                    event: turn.event,
                    from: received.unwrap_or(turn.on),
                    fact: match received {
                        Some(_) => format!("{to} received the request"),
                        None => format!("{to} is taken to have received the request"),
                    },
                    with: Some(to.clone()),
                    paused: Vec::new(),
                    extension: None,
                    stopped: None,
                };
            }
            TurnKind::ClarificationAsked | TurnKind::FeesNotice(_) | TurnKind::Extension(_) => {}
        }
    }

    /// The last day to pay a fee asked for on this day.
    fn fees_due(&self, given: NaiveDate) -> Option<NaiveDate> {
        let regime = self.case.regime;
        time_limit::limit(LimitKind::Fees, regime, given, self.holidays).ok().map(|fees| fees.due)
    }

    /// The clock of a track that runs.
    fn ends(&self, track: &Track) -> Option<Clock> {
        let regime = self.case.regime;
        let (kind, limit) = match track.extension {
            Some(_) => (ClockKind::Extended, LimitKind::ResponseExtended),
            None => (ClockKind::Response, LimitKind::Response),
        };
        let from = From {
            event: track.event,
            subject: String::new(),
            day: track.from,
            fact: track.fact.clone(),
        };
        if track.paused.is_empty() {
            return self.clock(kind, limit, from);
        }
        let time_limit::Rule { length, citation, .. } = time_limit::rule(limit, regime).ok()?;
        let Length::WorkingDays(mut left) = length else { return None };
        let rule = regime.working_days();
        let mut clock = Clock { length: Some(length), ..Clock::bare(kind, citation, from) };
        let mut counted_to = track.from;
        for pause in &track.paused {
            let last = pause.from.pred_opt().unwrap_or(pause.from).max(counted_to);
            let before = self.holidays.working_days_after(rule, counted_to, last);
            let whole = self.holidays.count(rule, counted_to, before.min(left));
            clock.provisional |= whole.provisional;
            left = left.saturating_sub(before);
            counted_to = counted_to.max(pause.through);
        }
        let count = self.holidays.count(rule, counted_to, left);
        clock.due = count.last_day;
        clock.provisional |= count.provisional;
        clock.paused.clone_from(&track.paused);
        // Sixty days with the same pause end at least forty working days later, after the last day
        // of those weeks. That section 10(2) stops the sixty as it stops the twenty was read nowhere.
        if let Some(then) = time_limit::temporary(limit, regime)
            && then.first <= clock.due
            && clock.due <= then.last
        {
            clock.due = then.last;
            clock.length = Some(then.length);
            clock.citation = Citation { confirmed: false, ..then.citation };
        }
        let is_paused =
            |day: &NaiveDate| clock.paused.iter().any(|p| p.from <= *day && *day <= p.through);
        let off = |date: NaiveDate| {
            let why = self.holidays.why_not_counted(rule, date)?;
            Some(SkippedDay { date, why })
        };
        let days = track.from.iter_days().skip(1).take_while(|day| *day <= clock.due);
        clock.skipped = days.filter(|day| !is_paused(day)).filter_map(off).collect();
        clock.readings = self.readings_of_a_paused_track(limit, track);
        clock.readings.retain(|reading| reading.due != clock.due);
        Some(clock)
    }

    /// Of the readings of a limit only another day of receipt is known to hold for days that are
    /// paused: counted from it, with the same pauses.
    fn readings_of_a_paused_track(&self, limit: LimitKind, track: &Track) -> Vec<OtherReading> {
        let unpaused = time_limit::limit(limit, self.case.regime, track.from, self.holidays);
        let readings = unpaused.map(|limit| reading::other_readings(&limit, self.holidays));
        let again = |reading: OtherReading| {
            let ends = self.ends(&Track { from: reading.counted_from?, ..track.clone() })?;
            Some(OtherReading { due: ends.due, ..reading })
        };
        readings.unwrap_or_default().into_iter().filter_map(again).collect()
    }

    fn group(
        &self,
        track: &Track,
        questions: Vec<QuestionId>,
        subject: &str,
        is_whole: bool,
    ) -> Option<Clock> {
        let named: Vec<_> = self
            .case
            .questions
            .iter()
            .filter(|question| questions.contains(&question.id))
            .collect();
        let mut subject = match is_whole {
            true => subject.to_owned(),
            false => format!("{subject}, {}", list_of_questions(named)),
        };
        if let Some(with) = &track.with {
            subject = format!("{subject}, passed to {with}");
        }
        let kept = if is_whole { Vec::new() } else { questions.clone() };
        let mut clock = match &track.stopped {
            Some(Stopped::Clarification(event, on)) => {
                let from = From {
                    event: *event,
                    subject,
                    day: *on,
                    fact: "they asked what is meant".to_owned(),
                };
                return self.clarification(from).map(|clock| Clock { questions: kept, ..clock });
            }
            Some(Stopped::Fees(event, given)) => {
                let from = From {
                    event: *event,
                    subject,
                    day: *given,
                    fact: "the notice of fees was given, and its day is the first".to_owned(),
                };
                return self
                    .clock(ClockKind::Fees, LimitKind::Fees, from)
                    .map(|clock| Clock { questions: kept, ..clock });
            }
            None => Clock { subject, ..self.ends(track)? },
        };
        clock.claim = self.claim(&clock, track);
        let owed = |question: &QuestionId| !self.case.dealt_with.contains_key(question);
        clock.outstanding = questions.iter().copied().filter(owed).collect();
        if clock.outstanding.is_empty() && !questions.is_empty() {
            let dealt = questions.iter().filter_map(|question| self.case.dealt_with.get(question));
            clock.stopped_on = dealt.max().copied();
        }
        clock.questions = kept;
        Some(clock)
    }

    /// What the force says of the end of it: named by an extension, claimed, or only promised.
    fn claim(&self, ours: &Clock, track: &Track) -> Option<ClaimedDue> {
        if track.with.is_some() {
            return None;
        }
        let named = track.extension.and_then(|(_, named)| named);
        if let Some(day) = named {
            return ClaimedDue::of(ours.due, day, "the day that the extension names".to_owned());
        }
        let claimed = self.case.claims.iter().rev().find_map(|claimed| match claimed.claim {
            Claim::Due => {
                Some((claimed.day, "the day that the force gives as its own limit".to_owned()))
            }
            Claim::Received => {
                let again = self.ends(&Track { from: claimed.day, ..track.clone() })?;
                let day = words(claimed.day);
                Some((again.due, format!("counted from {day}, when the force says it received it")))
            }
            Claim::ReviewRequest => None,
        });
        if let Some((day, why)) = claimed {
            return ClaimedDue::of(ours.due, day, why);
        }
        let promised = |(_, on, named): &(EventId, NaiveDate, Option<NaiveDate>)| {
            let why = format!("the day that its holding reply of {} names", words(*on));
            named.map(|due| ClaimedDue { due, why, is_promise: true })
        };
        let promise = self.case.held_off.iter().rev().find_map(promised);
        promise.filter(|promise| promise.due != ours.due)
    }

    fn clarification(&self, from: From) -> Option<Clock> {
        match course::clarification_silence(self.case.regime) {
            Some((Length::Months(months), citation)) => Some(Clock {
                due: from.day.checked_add_months(chrono::Months::new(months))?,
                length: Some(Length::Months(months)),
                ..Clock::bare(ClockKind::Clarification, citation, from)
            }),
            // No rule says how long the others wait: nothing runs, and nothing is late.
            Some(_) | None => None,
        }
    }
}
