//! The list of acts: what was done, to which requests, and whether it can be taken back.

use std::collections::BTreeMap;

use casework::event::EventKind;
use casework::id::OperationId;
use law::{Coded, coded};
use serde::Serialize;
use store::table::operations::{Item, ItemState};
use store::{Act, Prospect, Touched};
use ts_rs::TS;

use crate::batch::BatchItem;
use crate::code::Code;
use crate::error::DeskError;
use crate::input::reference;
use crate::library::Desk;

coded! {
    /// What sort of act it is.
    pub enum ActKind {
        /// Letters of ours were written.
        Letter = "letter", "Letters";
        /// Letters of ours left.
        Sent = "sent", "Sent";
        /// Something came from a force.
        Reply = "reply", "Replies";
        /// What was recorded wrongly was struck or put right.
        Correction = "correction", "Corrections";
        /// A note, the arrival of a letter, the end of a request.
        Record = "record", "Records";
        /// The register of forces was changed.
        Force = "force", "Forces";
        /// Who writes was changed.
        Sender = "sender", "Sender";
        /// A campaign was made, or its sources.
        Campaign = "campaign", "Campaigns";
        /// The library as a whole.
        Library = "library", "Library";
        /// Another act was taken back.
        Undo = "undo", "Undone";
    }
}

coded! {
    /// What can be done about an act.
    pub enum ActOffer {
        /// It can be taken back.
        Undo = "undo", "Undo";
        /// It cannot; what it recorded can be corrected.
        Correct = "correct", "Correct…";
        /// It was taken back and can be done again.
        Redo = "redo", "Do again";
    }
}

/// An act of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OperationView {
    /// Its number.
    pub operation: i64,
    /// What was done.
    pub label: String,
    /// What sort of act it is.
    #[ts(as = "Code<ActKind>")]
    pub kind: &'static str,
    /// When it was recorded (UTC).
    pub recorded_at: String,
    /// The act that it took back.
    pub undoes: Option<i64>,
    /// The act that took it back.
    pub undone_by: Option<i64>,
    /// The letters, and the requests without a letter, that it recorded something of, each once.
    pub references: Vec<String>,
    /// Whether it can be taken back.
    pub can_undo: bool,
    /// Why it cannot, for one that stands; nothing for one that was taken back or takes another back.
    pub why_not: Option<String>,
    /// What can be done about it: undo it, correct what it recorded, or do it again.
    #[ts(as = "Option<Code<ActOffer>>")]
    pub offer: Option<&'static str>,
    /// Its items, for a batch.
    pub items: Vec<BatchItem>,
}

impl Desk {
    /// The acts, the last first.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn history(&self) -> Result<Vec<OperationView>, DeskError> {
        let redoable = self.store.redoable()?;
        self.store.read(|r| {
            let mut items = r.all_items()?;
            let acts = r.list_of_acts()?;
            Ok(acts.iter().map(|act| view(act, &mut items, redoable)).collect())
        })
    }
}

fn view(
    act: &Act,
    items: &mut BTreeMap<OperationId, Vec<Item>>,
    redoable: Option<OperationId>,
) -> OperationView {
    let operation = &act.operation;
    let (why_not, offer) = match &act.prospect {
        Prospect::Open => (None, Some(ActOffer::Undo)),
        Prospect::Refused(refusal) => {
            let instead = (!act.touched.is_empty()).then_some(ActOffer::Correct);
            (Some(refusal.message.clone()), instead)
        }
        Prospect::Undone => (None, (redoable == Some(operation.id)).then_some(ActOffer::Redo)),
        Prospect::TakesBack => (None, None),
    };
    let mut references: Vec<String> = Vec::new();
    for touched in &act.touched {
        let name = name(touched);
        if !references.contains(&name) {
            references.push(name);
        }
    }
    let items = items.remove(&operation.id).unwrap_or_default();
    OperationView {
        operation: operation.id.0,
        label: operation.label.clone(),
        kind: kind(act).code(),
        recorded_at: operation.recorded_at.clone(),
        undoes: operation.undoes.map(|id| id.0),
        undone_by: operation.undone_by.map(|id| id.0),
        references,
        can_undo: act.prospect == Prospect::Open,
        why_not,
        offer: offer.map(Coded::code),
        items: items.into_iter().map(|one| item(one, &act.touched)).collect(),
    }
}

/// The letter that an event is about, or its request.
fn name(touched: &Touched) -> String {
    match touched.letter {
        Some(letter) => touched.request.letter(letter),
        None => touched.request.to_string(),
    }
}

/// An item of a batch with the letter that was written or left. What was not done has the request that
/// it names, if it names one.
fn item(item: Item, touched: &[Touched]) -> BatchItem {
    let subject = &item.subject;
    let is_about = |touched: &&Touched| {
        touched.force_code == *subject
            || name(touched) == *subject
            || touched.request.to_string() == *subject
    };
    let made = touched.iter().filter(|_| item.state == ItemState::Done).find(is_about).map(name);
    BatchItem {
        reference: made.or_else(|| reference(subject).is_ok().then(|| subject.clone())),
        state: item.state.code(),
        reason: item.reason,
        subject: item.subject,
    }
}

fn kind(act: &Act) -> ActKind {
    if act.prospect == Prospect::TakesBack {
        return ActKind::Undo;
    }
    if act.touched.iter().any(|touched| touched.was_struck) {
        return ActKind::Correction;
    }
    match act.touched.first() {
        Some(touched) => kind_of_event(touched),
        None if act.edited.contains("campaigns") || act.edited.contains("sources") => {
            ActKind::Campaign
        }
        None if act.edited.contains("forces") => ActKind::Force,
        None if act.edited.contains("senders") => ActKind::Sender,
        None => ActKind::Library,
    }
}

fn kind_of_event(touched: &Touched) -> ActKind {
    match touched.kind {
        EventKind::LetterWritten => ActKind::Letter,
        EventKind::RequestSent
        | EventKind::Resent
        | EventKind::ClarificationAnswered
        | EventKind::ChaserSent
        | EventKind::FollowUpSent
        | EventKind::ReviewAsked
        | EventKind::ComplaintMade
        | EventKind::AppealMade => ActKind::Sent,
        EventKind::Acknowledged
        | EventKind::DateClaimed
        | EventKind::ReferenceGiven
        | EventKind::ClarificationAsked
        | EventKind::FeesNotice
        | EventKind::ExtensionClaimed
        | EventKind::Transferred
        | EventKind::HoldingReply
        | EventKind::ReplyReceived
        | EventKind::ReviewAcknowledged
        | EventKind::ReviewExtended
        | EventKind::ReviewRefused
        | EventKind::ReviewDecided
        | EventKind::ComplaintAcknowledged
        | EventKind::DecisionNotice
        | EventKind::AppealDecided => ActKind::Reply,
        EventKind::OutcomeCorrected => ActKind::Correction,
        EventKind::LetterReceived
        | EventKind::DeliveryFailed
        | EventKind::FeesPaid
        | EventKind::RegimeMoved
        | EventKind::Narrowed
        | EventKind::PartsWithdrawn
        | EventKind::Withdrawn
        | EventKind::Closed
        | EventKind::Note => ActKind::Record,
    }
}
