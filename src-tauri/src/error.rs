//! Errors as they cross: a `DeskError` as it is, whatever went wrong, so that the interface knows one
//! form only.

use desk::{DeskError, ErrorKind};
use serde::de::DeserializeOwned;
use tauri::ipc::{CommandArg, CommandItem, InvokeError};
use tauri::{Error, Runtime};

/// What a command answers.
pub type Answer<T> = Result<T, DeskError>;

/// An argument of a command. One that cannot be read is refused as a `DeskError` with its name.
pub struct Arg<T>(pub T);

impl<'de, R: Runtime, T: DeserializeOwned> CommandArg<'de, R> for Arg<T> {
    fn from_command(item: CommandItem<'de, R>) -> Result<Self, InvokeError> {
        let name = item.key;
        let value: serde_json::Value = match CommandArg::from_command(item) {
            Ok(value) => value,
            // Left out: what may be nothing is nothing.
            Err(_) => serde_json::Value::Null,
        };
        serde_json::from_value(value).map(Self).map_err(|error| {
            let error = DeskError {
                field: Some(name.to_owned()),
                ..DeskError::new(
                    ErrorKind::Input,
                    format!("“{name}” cannot be read: {error}."),
                    "Put it right and try again.",
                )
            };
            InvokeError::from(error)
        })
    }
}

/// A fault of the shell itself.
pub fn fault(what: &str, error: &dyn std::fmt::Display) -> DeskError {
    DeskError::new(
        ErrorKind::Fault,
        format!("{what}: {error}"),
        "Try again; if it stays so, start FOI Desk again.",
    )
}

/// Work that was cut off.
pub fn cut_off(error: &Error) -> DeskError {
    fault("The work was cut off", error)
}
