//! What moves the time for an answer without answering, and what comes after a review: clarification,
//! fees, extensions, transfers; complaint, decision and appeal.

use chrono::NaiveDate;
use law::regime::Regime;

use super::{Ahead, Case};
use crate::event::{Claim, Event, Fact, Notice, ReviewResult, Sending, Transfer, Wording};
use crate::id::{EventId, QuestionId};
use crate::outcome::Outcome;
use crate::question::Question;

/// Something that stops, moves or lengthens the time for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The event.
    pub event: EventId,
    /// The civil date of the fact.
    pub on: NaiveDate,
    /// What it is.
    pub kind: TurnKind,
    /// The questions that it is about; all of them where none is named.
    pub questions: Vec<QuestionId>,
}

/// What a turn is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TurnKind {
    /// The force asked what is meant.
    ClarificationAsked,
    /// We answered; the force received the answer on this day.
    ClarificationAnswered(NaiveDate),
    /// A notice of fees, given on this day.
    FeesNotice(NaiveDate),
    /// The fee was received.
    FeesPaid,
    /// More time is claimed, until the day that is named.
    Extension(Option<NaiveDate>),
    /// Passed to another authority, which received it on this day, where that is known.
    Transferred(String, Option<NaiveDate>),
}

/// A date that the force claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedDate {
    /// The event.
    pub event: EventId,
    /// What the date is said to be.
    pub claim: Claim,
    /// The date.
    pub day: NaiveDate,
}

/// A request for less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrowing {
    /// The event.
    pub event: EventId,
    /// The day on which it left.
    pub on: NaiveDate,
    /// When it arrived.
    pub receipt: law::receipt::Receipt,
    /// The questions, as they are worded for this force.
    pub wording: Vec<Wording>,
}

/// A decision of the Commissioner, or on an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// The event.
    pub event: EventId,
    /// The day on which it was sent.
    pub sent_on: NaiveDate,
    /// The day on which it reached us, where that is known.
    pub received_on: Option<NaiveDate>,
    /// By when the force has to do what it says, where it says so.
    pub comply_by: Option<NaiveDate>,
    /// What it came to, where that is recorded.
    pub result: Option<ReviewResult>,
}

/// A complaint or application to the Commissioner, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The event.
    pub event: EventId,
    /// The day on which it left.
    pub on: NaiveDate,
    /// The day on which the Commissioner acknowledged it.
    pub acknowledged_on: Option<NaiveDate>,
    /// The decision notice.
    pub decision: Option<Ruling>,
    /// The appeal: the event and the day on which it was made.
    pub appeal: Option<(EventId, NaiveDate)>,
    /// What the appeal came to.
    pub appeal_decided: Option<Ruling>,
}

impl Case {
    fn turn(&mut self, event: &Event, kind: TurnKind, questions: &[QuestionId]) {
        self.needs_sent(event, "It came before the request was sent.");
        if questions.iter().any(|question| !self.answers.contains_key(question)) {
            self.odd(event, "It names a question that is not counted.");
        }
        let questions = questions.to_vec();
        self.turns.push(Turn { event: event.id, on: event.happened_on, kind, questions });
    }

    pub(super) fn needs_sent(&mut self, event: &Event, message: &str) {
        if self.sent_on().is_none_or(|sent| event.happened_on < sent) {
            self.odd(event, message);
        }
    }

    pub(super) fn claimed(&mut self, event: &Event, claim: Claim, day: NaiveDate) {
        let same = |known: &ClaimedDate| known.claim == claim && known.day != day;
        if self.claims.iter().any(same) {
            self.odd(
                event,
                "The force claims two different dates for one thing; the last counts, and of one \
                 day the later.",
            );
        }
        self.claims.push(ClaimedDate { event: event.id, claim, day });
    }

    /// The questions of everything asked since it was last answered, or else of what was asked last;
    /// all of them (an empty list) where one of these names none. Nothing where nothing was asked.
    fn asked_about(
        &self,
        is_asked: impl Fn(&TurnKind) -> bool,
        is_answer: impl Fn(&TurnKind) -> bool,
    ) -> Option<Vec<QuestionId>> {
        let since = self.turns.iter().rev().take_while(|turn| !is_answer(&turn.kind));
        let mut asked: Vec<&Turn> = since.filter(|turn| is_asked(&turn.kind)).collect();
        asked.reverse();
        if asked.is_empty() {
            asked.extend(self.turns.iter().rev().find(|turn| is_asked(&turn.kind)));
        }
        let first = asked.first()?;
        if asked.iter().any(|turn| turn.questions.is_empty()) {
            return Some(Vec::new());
        }
        let mut questions = first.questions.clone();
        for question in asked.iter().skip(1).flat_map(|turn| &turn.questions) {
            if !questions.contains(question) {
                questions.push(*question);
            }
        }
        Some(questions)
    }

