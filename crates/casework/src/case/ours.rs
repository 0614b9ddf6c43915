//! Letters of ours: how they left, when they arrived, and that they came back.

use chrono::NaiveDate;
use law::calendar::BankHolidays;
use law::receipt::{self, Receipt};

use super::{Ahead, Case, CaseFile, OurLetter, Review, SentLetter};
use crate::event::{Channel, Event, Fact, Sending};
use crate::id::LetterId;
use crate::letter::LetterKind;

impl Case {
    pub(super) fn receipt(
        &self,
        on: NaiveDate,
        sending: Sending,
        holidays: &BankHolidays,
    ) -> Receipt {
        match (sending, sending.received_on()) {
            (_, Some(known)) => receipt::actual(self.regime, known),
            (Sending::Posted { class, .. }, None) => {
                receipt::posted(self.regime, class, on, holidays)
            }
            (Sending::Emailed { .. } | Sending::WebForm { .. }, None) => {
                receipt::emailed(self.regime, on)
            }
        }
    }

    fn sent(
        &self,
        event: &Event,
        letter: LetterId,
        sending: Sending,
        ahead: &Ahead<'_>,
    ) -> SentLetter {
        // What is known replaces what was presumed of the post; an e-mail keeps its own day.
        let receipt = match (sending, ahead.arrival(letter, event.happened_on)) {
            (Sending::Posted { .. }, Some(known)) => receipt::actual(self.regime, known),
            (Sending::Posted { .. }, None)
            | (Sending::Emailed { .. } | Sending::WebForm { .. }, _) => {
                self.receipt(event.happened_on, sending, ahead.holidays)
            }
        };
        SentLetter { event: event.id, on: event.happened_on, sending, receipt, again: false }
    }

    pub(super) fn letter_sent(
        &mut self,
        event: &Event,
        letter: LetterId,
        sending: Sending,
        ahead: &Ahead<'_>,
    ) {
        let sent = self.sent(event, letter, sending, ahead);
        self.left(event, letter, sent);
    }

    /// A letter that is sent again runs from its first arrival, if that one arrived.
    pub(super) fn resent(
        &mut self,
        event: &Event,
        letter: LetterId,
        sending: Sending,
        ahead: &Ahead<'_>,
    ) {
        let sent = SentLetter { again: true, ..self.sent(event, letter, sending, ahead) };
        let had_left = self
            .letters
            .iter()
            .find(|ours| ours.facts.id == letter)
            .is_some_and(|ours| !ours.sent.is_empty() || !ours.came_back.is_empty());
        if !had_left {
            self.odd(event, "A letter was sent again that had not left before.");
        }
        self.left(event, letter, sent);
    }

    fn left(&mut self, event: &Event, letter: LetterId, sent: SentLetter) {
        let is_environmental = self.regime.is_environmental();
        let Some(ours) = self.letters.iter_mut().find(|ours| ours.facts.id == letter) else {
            self.odd(event, "A letter left that was never written, or was taken back.");
            return;
        };
        ours.sent.push(sent.clone());
        // Under the Regulations a follow-up of any mode asks for a review.
        let asks = ours.facts.asks_review()
            || (is_environmental && ours.facts.kind == LetterKind::FollowUp);
        if !asks {
            return;
        }
        match self.reviews.iter_mut().find(|review| review.letter == Some(letter)) {
            // By post and e-mail together: the earlier arrival counts.
            Some(review) if sent.receipt.on < review.receipt.on => review.receipt = sent.receipt,
            Some(_) => {}
            None => self.reviews.push(Review {
                event: event.id,
                letter: Some(letter),
                asked_on: event.happened_on,
                receipt: sent.receipt,
                decided: None,
                extended: None,
                refused: None,
            }),
        }
    }

    pub(super) fn review_asked_elsewhere(
        &mut self,
        event: &Event,
        sending: Sending,
        ahead: &Ahead<'_>,
    ) {
        let receipt = self.receipt(event.happened_on, sending, ahead.holidays);
        self.reviews.push(Review {
            event: event.id,
            letter: None,
            asked_on: event.happened_on,
            receipt,
            decided: None,
            extended: None,
            refused: None,
        });
    }

    /// What came back never arrived: no clock runs from it.
    pub(super) fn delivery_failed(
        &mut self,
        event: &Event,
        letter: LetterId,
        channel: Option<Channel>,
    ) {
        let day = event.happened_on;
        let Some(ours) = self.letters.iter_mut().find(|ours| ours.facts.id == letter) else {
            self.odd(event, "A letter came back that was never written, or was taken back.");
            return;
        };
        let failed = |sent: &SentLetter| {
            channel.is_none_or(|channel| sent.sending.channel() == channel)
                && (sent.on < day || (sent.on == day && !sent.again))
        };
        let (back, stand): (Vec<_>, Vec<_>) = ours.sent.drain(..).partition(failed);
        ours.sent = stand;
        let nothing_came_back = back.is_empty();
        ours.came_back.extend(back.into_iter().map(|sent| (sent, day)));
        if nothing_came_back {
            self.odd(event, "A letter came back that had not left by then.");
        }
        let receipt = self
            .letters
            .iter()
            .find(|ours| ours.facts.id == letter)
            .and_then(OurLetter::receipt)
            .map(|sent| sent.receipt);
        match receipt {
            None => self.reviews.retain(|review| review.letter != Some(letter)),
            Some(receipt) => {
                for review in self.reviews.iter_mut().filter(|r| r.letter == Some(letter)) {
                    review.receipt = receipt;
                }
            }
        }
    }

    pub(super) fn letter_received(&mut self, event: &Event, letter: LetterId, file: &CaseFile) {
        if !self.letters.iter().any(|ours| ours.facts.id == letter) {
            self.odd(event, "A letter arrived that was never written, or was taken back.");
            return;
        }
        let has_left = file.events.iter().filter(|other| other.struck.is_none()).any(|other| {
            matches!(
                other.fact,
                Fact::LetterSent(sent, _) | Fact::Resent(sent, _) if sent == letter
            ) && other.happened_on <= event.happened_on
        });
        if !has_left {
            self.odd(event, "A letter arrived before it left.");
        }
    }
}
