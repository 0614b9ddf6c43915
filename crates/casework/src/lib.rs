//! What happened to a request, and so where it stands.
//!
//! A request's correspondence is the truth. [`case::Case::fold`] reads it (odd histories give
//! problems to show, never an error), [`action`] says what may be done now or refuses with the law
//! that says otherwise, and [`agenda`] works out, for every day, the stage, the clocks and the next
//! steps. Pure: no files, no clock, no serialisation; `today` is an argument.

pub mod action;
pub mod agenda;
#[cfg(test)]
mod any_history;
pub mod campaign;
pub mod case;
pub mod clock;
pub mod event;
pub mod force;
pub mod id;
pub mod letter;
pub mod notice;
pub mod outcome;
pub mod post_by;
pub mod question;
pub mod refusal;
pub mod standing;
#[cfg(test)]
mod testing;

pub use law::Coded;
pub use refusal::Refusal;
