//! The commands: each takes its input and the clock, calls `desk`, and tells what changed. Nothing is
//! decided here.

pub mod campaigns;
pub mod forces;
pub mod history;
pub mod letters;
pub mod library;
pub mod queue;
pub mod replies;
pub mod requests;
pub mod reviews;
pub mod sender;
