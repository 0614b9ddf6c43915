//! A letter as it would be, without keeping it: the very pages, from the very same path.

use casework::letter::{LetterFacts, Mode};
use casework::question::Question;
use chrono::NaiveDate;
use law::Coded;
use letters::layout::{Line, Page, Pages};
use letters::letter::Letter;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::code::{self, Code};
use crate::error::DeskError;
use crate::letter::laid_out;
use crate::library::Desk;
use crate::plan::Plan;
use crate::requests::find;
use crate::send::SendOrder;
use crate::write::WhatToWrite;

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
        /// The forces that the campaign would be sent to with it, which settles the numbers; all
        /// police forces where none is named.
        #[serde(default)]
        forces: Vec<String>,
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

/// A letter whose words are settled.
struct Composed {
    reference: String,
    letter: Letter,
    facts: LetterFacts,
    questions: Vec<Question>,
    warnings: Vec<String>,
}

impl Desk {
    /// A letter as it would be: what `send` and `write_letters` would write, and nothing is kept.
    ///
    /// # Errors
    /// Refused where writing it would be.
    pub fn letter_preview(&self, order: &LetterOrder) -> Result<LetterPreview, DeskError> {
        let composed = self.composed(order)?;
        let (pages, made) = laid_out(&composed.letter)?;
        let facts = &composed.facts;
        let taken_up = |question: &&Question| {
            facts.questions.contains(&question.id) || facts.fresh_questions.contains(&question.id)
        };
        Ok(LetterPreview {
            reference: composed.reference,
            mode: facts.mode.map(Coded::code),
            pages: made.page_count,
            reply_by: facts.reply_by,
            questions: composed.questions.iter().filter(taken_up).map(Question::label).collect(),
            warnings: composed.warnings,
            plain: plain(&pages),
        })
    }

    /// The file of a letter as it would be, to the byte.
    ///
    /// # Errors
    /// Refused where writing it would be.
    pub fn preview_pdf(&self, order: &LetterOrder) -> Result<Vec<u8>, DeskError> {
        Ok(laid_out(&self.composed(order)?.letter)?.1.pdf)
    }

    fn composed(&self, order: &LetterOrder) -> Result<Composed, DeskError> {
        let (what, request) = match &order.what {
            LetterChoice::Request { campaign, force, forces } => {
                let send = SendOrder {
                    campaign: campaign.clone(),
                    dated: order.dated,
                    forces: forces.clone(),
                    out: None,
                };
                let (composed, warnings) = self.compose_to(&send, force)?;
                return Ok(Composed {
                    reference: composed.reference.letter(composed.facts.number),
                    letter: composed.letter,
                    facts: composed.facts,
                    questions: self.campaign_row(campaign)?.questions,
                    warnings,
                });
            }
            LetterChoice::FollowUp { request, mode } => (WhatToWrite::FollowUp(*mode), request),
            LetterChoice::Review { request } => (WhatToWrite::Review, request),
        };
        let sender = self.sender_facts()?;
        let plan = Plan { what, dated: order.dated, reply_by: order.reply_by, sender: &sender };
        let planned = self.store.read(|r| plan.compose(r, find(r, request)?))?;
        Ok(Composed {
            reference: planned.known.letter_reference(&planned.facts),
            questions: planned.known.computed.case.questions.clone(),
            letter: planned.letter,
            facts: planned.facts,
            warnings: planned.warnings.into_iter().chain(planned.cost_warning).collect(),
        })
    }
}

fn line(line: &Line) -> String {
    line.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.text.as_str()).collect()
}

/// The words of the pages: a line for each piece of the letter, an empty line between pages.
fn plain(pages: &Pages) -> String {
    let page = |page: &Page| {
        let mut text = String::new();
        let mut last = None;
        for one in &page.lines {
            if last == Some(one.piece) {
                text.push(' ');
            } else if last.is_some() {
                text.push('\n');
            }
            text.push_str(line(one).trim_end());
            last = Some(one.piece);
        }
        text
    };
    pages.pages.iter().map(page).collect::<Vec<_>>().join("\n\n")
}
