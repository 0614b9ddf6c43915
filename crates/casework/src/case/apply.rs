//! One event read into the case.

use super::{Ahead, Case, Ended, OurLetter};
use crate::event::{Event, Fact};

impl Case {
    pub(super) fn apply(&mut self, event: &Event, ahead: &Ahead<'_>) {
        match &event.fact {
            Fact::LetterWritten(letter) => {
                match ahead.file.letters.iter().find(|facts| facts.id == *letter) {
                    Some(facts) => self.letters.push(OurLetter {
                        facts: facts.clone(),
                        sent: Vec::new(),
                        came_back: Vec::new(),
                    }),
                    None => self.odd(event, "It names a letter that is not in the library."),
                }
            }
            Fact::LetterSent(letter, sending) => {
                self.letter_sent(event, *letter, *sending, ahead);
            }
            Fact::Resent(letter, sending) => self.resent(event, *letter, *sending, ahead),
            Fact::LetterReceived(letter) => self.letter_received(event, *letter, ahead.file),
            Fact::DeliveryFailed(letter, channel) => self.delivery_failed(event, *letter, *channel),
            Fact::Acknowledged(theirs) => self.note_reference(theirs.their_reference.as_ref()),
            Fact::ReferenceGiven(notice) => self.note_reference(notice.their_reference.as_ref()),
            Fact::ReviewAcknowledged(notice) => {
                self.note_reference(notice.their_reference.as_ref());
                if self.reviews.is_empty() {
                    self.odd(event, "A review was acknowledged that nobody had asked for.");
                }
            }
            Fact::DateClaimed(claim, day) => self.claimed(event, *claim, *day),
            Fact::ClarificationAsked(notice) => self.clarification_asked(event, notice),
            Fact::ClarificationAnswered(sending) => {
                self.clarification_answered(event, *sending, ahead);
            }
            Fact::FeesNotice(notice) => self.fees_asked(event, notice),
            Fact::FeesPaid => self.fees_paid(event),
            Fact::ExtensionClaimed(notice) => self.extension_claimed(event, notice),
            Fact::Transferred(transfer) => self.transferred(event, transfer),
            Fact::HoldingReply(notice) => {
                self.note_reference(notice.their_reference.as_ref());
                self.held_off.push((event.id, event.happened_on, notice.names_day));
            }
            // Looked up ahead: the request stands under one regime from its beginning.
            Fact::RegimeMoved(to) => self.regime_moved(event, *to, ahead),
            Fact::Narrowed(sending, wording) => self.narrowed(event, *sending, wording, ahead),
            Fact::ReplyReceived(theirs) => self.reply(event, theirs, ahead),
            Fact::OutcomeCorrected(correction) => self.corrected(event, correction),
            Fact::ChaserSent(_) => {
                self.needs_sent(event, "A chaser before the request was sent.");
                self.chasers.push((event.id, event.happened_on));
            }
            Fact::FollowUpSentElsewhere(sending) => {
                // Under the Regulations any letter that says it is not content asks for a review.
                if self.regime.is_environmental() {
                    self.review_asked_elsewhere(event, *sending, ahead);
                }
            }
            Fact::ReviewAskedElsewhere(sending) => {
                self.review_asked_elsewhere(event, *sending, ahead);
            }
            Fact::ReviewExtended(notice) => self.review_extended(event, notice),
            Fact::ReviewRefused(notice) => self.review_refused(event, notice),
            Fact::ReviewDecided(result, theirs) => {
                self.review_decided(event, *result, theirs, ahead);
            }
            Fact::ComplaintMade(_) => self.complaint_made(event),
            Fact::ComplaintAcknowledged(notice) => self.complaint_acknowledged(event, notice),
            Fact::DecisionNotice(result, notice) => self.decision_notice(event, *result, notice),
            Fact::AppealMade(_) => self.appeal_made(event),
            Fact::AppealDecided(result, _) => self.appeal_decided(event, *result),
            Fact::PartsWithdrawn(questions) => self.parts_withdrawn(event, questions),
            Fact::Withdrawn(reason) | Fact::Closed(reason) => {
                if let Some(ended) = &self.ended
                    && (ended.kind, &ended.reason) != (event.kind, reason)
                {
                    self.odd(event, "The request had ended already.");
                }
                self.ended =
                    Some(Ended { kind: event.kind, on: event.happened_on, reason: reason.clone() });
            }
            Fact::Note(_) => {}
        }
    }
}
