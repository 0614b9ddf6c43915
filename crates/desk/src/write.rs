//! Writing letters: the pages are made and kept, and the letter waits in the queue. Nothing leaves
//! the building here and no clock starts.

use std::path::{Path, PathBuf};

use casework::agenda::StepKind;
use casework::force::Force;
use casework::letter::{LetterKind, Mode};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use store::Reader;
use store::table::operations::ItemState;
use ts_rs::TS;

use crate::batch::{BatchItem, GoOn, Progress};
use crate::code::{self, Code};
use crate::copies::{copy_out, make_folder};
use crate::error::DeskError;
use crate::letter::{MadeLetter, address_notices, keep, make};
use crate::library::{Desk, Moment};
use crate::plan::{Plan, Planned};
use crate::requests::{Known, find, known};

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", content = "mode", rename_all = "snake_case")]
pub enum WhatToWrite {
    /// A follow-up; without a mode, the one that the facts recommend.
    #[serde(deserialize_with = "code::read_if")]
    FollowUp(#[ts(as = "Option<Code<Mode>>")] Option<Mode>),
    /// A request for an internal review.
    Review,
}

/// For which requests.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", content = "references", rename_all = "snake_case")]
pub enum WhichRequests {
    /// Those with these references; if one is refused, none is written.
    Named(Vec<String>),
    /// All for which it is the thing to do today; one that cannot be written is left out and named.
    Due,
}

/// An order to write letters.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WriteOrder {
    /// What to write.
    pub what: WhatToWrite,
    /// For which requests.
    pub which: WhichRequests,
    /// The date that the letters bear.
    pub dated: NaiveDate,
    /// Our own date for a reply, where no limit runs; 20 working days where it is not given.
    pub reply_by: Option<NaiveDate>,
    /// A folder for copies: on the command line.
    #[serde(skip)]
    pub out: Option<PathBuf>,
}

/// A letter that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WrittenLetter {
    /// Its reference.
    pub reference: String,
    /// The force.
    pub force: String,
    /// What it is.
    #[ts(as = "Code<LetterKind>")]
    pub kind: &'static str,
    /// Its mode, for a follow-up.
    #[ts(as = "Option<Code<Mode>>")]
    pub mode: Option<&'static str>,
    /// How many pages it has.
    pub pages: u32,
    /// Where a copy was put.
    pub file: Option<PathBuf>,
    /// What to know before it is sent.
    pub warnings: Vec<String>,
}

/// What a batch of writing came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WriteReport {
    /// The number of the act, by which it can be taken back; nothing where nothing was done.
    pub operation: Option<i64>,
    /// The letters written.
    pub written: Vec<WrittenLetter>,
    /// Every item, done or not.
    pub items: Vec<BatchItem>,
    /// What to know: unconfirmed and missing addresses.
    pub notices: Vec<String>,
}

/// What will be written: what each letter says, and its pages.
type PlannedLetters = Vec<(Planned, MadeLetter)>;

fn planned_and_made(
    plan: &Plan<'_>,
    r: &Reader<'_>,
    known: Known,
) -> Result<(Planned, MadeLetter), DeskError> {
    let planned = plan.compose(r, known)?;
    let made = make(&planned.letter)?;
    Ok((planned, made))
}

