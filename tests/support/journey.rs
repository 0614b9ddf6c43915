//! A person at the desk: a story told day by day on a library of its own. Nothing here reads a
//! clock; each step says on which day it is taken.

use std::path::Path;

use chrono::NaiveDate;
use desk::batch::{GoOn, silently};
use desk::view::{DeadlineView, RequestDetail};
use desk::{
    Departure, Desk, DeskError, Ending, Happening, Mode, Moment, NewCampaign, PostClass, Recorded,
    ReplyInput, ReviewDecisionInput, SendOrder, SendReport, SenderView, SendingReport, TheirLetter,
    WhatToWrite, WhichRequests, WriteOrder, WriteReport,
};
use tempfile::TempDir;

use crate::day;

/// The day on which every story begins.
pub const FIRST_DAY: &str = "2026-10-01";

/// First-class post.
pub const FIRST_CLASS_POST: Departure = Departure::Posted { class: PostClass::First };
/// Second-class post.
pub const SECOND_CLASS_POST: Departure = Departure::Posted { class: PostClass::Second };

/// Three counted questions, of which the second has two parts, and a closing one.
pub const QUESTIONS: &str = "\
1. How many custody officers work in your force?
2. Please say how custody officers are trained:
   (a) Before their first shift;
   (b) Each year after it.
3. How many complaints about custody were made?

If unable to answer questions

4. If a question cannot be answered, why not?
";

/// The moment at which something is done on a day.
pub fn on(date: &str) -> Moment {
    Moment::noon(day(date))
}

/// A library on disk and the desk that it is open at.
#[derive(Debug)]
pub struct Journey {
    /// The desk.
    pub desk: Desk,
    folder: TempDir,
}

