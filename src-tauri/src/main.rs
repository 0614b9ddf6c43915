//! The program of the window: everything is in the library beside it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match foidesk_lib::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("FOI Desk cannot open its window: {error}");
            ExitCode::FAILURE
        }
    }
}
