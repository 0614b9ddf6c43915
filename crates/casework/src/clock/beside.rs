//! What stands beside the last day of a clock: other readings of the rule, and the force's own date.

use chrono::{Days, NaiveDate};
use law::reading::{self, OtherReading};

use super::{Clock, words};

/// The day that the force gives as the end of a limit, or that follows from what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedDue {
    /// Due by the end of this day.
    pub due: NaiveDate,
    /// How the force comes to it.
    pub why: String,
    /// Whether it only promises: it moves nothing, and nothing waits for it.
    pub is_promise: bool,
}

impl ClaimedDue {
    /// A day that can be another reading of a limit that ends on `ours`; nothing where it is the same
    /// day. One far behind it is a promise.
    pub(super) fn of(ours: NaiveDate, due: NaiveDate, why: String) -> Option<Self> {
        let is_promise = !reading::can_be_a_reading(ours, due);
        (due != ours).then_some(Self { due, why, is_promise })
    }
}

impl Clock {
    /// The day that the force gives, where it can be a reading of the limit.
    fn claimed_reading(&self) -> Option<NaiveDate> {
        self.claim.as_ref().filter(|claim| !claim.is_promise).map(|claim| claim.due)
    }

    /// The last day of every reading of the limit: only after it is it safe to say that the limit of
    /// another was missed.
    pub fn last_reading(&self) -> NaiveDate {
        let last = reading::last_of_all(self.due, &self.readings);
        self.claimed_reading().map_or(last, |claimed| last.max(claimed))
    }

    /// The first day on which some reading ends: by it a right of our own is safely used.
    pub fn safe_day(&self) -> NaiveDate {
        let first = reading::first_of_all(self.due, &self.readings);
        self.claimed_reading().map_or(first, |claimed| first.min(claimed))
    }

    /// The other readings and the force's date, and what follows from them, in sentences; nothing
    /// where our date stands alone.
    pub fn beside(&self) -> Option<String> {
        let ends = if self.kind.is_ours() { "it ends on" } else { "it is due by" };
        let reading = |other: &OtherReading| {
            format!(
                "By another reading {ends} {}: {} ({}).",
                words(other.due),
                other.why,
                other.source
            )
        };
        let mut said: Vec<String> = self.readings.iter().map(reading).collect();
        if let Some(claim) = &self.claim {
            said.push(format!("The force's date is {}: {}.", words(claim.due), claim.why));
            if claim.is_promise {
                said.push("That is a promise and moves nothing.".to_owned());
            }
        }
        said.extend(self.advice());
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// What follows from the other readings and the force's date, as a sentence, where it is more than
    /// our own date says.
    pub fn advice(&self) -> Option<String> {
        let (first, last) = (self.safe_day(), self.last_reading());
        if self.kind.is_ours() {
            return (first < self.due).then(|| format!("Keep to the earliest, {}.", words(first)));
        }
        let from = last.checked_add_days(Days::new(1)).unwrap_or(last);
        (last > self.due)
            .then(|| format!("Act only when every one has passed, from {}.", words(from)))
    }
}

#[cfg(test)]
mod tests {
    use law::regime::Regime;

    use crate::clock::ClockKind;
    use crate::event::{Claim, EventKind, Fact, FromForce, Notice, Sending};
    use crate::letter::LetterKind;
    use crate::outcome::Outcome;
    use crate::testing::{History, day, theirs};

    /// Sent by e-mail on a Sunday: due on 21 December, by another reading on the 22nd.
    fn on_a_sunday() -> History {
        let mut history = History::new(Regime::Foia);
        let letter = history.write(LetterKind::Request, None, "2026-11-22");
        history.send(letter, "2026-11-22", Sending::Emailed { received_on: None });
        history
    }

    #[test]
    fn a_date_that_stands_alone_says_nothing_more() {
        let clock = History::sent(Regime::Foia).clock(ClockKind::Response);
        assert_eq!((clock.beside(), clock.advice()), (None, None));
        assert_eq!((clock.safe_day(), clock.last_reading()), (clock.due, clock.due));
    }

