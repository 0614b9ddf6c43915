//! What the information-request Acts say: which days count, which limits run, which exemptions
//! there are. Pure: no clock, no files, no serialisation. `today` is always an argument, and every
//! date of law is a civil date.

pub mod coded;

pub use coded::Coded;
