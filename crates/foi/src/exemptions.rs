//! `foi exemptions` and `foi refusal`: what the law says of a refusal.

use std::io::Read;
use std::path::Path;

use desk::{
    Decision, Desk, DeskError, EarlierNotice, ErrorKind, ExemptionView, FaultView, Reasons,
    ReferenceView, Refusal, RefusalNotice,
};

use crate::act::{date_if, read};
use crate::args::{ExemptionsCommand, RefusalCommand, Refused};
use crate::output::{Output, table};

/// The file name that means the standard input.
const STANDARD_INPUT: &str = "-";

/// Lists the exemptions, or finds them in a letter.
pub fn run(command: &ExemptionsCommand, output: &Output) -> Result<(), DeskError> {
    match command {
        ExemptionsCommand::List { regime } => {
            output.show(&desk::exemptions(regime)?, |exemptions| list(exemptions));
        }
        ExemptionsCommand::Find { regime, file } => {
            let letter = match file.as_path() == Path::new(STANDARD_INPUT) {
                true => standard_input()?,
                false => read("file", file)?,
            };
            let name = file.display().to_string();
            let found = desk::find_references(regime, &letter, &name)?;
            output.show(&found, |found| references(found));
        }
    }
    Ok(())
}

/// Checks a refusal notice: one of a request, or one that is told in full.
pub fn refusal(
    command: &RefusalCommand,
    open: &dyn Fn() -> Result<Desk, DeskError>,
    output: &Output,
) -> Result<(), DeskError> {
    let RefusalCommand::Check(told) = command;
    let recorded = match &told.request {
        Some(request) => open()?.refusal_notice(request)?,
        None => RefusalNotice {
            regime: told.regime.clone().unwrap_or_default(),
            refusal: match told.refusal {
                Refused::Withheld => Refusal::Withheld,
                Refused::Ncnd => Refusal::NeitherConfirmedNorDenied,
                Refused::NotHeld => Refusal::NotHeld,
            },
            grounds: told.grounds.clone(),
            contains: Vec::new(),
            due: date_if("due", told.due.as_deref())?,
            given_on: date_if("given", told.given.as_deref())?,
            decision: Decision::Made,
            reasons: Reasons::CanBeGiven,
            earlier: EarlierNotice::None,
        },
    };
    let notice = RefusalNotice {
        contains: told.contains.clone(),
        decision: if told.pending { Decision::Pending } else { Decision::Made },
        reasons: if told.would_disclose { Reasons::WouldDisclose } else { Reasons::CanBeGiven },
        earlier: if told.earlier_notice { EarlierNotice::Given } else { EarlierNotice::None },
        ..recorded
    };
    output.show(&desk::check_refusal(&notice)?, |faults| lacks(faults));
    Ok(())
}

fn standard_input() -> Result<Vec<u8>, DeskError> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| DeskError {
        field: Some("file".to_owned()),
        ..DeskError::new(
            ErrorKind::Input,
            format!("The standard input cannot be read: {error}"),
            "Give the name of a file.",
        )
    })?;
    Ok(bytes)
}

fn references(found: &[ReferenceView]) -> String {
    if found.is_empty() {
        return "No reference is found.".to_owned();
    }
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|reference| {
            vec![
                format!("{}:{}", reference.line, reference.column),
                reference.regime.to_owned(),
                reference.code.clone(),
                reference.kind.to_owned(),
                tests(reference.public_interest, reference.harm),
                reference.words.to_owned(),
                reference.doubt.clone().unwrap_or_default(),
            ]
        })
        .collect();
    table(&["place", "law", "provision", "kind", "test", "meaning", "look again"], &rows)
}

fn list(exemptions: &[ExemptionView]) -> String {
    let rows: Vec<Vec<String>> = exemptions
        .iter()
        .map(|exemption| {
            let twin = exemption.twin.as_ref();
            vec![
                exemption.code.clone(),
                tests(exemption.public_interest, exemption.harm),
                exemption.words.to_owned(),
                twin.map(|twin| format!("{} {}", twin.regime, twin.code)).unwrap_or_default(),
                exemption.denied_by.clone().unwrap_or_default(),
                if exemption.source.is_some() { "yes" } else { "no" }.to_owned(),
            ]
        })
        .collect();
    table(
        &["provision", "test", "what it covers", "twin", "neither confirm nor deny", "words read"],
        &rows,
    )
}

/// "qualified, prejudice"; a dash for what is no exemption.
fn tests(public_interest: Option<&str>, harm: Option<&str>) -> String {
    match (public_interest, harm) {
        (None, None) => "-".to_owned(),
        (interest, harm) => interest.into_iter().chain(harm).collect::<Vec<&str>>().join(", "),
    }
}

fn lacks(faults: &[FaultView]) -> String {
    if faults.is_empty() {
        return "The notice lacks nothing that the law requires of it.".to_owned();
    }
    let lines: Vec<String> = faults
        .iter()
        .map(|fault| format!("{}: {}\n  law: {}", fault.part, fault.ground, fault.citation))
        .collect();
    lines.join("\n")
}
