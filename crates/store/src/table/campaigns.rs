//! Campaigns with their periods and questions.

use casework::campaign::{Campaign, Prefix};
use casework::id::{CampaignId, QuestionId};
use casework::question::Question;
use law::Coded;
use rusqlite::Row;
use serde_json::{Value, json};

use crate::codes::{coded, get, number};
use crate::door::{Reader, Writer};
use crate::error::StoreError;
use crate::undo::{lines, needed, text};

impl Reader<'_> {
    /// Every campaign, in order of making.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn campaigns(&self) -> Result<Vec<Campaign>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, prefix, title, note, note_printed, sample FROM campaigns ORDER BY id",
        )?;
        let mut rows = statement.query([])?;
        let mut campaigns = Vec::new();
        while let Some(row) = rows.next()? {
            campaigns.push(self.campaign_of(row)?);
        }
        Ok(campaigns)
    }

    /// The campaign with this prefix.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn campaign(&self, prefix: &Prefix) -> Result<Option<Campaign>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, prefix, title, note, note_printed, sample FROM campaigns WHERE prefix = ?1",
        )?;
        let mut rows = statement.query([prefix.as_str()])?;
        rows.next()?.map(|row| self.campaign_of(row)).transpose()
    }

    fn campaign_of(&self, row: &Row<'_>) -> Result<Campaign, StoreError> {
        let id = CampaignId(get(row, "id")?);
        let prefix: String = get(row, "prefix")?;
        Ok(Campaign {
            id,
            prefix: Prefix::parse(&prefix).map_err(|_| StoreError::unknown("prefix", &prefix))?,
            title: get(row, "title")?,
            periods: self.periods(id)?,
            note: get(row, "note")?,
            note_printed: get(row, "note_printed")?,
            sample: get(row, "sample")?,
            questions: self.questions(id)?,
        })
    }

    fn periods(&self, campaign: CampaignId) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT text FROM campaign_periods WHERE campaign_id = ?1 ORDER BY position",
        )?;
        let mut rows = statement.query([campaign.0])?;
        let mut periods = Vec::new();
        while let Some(row) = rows.next()? {
            periods.push(get(row, "text")?);
        }
        Ok(periods)
    }

    /// The questions of a campaign, in order.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn questions(&self, campaign: CampaignId) -> Result<Vec<Question>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, position, number, part, role, text FROM questions
             WHERE campaign_id = ?1 ORDER BY position",
        )?;
        let mut rows = statement.query([campaign.0])?;
        let mut questions = Vec::new();
        while let Some(row) = rows.next()? {
            let part: Option<String> = get(row, "part")?;
            questions.push(Question {
                id: QuestionId(get(row, "id")?),
                position: number(row, "position")?,
                number: number(row, "number")?,
                part: part.and_then(|part| part.chars().next()),
                role: coded("question role", &get::<String>(row, "role")?)?,
                text: get(row, "text")?,
            });
        }
        Ok(questions)
    }
}

/// A campaign as the journal has it: whole, so that it can be made again.
fn journal_of(campaign: &Campaign) -> Value {
    let question = |question: &Question| {
        json!({
            "number": question.number,
            "part": question.part,
            "role": question.role.code(),
            "text": question.text,
        })
    };
    json!({
        "prefix": campaign.prefix.as_str(),
        "title": campaign.title,
        "periods": campaign.periods,
        "note": campaign.note,
        "note_printed": campaign.note_printed,
        "sample": campaign.sample,
        "questions": campaign.questions.iter().map(question).collect::<Vec<_>>(),
    })
}

/// The campaign that the journal has.
pub(crate) fn of_journal(row: &Value) -> Result<Campaign, StoreError> {
    let prefix = needed(row, "prefix")?;
    let flag = |field: &str| row.get(field).and_then(Value::as_bool).unwrap_or_default();
    let questions = row.get("questions").and_then(Value::as_array);
    let questions = questions.ok_or_else(|| StoreError::unknown("edit without", "questions"))?;
    Ok(Campaign {
        id: CampaignId(0),
        prefix: Prefix::parse(&prefix).map_err(|_| StoreError::unknown("prefix", &prefix))?,
        title: needed(row, "title")?,
        periods: lines(row, "periods").unwrap_or_default(),
        note: text(row, "note"),
        note_printed: flag("note_printed"),
        sample: flag("sample"),
        questions: (1..).zip(questions).map(question_of).collect::<Result<_, _>>()?,
    })
}

fn question_of((position, row): (u32, &Value)) -> Result<Question, StoreError> {
    let number = row.get("number").and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
    Ok(Question {
        id: QuestionId(0),
        position,
        number: number.ok_or_else(|| StoreError::unknown("edit without", "number"))?,
        part: text(row, "part").and_then(|part| part.chars().next()),
        role: coded("question role", &needed(row, "role")?)?,
        text: needed(row, "text")?,
    })
}

impl Writer<'_> {
    /// Adds a campaign with its periods and questions; the row numbers are given by the library.
    ///
    /// # Errors
    /// A fault of the database, or a prefix that is taken.
    pub fn add_campaign(&self, campaign: &Campaign) -> Result<CampaignId, StoreError> {
        self.execute(
            "INSERT INTO campaigns (prefix, title, note, note_printed, sample, operation_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                campaign.prefix.as_str(),
                &campaign.title,
                &campaign.note,
                campaign.note_printed,
                campaign.sample,
                self.operation().0,
            ),
        )?;
        let id = CampaignId(self.last_row());
        for (position, period) in campaign.periods.iter().enumerate() {
            self.execute(
                "INSERT INTO campaign_periods (campaign_id, position, text) VALUES (?1, ?2, ?3)",
                (id.0, position, period),
            )?;
        }
        for question in &campaign.questions {
            self.execute(
                "INSERT INTO questions (campaign_id, position, number, part, role, text)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (
                    id.0,
                    question.position,
                    question.number,
                    question.part.map(String::from),
                    question.role.code(),
                    &question.text,
                ),
            )?;
        }
        self.journal("campaigns", campaign.prefix.as_str(), None, Some(journal_of(campaign)))?;
        Ok(id)
    }

    /// Takes a campaign back that nothing was built on.
    pub(crate) fn remove_campaign(&self, campaign: CampaignId) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM sources WHERE campaign_id = ?1",
            "DELETE FROM questions WHERE campaign_id = ?1",
            "DELETE FROM campaign_periods WHERE campaign_id = ?1",
            "DELETE FROM campaigns WHERE id = ?1",
        ] {
            self.execute(sql, [campaign.0])?;
        }
        Ok(())
    }
}