    pub(super) fn clarification_asked(&mut self, event: &Event, notice: &Notice) {
        self.note_reference(notice.their_reference.as_ref());
        self.turn(event, TurnKind::ClarificationAsked, &notice.questions);
    }

    pub(super) fn clarification_answered(
        &mut self,
        event: &Event,
        sending: Sending,
        ahead: &Ahead<'_>,
    ) {
        let is_asked = |kind: &TurnKind| *kind == TurnKind::ClarificationAsked;
        let is_answer = |kind: &TurnKind| matches!(kind, TurnKind::ClarificationAnswered(_));
        let Some(questions) = self.asked_about(is_asked, is_answer) else {
            self.odd(event, "A clarification was answered that nobody had asked for.");
            return;
        };
        let receipt = self.receipt(event.happened_on, sending, ahead.holidays);
        self.turn(event, TurnKind::ClarificationAnswered(receipt.on), &questions);
    }

    /// The day on which the force last asked what is meant, while no answer has left.
    pub fn asked_and_not_answered(&self) -> Option<NaiveDate> {
        let about = |turn: &&Turn| match turn.kind {
            TurnKind::ClarificationAsked | TurnKind::ClarificationAnswered(_) => true,
            TurnKind::FeesNotice(_)
            | TurnKind::FeesPaid
            | TurnKind::Extension(_)
            | TurnKind::Transferred(..) => false,
        };
        let last = self.turns.iter().rev().find(about)?;
        (last.kind == TurnKind::ClarificationAsked).then_some(last.on)
    }

    pub(super) fn fees_asked(&mut self, event: &Event, notice: &Notice) {
        self.note_reference(notice.their_reference.as_ref());
        self.turn(event, TurnKind::FeesNotice(event.known_on()), &notice.questions);
    }

    pub(super) fn fees_paid(&mut self, event: &Event) {
        let is_notice = |kind: &TurnKind| matches!(kind, TurnKind::FeesNotice(_));
        let is_payment = |kind: &TurnKind| *kind == TurnKind::FeesPaid;
        let Some(questions) = self.asked_about(is_notice, is_payment) else {
            self.odd(event, "A fee was paid that nobody had asked for.");
            return;
        };
        self.turn(event, TurnKind::FeesPaid, &questions);
    }

    pub(super) fn extension_claimed(&mut self, event: &Event, notice: &Notice) {
        self.note_reference(notice.their_reference.as_ref());
        if self.regime == Regime::Foisa {
            self.odd(
                event,
                "The Scottish Act knows no extension of the time for an answer: nothing moves.",
            );
        }
        self.turn(event, TurnKind::Extension(notice.names_day), &notice.questions);
    }

    pub(super) fn transferred(&mut self, event: &Event, transfer: &Transfer) {
        let kind = TurnKind::Transferred(transfer.to.clone(), transfer.received_on);
        self.turn(event, kind, &transfer.questions);
    }

    pub(super) fn regime_moved(&mut self, event: &Event, to: Regime, ahead: &Ahead<'_>) {
        if to.is_scottish() != ahead.file.regime.is_scottish() {
            self.odd(event, "A request cannot move between a Scottish regime and another.");
            return;
        }
        let another = ahead.file.events.iter().any(|other| {
            other.struck.is_none()
                && other.happened_on == event.happened_on
                && matches!(other.fact, Fact::RegimeMoved(elsewhere) if elsewhere != to)
        });
        if another {
            self.odd(
                event,
                "The request was moved to two regimes on one day; the Regulations count.",
            );
        }
    }

    pub(super) fn narrowed(
        &mut self,
        event: &Event,
        sending: Sending,
        wording: &[Wording],
        ahead: &Ahead<'_>,
    ) {
        self.needs_sent(event, "A narrowed request before the request was sent.");
        if wording.iter().any(|worded| !self.answers.contains_key(&worded.question)) {
            self.odd(event, "It narrows a question that is not counted.");
        }
        let receipt = self.receipt(event.happened_on, sending, ahead.holidays);
        self.narrowed.push(Narrowing {
            event: event.id,
            on: event.happened_on,
            receipt,
            wording: wording.to_vec(),
        });
    }

