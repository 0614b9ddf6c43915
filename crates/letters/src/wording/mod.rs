//! What a letter says: facts and a wording become the content of a letter.
//!
//! The wordings are text files with named placeholders (`templates/`). The law's words (sections,
//! regulator, days) are placeholders too, so that one wording cannot cite the wrong Act; and what
//! the app knows is never put as an "if" to the reader.

mod address;
mod compose;
mod fields;
mod groups;
mod law_words;
mod template;

pub use address::posting_address;
pub use compose::{
    Facts, FollowUpFacts, SenderFacts, compose_follow_up, compose_request, compose_review,
};
pub use template::WordingProblem;

/// The version of the built-in wordings, kept with each letter. It changes with any of them.
pub const WORDING_VERSION: &str = "built-in 3";
