//! Whatever was recorded, in whatever order, reads as something: histories put together by a die that
//! always falls the same way.

use chrono::{Days, NaiveDate};
use law::Coded;
use law::receipt::PostClass;
use law::regime::Regime;

use crate::action;
use crate::agenda::Stage;
use crate::event::{
    Channel, Claim, Correction, EventKind, Fact, FromForce, Notice, ReviewResult, Sending,
    Transfer, Wording,
};
use crate::id::{EventId, LetterId, QuestionId};
use crate::letter::{LetterKind, Mode};
use crate::outcome::Outcome;
use crate::testing::{History, answer, day};

/// A die with a memory: Knuth's MMIX generator, of which the upper bits are used.
struct Die {
    state: u64,
    /// Over how many days the histories are spread: few days mean many facts on each.
    span: usize,
}

impl Die {
    fn new(state: u64) -> Self {
        Self { state, span: 200 }
    }

    fn throw(&mut self, sides: usize) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let sides = u64::try_from(sides).expect("a small number");
        usize::try_from((self.state >> 33) % sides).expect("smaller still")
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.throw(choices.len())]
    }

    fn day(&mut self) -> NaiveDate {
        let days = u64::try_from(self.throw(self.span)).expect("a small number");
        day("2026-11-01") + Days::new(days)
    }

    fn maybe_day(&mut self) -> Option<NaiveDate> {
        (self.throw(2) == 0).then(|| self.day())
    }

    fn sending(&mut self) -> Sending {
        let received_on = self.maybe_day();
        match self.throw(3) {
            0 => Sending::Emailed { received_on },
            1 => Sending::WebForm { received_on },
            _ => Sending::Posted { class: self.of(PostClass::ALL), received_on },
        }
    }

    /// A question, sometimes the closing one, sometimes none of the campaign.
    fn question(&mut self) -> QuestionId {
        QuestionId(self.of(&[1, 2, 3, 1, 2, 3, 4, 77]))
    }

    /// Any outcome, half of the time an answer, so that a request is complete now and then.
    fn outcome(&mut self) -> Outcome {
        if self.throw(2) == 0 { Outcome::Answered } else { self.of(Outcome::ALL) }
    }

    fn theirs(&mut self, events: i64) -> FromForce {
        let answers: Vec<_> =
            (0..self.throw(6)).map(|_| (self.question(), answer(self.outcome()))).collect();
        FromForce {
            answers,
            received_on: self.maybe_day(),
            their_reference: self.their_reference(),
            supersedes: (self.throw(3) == 0)
                .then(|| EventId(self.of(&[1, 2, 3, events, events + 1]))),
        }
    }

    fn event(&mut self, events: i64) -> (EventKind, Fact) {
        let letter = LetterId(self.of(&[1, 1, 2, 2, 3, 4, 77]));
        match self.throw(13) {
            0 | 1 => (EventKind::LetterWritten, Fact::LetterWritten(letter)),
            2 | 3 => {
                let kind = self.of(&[
                    EventKind::RequestSent,
                    EventKind::FollowUpSent,
                    EventKind::ReviewAsked,
                ]);
                (kind, Fact::LetterSent(letter, self.sending()))
            }
            4 => (EventKind::LetterReceived, Fact::LetterReceived(letter)),
            5 => (EventKind::Acknowledged, Fact::Acknowledged(self.theirs(events))),
            6 | 7 => (EventKind::ReplyReceived, Fact::ReplyReceived(self.theirs(events))),
            8 => (EventKind::ReviewAsked, Fact::ReviewAskedElsewhere(self.sending())),
            9 => {
                let result = self.of(ReviewResult::ALL);
                (EventKind::ReviewDecided, Fact::ReviewDecided(result, self.theirs(events)))
            }
            10 | 11 => self.course(letter, events),
            _ => match self.throw(6) {
                0 => match self.throw(2) {
                    0 => (EventKind::Closed, Fact::Closed(self.words())),
                    _ => (EventKind::Withdrawn, Fact::Withdrawn(self.words())),
                },
                1 => (EventKind::ReviewAcknowledged, Fact::ReviewAcknowledged(self.notice())),
                2 => (EventKind::ComplaintAcknowledged, Fact::ComplaintAcknowledged(self.notice())),
                3 => (EventKind::FollowUpSent, Fact::FollowUpSentElsewhere(self.sending())),
                _ => (EventKind::Note, Fact::Note("they rang".to_owned())),
            },
        }
    }

    fn notice(&mut self) -> Notice {
        Notice {
            received_on: self.maybe_day(),
            their_reference: self.their_reference(),
            names_day: self.maybe_day(),
            questions: self.questions(),
        }
    }

    fn their_reference(&mut self) -> Option<String> {
        (self.throw(4) == 0).then(|| self.of(&["FOI/1", "FOI/2"]).to_owned())
    }

    fn words(&mut self) -> String {
        self.of(&["enough", "all is told"]).to_owned()
    }

    fn questions(&mut self) -> Vec<QuestionId> {
        (0..self.throw(3)).map(|_| self.question()).collect()
    }

    /// What moves the time for an answer, and what comes after a review.
    fn course(&mut self, letter: LetterId, events: i64) -> (EventKind, Fact) {
        let (sending, notice) = (self.sending(), self.notice());
        let result = self.of(ReviewResult::ALL);
        match self.throw(23) {
            0 => {
                let channel = (self.throw(2) == 0).then(|| self.of(Channel::ALL));
                (EventKind::DeliveryFailed, Fact::DeliveryFailed(letter, channel))
            }
            1 => (EventKind::Resent, Fact::Resent(letter, sending)),
            2 => (EventKind::ReferenceGiven, Fact::ReferenceGiven(notice)),
            3 => (EventKind::DateClaimed, Fact::DateClaimed(self.of(Claim::ALL), self.day())),
            4 | 5 => (EventKind::ClarificationAsked, Fact::ClarificationAsked(notice)),
            6 => (EventKind::ClarificationAnswered, Fact::ClarificationAnswered(sending)),
            7 => (EventKind::FeesNotice, Fact::FeesNotice(notice)),
            8 => (EventKind::FeesPaid, Fact::FeesPaid),
            9 => (EventKind::ExtensionClaimed, Fact::ExtensionClaimed(notice)),
            10 => {
                let questions = self.questions();
                let received_on = self.maybe_day();
                let to = self.of(&["another force", "a third force"]).to_owned();
                (EventKind::Transferred, Fact::Transferred(Transfer { to, received_on, questions }))
            }
            11 => (EventKind::HoldingReply, Fact::HoldingReply(notice)),
            12 => (EventKind::RegimeMoved, Fact::RegimeMoved(self.of(Regime::ALL))),
            13 => {
                let text = self.of(&["The last year only?", "One station only?"]).to_owned();
                let wording = vec![Wording { question: self.question(), text }];
                (EventKind::Narrowed, Fact::Narrowed(sending, wording))
            }
            14 => (EventKind::ChaserSent, Fact::ChaserSent(sending)),
            15 => (EventKind::ReviewExtended, Fact::ReviewExtended(notice)),
            16 => (EventKind::ReviewRefused, Fact::ReviewRefused(notice)),
            17 => (EventKind::ComplaintMade, Fact::ComplaintMade(sending)),
            18 => (EventKind::DecisionNotice, Fact::DecisionNotice(Some(result), notice)),
            19 => (EventKind::AppealMade, Fact::AppealMade(sending)),
            20 => {
                let result = (self.throw(2) == 0).then_some(result);
                (EventKind::AppealDecided, Fact::AppealDecided(result, notice))
            }
            21 => (EventKind::PartsWithdrawn, Fact::PartsWithdrawn(self.questions())),
            _ => {
                let of = EventId(self.of(&[1, 2, 3, events, events + 1]));
                let answers = vec![(self.question(), answer(self.outcome()))];
                let correction = Correction { of, answers };
                (EventKind::OutcomeCorrected, Fact::OutcomeCorrected(correction))
            }
        }
    }

    fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.throw(last + 1));
        }
    }

    /// A history of up to fourteen events about four letters, some of them struck.
    fn history(&mut self) -> History {
        let mut history = History::new(self.of(Regime::ALL));
        for (kind, mode) in [
            (LetterKind::Request, None),
            (LetterKind::FollowUp, Some(self.of(Mode::ALL))),
            (LetterKind::Review, None),
            (LetterKind::Request, None),
        ] {
            let letter = history.write(kind, mode, "2026-11-20");
            history.letter(letter).reply_by = self.maybe_day();
        }
        // The letters stand in the library; which of them were written is mostly for the die.
        history.file.events.truncate(self.throw(5));
        for events in 0..i64::try_from(self.throw(15)).expect("a small number") {
            let (kind, fact) = self.event(events);
            let on = self.day().to_string();
            let id = history.event(kind, &on, fact);
            if self.throw(8) == 0 {
                history.strike(id);
            }
        }
        // What many throws in a row would have to fall for is put together now and then.
        if self.throw(24) == 0 {
            history.file.events.clear();
            let letter = LetterId(1);
            let sending = Sending::Emailed { received_on: None };
            for (kind, on, fact) in [
                (EventKind::LetterWritten, "2026-11-20", Fact::LetterWritten(letter)),
                (EventKind::RequestSent, "2026-11-20", Fact::LetterSent(letter, sending)),
                (
                    EventKind::ExtensionClaimed,
                    "2026-12-01",
                    Fact::ExtensionClaimed(Notice::default()),
                ),
            ] {
                history.event(kind, on, fact);
            }
        }
        if self.throw(40) == 0 {
            let reply = history.reply("2026-12-01", &[(1, Outcome::Refused), (2, Outcome::Partly)]);
            for _ in 0..2 {
                let answers = vec![(self.question(), answer(self.outcome()))];
                let fact = Fact::OutcomeCorrected(Correction { of: reply, answers });
                history.event(EventKind::OutcomeCorrected, "2026-12-05", fact);
            }
        }
        if self.throw(12) == 0 {
            let sending = self.sending();
            let notice = Notice::default();
            for (kind, on, fact) in [
                (EventKind::ComplaintMade, "2027-03-01", Fact::ComplaintMade(sending)),
                (EventKind::DecisionNotice, "2027-03-20", Fact::DecisionNotice(None, notice)),
                (EventKind::AppealMade, "2027-04-02", Fact::AppealMade(sending)),
            ]
            .into_iter()
            .take(self.of(&[2, 3]))
            {
                history.event(kind, on, fact);
            }
        }
        history
    }
}

