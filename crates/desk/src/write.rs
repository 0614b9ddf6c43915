//! Writing letters: the pages are made and kept, and the letter waits in the queue. Nothing leaves
//! the building here and no clock starts.

use std::path::{Path, PathBuf};

use casework::action::{self, FollowUpPlan, ReviewPlan};
use casework::agenda::StepKind;
use casework::campaign::Campaign;
use casework::event::{EventKind, Fact};
use casework::force::Force;
use casework::id::LetterId;
use casework::letter::{LetterFacts, LetterKind, Mode};
use chrono::NaiveDate;
use law::time_limit;
use letters::letter::Letter;
use letters::wording::{
    Facts, FollowUpFacts, SenderFacts, WORDING_VERSION, compose_follow_up, compose_request,
    compose_review,
};
use serde::Serialize;
use store::table::events::NewEvent;
use store::table::letters::KeptLetter;
use store::table::operations::ItemState;
use store::{Reader, StoreError, Writer};

use crate::batch::{BatchItem, GoOn, Progress};
use crate::copies::{copy_out, make_folder};
use crate::error::DeskError;
use crate::library::{Desk, Moment};
use crate::requests::{Known, find, known};

/// The days of courtesy that a letter gives where no limit runs.
const DAYS_OF_COURTESY: u32 = 20;

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhatToWrite {
    /// A follow-up; without a mode, the one that the facts recommend.
    FollowUp(Option<Mode>),
    /// A request for an internal review.
    Review,
}

/// For which requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhichRequests {
    /// Those with these references; if one is refused, none is written.
    Named(Vec<String>),
    /// All for which it is the thing to do today; one that cannot be written is left out and named.
    Due,
}

/// An order to write letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteOrder {
    /// What to write.
    pub what: WhatToWrite,
    /// For which requests.
    pub which: WhichRequests,
    /// The date that the letters bear.
    pub dated: NaiveDate,
    /// Our own date for a reply, where no limit runs; 20 working days where it is not given.
    pub reply_by: Option<NaiveDate>,
    /// A folder for copies.
    pub out: Option<PathBuf>,
}

/// A letter that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WrittenLetter {
    /// Its reference.
    pub reference: String,
    /// The force.
    pub force: String,
    /// What it is.
    pub kind: &'static str,
    /// Its mode, for a follow-up.
    pub mode: Option<&'static str>,
    /// How many pages it has.
    pub pages: u32,
    /// Where a copy was put.
    pub file: Option<PathBuf>,
    /// What to know before it is sent.
    pub warnings: Vec<String>,
}

/// What a batch of writing came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WriteReport {
    /// The letters written.
    pub written: Vec<WrittenLetter>,
    /// Every item, done or not.
    pub items: Vec<BatchItem>,
    /// What to know: unconfirmed and missing addresses.
    pub notices: Vec<String>,
}

/// A letter as pages and bytes, ready to be kept.
pub(crate) struct MadeLetter {
    pub pdf: Vec<u8>,
    pub page_count: u32,
    pub address: Vec<String>,
}

/// Lays a letter out and makes its file. `foi write` and everything else that makes a letter come
/// through here.
pub(crate) fn make(letter: &Letter) -> Result<MadeLetter, DeskError> {
    let pages = letters::layout::lay_out(letter)?;
    let pdf = letters::pdf::to_pdf(&pages, letter)?;
    Ok(MadeLetter {
        pdf,
        page_count: u32::try_from(pages.pages.len()).unwrap_or(u32::MAX),
        address: letter.addressee.clone(),
    })
}

/// Keeps a letter and queues it, within the transaction of its item.
pub(crate) fn keep(
    w: &Writer<'_>,
    request: casework::id::RequestId,
    made: &MadeLetter,
    facts: LetterFacts,
) -> Result<LetterId, StoreError> {
    let document = w.keep_document(&made.pdf, "application/pdf")?;
    let dated = facts.dated;
    let letter = w.add_letter(
        request,
        &KeptLetter {
            facts,
            document,
            page_count: made.page_count,
            address: made.address.clone(),
            wording_version: WORDING_VERSION.to_owned(),
        },
    )?;
    w.append(
        request,
        &NewEvent {
            kind: EventKind::LetterWritten,
            happened_on: dated,
            fact: Fact::LetterWritten(letter),
            note: None,
            documents: Vec::new(),
            redo_of: None,
        },
    )?;
    Ok(letter)
}

