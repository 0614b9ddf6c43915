//! Requests: lists, and one with everything known of it.

use std::path::Path;

use casework::case::OurLetter;
use casework::clock::{Clock, ClockKind};
use casework::letter::LetterFacts;
use casework::question::Question;
use chrono::NaiveDate;
use law::{BankHolidays, Coded};
use store::table::requests::Request;
use store::{ComputedRequest, Reader, compute};

use crate::copies::write_file;
use crate::deadline::deadline;
use crate::error::DeskError;
use crate::events::event_view;
use crate::exemptions::notices_of;
use crate::input::reference;
use crate::library::Desk;
use crate::view::{LetterView, QuestionView, RequestDetail, RequestView, next_step, steps};

/// A request worked out, with its row.
pub(crate) struct Known {
    pub row: Request,
    pub computed: ComputedRequest,
}

pub(crate) fn known(r: &Reader<'_>, row: Request) -> Result<Known, DeskError> {
    let computed = compute(&r.case_file(&row)?, r.holidays()?);
    Ok(Known { row, computed })
}

/// The request with this reference.
///
/// # Errors
/// Refused where there is none.
pub(crate) fn find(r: &Reader<'_>, text: &str) -> Result<Known, DeskError> {
    let reference = reference(text)?;
    let row = r.request(&reference)?.ok_or_else(|| {
        DeskError::refused(
            "request",
            format!("There is no request {reference}."),
            "Choose one of those there are.",
        )
    })?;
    known(r, row)
}

impl Known {
    pub(crate) fn clock(&self, kind: ClockKind) -> Option<&Clock> {
        self.computed.clocks.iter().find(|clock| clock.kind == kind)
    }

    /// The review window that closes first, of those unused.
    pub(crate) fn window(&self) -> Option<&Clock> {
        self.computed
            .clocks
            .iter()
            .filter(|clock| clock.kind == ClockKind::ReviewRequest && clock.stopped_on.is_none())
            .min_by_key(|clock| clock.due)
    }

    pub(crate) fn letter_reference(&self, facts: &LetterFacts) -> String {
        self.row.reference.letter(facts.number)
    }

    pub(crate) fn view(&self, holidays: &BankHolidays, today: NaiveDate) -> RequestView {
        let case = &self.computed.case;
        let standing = self.computed.agenda.on(today);
        let steps = steps(&standing, case.regime, holidays, today);
        let receipt = case.request().and_then(OurLetter::receipt).map(|sent| sent.receipt);
        let response = self.clock(ClockKind::Response);
        let is_over = response.is_some_and(|clock| today > clock.due);
        let (answered, counted) = case.score();
        let late = case
            .questions
            .iter()
            .filter(|question| {
                is_over && response.is_some_and(|clock| clock.outstanding.contains(&question.id))
            })
            .map(Question::key)
            .collect();
        RequestView {
            reference: self.row.reference.to_string(),
            campaign: self.row.reference.prefix.to_string(),
            force: self.row.force_code.clone(),
            force_name: self.row.force_name.clone(),
            regime: self.row.regime.code(),
            stage: standing.stage.code(),
            stage_label: standing.stage.label(),
            due: standing.due,
            next_step: next_step(&steps),
            next_steps: steps,
            answered,
            counted,
            sent_on: case.sent_on(),
            received_on: receipt.map(|receipt| receipt.on),
            receipt: receipt.map(|receipt| receipt.basis.code()),
            response_due: response.map(|clock| clock.due),
            late,
            review_request_due: self.window().map(|clock| clock.due),
            their_reference: case.their_reference.clone(),
            queued: case.queued().map(|ours| self.letter_reference(&ours.facts)).collect(),
            problems: case.problems.iter().map(|problem| problem.message.clone()).collect(),
        }
    }
}

impl Desk {
    /// The requests, of one campaign or of all, as they stand today.
    ///
    /// # Errors
    /// Refused for a campaign that is not there.
    pub fn requests(
        &self,
        campaign: Option<&str>,
        today: NaiveDate,
    ) -> Result<Vec<RequestView>, DeskError> {
        let wanted = campaign.map(|prefix| self.campaign_row(prefix)).transpose()?;
        self.store.read(|r| {
            r.requests()?
                .into_iter()
                .filter(|row| wanted.as_ref().is_none_or(|wanted| wanted.id == row.campaign))
                .map(|row| Ok(known(r, row)?.view(r.holidays()?, today)))
                .collect()
        })
    }

