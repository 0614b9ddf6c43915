//! The agenda as a look-up: what is to be done on a day, over all requests.

use std::collections::BTreeMap;

use casework::agenda::{Stage, StepKind};
use casework::clock::ClockKind;
use casework::id::{EventId, RequestId};
use casework::letter::Mode;
use casework::outcome::Outcome;
use chrono::NaiveDate;
use law::Regime;
use rusqlite::Row;

use crate::codes::{coded, coded_if, date, date_if, get, stored};
use crate::door::Reader;
use crate::error::StoreError;

/// A step that is to be done on the day asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueStep {
    /// The request's row.
    pub request: RequestId,
    /// The prefix of the campaign.
    pub prefix: String,
    /// The title of the campaign.
    pub campaign: String,
    /// The number of the request in it.
    pub number: u32,
    /// The force's name in files.
    pub force_code: String,
    /// The force's name in lists.
    pub force_name: String,
    /// The Act that it is made under.
    pub regime: Regime,
    /// The stage that the request is in.
    pub stage: Stage,
    /// The first day of that stage.
    pub stage_from: NaiveDate,
    /// The date that the stage is about: due by its end.
    pub stage_due: Option<NaiveDate>,
    /// The review that is with the force, for chasing it and for complaining of silence.
    pub review: Option<SilentReview>,
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

/// A review that is not decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SilentReview {
    /// The day on which it was asked.
    pub asked_on: NaiveDate,
    /// Day zero of the longest time for it.
    pub counted_from: NaiveDate,
    /// The last day of the longest time for it.
    pub due: NaiveDate,
}

impl Reader<'_> {
    /// The first step of each request on a day, those that end first first. Waiting is no step.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn steps_on(&self, day: NaiveDate) -> Result<Vec<DueStep>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT r.id, c.prefix, c.title, r.number, r.regime, f.code, f.short_name, s.kind, s.mode,
               s.reason, s.until_day, s.citation, g.stage, g.from_day AS stage_from,
               g.due_on AS stage_due, v.asked_on, d.counted_from, d.due_on AS silence_due
             FROM agenda_steps s
             JOIN requests r ON r.id = s.request_id
             JOIN campaigns c ON c.id = r.campaign_id
             JOIN forces f ON f.id = r.force_id
             JOIN agenda_stages g ON g.request_id = s.request_id
               AND g.position = ifnull(
                 (SELECT min(h.position) FROM agenda_stages h
                  WHERE h.request_id = s.request_id AND h.from_day <= ?1
                    AND (h.until_day IS NULL OR h.until_day >= ?1)), 0)
             LEFT JOIN deadlines d ON s.kind IN ('chase_review', 'complain')
               AND d.request_id = s.request_id
               AND d.position = (SELECT max(e.position) FROM deadlines e
                                 WHERE e.request_id = s.request_id AND e.kind = 'review-extended'
                                   AND e.stopped_on IS NULL)
             LEFT JOIN internal_reviews v
               ON v.request_id = s.request_id AND v.asked_by = d.started_by
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
                request: RequestId(get(row, "id")?),
                prefix: get(row, "prefix")?,
                campaign: get(row, "title")?,
                number: crate::codes::number(row, "number")?,
                force_code: get(row, "code")?,
                force_name: get(row, "short_name")?,
                regime: coded("regime", &get::<String>(row, "regime")?)?,
                stage: coded("stage", &get::<String>(row, "stage")?)?,
                stage_from: date("first day of a stage", &get::<String>(row, "stage_from")?)?,
                stage_due: date_if("date of a stage", get(row, "stage_due")?)?,
                review: silent_review(row)?,
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

fn silent_review(row: &Row<'_>) -> Result<Option<SilentReview>, StoreError> {
    let asked_on = date_if("day of asking", get(row, "asked_on")?)?;
    let counted_from = date_if("day zero", get(row, "counted_from")?)?;
    let due = date_if("last day of a review", get(row, "silence_due")?)?;
    Ok(match (asked_on, counted_from, due) {
        (Some(asked_on), Some(counted_from), Some(due)) => {
            Some(SilentReview { asked_on, counted_from, due })
        }
        (None | Some(_), None | Some(_), None | Some(_)) => None,
    })
}

impl Reader<'_> {
    /// The outcomes of the counted questions as they stand now, of every request.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn current_outcomes(&self) -> Result<BTreeMap<RequestId, Vec<Outcome>>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT request_id, outcome FROM current_outcomes ORDER BY request_id, question_id",
        )?;
        let mut rows = statement.query([])?;
        let mut outcomes: BTreeMap<RequestId, Vec<Outcome>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let request = RequestId(get(row, "request_id")?);
            let outcome = coded("outcome", &get::<String>(row, "outcome")?)?;
            outcomes.entry(request).or_default().push(outcome);
        }
        Ok(outcomes)
    }
}

/// A deadline that is not stopped, as it was last worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDeadline {
    /// The request's row.
    pub request: RequestId,
    /// What the clock is about.
    pub kind: ClockKind,
    /// The event that started it.
    pub started_by: EventId,
    /// What it belongs to.
    pub subject: String,
    /// Due by the end of this day.
    pub due: NaiveDate,
}

impl Reader<'_> {
    /// Every deadline that is not stopped, as it was last worked out: a look-up, no fold.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn open_deadlines(&self) -> Result<Vec<OpenDeadline>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT request_id, kind, started_by, subject, due_on FROM deadlines
             WHERE stopped_on IS NULL ORDER BY request_id, position",
        )?;
        let mut rows = statement.query([])?;
        let mut open = Vec::new();
        while let Some(row) = rows.next()? {
            open.push(OpenDeadline {
                request: RequestId(get(row, "request_id")?),
                kind: coded("limit", &get::<String>(row, "kind")?)?,
                started_by: EventId(get(row, "started_by")?),
                subject: get(row, "subject")?,
                due: date("last day of a limit", &get::<String>(row, "due_on")?)?,
            });
        }
        Ok(open)
    }
}