impl Desk {
    /// Writes and queues a follow-up or a request for review, for one request or many.
    ///
    /// # Errors
    /// Refused, with nothing written, where a request that was named cannot have it.
    pub fn write_letters(
        &mut self,
        order: &WriteOrder,
        moment: Moment,
        progress: &mut Progress<'_>,
    ) -> Result<WriteReport, DeskError> {
        let sender = self.sender_facts()?;
        let WriteOrder { what, dated, reply_by, .. } = *order;
        let plan = Plan { what, dated, reply_by, sender: &sender };
        let (mut planned, mut items) = match &order.which {
            WhichRequests::Named(references) => (self.plan_named(&plan, references)?, Vec::new()),
            WhichRequests::Due => self.plan_due(&plan, moment)?,
        };
        let mut report = WriteReport {
            operation: None,
            written: Vec::new(),
            items: Vec::new(),
            notices: Vec::new(),
        };
        if planned.is_empty() {
            report.items = items;
            return Ok(report);
        }
        let label = match (what, planned.as_slice()) {
            (WhatToWrite::FollowUp(_), [(one, _)]) => {
                format!("Wrote the follow-up to {}", one.known.row.reference)
            }
            (WhatToWrite::Review, [(one, _)]) => {
                format!("Wrote the request for review of {}", one.known.row.reference)
            }
            (WhatToWrite::FollowUp(_), many) => format!("Wrote {} follow-ups", many.len()),
            (WhatToWrite::Review, many) => format!("Wrote {} requests for review", many.len()),
        };
        let subjects: Vec<String> =
            planned.iter().map(|(one, _)| one.known.row.reference.to_string()).collect();
        make_folder(order.out.as_deref())?;
        let operation = self.store.begin_batch(&label, "write", &subjects, moment.now)?;
        report.operation = Some(operation.0);
        let count = planned.len();
        let mut forces = Vec::new();
        let is_warned = planned.iter().any(|(one, _)| one.cost_warning.is_some());
        for (at, (one, made)) in planned.drain(..).enumerate() {
            let subject = one.known.row.reference.to_string();
            if progress(at + 1, count, &subject) == GoOn::Stop {
                items.extend(subjects[at..].iter().map(|subject| BatchItem::pending(subject)));
                break;
            }
            match self.keep_planned(operation, (one, &made), order.out.as_deref(), moment) {
                Ok(letter) => {
                    forces.push(letter.force.clone());
                    items.push(BatchItem::done(&subject, letter.reference.clone()));
                    report.written.push(letter);
                }
                Err(error) if error.kind == crate::ErrorKind::Refused => {
                    let (why, state) = (error.message, ItemState::Failed);
                    self.store.leave_item(operation, &subject, state, &why, moment.now)?;
                    items.push(BatchItem::failed(&subject, None, why));
                }
                Err(error) => return Err(error),
            }
        }
        report.items = items;
        report.notices = self.notices_for(&forces)?;
        if is_warned && report.written.len() > 1 {
            report.notices.push(law::cost_guard::round_robin().to_owned());
        }
        Ok(report)
    }

    pub(crate) fn notices_for(&self, codes: &[String]) -> Result<Vec<String>, DeskError> {
        let forces = self.store.read(|r| r.forces())?;
        let wanted: Vec<&Force> =
            forces.iter().filter(|force| codes.contains(&force.code)).collect();
        Ok(address_notices(&wanted))
    }

    fn plan_named(
        &self,
        plan: &Plan<'_>,
        references: &[String],
    ) -> Result<PlannedLetters, DeskError> {
        self.store.read(|r| {
            let mut planned: PlannedLetters = Vec::new();
            for reference in references {
                let known = find(r, reference)?;
                if planned.iter().any(|(one, _)| one.known.row.id == known.row.id) {
                    return Err(DeskError::refused(
                        "request",
                        format!("{} is named twice.", known.row.reference),
                        "Name it once.",
                    ));
                }
                planned.push(planned_and_made(plan, r, known)?);
            }
            Ok(planned)
        })
    }

    fn plan_due(
        &self,
        plan: &Plan<'_>,
        moment: Moment,
    ) -> Result<(PlannedLetters, Vec<BatchItem>), DeskError> {
        let wanted = match plan.what {
            WhatToWrite::FollowUp(_) => StepKind::FollowUp,
            WhatToWrite::Review => StepKind::AskReview,
        };
        self.store.read(|r| {
            let (mut planned, mut items) = (Vec::new(), Vec::new());
            for row in r.requests()? {
                let known = known(r, row)?;
                let standing = known.computed.agenda.on(moment.today);
                if !standing.steps.iter().any(|step| step.kind == wanted) {
                    continue;
                }
                let subject = known.row.reference.to_string();
                match planned_and_made(plan, r, known) {
                    Ok(one) => planned.push(one),
                    Err(error) => items.push(BatchItem::skipped(&subject, None, error.message)),
                }
            }
            Ok((planned, items))
        })
    }

    fn keep_planned(
        &mut self,
        operation: casework::id::OperationId,
        (one, made): (Planned, &MadeLetter),
        out: Option<&Path>,
        moment: Moment,
    ) -> Result<WrittenLetter, DeskError> {
        use law::Coded;
        let Planned { known, facts, mut warnings, cost_warning, .. } = one;
        warnings.extend(cost_warning);
        let subject = known.row.reference.to_string();
        let reference = known.letter_reference(&facts);
        let kind = facts.kind.code();
        let mode = facts.mode.map(Coded::code);
        self.store.write_item(operation, &subject, moment.now, |w| {
            // Looked at again inside the transaction: another program may have been quicker.
            if w.next_letter_number(known.row.id)? != facts.number {
                return Err(DeskError::refused(
                    "request",
                    format!("Another letter of {subject} was written at the same time."),
                    "Look at the request, and write this one again if it is still wanted.",
                ));
            }
            Ok(keep(w, known.row.id, made, facts).map(|_| ())?)
        })?;
        let file = out.map(|folder| copy_out(folder, &reference, &made.pdf)).transpose()?;
        Ok(WrittenLetter {
            reference,
            force: known.row.force_code,
            kind,
            mode,
            pages: made.page_count,
            file,
            warnings,
        })
    }
}
