//! Quoted sources: what was said in public, whole, with the answer that was given.

use casework::id::CampaignId;
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::codes::{date, get, stored};
use crate::door::{Reader, Writer};
use crate::error::StoreError;
use crate::undo::{needed, text};

/// A quoted source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// `statement`, or `claim` (which never stands without the answer given to it).
    pub kind: String,
    /// Which House.
    pub house: String,
    /// The volume: "Volume 490".
    pub volume: String,
    /// The day of the debate.
    pub said_on: NaiveDate,
    /// The debate.
    pub title: String,
    /// The number of the question put, where the copy gives it.
    pub question_number: Option<String>,
    /// Who spoke, where the copy gives it.
    pub speaker: Option<String>,
    /// The column, where the copy gives it.
    pub column_number: Option<String>,
    /// The question that was put, whole, where the words answer one.
    pub question: Option<String>,
    /// The words, whole.
    pub quotation: String,
    /// The answer that was given, whole.
    pub answer: Option<String>,
}

impl Reader<'_> {
    /// The sources of a campaign, in order.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn sources(&self, campaign: CampaignId) -> Result<Vec<Source>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, house, volume, said_on, title, question_number, speaker, column_number,
               question, quotation, answer
             FROM sources WHERE campaign_id = ?1 ORDER BY position",
        )?;
        let mut rows = statement.query([campaign.0])?;
        let mut sources = Vec::new();
        while let Some(row) = rows.next()? {
            sources.push(Source {
                kind: get(row, "kind")?,
                house: get(row, "house")?,
                volume: get(row, "volume")?,
                said_on: date("date of a source", &get::<String>(row, "said_on")?)?,
                title: get(row, "title")?,
                question_number: get(row, "question_number")?,
                speaker: get(row, "speaker")?,
                column_number: get(row, "column_number")?,
                question: get(row, "question")?,
                quotation: get(row, "quotation")?,
                answer: get(row, "answer")?,
            });
        }
        Ok(sources)
    }
}

impl Writer<'_> {
    /// Adds a source to a campaign, after those it has.
    ///
    /// # Errors
    /// A fault of the database; a claim without the answer given to it.
    pub fn add_source(&self, campaign: CampaignId, source: &Source) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO sources (campaign_id, position, kind, house, volume, said_on, title,
               question_number, speaker, column_number, question, quotation, answer)
             VALUES (?1, (SELECT count(*) FROM sources WHERE campaign_id = ?1), ?2, ?3, ?4, ?5, ?6,
               ?7, ?8, ?9, ?10, ?11, ?12)",
            rusqlite::params![
                campaign.0,
                source.kind,
                source.house,
                source.volume,
                stored(source.said_on),
                source.title,
                source.question_number,
                source.speaker,
                source.column_number,
                source.question,
                source.quotation,
                source.answer,
            ],
        )?;
        let position: i64 = self.connection.query_row(
            "SELECT count(*) - 1 FROM sources WHERE campaign_id = ?1",
            [campaign.0],
            |row| row.get(0),
        )?;
        let prefix: String = self.connection.query_row(
            "SELECT prefix FROM campaigns WHERE id = ?1",
            [campaign.0],
            |row| row.get(0),
        )?;
        let entry = journal_of(&prefix, source);
        self.journal("sources", &format!("{prefix}/{position}"), None, Some(entry))
    }

    /// Adds a source as the journal has it.
    pub(crate) fn add_source_again(&self, row: &Value) -> Result<(), StoreError> {
        let prefix = needed(row, "campaign")?;
        let campaign: i64 = self.connection.query_row(
            "SELECT id FROM campaigns WHERE prefix = ?1",
            [prefix],
            |row| row.get(0),
        )?;
        let said_on = needed(row, "said_on")?;
        self.add_source(
            CampaignId(campaign),
            &Source {
                kind: needed(row, "kind")?,
                house: needed(row, "house")?,
                volume: needed(row, "volume")?,
                said_on: date("date of a source", &said_on)?,
                title: needed(row, "title")?,
                question_number: text(row, "question_number"),
                speaker: text(row, "speaker"),
                column_number: text(row, "column_number"),
                question: text(row, "question"),
                quotation: needed(row, "quotation")?,
                answer: text(row, "answer"),
            },
        )
    }

    /// Takes a source back: its key is the prefix of its campaign and its position.
    pub(crate) fn remove_source(&self, key: &str) -> Result<(), StoreError> {
        let (prefix, position) =
            key.split_once('/').ok_or_else(|| StoreError::unknown("source", key))?;
        let position: i64 = position.parse().map_err(|_| StoreError::unknown("source", key))?;
        self.execute(
            "DELETE FROM sources WHERE position = ?2
             AND campaign_id = (SELECT id FROM campaigns WHERE prefix = ?1)",
            (prefix, position),
        )?;
        Ok(())
    }
}

/// A source as the journal has it: whole, so that it can be added again.
fn journal_of(prefix: &str, source: &Source) -> Value {
    json!({
        "campaign": prefix,
        "kind": source.kind,
        "house": source.house,
        "volume": source.volume,
        "said_on": stored(source.said_on),
        "title": source.title,
        "question_number": source.question_number,
        "speaker": source.speaker,
        "column_number": source.column_number,
        "question": source.question,
        "quotation": source.quotation,
        "answer": source.answer,
    })
}
