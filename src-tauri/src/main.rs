//! The window of FOI Desk.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    foidesk_lib::run();
}
