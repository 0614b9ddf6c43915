//! The library on disk: one folder with `foi-desk.sqlite` and `documents/`.
//!
//! Everything is written through one door, [`Store::write`]: it begins a transaction, inserts the
//! operation, runs the work, brings what is worked out (deadlines, agenda) up to date, and commits.
//! The only crate that names rusqlite.

mod case_files;
mod check;
mod codes;
mod documents;
mod door;
mod error;
mod fault;
mod migrate;
mod open;
mod place;
mod projection;
mod redo;
pub mod table;
mod undo;
mod undoable;

pub use check::Finding;
pub use documents::{DocumentHash, hash_of};
pub use door::{Reader, Store, Writer, Written};
pub use error::{StoreError, is_full};
pub use migrate::{MIGRATIONS, Migration, migrate_to, schema_of};
pub use open::{APPLICATION_ID, DATABASE, DOCUMENTS};
pub use place::Place;
pub use projection::{ComputedRequest, compute};
pub use undoable::{Act, Prospect, Touched};
