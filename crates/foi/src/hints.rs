//! Which command does what a hint says. The hints of `desk` are for every program; the names of commands
//! are known here.

use desk::{DeskError, ErrorKind};

/// The error with the commands named that help.
pub fn with_commands(error: DeskError) -> DeskError {
    match command(&error) {
        Some(command) => DeskError { hint: format!("{} {command}", error.hint), ..error },
        None => error,
    }
}

fn command(error: &DeskError) -> Option<&'static str> {
    let is_unknown = error.message.starts_with("There is no ");
    match (error.kind, error.field.as_deref()) {
        (ErrorKind::NoLibrary, _) => {
            Some("“foi init” makes one; --library FOLDER names another folder.")
        }
        (ErrorKind::LibraryExists, _) => Some("--library FOLDER names it."),
        (ErrorKind::Refused, Some("applicant")) => {
            Some("“foi sender set --applicant NAME --address \"LINE, LINE, POSTCODE\"” says it.")
        }
        (ErrorKind::Refused, Some("queue")) => Some("“foi send” and “foi write” do."),
        (ErrorKind::Refused, Some("supersedes")) => Some("“foi request show” names them."),
        (ErrorKind::Refused, Some("campaign")) if is_unknown => {
            Some("“foi campaigns list” names them.")
        }
        (ErrorKind::Refused, Some("force")) if is_unknown => {
            Some("“foi forces list --all” names them; “foi forces add” adds one.")
        }
        (ErrorKind::Refused, Some("request")) if is_unknown => {
            Some("“foi requests list” names them.")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_that_helps_is_named_after_the_hint() {
        let error = DeskError::refused("campaign", "There is no campaign “XX”.", "Choose another.");
        assert_eq!(with_commands(error).hint, "Choose another. “foi campaigns list” names them.");
        let error = DeskError::refused("on", "That day is after today.", "Give the day.");
        assert_eq!(with_commands(error.clone()), error);
    }
}
