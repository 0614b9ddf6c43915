//! A case told in a file, and where it stands on each of some days: without a library, so that a case
//! can be tried and checked in one line. `docs/story.md` has the form.

use casework::campaign::Reference;
use casework::case::CaseFile;
use casework::event::{Event, EventKind, Fact};
use casework::id::{EventId, LetterId, QuestionId, RequestId};
use casework::letter::{LetterFacts, LetterKind, Mode};
use casework::question::{Question, Role};
use chrono::NaiveDate;
use law::{Coded, Regime};
use serde::Deserialize;

use crate::error::{DeskError, ErrorKind};
use crate::register::calendar;
use crate::standing::{StandingView, standing};
use crate::told::{Telling, Told};

/// A story as its file has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    /// What it shows; for the reader alone.
    #[serde(default, rename = "about")]
    _about: Option<String>,
    regime: String,
    #[serde(default)]
    questions: Vec<String>,
    events: Vec<Told>,
    on: Vec<NaiveDate>,
}

/// Where a story stands on each of its days.
///
/// # Errors
/// What is wrong with the file, with its place: a line and column, or the number of the event.
pub fn story(text: &[u8]) -> Result<Vec<StandingView>, DeskError> {
    let story: Story = serde_json::from_slice(text).map_err(|fault| {
        DeskError::new(
            ErrorKind::Input,
            format!("The story cannot be read: {fault}."),
            "The form of a story is in docs/story.md.",
        )
    })?;
    let regime = Regime::from_code(&story.regime.to_lowercase()).ok_or_else(|| {
        let known: Vec<&str> = Regime::ALL.iter().map(|regime| regime.code()).collect();
        DeskError::refused(
            "regime",
            format!("“{}” is no regime.", story.regime),
            format!("Give one of {}.", known.join(", ")),
        )
    })?;
    let file = told(regime, &story)?;
    let holidays = calendar()?;
    Ok(story.on.iter().map(|day| standing(&file, &holidays, *day)).collect())
}

fn told(regime: Regime, story: &Story) -> Result<CaseFile, DeskError> {
    let questions = questions(&story.questions)?;
    let mut file = CaseFile {
        request: RequestId(1),
        reference: Reference::parse("ST-001")?,
        regime,
        questions,
        letters: Vec::new(),
        events: Vec::new(),
    };
    // The regime decides how sections are read, wherever in the file it is moved.
    let moved = story.events.iter().rev().find(|told| told.kind == "regime_moved");
    let reads = moved
        .and_then(|told| told.regime.as_deref())
        .and_then(|code| Regime::from_code(&code.to_lowercase()))
        .unwrap_or(regime);
    // Letters are numbered in the order of their days, not of the file.
    let mut letters: Vec<(NaiveDate, LetterKind, Option<Mode>)> = Vec::new();
    for (at, told) in story.events.iter().enumerate() {
        let kind = told.event_kind().map_err(|error| placed(at, told, error))?;
        if kind == EventKind::RequestSent {
            letters.push((told.date, LetterKind::Request, None));
        } else if let (EventKind::FollowUpSent, Some(mode)) = (kind, &told.mode) {
            let mode = Mode::from_code(&mode.to_uppercase()).ok_or_else(|| {
                let error = DeskError::refused(
                    "mode",
                    format!("“{mode}” is no mode of a follow-up."),
                    "Give A, B, C or D.",
                );
                placed(at, told, error)
            })?;
            letters.push((told.date, LetterKind::FollowUp, Some(mode)));
        }
    }
    letters.sort();
    letters
        .dedup_by(|later, first| later.1 == LetterKind::Request && first.1 == LetterKind::Request);
    for (at, (dated, kind, mode)) in letters.iter().enumerate() {
        let asked: Vec<QuestionId> = file.questions.iter().map(|question| question.id).collect();
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        file.letters.push(LetterFacts {
            id: LetterId(number.into()),
            number,
            second_number: None,
            kind: *kind,
            mode: *mode,
            dated: *dated,
            reply_by: None,
            fresh_questions: match mode.is_some_and(Mode::has_fresh_request) {
                true => asked.clone(),
                false => Vec::new(),
            },
            questions: asked,
        });
    }
    for (at, told) in story.events.iter().enumerate() {
        let event = event(&file, reads, at, told).map_err(|error| placed(at, told, error))?;
        file.events.push(event);
    }
    // A letter that left was written; that event has no number in the story.
    let written: Vec<Event> = file
        .letters
        .iter()
        .zip(1..)
        .map(|(letter, number)| Event {
            id: EventId(-number),
            kind: EventKind::LetterWritten,
            happened_on: letter.dated,
            fact: Fact::LetterWritten(letter.id),
            struck: None,
        })
        .collect();
    file.events.extend(written);
    Ok(file)
}

fn event(file: &CaseFile, reads: Regime, at: usize, told: &Told) -> Result<Event, DeskError> {
    let kind = told.event_kind()?;
    let follow_up = file
        .letters
        .iter()
        .find(|letter| letter.kind == LetterKind::FollowUp && letter.dated == told.date)
        .filter(|_| kind == EventKind::FollowUpSent);
    let number = follow_up.map_or(told.letter.unwrap_or(1), |letter| letter.number);
    let takes_a_letter = told.letter.is_some() || follow_up.is_some();
    let told = &Told { letter: Some(number).filter(|_| takes_a_letter), ..told.clone() };
    let telling = Telling {
        regime: reads,
        questions: &file.questions,
        letter: &|number| {
            file.letters.iter().find(|letter| letter.number == number).map(|letter| letter.id)
        },
    };
    Ok(Event {
        id: EventId(i64::try_from(at + 1).unwrap_or(i64::MAX)),
        kind,
        happened_on: told.date,
        fact: told.fact(&telling)?,
        struck: None,
    })
}

/// Names the event in which something is wrong.
fn placed(at: usize, told: &Told, mut error: DeskError) -> DeskError {
    error.message = format!("Event {} ({}): {}", at + 1, told.kind, error.message);
    error
}

/// The questions of a story: one, where none is named.
fn questions(names: &[String]) -> Result<Vec<Question>, DeskError> {
    let names = if names.is_empty() { vec!["1".to_owned()] } else { names.to_vec() };
    names
        .iter()
        .zip(1..)
        .map(|(name, position)| {
            let digits = name.trim_end_matches(|c: char| c.is_ascii_lowercase());
            let part = name.get(digits.len()..).unwrap_or_default();
            let number = digits.parse().ok().filter(|_| part.len() <= 1).ok_or_else(|| {
                DeskError::refused(
                    "questions",
                    format!("“{name}” is no name of a question."),
                    "Name questions 1, 2, 2a, 2b and so on.",
                )
            })?;
            Ok(Question {
                id: QuestionId(i64::from(position)),
                position,
                number,
                part: part.chars().next(),
                role: Role::Counted,
                text: format!("Question {name}"),
            })
        })
        .collect()
}
