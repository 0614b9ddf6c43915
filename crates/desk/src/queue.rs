//! The queue: letters that are written and have not left, printed as one job.

use std::path::PathBuf;

use casework::clock::{Clock, ClockKind};
use casework::event::Sending;
use casework::force::Force;
use casework::letter::LetterKind;
use chrono::{Datelike, NaiveDate};
use law::Coded;
use law::receipt::PostClass;
use letters::pdf::{JobLetter, print_job};
use letters::wording::posting_address;
use serde::Serialize;
use store::table::letters::KeptLetter;
use store::{Reader, compute};
use ts_rs::TS;

use crate::code::Code;
use crate::copies::{copy_out, write_file};
use crate::effect::NOT_RECORDED;
use crate::error::DeskError;
use crate::letter::parties;
use crate::library::Desk;
use crate::outbox::leaving_event;
use crate::requests::{Known, known};
use crate::view::PostByView;

/// An order to print the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintOrder {
    /// The file of the job.
    pub out: PathBuf,
    /// A folder for each letter as a file of its own.
    pub letters: Option<PathBuf>,
}

/// A line of the posting list: a letter in the queue and where it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PostingLine {
    /// The letter's reference.
    pub reference: String,
    /// The force's name in files.
    pub force: String,
    /// The force's full name.
    pub force_name: String,
    /// What the letter is.
    #[ts(as = "Code<LetterKind>")]
    pub kind: &'static str,
    /// The date that it bears.
    pub dated: NaiveDate,
    /// How many pages it has.
    pub pages: u32,
    /// The address that it bears, in lines; empty where none was known.
    pub address: Vec<String>,
    /// `confirmed`, `unconfirmed` or `missing`.
    #[ts(type = "\"confirmed\" | \"unconfirmed\" | \"missing\"")]
    pub address_state: &'static str,
    /// Whether it is in the print job.
    pub printed: bool,
    /// Why it is not, or what to check first.
    pub remark: Option<String>,
    /// The prefix of its campaign.
    pub campaign: String,
    /// The title of its campaign.
    pub campaign_title: String,
    /// The clocks that it would start, were it posted today first class, or that it starts none.
    pub starts: String,
    /// By when it is to be posted, where a right of ours hangs on it.
    pub post_by: Option<PostByView>,
}

/// What printing came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrintReport {
    /// The file of the job; nothing where no letter could be printed.
    pub job: Option<PathBuf>,
    /// The posting list as a file beside it.
    pub posting_list: Option<PathBuf>,
    /// Letters in the job.
    pub letters: usize,
    /// Their pages, without blank backs.
    pub pages: u32,
    /// Every letter in the queue.
    pub lines: Vec<PostingLine>,
}

/// A letter in the queue with what is kept of it.
pub(crate) struct Queued {
    pub known: Known,
    pub campaign_title: String,
    pub force: Force,
    pub kept: KeptLetter,
}

/// The queue, in order of references.
pub(crate) fn queue(r: &Reader<'_>) -> Result<Vec<Queued>, DeskError> {
    let mut queued = Vec::new();
    for row in r.requests()? {
        let known = known(r, row)?;
        let waiting: Vec<_> = known.computed.case.queued().map(|ours| ours.facts.id).collect();
        if waiting.is_empty() {
            continue;
        }
        for kept in r.letters(known.row.id)? {
            if waiting.contains(&kept.facts.id) {
                let (campaign, force) = parties(r, &known)?;
                let known = crate::requests::known(r, known.row.clone())?;
                queued.push(Queued { known, campaign_title: campaign.title, force, kept });
            }
        }
    }
    Ok(queued)
}

impl Queued {
    pub(crate) fn reference(&self) -> String {
        self.known.letter_reference(&self.kept.facts)
    }

    fn line(&self, r: &Reader<'_>, today: NaiveDate) -> Result<PostingLine, DeskError> {
        let kept = &self.kept;
        let confirmed = self.force.contact.address_confirmed_on.is_some();
        let (address_state, remark) = if !kept.has_address() {
            (
                "missing",
                Some(
                    "It bears no address: left out of the job. Give the force an address and write it again.",
                ),
            )
        } else if kept.address != posting_address(&self.force) {
            (
                "unconfirmed",
                Some(
                    "The force has another address now: take the letter back (undo) and write it again.",
                ),
            )
        } else if confirmed {
            ("confirmed", None)
        } else {
            ("unconfirmed", Some("Check the address before posting."))
        };
        let case = &self.known.computed.case;
        let step = self.known.computed.agenda.on(today).steps;
        let step = step.into_iter().find(|step| step.letter == Some(kept.facts.id));
        let post_by = step.and_then(|step| step.post_by(case.regime, r.holidays().ok()?));
        Ok(PostingLine {
            campaign: self.known.row.reference.prefix.to_string(),
            campaign_title: self.campaign_title.clone(),
            starts: self.starts(r, today)?,
            post_by: post_by.map(|by| PostByView::of(&by, today)),
            reference: self.reference(),
            force: self.force.code.clone(),
            force_name: self.force.name.clone(),
            kind: self.kept.facts.kind.code(),
            dated: self.kept.facts.dated,
            pages: self.kept.page_count,
            address: kept.address.clone(),
            address_state,
            printed: kept.has_address(),
            remark: remark.map(str::to_owned),
        })
    }