impl Journey {
    /// A new library with the built-in register and nothing else.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let desk = Desk::create(folder.path(), on(FIRST_DAY)).expect("a new library");
        Self { desk, folder }
    }

    /// A library with the sample campaign HT and its sender.
    pub fn sample() -> Self {
        let mut journey = Self::empty();
        journey.desk.add_sample(on(FIRST_DAY)).expect("the sample");
        journey
    }

    /// A library with a sender and the campaign CU, which has the questions 1, 2a, 2b and 3, and a
    /// closing question.
    pub fn custody() -> Self {
        let mut journey = Self::empty();
        journey.desk.set_sender(&applicant(), on(FIRST_DAY)).expect("a sender");
        journey.desk.new_campaign(&custody(), on(FIRST_DAY)).expect("a campaign");
        journey
    }

    /// As [`Journey::custody`], with CU-001 to this force, posted first class on Friday 16 October
    /// 2026. Outside Scotland it counts as received on Tuesday 20 October and is due on Tuesday
    /// 17 November: four weeks without a bank holiday in any part of the kingdom.
    pub fn posted_to(force: &str) -> Self {
        let mut journey = Self::custody();
        journey.send("CU", &[force], "2026-10-15");
        journey.post("CU-001", "2026-10-16");
        journey
    }

    /// The folder of the library.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Writes the requests of a campaign to these forces; to all police forces where none is named.
    pub fn send(&mut self, campaign: &str, forces: &[&str], dated: &str) -> SendReport {
        self.try_send(campaign, forces, dated).expect("requests that can be written")
    }

    /// As [`Journey::send`], where it may be refused.
    ///
    /// # Errors
    /// As the desk refuses it.
    pub fn try_send(
        &mut self,
        campaign: &str,
        forces: &[&str],
        dated: &str,
    ) -> Result<SendReport, DeskError> {
        self.desk.send(&order(campaign, forces, dated), on(dated), &mut *silently())
    }

    /// As [`Journey::send`], but a person stops it after so many letters.
    pub fn send_only(
        &mut self,
        letters: usize,
        campaign: &str,
        forces: &[&str],
        dated: &str,
    ) -> SendReport {
        let mut stop = |at, _, _: &str| if at > letters { GoOn::Stop } else { GoOn::Yes };
        self.desk
            .send(&order(campaign, forces, dated), on(dated), &mut stop)
            .expect("requests that can be written")
    }

    /// The letter of a request left by first-class post, and that is recorded on the same day.
    pub fn post(&mut self, reference: &str, date: &str) -> SendingReport {
        self.leave(reference, FIRST_CLASS_POST, date, None, date).expect("a letter that can leave")
    }

    /// The letter of a request left, as recorded on the last day given.
    ///
    /// # Errors
    /// As the desk refuses it.
    pub fn leave(
        &mut self,
        reference: &str,
        departure: Departure,
        date: &str,
        received: Option<&str>,
        today: &str,
    ) -> Result<SendingReport, DeskError> {
        let references = [reference.to_owned()];
        self.desk.mark_sent(&references, departure, day(date), received.map(day), on(today))
    }

    /// A reply came, and was recorded on the day it came.
    pub fn reply(&mut self, reference: &str, dated: &str, received: &str, rows: &str) -> Recorded {
        self.try_reply(reply(reference, dated, received, rows)).expect("a reply")
    }

    /// A reply came, and may be refused.
    ///
    /// # Errors
    /// As the desk refuses it.
    pub fn try_reply(&mut self, input: ReplyInput) -> Result<Recorded, DeskError> {
        let known = input.letter.received_on.unwrap_or(input.letter.dated);
        self.desk.record_reply(&input, Moment::noon(known))
    }

    /// A follow-up is written, in a mode or in the one recommended.
    ///
    /// # Errors
    /// As the desk refuses it.
    pub fn follow_up(
        &mut self,
        reference: &str,
        mode: Option<Mode>,
        dated: &str,
    ) -> Result<WriteReport, DeskError> {
        self.write(WhatToWrite::FollowUp(mode), named(reference), dated)
    }

    /// A request for review is written.
    ///
    /// # Errors
    /// As the desk refuses it.
    pub fn review(&mut self, reference: &str, dated: &str) -> Result<WriteReport, DeskError> {
        self.write(WhatToWrite::Review, named(reference), dated)
    }

    /// Letters are written.
    ///
    /// # Errors
    /// As the desk refuses it.
    pub fn write(
        &mut self,
        what: WhatToWrite,
        which: WhichRequests,
        dated: &str,
    ) -> Result<WriteReport, DeskError> {
        let order = WriteOrder { what, which, dated: day(dated), reply_by: None, out: None };
        self.desk.write_letters(&order, on(dated), &mut *silently())
    }

    /// A letter of ours is known to have arrived on a day, and that is recorded on another.
    pub fn received(&mut self, reference: &str, date: &str, today: &str) -> Recorded {
        let arrived = Happening::Received { on: day(date) };
        self.desk.record(reference, &arrived, on(today)).expect("a day of arrival")
    }

    /// A person ends a request, for the reason given, on a day.
    ///
    /// # Errors
    /// As the desk refuses it.
    pub fn end(
        &mut self,
        reference: &str,
        ending: Ending,
        date: &str,
        reason: &str,
    ) -> Result<Recorded, DeskError> {
        let ended = Happening::Ended { ending, on: day(date), reason: reason.to_owned() };
        self.desk.record(reference, &ended, on(date))
    }

    /// A review was decided by a letter that came on a later day.
    pub fn decide(
        &mut self,
        reference: &str,
        dated: &str,
        received: &str,
        result: &str,
        rows: &str,
    ) -> Recorded {
        let input = ReviewDecisionInput {
            request: reference.to_owned(),
            letter: their_letter(dated, received),
            result: result.to_owned(),
            outcomes: Some(table(rows)),
            outcomes_name: "decision.csv".to_owned(),
        };
        self.desk.record_review_decided(&input, on(received)).expect("a decision")
    }

    /// Everything known of a request on a day.
    pub fn request(&self, reference: &str, today: &str) -> RequestDetail {
        self.desk.request(reference, day(today)).expect("a request that is there")
    }

    /// Where a request stands on a day.
    pub fn stage(&self, reference: &str, today: &str) -> &'static str {
        self.request(reference, today).request.stage
    }

    /// What is to be done on a request on a day, the first first.
    pub fn steps(&self, reference: &str, today: &str) -> Vec<&'static str> {
        self.request(reference, today).request.next_steps.iter().map(|step| step.step).collect()
    }

    /// The limits of this kind that a request has, as they stand on a day.
    pub fn limits(&self, reference: &str, limit: &str, today: &str) -> Vec<DeadlineView> {
        let deadlines = self.request(reference, today).deadlines;
        deadlines.into_iter().filter(|deadline| deadline.limit == limit).collect()
    }

    /// The only limit of this kind.
    pub fn limit(&self, reference: &str, limit: &str, today: &str) -> DeadlineView {
        let mut limits = self.limits(reference, limit, today);
        assert_eq!(limits.len(), 1, "{reference} has one limit “{limit}”: {limits:#?}");
        limits.remove(0)
    }

    /// The day on which the only limit of this kind ends.
    pub fn due(&self, reference: &str, limit: &str) -> NaiveDate {
        self.limit(reference, limit, FIRST_DAY).due
    }

    /// The outcome of a question.
    pub fn outcome(&self, reference: &str, question: &str) -> &'static str {
        let questions = self.request(reference, FIRST_DAY).questions;
        let found = questions.iter().find(|view| view.question == question);
        found.and_then(|view| view.outcome).expect("a question with an outcome")
    }

    /// The number of the last event of this kind.
    pub fn event(&self, reference: &str, kind: &str) -> i64 {
        let events = self.request(reference, FIRST_DAY).correspondence;
        events
            .iter()
            .filter(|event| event.kind == kind && event.struck.is_none())
            .map(|event| event.event)
            .max()
            .expect("an event of that kind")
    }

    /// Asserts that the check of the library finds nothing.
    pub fn is_whole(&self) {
        let report = self.desk.check().expect("a library that can be checked");
        assert!(report.clean, "{:#?}", report.findings);
    }
}

