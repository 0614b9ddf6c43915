//! What has to be known of a whole history before its events are read one by one: which replies
//! count for nothing because another replaces them, and when letters of ours really arrived.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use law::calendar::BankHolidays;

use super::CaseFile;
use crate::event::{Event, Fact};
use crate::id::{EventId, LetterId};

/// What the fold looks up ahead.
pub(super) struct Ahead<'a> {
    pub(super) file: &'a CaseFile,
    pub(super) holidays: &'a BankHolidays,
    /// The replies that another reply expressly replaces: what they said counts for nothing.
    pub(super) replaced: BTreeSet<EventId>,
    /// The days on which letters of ours are known to have arrived, the last recorded last.
    arrived: Vec<(LetterId, NaiveDate)>,
}

impl<'a> Ahead<'a> {
    pub(super) fn of(events: &[&Event], file: &'a CaseFile, holidays: &'a BankHolidays) -> Self {
        let mut ahead = Self { file, holidays, replaced: BTreeSet::new(), arrived: Vec::new() };
        for event in events {
            match &event.fact {
                Fact::ReplyReceived(theirs) => {
                    ahead.replaced.extend(theirs.supersedes.filter(|other| *other != event.id));
                }
                Fact::LetterReceived(letter) => ahead.arrived.push((*letter, event.happened_on)),
                Fact::LetterWritten(_)
                | Fact::LetterSent(..)
                | Fact::Acknowledged(_)
                | Fact::ReviewAskedElsewhere(_)
                | Fact::ReviewDecided(..)
                | Fact::Withdrawn(_)
                | Fact::Closed(_)
                | Fact::Note(_)
                | Fact::Unread(_) => {}
            }
        }
        ahead
    }

    /// The day on which a letter that left on this day is known to have arrived.
    pub(super) fn arrival(&self, letter: LetterId, left_on: NaiveDate) -> Option<NaiveDate> {
        let of_letter =
            self.arrived.iter().filter(|(arrived, on)| *arrived == letter && *on >= left_on);
        of_letter.map(|(_, on)| *on).next_back()
    }
}
