//! Events of the correspondence as they cross: what happened, and all that a correction starts from.

use casework::event::{Fact, FromForce, Sending};
use casework::id::LetterId;
use casework::question::Question;
use law::Coded;
use store::table::events::KeptEvent;

use crate::answers::OutcomeRow;
use crate::view::{EventView, FileView, LeftView, what};

pub(crate) fn event_view(
    kept: KeptEvent,
    questions: &[Question],
    letter_name: impl Fn(LetterId) -> String + Copy,
) -> EventView {
    let event = kept.event;
    let (letter, sending) = ours(&event.fact);
    let theirs = theirs(&event.fact);
    let outcomes = outcomes(&event.fact, questions);
    EventView {
        event: event.id.0,
        kind: event.kind.code(),
        what: what(&event, letter_name),
        happened_on: event.happened_on,
        received_on: Some(event.known_on()).filter(|known_on| *known_on != event.happened_on),
        note: kept.note,
        files: kept
            .documents
            .into_iter()
            .map(|(hash, name)| FileView { name, hash: hash.to_string() })
            .collect(),
        act: kept.operation.0,
        letter: letter.map(letter_name),
        left: sending.map(|sending| LeftView {
            by: sending.channel().code(),
            class: sending.class().map(Coded::code),
            received_on: sending.received_on(),
        }),
        their_reference: theirs.and_then(|theirs| theirs.their_reference.clone()),
        outcomes,
        supersedes: theirs.and_then(|theirs| theirs.supersedes).map(|event| event.0),
        struck: event.struck,
    }
}

fn outcomes(fact: &Fact, questions: &[Question]) -> Vec<OutcomeRow> {
    let given = match (fact, theirs(fact)) {
        (Fact::OutcomeCorrected(correction), _) => correction.answers.as_slice(),
        (_, Some(theirs)) => theirs.answers.as_slice(),
        (_, None) => &[],
    };
    given
        .iter()
        .filter_map(|(id, answer)| {
            let question = questions.iter().find(|question| question.id == *id)?;
            Some(OutcomeRow::of(question, answer))
        })
        .collect()
}

fn ours(fact: &Fact) -> (Option<LetterId>, Option<Sending>) {
    match fact {
        Fact::LetterWritten(letter) | Fact::LetterReceived(letter) => (Some(*letter), None),
        Fact::LetterSent(letter, sending) => (Some(*letter), Some(*sending)),
        Fact::ReviewAskedElsewhere(sending) => (None, Some(*sending)),
        Fact::Acknowledged(_)
        | Fact::ReplyReceived(_)
        | Fact::OutcomeCorrected(_)
        | Fact::ReviewDecided(..)
        | Fact::Withdrawn(_)
        | Fact::Closed(_)
        | Fact::Note(_)
        | Fact::Unread(_) => (None, None),
    }
}

fn theirs(fact: &Fact) -> Option<&FromForce> {
    match fact {
        Fact::Acknowledged(theirs)
        | Fact::ReplyReceived(theirs)
        | Fact::ReviewDecided(_, theirs) => Some(theirs),
        Fact::OutcomeCorrected(_)
        | Fact::LetterWritten(_)
        | Fact::LetterSent(..)
        | Fact::LetterReceived(_)
        | Fact::ReviewAskedElsewhere(_)
        | Fact::Withdrawn(_)
        | Fact::Closed(_)
        | Fact::Note(_)
        | Fact::Unread(_) => None,
    }
}
