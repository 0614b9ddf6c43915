//! What has to be known of a whole history before its events are read one by one: which replies
//! count for nothing because another replaces them, and when letters of ours really arrived.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use law::calendar::BankHolidays;
use law::regime::Regime;

use super::CaseFile;
use crate::event::{Correction, Event, Fact};
use crate::id::{EventId, LetterId, QuestionId};
use crate::outcome::Answer;

/// What the fold looks up ahead.
pub(super) struct Ahead<'a> {
    pub(super) file: &'a CaseFile,
    pub(super) holidays: &'a BankHolidays,
    /// The replies that another reply expressly replaces: what they said counts for nothing.
    pub(super) replaced: BTreeSet<EventId>,
    /// The days on which letters of ours are known to have arrived, the last recorded last.
    arrived: Vec<(LetterId, NaiveDate)>,
    /// The regime under which the request stands, from its beginning.
    pub(super) regime: Regime,
    /// What was put right, in order: a later one counts over an earlier one.
    corrected: Vec<&'a Correction>,
}

impl<'a> Ahead<'a> {
    /// The events that count, in their order, and what is known of the whole of them.
    pub(super) fn of(file: &'a CaseFile, holidays: &'a BankHolidays) -> (Vec<&'a Event>, Self) {
        let mut events: Vec<&Event> = file.events.iter().filter(|e| e.struck.is_none()).collect();
        let mut ahead = Self {
            file,
            holidays,
            replaced: BTreeSet::new(),
            arrived: Vec::new(),
            regime: file.regime,
            corrected: Vec::new(),
        };
        // What is said of another letter has to be known before the letters are put in order. Of two
        // corrections the later one counts.
        events.sort_by_key(|event| (event.known_on(), event.kind.rank(), event.id));
        for event in &events {
            if let Fact::OutcomeCorrected(correction) = &event.fact {
                ahead.corrected.push(correction);
            } else if let Fact::ReplyReceived(theirs) = &event.fact {
                ahead.replaced.extend(theirs.supersedes.filter(|other| *other != event.id));
            }
        }
        events.sort_by(|one, other| ahead.order(one, other));
        for event in &events {
            match &event.fact {
                Fact::LetterReceived(letter) => ahead.arrived.push((*letter, event.happened_on)),
                Fact::RegimeMoved(to) if to.is_scottish() == file.regime.is_scottish() => {
                    ahead.regime = *to;
                }
                Fact::RegimeMoved(_)
                | Fact::OutcomeCorrected(_)
                | Fact::ReplyReceived(_)
                | Fact::LetterWritten(_)
                | Fact::LetterSent(..)
                | Fact::DeliveryFailed(..)
                | Fact::Resent(..)
                | Fact::Acknowledged(_)
                | Fact::ReferenceGiven(_)
                | Fact::DateClaimed(..)
                | Fact::ClarificationAsked(_)
                | Fact::ClarificationAnswered(_)
                | Fact::FeesNotice(_)
                | Fact::FeesPaid
                | Fact::ExtensionClaimed(_)
                | Fact::Transferred(_)
                | Fact::HoldingReply(_)
                | Fact::Narrowed(..)
                | Fact::ChaserSent(_)
                | Fact::FollowUpSentElsewhere(_)
                | Fact::ReviewAskedElsewhere(_)
                | Fact::ReviewAcknowledged(_)
                | Fact::ReviewExtended(_)
                | Fact::ReviewRefused(_)
                | Fact::ReviewDecided(..)
                | Fact::ComplaintMade(_)
                | Fact::ComplaintAcknowledged(_)
                | Fact::DecisionNotice(..)
                | Fact::AppealMade(_)
                | Fact::AppealDecided(..)
                | Fact::PartsWithdrawn(_)
                | Fact::Withdrawn(_)
                | Fact::Closed(_)
                | Fact::Note(_) => {}
            }
        }
        (events, ahead)
    }

    /// What a letter of theirs says to each question, with what was put right in it.
    pub(super) fn says(
        &self,
        event: EventId,
        recorded: &[(QuestionId, Answer)],
    ) -> Vec<(QuestionId, Answer)> {
        let mut says = recorded.to_vec();
        let of_event = self.corrected.iter().filter(|correction| correction.of == event);
        for (question, answer) in of_event.flat_map(|correction| &correction.answers) {
            match says.iter_mut().find(|(known, _)| known == question) {
                Some((_, known)) => known.clone_from(answer),
                None => says.push((*question, answer.clone())),
            }
        }
        says
    }

    /// The day on which a letter that left on this day is known to have arrived.
    pub(super) fn arrival(&self, letter: LetterId, left_on: NaiveDate) -> Option<NaiveDate> {
        let of_letter =
            self.arrived.iter().filter(|(arrived, on)| *arrived == letter && *on >= left_on);
        of_letter.map(|(_, on)| *on).next_back()
    }
}
