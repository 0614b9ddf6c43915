//! What a reply would do, shown before it is saved.

use casework::agenda::Stage;
use serde::Serialize;
use ts_rs::TS;

use crate::code::Code;
use crate::view::DeadlineView;

/// A request before and after a reply that is not saved yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReplyEffect {
    /// Where the request stands.
    #[ts(as = "Code<Stage>")]
    pub stage_before: &'static str,
    /// The same, for people.
    pub stage_before_label: &'static str,
    /// Where it would stand.
    #[ts(as = "Code<Stage>")]
    pub stage_after: &'static str,
    /// The same, for people.
    pub stage_after_label: &'static str,
    /// Questions answered.
    pub answered_before: usize,
    /// Questions that would be.
    pub answered_after: usize,
    /// Questions that would apply.
    pub counted_after: usize,
    /// The limits with their working.
    pub deadlines_before: Vec<DeadlineView>,
    /// The limits as they would be.
    pub deadlines_after: Vec<DeadlineView>,
    /// What would be to do next, as a sentence.
    pub next_step_after: String,
    /// Counted questions of which the reply says nothing here: they stay as they were.
    pub not_listed: Vec<String>,
    /// What to know: a doubtful citation, a refusal that names no section, what is odd.
    pub notices: Vec<String>,
}