const HISTORIES: usize = 4000;

mod entry;

#[test]
fn any_history_reads_as_something_on_any_day() {
    let mut die = Die::new(1);
    let mut stages = std::collections::BTreeSet::new();
    for _ in 0..HISTORIES {
        let history = die.history();
        let (case, clocks, agenda) = (history.case(), history.clocks(), history.agenda());
        for _ in 0..20 {
            let today = die.day();
            stages.insert(agenda.on(today).stage);
            for clock in &clocks {
                clock.on(today, &case, &history.holidays);
            }
            // What may be done is allowed or refused; nothing else.
            let mode = die.of(Mode::ALL);
            let sending = die.sending();
            let _ = action::write_follow_up(&case, mode, &clocks, today);
            let _ = action::write_review(&case, &clocks, today);
            let _ = action::review_decided(&case, die.day(), die.maybe_day(), today);
            let _ = action::review_asked_elsewhere(&case, die.day(), sending, today);
            let _ = action::send_letter(&case, LetterId(1), die.day(), sending, today);
            let _ = action::end(&case, die.day(), "enough", today);
        }
    }
    for stage in Stage::ALL {
        assert!(stages.contains(stage), "the die never came to “{stage}”");
    }
}

#[test]
fn the_order_in_which_events_are_handed_over_does_not_matter() {
    let mut die = Die::new(2);
    for _ in 0..HISTORIES {
        let mut history = die.history();
        let (case, clocks, agenda) =
            (format!("{:?}", history.case()), history.clocks(), history.agenda());
        die.shuffle(&mut history.file.events);
        assert_eq!(format!("{:?}", history.case()), case);
        assert_eq!(history.clocks(), clocks);
        assert_eq!(history.agenda(), agenda);
    }
}