    /// The clocks that it would start, were it posted first class on this day: the same working out as
    /// marking it.
    fn starts(&self, r: &Reader<'_>, on: NaiveDate) -> Result<String, DeskError> {
        let sending = Sending::Posted { class: PostClass::First, received_on: None };
        let mut file = r.case_file(&self.known.row)?;
        file.events.push(leaving_event(&self.kept, sending, on));
        let clocks = compute(&file, r.holidays()?).clocks;
        let started = clocks.iter().filter(|clock| {
            clock.started_by == NOT_RECORDED && clock.kind.starts_with_the_letter()
        });
        let said: Vec<String> = started.map(|clock| would_start(clock, on)).collect();
        Ok(if said.is_empty() { "None".to_owned() } else { said.join(", ") })
    }
}

/// A clock that a letter would start, in short.
fn would_start(clock: &Clock, today: NaiveDate) -> String {
    let what = match clock.kind {
        ClockKind::Response => "Reply",
        ClockKind::FreshRequest => "New questions",
        ClockKind::ReplyBy => "None; our own date",
        ClockKind::Review => "Review",
        ClockKind::ReviewSilence => "then",
        ClockKind::ReviewRequest
        | ClockKind::Complaint
        | ClockKind::Extended
        | ClockKind::Clarification
        | ClockKind::Fees
        | ClockKind::Comply
        | ClockKind::Appeal => clock.kind.label(),
    };
    let form = if clock.due.year() == today.year() { "%-d %b" } else { "%-d %b %Y" };
    format!("{what} {}", clock.due.format(form))
}

impl Desk {
    /// The letters that are written and have not left.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn queue(&self, today: NaiveDate) -> Result<Vec<PostingLine>, DeskError> {
        self.store.read(|r| queue(r)?.iter().map(|queued| queued.line(r, today)).collect())
    }

    /// The letters of a print job.
    ///
    /// # Errors
    /// Refused where the queue is empty.
    pub fn to_print(&self, today: NaiveDate) -> Result<Vec<PostingLine>, DeskError> {
        let lines = self.queue(today)?;
        if lines.is_empty() { Err(nothing_to_print()) } else { Ok(lines) }
    }

    /// Prints the queue as one job, from the very bytes that are kept, with a posting list beside
    /// it. Nothing is marked as posted.
    ///
    /// # Errors
    /// Refused where the queue is empty; a kept letter that is damaged; a fault of the disk.
    pub fn print(&self, order: &PrintOrder, today: NaiveDate) -> Result<PrintReport, DeskError> {
        self.store.read(|r| {
            let queue = queue(r)?;
            if queue.is_empty() {
                return Err(nothing_to_print());
            }
            let lines = queue.iter().map(|queued| queued.line(r, today));
            let lines = lines.collect::<Result<Vec<PostingLine>, DeskError>>()?;
            let mut bytes = Vec::new();
            for queued in queue.iter().filter(|queued| queued.kept.has_address()) {
                bytes.push((queued, r.document(&queued.kept.document)?));
            }
            if let Some(folder) = &order.letters {
                for (queued, pdf) in &bytes {
                    copy_out(folder, &queued.reference(), pdf)?;
                }
            }
            let job: Vec<JobLetter<'_>> = bytes
                .iter()
                .map(|(queued, pdf)| JobLetter {
                    title: format!("{}, {}", queued.reference(), queued.force.name),
                    pdf,
                })
                .collect();
            let mut report = PrintReport {
                job: None,
                posting_list: None,
                letters: job.len(),
                pages: bytes.iter().map(|(queued, _)| queued.kept.page_count).sum(),
                lines,
            };
            if !job.is_empty() {
                write_file(&order.out, &print_job(&job)?)?;
                report.job = Some(order.out.clone());
            }
            let list = order.out.with_extension("posting-list.csv");
            write_file(&list, &posting_list(&report.lines)?)?;
            report.posting_list = Some(list);
            Ok(report)
        })
    }
}

fn nothing_to_print() -> DeskError {
    DeskError::refused(
        "queue",
        "The queue is empty: there is nothing to print.",
        "Write letters first.",
    )
}

fn posting_list(lines: &[PostingLine]) -> Result<Vec<u8>, DeskError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let fault = |error: csv::Error| DeskError::letter(&error);
    table
        .write_record([
            "reference",
            "force",
            "kind",
            "dated",
            "pages",
            "address",
            "address_state",
            "in_job",
            "remark",
            "campaign",
            "starts",
            "post_by",
        ])
        .map_err(fault)?;
    for line in lines {
        table
            .write_record([
                line.reference.as_str(),
                &line.force_name,
                line.kind,
                &line.dated.to_string(),
                &line.pages.to_string(),
                &line.address.join(", "),
                line.address_state,
                if line.printed { "yes" } else { "no" },
                line.remark.as_deref().unwrap_or_default(),
                &line.campaign_title,
                &line.starts,
                &line.post_by.as_ref().map(|by| by.first.to_string()).unwrap_or_default(),
            ])
            .map_err(fault)?;
    }
    table.into_inner().map_err(|error| DeskError::letter(&error.error()))
}
