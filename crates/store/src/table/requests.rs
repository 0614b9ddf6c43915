//! Requests: a campaign's questions to one force.

use casework::campaign::{Campaign, Prefix, Reference};
use casework::id::{CampaignId, ForceId, RequestId};
use chrono::NaiveDate;
use law::Coded;
use law::regime::Regime;
use rusqlite::{OptionalExtension, Row};

use crate::codes::{coded, get, number, stored};
use crate::door::{Reader, Writer};
use crate::error::StoreError;

/// A request, and what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its row.
    pub id: RequestId,
    /// Its reference.
    pub reference: Reference,
    /// The campaign.
    pub campaign: CampaignId,
    /// The force.
    pub force: ForceId,
    /// The force's code and names, as lists want them.
    pub force_code: String,
    /// The full name.
    pub force_name: String,
    /// The name in lists.
    pub force_short_name: String,
    /// The Act that it is made under.
    pub regime: Regime,
}

const SELECT: &str = "SELECT r.id, r.campaign_id, r.force_id, r.number, r.regime, c.prefix,
    f.code, f.name, f.short_name
  FROM requests r
  JOIN campaigns c ON c.id = r.campaign_id
  JOIN forces f ON f.id = r.force_id";

fn request(row: &Row<'_>) -> Result<Request, StoreError> {
    let prefix: String = get(row, "prefix")?;
    let prefix = Prefix::parse(&prefix).map_err(|_| StoreError::unknown("prefix", &prefix))?;
    Ok(Request {
        id: RequestId(get(row, "id")?),
        reference: Reference { prefix, number: number(row, "number")? },
        campaign: CampaignId(get(row, "campaign_id")?),
        force: ForceId(get(row, "force_id")?),
        force_code: get(row, "code")?,
        force_name: get(row, "name")?,
        force_short_name: get(row, "short_name")?,
        regime: coded("regime", &get::<String>(row, "regime")?)?,
    })
}

impl Reader<'_> {
    /// Every request, in order of references.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn requests(&self) -> Result<Vec<Request>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} ORDER BY r.campaign_id, r.number"))?;
        let mut rows = statement.query([])?;
        let mut requests = Vec::new();
        while let Some(row) = rows.next()? {
            requests.push(request(row)?);
        }
        Ok(requests)
    }

    /// The requests of which a letter of ours left, or was sent once more, on this day or later.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn requests_with_letters_since(&self, day: NaiveDate) -> Result<Vec<Request>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!(
            "{SELECT} WHERE r.id IN (SELECT e.request_id FROM events e
               WHERE e.letter_id IS NOT NULL AND e.channel IS NOT NULL AND e.happened_on >= ?1)
             ORDER BY r.campaign_id, r.number"
        ))?;
        let mut rows = statement.query([stored(day)])?;
        let mut requests = Vec::new();
        while let Some(row) = rows.next()? {
            requests.push(request(row)?);
        }
        Ok(requests)
    }

    /// The request with this reference.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn request(&self, reference: &Reference) -> Result<Option<Request>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} WHERE c.prefix = ?1 AND r.number = ?2"))?;
        let mut rows = statement.query((reference.prefix.as_str(), reference.number))?;
        rows.next()?.map(request).transpose()
    }

    /// The request of a campaign to a force.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn request_to(
        &self,
        campaign: CampaignId,
        force: ForceId,
    ) -> Result<Option<Request>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} WHERE r.campaign_id = ?1 AND r.force_id = ?2"))?;
        let mut rows = statement.query((campaign.0, force.0))?;
        rows.next()?.map(request).transpose()
    }

    /// The number that the next request of a campaign will have.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn next_request_number(&self, campaign: CampaignId) -> Result<u32, StoreError> {
        let last: Option<u32> = self
            .connection
            .query_row(
                "SELECT max(number) FROM requests WHERE campaign_id = ?1",
                [campaign.0],
                |row| row.get(0),
            )
            .optional()?
            .flatten();
        Ok(last.unwrap_or(0) + 1)
    }
}

impl Writer<'_> {
    /// Adds a request.
    ///
    /// # Errors
    /// A fault of the database, or a request of the campaign to this force that is there already.
    pub fn add_request(
        &self,
        campaign: &Campaign,
        force: ForceId,
        number: u32,
        regime: Regime,
    ) -> Result<RequestId, StoreError> {
        self.execute(
            "INSERT INTO requests (campaign_id, force_id, number, regime, operation_id)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            (campaign.id.0, force.0, number, regime.code(), self.operation().0),
        )?;
        let id = RequestId(self.last_row());
        self.touch(id);
        Ok(id)
    }
}
