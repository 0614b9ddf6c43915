//! `foi record`: what came, and what happened.

use desk::{
    CorrectionInput, Desk, DeskError, Ending, Happening, Moment, Recorded, ReplyInput,
    ReviewAskedInput, ReviewDecisionInput, Sending, TheirLetter,
};

use crate::act::{date_if, post_class, read};
use crate::args::{By, EndingArguments, LetterArguments, RecordCommand};
use crate::output::Output;
use crate::{course, show};

fn letter(arguments: &LetterArguments) -> Result<TheirLetter, DeskError> {
    Ok(TheirLetter {
        dated: desk::date("dated", &arguments.dated)?,
        received_on: date_if("received", arguments.received.as_deref())?,
        their_reference: arguments.their_ref.clone(),
        notes: arguments.note.clone(),
        files: arguments.file.clone(),
    })
}

fn end(
    desk: &mut Desk,
    ending: Ending,
    arguments: &EndingArguments,
    moment: Moment,
) -> Result<Recorded, DeskError> {
    let on = desk::date("on", &arguments.on)?;
    let happening = Happening::Ended { ending, on, reason: arguments.reason.clone() };
    desk.record(&arguments.request, &happening, moment)
}

/// Records what a command says.
pub fn run(
    desk: &mut Desk,
    command: &RecordCommand,
    moment: Moment,
    output: &Output,
) -> Result<(), DeskError> {
    let recorded = match command {
        RecordCommand::Course(command) => course::run(desk, command, moment)?,
        RecordCommand::Reply { letter: from, outcomes, supersedes } => {
            let input = ReplyInput {
                request: from.request.clone(),
                letter: letter(from)?,
                outcomes: read("outcomes", outcomes)?,
                outcomes_name: outcomes.display().to_string(),
                supersedes: *supersedes,
            };
            desk.record_reply(&input, moment)?
        }
        RecordCommand::OutcomeCorrected { request, on, outcomes, reply, note } => {
            let input = CorrectionInput {
                request: request.clone(),
                on: date_if("on", on.as_deref())?.unwrap_or(moment.today),
                reply: *reply,
                outcomes: Vec::new(),
                note: note.clone(),
            };
            let name = outcomes.display().to_string();
            desk.record_correction_table(input, &read("outcomes", outcomes)?, &name, moment)?
        }
        RecordCommand::Acknowledgement { letter: from } => {
            let happening = Happening::Acknowledged { letter: letter(from)? };
            desk.record(&from.request, &happening, moment)?
        }
        RecordCommand::Received { request, on } => {
            let happening = Happening::Received { on: desk::date("on", on)? };
            desk.record(request, &happening, moment)?
        }
        RecordCommand::ReviewAsked { request, on, by, class, received, note } => {
            let received_on = date_if("received", received.as_deref())?;
            let sending = match by {
                By::Post => Sending::Posted { class: post_class(*class), received_on },
                By::Email => Sending::Emailed { received_on },
                By::WebForm => Sending::WebForm { received_on },
            };
            let input = ReviewAskedInput {
                request: request.clone(),
                on: desk::date("on", on)?,
                sending,
                note: note.clone(),
            };
            desk.record_review_asked(&input, moment)?
        }
        RecordCommand::ReviewDecided { letter: from, result, outcomes } => {
            let name = outcomes.as_ref().map(|path| path.display().to_string());
            let input = ReviewDecisionInput {
                request: from.request.clone(),
                letter: letter(from)?,
                result: result.clone(),
                outcomes: outcomes.as_ref().map(|path| read("outcomes", path)).transpose()?,
                outcomes_name: name.unwrap_or_default(),
            };
            desk.record_review_decided(&input, moment)?
        }
        RecordCommand::Note { request, on, text } => {
            let happening = Happening::Noted { on: desk::date("on", on)?, note: text.clone() };
            desk.record(request, &happening, moment)?
        }
        RecordCommand::Closed { ending } => end(desk, Ending::Closed, ending, moment)?,
        RecordCommand::Withdrawn { ending } => end(desk, Ending::Withdrawn, ending, moment)?,
    };
    output.show(&recorded, show::recorded);
    Ok(())
}
