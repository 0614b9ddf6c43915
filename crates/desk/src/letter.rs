//! A letter as it is made, kept and copied: everything that makes a letter comes through here.

use casework::campaign::Campaign;
use casework::event::{EventKind, Fact};
use casework::force::Force;
use casework::id::LetterId;
use casework::letter::{LetterFacts, LetterKind};
use letters::layout::Pages;
use letters::letter::Letter;
use letters::wording::{Facts, WORDING_VERSION, compose_request};
use store::table::events::NewEvent;
use store::table::letters::KeptLetter;
use store::{Reader, StoreError, Writer};

use crate::error::DeskError;
use crate::requests::Known;

/// A letter as pages and bytes, ready to be kept.
pub(crate) struct MadeLetter {
    pub pdf: Vec<u8>,
    pub page_count: u32,
    pub address: Vec<String>,
}

/// Lays a letter out and makes its file. `foi write` and everything else that makes a letter come
/// through here.
pub(crate) fn make(letter: &Letter) -> Result<MadeLetter, DeskError> {
    Ok(laid_out(letter)?.1)
}

/// The same, with the pages as data.
pub(crate) fn laid_out(letter: &Letter) -> Result<(Pages, MadeLetter), DeskError> {
    let pages = letters::layout::lay_out(letter)?;
    let pdf = letters::pdf::to_pdf(&pages, letter)?;
    let made = MadeLetter {
        pdf,
        page_count: u32::try_from(pages.pages.len()).unwrap_or(u32::MAX),
        address: letter.addressee.clone(),
    };
    Ok((pages, made))
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

/// The campaign and the force of a request.
pub(crate) fn parties(r: &Reader<'_>, known: &Known) -> Result<(Campaign, Force), DeskError> {
    let campaign = r.campaign(&known.row.reference.prefix)?;
    let force = r.force(&known.row.force_code)?;
    campaign.zip(force).ok_or_else(|| {
        DeskError::refused("request", "Its campaign or its force is missing.", "Check the library.")
    })
}

/// The letter that makes a request.
pub(crate) fn request_letter(facts: &Facts<'_>) -> Result<(Letter, LetterFacts), DeskError> {
    let letter = compose_request(facts)?;
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
    Ok((letter, facts))
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
            "{} of {} addresses are unconfirmed: {}. Check each against the force's own page, then confirm it.",
            unconfirmed.len(),
            forces.len(),
            unconfirmed.join(", ")
        ));
    }
    if !missing.is_empty() {
        notices.push(format!(
            "No address is known for {}: the letter is kept and left out of the print job. Give it one, and write the letter again.",
            missing.join(", ")
        ));
    }
    notices
}
