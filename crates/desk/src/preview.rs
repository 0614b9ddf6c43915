//! A letter as it would be, without keeping it: the very pages, from the very same path.

use casework::letter::Mode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::code::{self, Code};

/// A letter to be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LetterOrder {
    /// Which letter.
    pub what: LetterChoice,
    /// The date that it bears.
    pub dated: NaiveDate,
    /// Our own date for a reply, where no limit runs.
    pub reply_by: Option<NaiveDate>,
}

/// Which letter is to be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum LetterChoice {
    /// A campaign's request to a force.
    Request {
        /// The campaign's prefix.
        campaign: String,
        /// The force.
        force: String,
    },
    /// A follow-up.
    FollowUp {
        /// The request.
        request: String,
        /// What it is in law; what the facts recommend where it is not given.
        #[ts(as = "Option<Code<Mode>>")]
        #[serde(default, deserialize_with = "code::read_if")]
        mode: Option<Mode>,
    },
    /// A request for an internal review.
    Review {
        /// The request.
        request: String,
    },
}

/// A letter as it would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LetterPreview {
    /// The reference that it would bear.
    pub reference: String,
    /// What it is in law, for a follow-up.
    #[ts(as = "Option<Code<Mode>>")]
    pub mode: Option<&'static str>,
    /// How many pages it has.
    pub pages: u32,
    /// The date by which it asks for a reply, where it does.
    pub reply_by: Option<NaiveDate>,
    /// The questions that it takes up, by their names in sentences.
    pub questions: Vec<String>,
    /// What to know before it is sent.
    pub warnings: Vec<String>,
    /// Its words, page by page, for those who do not see the pages.
    pub plain: String,
}