    /// One request, with its questions, deadlines, correspondence and letters.
    ///
    /// # Errors
    /// Refused where there is none of that reference.
    pub fn request(&self, reference: &str, today: NaiveDate) -> Result<RequestDetail, DeskError> {
        self.store.read(|r| {
            let known = find(r, reference)?;
            let holidays = r.holidays()?;
            let case = &known.computed.case;
            let kept_letters = r.letters(known.row.id)?;
            let letter_name = |id| {
                kept_letters.iter().find(|kept| kept.facts.id == id).map_or_else(
                    || "A letter".to_owned(),
                    |kept| known.letter_reference(&kept.facts),
                )
            };
            let correspondence = r
                .events(known.row.id, known.row.regime)?
                .into_iter()
                .map(|kept| event_view(kept, &case.questions, letter_name))
                .collect();
            let letters = kept_letters.iter().map(|kept| letter_view(&known, kept)).collect();
            let deadlines = known
                .computed
                .clocks
                .iter()
                .map(|clock| deadline(clock, case, holidays, today))
                .collect();
            Ok(RequestDetail {
                questions: questions(&known),
                deadlines,
                correspondence,
                letters,
                notices: notices_of(&known.computed),
                request: known.view(r.holidays()?, today),
            })
        })
    }
}

impl Desk {
    /// The exact bytes of a letter of ours, as it was kept.
    ///
    /// # Errors
    /// Refused where there is no such letter; a kept letter that is damaged.
    pub fn letter_pdf(&self, letter: &str) -> Result<Vec<u8>, DeskError> {
        self.store.read(|r| {
            let known = find(r, letter)?;
            let kept = r.letters(known.row.id)?;
            let kept = kept.iter().find(|kept| known.letter_reference(&kept.facts) == letter);
            let kept = kept.ok_or_else(|| {
                DeskError::refused(
                    "letter",
                    format!("There is no letter {letter}."),
                    "The letters of a request are HT-011/1, HT-011/2 and so on.",
                )
            })?;
            Ok(r.document(&kept.document)?)
        })
    }

    /// Saves a letter of ours as a file, to the byte.
    ///
    /// # Errors
    /// As for [`Desk::letter_pdf`]; a fault of the disk.
    pub fn save_letter(&self, letter: &str, file: &Path) -> Result<(), DeskError> {
        write_file(file, &self.letter_pdf(letter)?)
    }
}

fn letter_view(known: &Known, kept: &store::table::letters::KeptLetter) -> LetterView {
    let ours = known.computed.case.letters.iter().find(|ours| ours.facts.id == kept.facts.id);
    let sent: Vec<String> = ours
        .map(|ours| ours.sent.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|sent| {
            format!(
                "{} on {}, {} {}",
                casework::action::by(sent.sending.channel()),
                casework::clock::words(sent.on),
                sent.receipt.basis,
                casework::clock::words(sent.receipt.on)
            )
        })
        .collect();
    LetterView {
        reference: known.letter_reference(&kept.facts),
        kind: kept.facts.kind.code(),
        mode: kept.facts.mode.map(Coded::code),
        dated: kept.facts.dated,
        state: match ours {
            None => "taken_back",
            Some(ours) if ours.sent.is_empty() => "queued",
            Some(_) => "sent",
        },
        sent,
        pages: kept.page_count,
        hash: kept.document.to_string(),
    }
}

fn questions(known: &Known) -> Vec<QuestionView> {
    let case = &known.computed.case;
    case.questions
        .iter()
        .map(|question| {
            let answer = case.answers.get(&question.id).map(|current| &current.answer);
            let grounds = answer.map(|answer| answer.grounds.as_slice()).unwrap_or_default();
            QuestionView {
                question: question.key(),
                label: question.label(),
                role: question.role.code(),
                text: case.wording_of(question.id).unwrap_or(&question.text).to_owned(),
                narrowed_on: case.narrowed_on(question.id),
                first_text: case.wording_of(question.id).map(|_| question.text.clone()),
                outcome: answer.map(|answer| answer.outcome.code()),
                outcome_label: answer.map(|answer| answer.outcome.label()),
                exemptions: grounds.iter().map(law::Ground::tag).collect(),
                exemption_titles: grounds
                    .iter()
                    .map(|ground| {
                        let doubt = ground.doubt().map(|doubt| format!(". {doubt}"));
                        format!("{}: {}{}", ground.tag(), ground.title(), doubt.unwrap_or_default())
                    })
                    .collect(),
                note: answer.and_then(|answer| answer.note.clone()),
            }
        })
        .collect()
}