    #[test]
    fn a_limit_of_theirs_is_relied_on_after_the_last_reading() {
        let clock = on_a_sunday().clock(ClockKind::Response);
        assert_eq!((clock.due, clock.last_reading()), (day("2026-12-21"), day("2026-12-22")));
        let beside = clock.beside().expect("another reading");
        assert!(
            beside.starts_with("By another reading it is due by 22 December 2026: "),
            "{beside}"
        );
        assert!(beside.contains("LTT47"), "its source: {beside}");
        assert!(beside.ends_with("passed, from 23 December 2026."), "{beside}");
    }

    #[test]
    fn what_the_force_claims_stands_beside_the_readings_and_the_latest_counts() {
        let mut history = on_a_sunday();
        let claim = Fact::DateClaimed(Claim::Due, day("2026-12-24"));
        history.event(EventKind::DateClaimed, "2026-11-30", claim);
        let clock = history.clock(ClockKind::Response);
        assert_eq!(clock.last_reading(), day("2026-12-24"));
        let beside = clock.beside().expect("two readings");
        assert!(beside.contains("22 December 2026"), "{beside}");
        assert!(beside.contains("The force's date is 24 December 2026: "), "{beside}");
        assert_eq!(
            clock.advice().as_deref(),
            Some("Act only when every one has passed, from 25 December 2026.")
        );
    }

    #[test]
    fn a_promise_is_shown_and_nothing_waits_for_it() {
        let mut history = History::sent(Regime::Foia);
        let names = |names_day| Notice { names_day, ..Notice::default() };
        let holding = Fact::HoldingReply(names(Some(day("2026-12-24"))));
        history.event(EventKind::HoldingReply, "2026-12-21", holding);
        let clock = history.clock(ClockKind::Response);
        let claim = clock.claim.clone().expect("the promise");
        assert_eq!((claim.due, claim.is_promise), (day("2026-12-24"), true));
        assert_eq!((clock.last_reading(), clock.advice()), (clock.due, None));
        assert!(clock.beside().is_some_and(|said| said.ends_with("a promise and moves nothing.")));
        // A later claim of a limit takes its place; a holding reply that names no day says nothing.
        history.event(EventKind::HoldingReply, "2026-12-22", Fact::HoldingReply(names(None)));
        let claim = Fact::DateClaimed(Claim::Due, day("2026-12-28"));
        history.event(EventKind::DateClaimed, "2026-12-22", claim);
        let claim = history.clock(ClockKind::Response).claim.expect("the claim");
        assert_eq!((claim.due, claim.is_promise), (day("2026-12-28"), false));
    }

    #[test]
    fn a_right_of_ours_is_kept_to_the_earliest() {
        let mut history = History::sent(Regime::Foisa);
        let reply =
            FromForce { received_on: Some(day("2026-12-14")), ..theirs(&[(1, Outcome::Refused)]) };
        history.event(EventKind::ReplyReceived, "2026-12-14", Fact::ReplyReceived(reply));
        let clock = history.clock(ClockKind::ReviewRequest);
        assert_eq!((clock.due, clock.safe_day()), (day("2027-02-22"), day("2027-02-12")));
        assert!(clock.beside().is_some_and(|said| said.contains("it ends on 12 February 2027")));
        assert_eq!(clock.advice().as_deref(), Some("Keep to the earliest, 12 February 2027."));
    }

    #[test]
    fn a_later_reading_of_a_right_of_ours_is_no_reason_to_wait() {
        let mut history = History::sent(Regime::Foia);
        let reply =
            FromForce { received_on: Some(day("2026-12-16")), ..theirs(&[(1, Outcome::Refused)]) };
        history.event(EventKind::ReplyReceived, "2026-12-14", Fact::ReplyReceived(reply));
        let clock = history.clock(ClockKind::ReviewRequest);
        assert_eq!(clock.safe_day(), clock.due);
        assert!(clock.beside().is_some() && clock.advice().is_none());
    }
}
