//! Work on many things at once: every item ends as done, not done (why) or left out (why).

use serde::Serialize;
use store::table::operations::ItemState;
use ts_rs::TS;

use crate::code::Code;

/// One item of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BatchItem {
    /// What it is about: a force or a letter, by the name in files.
    pub subject: String,
    /// The letter's reference, where there is one.
    pub reference: Option<String>,
    /// `done`, `failed` or `skipped`.
    #[ts(as = "Code<ItemState>")]
    pub state: &'static str,
    /// Why it was not done.
    pub reason: Option<String>,
}

/// The item that a batch is at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Progress")]
pub struct ProgressView {
    /// Its position, from 1.
    pub at: usize,
    /// How many there are.
    pub of: usize,
    /// What it is about.
    pub subject: String,
}

/// Whether to go on with the next item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoOn {
    /// Yes.
    Yes,
    /// Stop after the present item; a repeat does the rest.
    Stop,
}

/// Told of each item before it is begun: the position, how many there are, and the subject.
pub type Progress<'a> = dyn FnMut(usize, usize, &str) -> GoOn + 'a;

/// Goes on to the end without telling anybody.
pub fn silently() -> Box<Progress<'static>> {
    Box::new(|_, _, _| GoOn::Yes)
}

impl BatchItem {
    pub(crate) fn done(subject: &str, reference: String) -> Self {
        Self::ended(subject, Some(reference), ItemState::Done, None)
    }

    pub(crate) fn failed(subject: &str, reference: Option<String>, reason: String) -> Self {
        Self::ended(subject, reference, ItemState::Failed, Some(reason))
    }

    pub(crate) fn skipped(subject: &str, reference: Option<String>, reason: String) -> Self {
        Self::ended(subject, reference, ItemState::Skipped, Some(reason))
    }

    pub(crate) fn pending(subject: &str) -> Self {
        Self::ended(
            subject,
            None,
            ItemState::Pending,
            Some("stopped before it was reached; repeat to do it".to_owned()),
        )
    }

    fn ended(
        subject: &str,
        reference: Option<String>,
        state: ItemState,
        reason: Option<String>,
    ) -> Self {
        use law::Coded;
        Self { subject: subject.to_owned(), reference, state: state.code(), reason }
    }
}
