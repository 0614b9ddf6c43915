//! The agenda as a look-up: what is to be done on a day, over all requests.

use casework::agenda::StepKind;
use casework::letter::Mode;
use chrono::NaiveDate;

use crate::codes::{coded, coded_if, date_if, get, stored};
use crate::door::Reader;
use crate::error::StoreError;

/// A step that is to be done on the day asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueStep {
    /// The prefix of the campaign.
    pub prefix: String,
    /// The number of the request in it.
    pub number: u32,
    /// The force's name in files.
    pub force_code: String,
    /// The force's name in lists.
    pub force_name: String,
    /// What to do.
    pub kind: StepKind,
    /// The mode recommended, for a follow-up.
    pub mode: Option<Mode>,
    /// Why.
    pub reason: String,
    /// The last day on which it is in time.
    pub until: Option<NaiveDate>,
    /// Where that is written.
    pub citation: Option<String>,
}

impl Reader<'_> {
    /// The first step of each request on a day, those that end first first. Waiting is no step.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn steps_on(&self, day: NaiveDate) -> Result<Vec<DueStep>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT c.prefix, r.number, f.code, f.short_name, s.kind, s.mode, s.reason, s.until_day,
               s.citation
             FROM agenda_steps s
             JOIN requests r ON r.id = s.request_id
             JOIN campaigns c ON c.id = r.campaign_id
             JOIN forces f ON f.id = r.force_id
             WHERE s.position = (
                 SELECT min(t.position) FROM agenda_steps t
                 WHERE t.request_id = s.request_id AND t.from_day <= ?1
                   AND (t.until_day IS NULL OR t.until_day >= ?1))
               AND s.kind NOT IN ('wait', 'nothing')
             ORDER BY ifnull(s.until_day, '9999-12-31'), c.id, r.number",
        )?;
        let mut rows = statement.query([stored(day)])?;
        let mut steps = Vec::new();
        while let Some(row) = rows.next()? {
            steps.push(DueStep {
                prefix: get(row, "prefix")?,
                number: crate::codes::number(row, "number")?,
                force_code: get(row, "code")?,
                force_name: get(row, "short_name")?,
                kind: coded("step", &get::<String>(row, "kind")?)?,
                mode: coded_if("mode", get(row, "mode")?)?,
                reason: get(row, "reason")?,
                until: date_if("last day of a step", get(row, "until_day")?)?,
                citation: get(row, "citation")?,
            });
        }
        Ok(steps)
    }
}
