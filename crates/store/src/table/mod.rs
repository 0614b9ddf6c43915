//! One table, or a few that belong together, a file. SQL is written out; columns are read by name.

pub mod agenda;
pub mod bank_holidays;
pub mod campaigns;
pub mod events;
mod facts;
pub mod forces;
pub mod letters;
pub mod operations;
pub mod requests;
pub mod senders;
pub mod sources;