/// Who writes in these stories: a person, without an organisation.
pub fn applicant() -> SenderView {
    SenderView {
        applicant: "Ann Ŵyn".to_owned(),
        address: ["3 Mill Lane", "Exeter", "EX1 1AA"].map(str::to_owned).to_vec(),
        ..SenderView::default()
    }
}

/// The campaign CU.
pub fn custody() -> NewCampaign {
    NewCampaign {
        prefix: "CU".to_owned(),
        title: "Custody officers".to_owned(),
        periods: vec!["2024".to_owned(), "2025".to_owned()],
        questions: QUESTIONS.as_bytes().to_vec(),
        questions_name: "questions.txt".to_owned(),
        note_printed: false,
        sample: false,
    }
}

/// An order to send a campaign out.
pub fn order(campaign: &str, forces: &[&str], dated: &str) -> SendOrder {
    SendOrder {
        campaign: campaign.to_owned(),
        dated: day(dated),
        forces: forces.iter().map(|&force| force.to_owned()).collect(),
        out: None,
    }
}

/// One request, by its reference.
pub fn named(reference: &str) -> WhichRequests {
    WhichRequests::Named(vec![reference.to_owned()])
}

/// A letter of theirs.
pub fn their_letter(dated: &str, received: &str) -> TheirLetter {
    TheirLetter { dated: day(dated), received_on: Some(day(received)), ..TheirLetter::default() }
}

/// A reply, with the rows of its outcomes.
pub fn reply(reference: &str, dated: &str, received: &str, rows: &str) -> ReplyInput {
    ReplyInput {
        request: reference.to_owned(),
        letter: their_letter(dated, received),
        outcomes: table(rows),
        outcomes_name: "outcomes.csv".to_owned(),
        supersedes: None,
    }
}

/// A table of outcomes with its head.
pub fn table(rows: &str) -> Vec<u8> {
    format!("question,outcome,exemptions,note\n{rows}\n").into_bytes()
}