#[test]
fn no_day_is_in_two_stages_and_every_day_from_the_first_is_in_one() {
    let mut die = Die::new(3);
    for _ in 0..HISTORIES {
        let history = die.history();
        let agenda = history.agenda();
        let first = agenda.stages.iter().map(|span| span.from).min().expect("a stage");
        for _ in 0..20 {
            let today = die.day();
            let holding = agenda
                .stages
                .iter()
                .filter(|span| span.from <= today && span.until.is_none_or(|until| today <= until));
            let expected = usize::from(today >= first);
            assert_eq!(holding.count(), expected, "{today}: {:?}", agenda.stages);
        }
    }
}

#[test]
fn striking_every_event_leaves_what_there_was_before_the_first() {
    let mut die = Die::new(4);
    for _ in 0..HISTORIES {
        let mut history = die.history();
        let events: Vec<EventId> = history.file.events.iter().map(|event| event.id).collect();
        for event in events {
            history.strike(event);
        }
        let case = format!("{:?}", history.case());
        history.file.events.clear();
        assert_eq!(case, format!("{:?}", history.case()));
    }
}

#[test]
fn a_problem_names_an_event_that_stands() {
    let mut die = Die::new(5);
    let mut found = 0;
    for _ in 0..HISTORIES {
        let history = die.history();
        for problem in history.case().problems {
            let event = history.file.events.iter().find(|event| event.id == problem.event);
            assert!(event.is_some_and(|event| event.struck.is_none()), "{problem:?}");
            found += 1;
        }
    }
    assert!(found > HISTORIES, "most of what the die makes is odd");
}

#[test]
fn the_ends_of_time_are_survived() {
    for end in [NaiveDate::MIN, NaiveDate::MAX] {
        for regime in Regime::ALL.iter().copied() {
            let mut history = History::new(regime);
            let letter = history.write(LetterKind::Request, None, "2026-11-23");
            history.send(letter, "2026-11-23", crate::testing::POSTED);
            history.reply("2026-11-23", &[(1, Outcome::Refused)]);
            let review = history.write(LetterKind::Review, None, "2026-11-23");
            history.send(review, "2026-11-23", crate::testing::EMAILED);
            history.decide("2026-11-23", &[(1, Outcome::Refused)]);
            for event in &mut history.file.events {
                event.happened_on = end;
            }
            assert_eq!(history.agenda().stages.len(), 1, "{end}");
            assert!(history.has_clock(crate::clock::ClockKind::Complaint), "{end}");
        }
    }
}
