//! Events of the correspondence as they cross: what happened, and all that a correction starts from.

use casework::event::Fact;
use casework::id::LetterId;
use casework::question::Question;
use law::Coded;
use store::table::events::KeptEvent;

use crate::answers::OutcomeRow;
use crate::view::{EventView, FileView, LeftView};
use crate::what::what;

pub(crate) fn event_view(
    kept: KeptEvent,
    questions: &[Question],
    letter_name: impl Fn(LetterId) -> String + Copy,
) -> EventView {
    let event = kept.event;
    let (letter, sending) = (event.fact.letter(), event.fact.sending());
    let theirs = event.fact.answers();
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
        their_reference: event.fact.their_reference().cloned(),
        outcomes,
        supersedes: theirs.and_then(|theirs| theirs.supersedes).map(|event| event.0),
        struck: event.struck,
    }
}

fn outcomes(fact: &Fact, questions: &[Question]) -> Vec<OutcomeRow> {
    let given = match (fact, fact.answers()) {
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