/// A letter that is planned: what it will say is settled, nothing is kept yet.
struct Planned {
    known: Known,
    made: MadeLetter,
    facts: LetterFacts,
    warnings: Vec<String>,
}

struct Plan<'a> {
    what: WhatToWrite,
    dated: NaiveDate,
    reply_by: Option<NaiveDate>,
    sender: &'a SenderFacts,
}

impl Plan<'_> {
    fn make(&self, r: &Reader<'_>, known: Known) -> Result<Planned, DeskError> {
        let (campaign, force) = parties(r, &known)?;
        let case = &known.computed.case;
        let clocks = &known.computed.clocks;
        let number = r.next_letter_number(known.row.id)?;
        match self.what {
            WhatToWrite::FollowUp(mode) => {
                let mode = mode.unwrap_or_else(|| casework::agenda::recommended_mode(case));
                let plan = action::write_follow_up(case, mode, clocks, self.dated)?;
                let reply_by = self.reply_by(r, &known, &plan)?;
                let second_number = (mode == Mode::Both).then_some(number + 1);
                let facts = Facts {
                    sender: self.sender,
                    force: &force,
                    campaign: &campaign,
                    regime: known.row.regime,
                    reference: &known.row.reference,
                    number,
                    second_number,
                    dated: self.dated,
                };
                let about = FollowUpFacts {
                    case,
                    clocks,
                    questions: &plan.questions,
                    fresh_questions: &plan.fresh_questions,
                    reply_by,
                };
                let made = make(&compose_follow_up(&facts, mode, &about)?)?;
                let facts = self.facts(LetterKind::FollowUp, number, Some(&plan), reply_by);
                Ok(Planned { known, made, facts, warnings: plan.warnings })
            }
            WhatToWrite::Review => {
                let plan: ReviewPlan = action::write_review(case, clocks, self.dated)?;
                let facts = Facts {
                    sender: self.sender,
                    force: &force,
                    campaign: &campaign,
                    regime: known.row.regime,
                    reference: &known.row.reference,
                    number,
                    second_number: None,
                    dated: self.dated,
                };
                let about = FollowUpFacts {
                    case,
                    clocks,
                    questions: &plan.questions,
                    fresh_questions: &[],
                    reply_by: None,
                };
                let made = make(&compose_review(&facts, &about)?)?;
                let mut facts = self.facts(LetterKind::Review, number, None, None);
                facts.questions = plan.questions;
                Ok(Planned { known, made, facts, warnings: plan.warnings })
            }
        }
    }

    /// Our own date for a reply: for a letter that puts questions again outside a review.
    fn reply_by(
        &self,
        r: &Reader<'_>,
        known: &Known,
        plan: &FollowUpPlan,
    ) -> Result<Option<NaiveDate>, DeskError> {
        if plan.mode.asks_review() {
            return Ok(None);
        }
        if let Some(day) = self.reply_by {
            if day <= self.dated {
                return Err(DeskError::refused(
                    "reply-by",
                    "The date for a reply must be later than the letter.",
                    "Leave it out: 20 working days are given then.",
                ));
            }
            return Ok(Some(day));
        }
        let courtesy =
            time_limit::courtesy(known.row.regime, self.dated, DAYS_OF_COURTESY, r.holidays()?);
        Ok(Some(courtesy.due))
    }

    fn facts(
        &self,
        kind: LetterKind,
        number: u32,
        plan: Option<&FollowUpPlan>,
        reply_by: Option<NaiveDate>,
    ) -> LetterFacts {
        LetterFacts {
            id: LetterId(0),
            number,
            second_number: plan.filter(|plan| plan.mode == Mode::Both).map(|_| number + 1),
            kind,
            mode: plan.map(|plan| plan.mode),
            dated: self.dated,
            reply_by,
            questions: plan.map(|plan| plan.questions.clone()).unwrap_or_default(),
            fresh_questions: plan.map(|plan| plan.fresh_questions.clone()).unwrap_or_default(),
        }
    }
}

/// The campaign and the force of a request.
pub(crate) fn parties(r: &Reader<'_>, known: &Known) -> Result<(Campaign, Force), DeskError> {
    let campaign = r.campaign(&known.row.reference.prefix)?;
    let force = r.force(&known.row.force_code)?;
    campaign.zip(force).ok_or_else(|| {
        DeskError::refused("request", "Its campaign or its force is missing.", "Check the library.")
    })
}

