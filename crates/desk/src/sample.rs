//! The sample campaign: a real request as data, with two quoted sources.

use chrono::NaiveDate;
use serde::Deserialize;
use store::table::sources::Source;

use crate::campaigns::{CampaignView, NewCampaign, add_campaign};
use crate::error::{DeskError, ErrorKind};
use crate::library::{Desk, Moment};
use crate::sender::SenderView;

const CAMPAIGN: &str = include_str!("../data/sample/campaign.json");
const QUESTIONS: &str = include_str!("../data/sample/questions.txt");
const SOURCES: &str = include_str!("../data/sample/sources.json");

/// The outcomes of the invented reply of Devon and Cornwall, for the demonstration.
pub(crate) const REPLY_OUTCOMES: &str = include_str!("../data/sample/reply-devon-and-cornwall.csv");
/// That reply, as the file that came.
pub(crate) const REPLY_LETTER: &str = include_str!("../data/sample/reply-devon-and-cornwall.txt");
/// The prefix of the sample campaign.
pub(crate) const PREFIX: &str = "HT";

#[derive(Deserialize)]
struct SampleCampaign {
    title: String,
    periods: Vec<String>,
}

#[derive(Deserialize)]
struct SampleSource {
    house: String,
    title: String,
    volume: String,
    column: Option<String>,
    date: NaiveDate,
    question_number: Option<String>,
    passages: Vec<Passage>,
}

#[derive(Deserialize)]
struct Passage {
    role: String,
    speaker: String,
    text: String,
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, DeskError> {
    serde_json::from_str(json).map_err(|error| {
        DeskError::new(
            ErrorKind::Fault,
            format!("The built-in sample is damaged: {error}."),
            "Install FOI Desk again.",
        )
    })
}

/// Where the copy does not name the speaker, nobody is named.
fn speaker(passage: &Passage) -> Option<String> {
    Some(passage.speaker.clone()).filter(|speaker| speaker != "not in this copy")
}

fn source(sample: &SampleSource) -> Option<Source> {
    let passage = |role: &str| sample.passages.iter().find(|passage| passage.role == role);
    let claim = passage("claim");
    let answer = passage("answer");
    let said = claim.or(answer)?;
    Some(Source {
        kind: if claim.is_some() { "claim" } else { "statement" }.to_owned(),
        house: sample.house.clone(),
        volume: sample.volume.clone(),
        said_on: sample.date,
        title: sample.title.clone(),
        question_number: sample.question_number.clone(),
        speaker: speaker(said),
        column_number: sample.column.clone(),
        question: passage("question").map(|question| question.text.clone()),
        quotation: said.text.clone(),
        answer: claim.and(answer).map(|answer| answer.text.clone()),
    })
}

/// The sender of the sample: an invented project.
fn sample_sender() -> SenderView {
    SenderView {
        applicant: "Harbour Street Justice Project".to_owned(),
        signatory: Some("Rosa Whitfield".to_owned()),
        signatory_title: Some("Campaigns Officer".to_owned()),
        organisation: Some("Harbour Street Justice Project".to_owned()),
        address: vec!["14 Harbour Street".to_owned(), "Leeds".to_owned(), "LS0 0AA".to_owned()],
        email: Some("foi@harbourstreet.example".to_owned()),
        telephone: Some("0113 496 0142".to_owned()),
    }
}

/// The sample with its own sender, in a library in which nothing was done yet.
pub(crate) fn add(desk: &mut Desk, moment: Moment) -> Result<(), DeskError> {
    if desk.sender()?.is_none() {
        desk.set_sender(&sample_sender(), moment)?;
    }
    add_to_own(desk, moment)
}

impl Desk {
    /// Adds the sample campaign to a library that is a person's own. Its sender is left out: what the
    /// person writes later must not go out under an invented name.
    ///
    /// # Errors
    /// Refused where a campaign has the sample's prefix.
    pub fn add_sample_campaign(&mut self, moment: Moment) -> Result<CampaignView, DeskError> {
        add_to_own(self, moment)?;
        self.campaign(PREFIX)
    }
}

fn add_to_own(desk: &mut Desk, moment: Moment) -> Result<(), DeskError> {
    let sample: SampleCampaign = read(CAMPAIGN)?;
    let sources: Vec<SampleSource> = read(SOURCES)?;
    let sources: Vec<Source> = sources.iter().filter_map(source).collect();
    let new = NewCampaign {
        prefix: PREFIX.to_owned(),
        title: sample.title,
        periods: sample.periods,
        questions: QUESTIONS.as_bytes().to_vec(),
        questions_name: "the sample's questions".to_owned(),
        note_printed: false,
        sample: true,
    };
    add_campaign(desk, &new, &sources, moment)
}
