//! The demonstration: the main job on the sample campaign, from nothing to a request for review, with
//! fixed dates. It calls the actions that anybody can call, and nothing else.

use std::path::{Path, PathBuf};

use casework::letter::Mode;
use chrono::NaiveDate;
use law::receipt::PostClass;
use serde::Serialize;

use crate::batch::silently;
use crate::copies::write_file;
use crate::error::{DeskError, ErrorKind};
use crate::library::{Desk, Moment};
use crate::outbox::Departure;
use crate::queue::PrintOrder;
use crate::record::TheirLetter;
use crate::reply::ReplyInput;
use crate::sample;
use crate::send::SendOrder;
use crate::view::RequestView;
use crate::write::{WhatToWrite, WhichRequests, WriteOrder};

/// What the demonstration made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DemoReport {
    /// The library.
    pub library: PathBuf,
    /// Every file made, in order.
    pub files: Vec<PathBuf>,
    /// The requests as they stand on the last day of the demonstration.
    pub requests: Vec<RequestView>,
    /// The last day of the demonstration.
    pub on: NaiveDate,
    /// What to know about the addresses.
    pub notices: Vec<String>,
}

/// The request of the sample that is answered.
const ANSWERED: &str = "devon-and-cornwall";
/// A mark that the folder was made here, so that it may be made anew.
const MARK: &str = "made-by-foi-demo.txt";

fn day(year: i32, month: u32, day: u32) -> Result<NaiveDate, DeskError> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
        DeskError::new(
            ErrorKind::Fault,
            "A date of the demonstration is not one.",
            "Install FOI Desk again.",
        )
    })
}

/// Runs the demonstration under a folder. A folder that an earlier demonstration made is made anew;
/// any other that has something in it is refused.
///
/// # Errors
/// Refused for a folder with other things in it; whatever an action refuses.
pub fn demo(out: &Path) -> Result<DemoReport, DeskError> {
    prepare(out)?;
    let written = day(2026, 10, 15)?;
    let posted = day(2026, 10, 16)?;
    let reply_dated = day(2026, 11, 13)?;
    let reply_received = day(2026, 11, 16)?;
    let follow_up = day(2026, 11, 17)?;
    let review = day(2026, 11, 20)?;

    let library = out.join("library");
    let mut desk = Desk::create(&library, Moment::noon(written))?;
    desk.add_sample(Moment::noon(written))?;

    let letters = out.join("letters");
    let order = SendOrder {
        campaign: sample::PREFIX.to_owned(),
        dated: written,
        forces: Vec::new(),
        out: Some(letters.clone()),
    };
    let sent = desk.send(&order, Moment::noon(written), &mut *silently())?;
    let job = out.join("print-job.pdf");
    let printed = desk.print(&PrintOrder { out: job, letters: None }, written)?;
    let first_class = Departure::Posted { class: PostClass::First };
    desk.mark_all_sent(first_class, posted, None, Moment::noon(posted))?;

    let reference = desk
        .requests(Some(sample::PREFIX), reply_received)?
        .into_iter()
        .find(|request| request.force == ANSWERED)
        .map(|request| request.reference)
        .ok_or_else(|| {
            DeskError::refused(
                "force",
                "The sample has no such request.",
                "Install FOI Desk again.",
            )
        })?;
    let reply_file = out.join("reply-devon-and-cornwall.txt");
    write_file(&reply_file, sample::REPLY_LETTER.as_bytes())?;
    let reply = ReplyInput {
        request: reference.clone(),
        letter: TheirLetter {
            dated: reply_dated,
            received_on: Some(reply_received),
            their_reference: Some("SAMPLE/01/26".to_owned()),
            notes: caveats(),
            files: vec![reply_file.clone()],
        },
        outcomes: sample::REPLY_OUTCOMES.as_bytes().to_vec(),
        outcomes_name: "the sample's outcomes".to_owned(),
        supersedes: None,
    };
    desk.record_reply(&reply, Moment::noon(reply_received))?;

    let mut write = |what, on: NaiveDate| {
        let order = WriteOrder {
            what,
            which: WhichRequests::Named(vec![reference.clone()]),
            dated: on,
            reply_by: None,
            out: Some(out.to_owned()),
        };
        let report = desk.write_letters(&order, Moment::noon(on), &mut *silently())?;
        desk.mark_sent(std::slice::from_ref(&reference), first_class, on, None, Moment::noon(on))?;
        Ok::<_, DeskError>(report.written.into_iter().filter_map(|letter| letter.file))
    };
    let mut made: Vec<PathBuf> =
        write(WhatToWrite::FollowUp(Some(Mode::FreshRequest)), follow_up)?.collect();
    made.extend(write(WhatToWrite::Review, review)?);

    let requests = desk.requests(Some(sample::PREFIX), review)?;
    let table = out.join("deadlines.csv");
    write_file(&table, &deadlines(&requests)?)?;
    let mut files: Vec<PathBuf> =
        sent.written.into_iter().filter_map(|letter| letter.file).collect();
    files.extend(printed.job);
    files.extend(printed.posting_list);
    files.push(reply_file);
    files.extend(made);
    files.push(table);
    Ok(DemoReport { library, files, requests, on: review, notices: sent.notices })
}

fn prepare(out: &Path) -> Result<(), DeskError> {
    let fault = |error: std::io::Error| DeskError::file("out", out, &error);
    let mark = out.join(MARK);
    if out.exists() {
        let is_ours = mark.exists();
        let is_empty = std::fs::read_dir(out).map_err(fault)?.next().is_none();
        if !is_ours && !is_empty {
            return Err(DeskError::refused(
                "out",
                format!("{} has other things in it.", out.display()),
                "Name a folder that is empty or does not exist.",
            ));
        }
        if is_ours {
            std::fs::remove_dir_all(out).map_err(fault)?;
        }
    }
    std::fs::create_dir_all(out).map_err(fault)?;
    let words = "This folder was made by “foi demo”, which makes it anew each time.\n";
    write_file(&mark, words.as_bytes())
}

/// The caveats of the sample reply: its paragraphs on what the figures can bear.
fn caveats() -> Vec<String> {
    sample::REPLY_LETTER
        .split("\n\n")
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|paragraph| {
            ["Every effort is made", "The figures provided therefore", "If you decide to write"]
                .iter()
                .any(|start| paragraph.starts_with(start))
        })
        .collect()
}

/// The deadlines of every request as a table.
fn deadlines(requests: &[RequestView]) -> Result<Vec<u8>, DeskError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let fault = |error: csv::Error| DeskError::letter(&error);
    let head = [
        "reference",
        "force",
        "regime",
        "sent_on",
        "received_on",
        "receipt",
        "response_due",
        "stage",
        "due",
        "review_request_due",
        "next_step",
    ];
    table.write_record(head).map_err(fault)?;
    let date = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    for request in requests {
        table
            .write_record([
                request.reference.clone(),
                request.force_name.clone(),
                request.regime.to_owned(),
                date(request.sent_on),
                date(request.received_on),
                request.receipt.unwrap_or_default().to_owned(),
                date(request.response_due),
                request.stage.to_owned(),
                date(request.due),
                date(request.review_request_due),
                request.next_step.clone(),
            ])
            .map_err(fault)?;
    }
    table.into_inner().map_err(|error| DeskError::letter(&error.error()))
}