/// The letter that makes a request.
pub(crate) fn request_letter(facts: &Facts<'_>) -> Result<(MadeLetter, LetterFacts), DeskError> {
    let made = make(&compose_request(facts)?)?;
    let counted = facts
        .campaign
        .questions
        .iter()
        .filter(|question| question.role == casework::question::Role::Counted)
        .map(|question| question.id)
        .collect();
    let facts = LetterFacts {
        id: LetterId(0),
        number: facts.number,
        second_number: None,
        kind: LetterKind::Request,
        mode: None,
        dated: facts.dated,
        reply_by: None,
        questions: counted,
        fresh_questions: Vec::new(),
    };
    Ok((made, facts))
}

/// What to know before the letters to these forces are posted.
pub(crate) fn address_notices(forces: &[&Force]) -> Vec<String> {
    let names = |wanted: &dyn Fn(&Force) -> bool| -> Vec<&str> {
        forces.iter().filter(|force| wanted(force)).map(|force| force.short_name.as_str()).collect()
    };
    let unconfirmed = names(&|force| {
        force.contact.address.is_some() && force.contact.address_confirmed_on.is_none()
    });
    let missing = names(&|force| force.contact.address.is_none());
    let mut notices = Vec::new();
    if !unconfirmed.is_empty() {
        notices.push(format!(
            "{} of {} addresses are unconfirmed: {}. Check each against the force's own page, then “foi forces confirm FORCE”.",
            unconfirmed.len(),
            forces.len(),
            unconfirmed.join(", ")
        ));
    }
    if !missing.is_empty() {
        notices.push(format!(
            "No address is known for {}: the letter is kept and left out of the print job. “foi forces edit FORCE --address” gives one; then write the letter again.",
            missing.join(", ")
        ));
    }
    notices
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
        let mut report =
            WriteReport { written: Vec::new(), items: Vec::new(), notices: Vec::new() };
        if planned.is_empty() {
            report.items = items;
            return Ok(report);
        }
        let label = match (what, planned.as_slice()) {
            (WhatToWrite::FollowUp(_), [one]) => {
                format!("Wrote the follow-up to {}", one.known.row.reference)
            }
            (WhatToWrite::Review, [one]) => {
                format!("Wrote the request for review of {}", one.known.row.reference)
            }
            (WhatToWrite::FollowUp(_), many) => format!("Wrote {} follow-ups", many.len()),
            (WhatToWrite::Review, many) => format!("Wrote {} requests for review", many.len()),
        };
        let subjects: Vec<String> =
            planned.iter().map(|one| one.known.row.reference.to_string()).collect();
        make_folder(order.out.as_deref())?;
        let operation = self.store.begin_batch(&label, "write", &subjects, moment.now)?;
        let count = planned.len();
        let mut forces = Vec::new();
        for (at, one) in planned.drain(..).enumerate() {
            let subject = one.known.row.reference.to_string();
            if progress(at + 1, count, &subject) == GoOn::Stop {
                items.extend(subjects[at..].iter().map(|subject| BatchItem::pending(subject)));
                break;
            }
            match self.keep_planned(operation, &subject, one, order.out.as_deref(), moment) {
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
    ) -> Result<Vec<Planned>, DeskError> {
        self.store.read(|r| {
            let mut planned: Vec<Planned> = Vec::new();
            for reference in references {
                let known = find(r, reference)?;
                if planned.iter().any(|one| one.known.row.id == known.row.id) {
                    return Err(DeskError::refused(
                        "request",
                        format!("{} is named twice.", known.row.reference),
                        "Name it once.",
                    ));
                }
                planned.push(plan.make(r, known)?);
            }
            Ok(planned)
        })
    }

    fn plan_due(
        &self,
        plan: &Plan<'_>,
        moment: Moment,
    ) -> Result<(Vec<Planned>, Vec<BatchItem>), DeskError> {
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
                match plan.make(r, known) {
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
        subject: &str,
        one: Planned,
        out: Option<&Path>,
        moment: Moment,
    ) -> Result<WrittenLetter, DeskError> {
        use law::Coded;
        let Planned { known, made, facts, warnings } = one;
        let reference = known.letter_reference(&facts);
        let kind = facts.kind.code();
        let mode = facts.mode.map(Coded::code);
        self.store.write_item(operation, subject, moment.now, |w| {
            // Looked at again inside the transaction: another program may have been quicker.
            if w.next_letter_number(known.row.id)? != facts.number {
                return Err(DeskError::refused(
                    "request",
                    format!("Another letter of {subject} was written at the same time."),
                    "Look at the request, and write this one again if it is still wanted.",
                ));
            }
            Ok(keep(w, known.row.id, &made, facts).map(|_| ())?)
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