    /// The questions as they are worded for this force: narrowed where they were, the others as the
    /// campaign has them.
    pub fn questions_as_asked(&self) -> Vec<Question> {
        let mut questions = self.questions.clone();
        for question in &mut questions {
            if let Some(text) = self.wording_of(question.id) {
                question.text = text.to_owned();
            }
        }
        questions
    }

    /// The day on which the words that a question has for this force left, where it was narrowed.
    pub fn narrowed_on(&self, question: QuestionId) -> Option<NaiveDate> {
        let words_it = |less: &&Narrowing| less.wording.iter().any(|w| w.question == question);
        self.narrowed.iter().rev().find(words_it).map(|less| less.on)
    }

    /// The words of a question for this force, where they were narrowed.
    pub fn wording_of(&self, question: QuestionId) -> Option<&str> {
        self.narrowed
            .iter()
            .rev()
            .flat_map(|narrowing| &narrowing.wording)
            .find(|worded| worded.question == question)
            .map(|worded| worded.text.as_str())
    }

    pub(super) fn review_extended(&mut self, event: &Event, notice: &Notice) {
        let (id, on) = (event.id, event.happened_on);
        match self.reviews.iter_mut().rev().find(|review| review.is_open()) {
            Some(review) => review.extended = Some((id, on, notice.names_day)),
            None => self.odd(event, "A review was extended that is not open."),
        }
    }

    pub(super) fn review_refused(&mut self, event: &Event, notice: &Notice) {
        let refused = Some((event.id, event.happened_on, notice.received_on));
        match self.reviews.iter_mut().rev().find(|review| review.is_open()) {
            Some(review) => review.refused = refused,
            None => self.odd(event, "A review was refused that is not open."),
        }
    }

    pub(super) fn complaint_made(&mut self, event: &Event) {
        self.needs_sent(event, "A complaint before the request was sent.");
        if self.regime.is_scottish() && self.reviews.is_empty() {
            self.odd(
                event,
                "In Scotland a review comes before the Commissioner, even after silence.",
            );
        }
        if self.complaint.is_some() {
            self.odd(event, "There is a complaint already; the first one counts.");
            return;
        }
        self.complaint = Some(Complaint {
            event: event.id,
            on: event.happened_on,
            acknowledged_on: None,
            decision: None,
            appeal: None,
            appeal_decided: None,
        });
    }

    pub(super) fn complaint_acknowledged(&mut self, event: &Event, notice: &Notice) {
        let on = notice.received_on.unwrap_or(event.happened_on);
        match &mut self.complaint {
            Some(complaint) => complaint.acknowledged_on = Some(on),
            None => self.odd(event, "A complaint was acknowledged that was never made."),
        }
    }

    pub(super) fn decision_notice(
        &mut self,
        event: &Event,
        result: Option<ReviewResult>,
        notice: &Notice,
    ) {
        let ruling = Ruling {
            event: event.id,
            sent_on: event.happened_on,
            received_on: notice.received_on,
            comply_by: notice.names_day,
            result,
        };
        match &mut self.complaint {
            Some(complaint) => complaint.decision = Some(ruling),
            None => self.odd(event, "A decision notice without a complaint."),
        }
    }

    pub(super) fn appeal_made(&mut self, event: &Event) {
        let appeal = Some((event.id, event.happened_on));
        match &mut self.complaint {
            Some(complaint) if complaint.decision.is_some() => complaint.appeal = appeal,
            Some(_) | None => self.odd(event, "An appeal without a decision notice."),
        }
    }

    pub(super) fn appeal_decided(&mut self, event: &Event, result: Option<ReviewResult>) {
        let ruling = Ruling {
            event: event.id,
            sent_on: event.happened_on,
            received_on: event.fact.received_on(),
            comply_by: None,
            result,
        };
        match &mut self.complaint {
            Some(complaint) if complaint.appeal.is_some() => {
                complaint.appeal_decided = Some(ruling);
            }
            Some(_) | None => self.odd(event, "An appeal was decided that was never made."),
        }
    }

    pub(super) fn parts_withdrawn(&mut self, event: &Event, questions: &[QuestionId]) {
        for question in questions {
            match self.answers.get_mut(question) {
                Some(current) => {
                    current.answer.outcome = Outcome::Withdrawn;
                    current.answer.grounds.clear();
                }
                None => self.odd(event, "It withdraws a question that is not counted."),
            }
        }
    }
}
