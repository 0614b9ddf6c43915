//! Operations, their items, and the journal of edits.

use std::collections::BTreeMap;

use casework::Refusal;
use casework::id::OperationId;
use law::{Coded, coded};
use rusqlite::OptionalExtension;

use crate::codes::{coded, get};
use crate::door::{Reader, Writer};
use crate::error::StoreError;

coded! {
    /// How an item of a batch ended.
    pub enum ItemState {
        /// Not yet done; a repeat of the batch does it.
        Pending = "pending", "not yet done";
        /// Done.
        Done = "done", "done";
        /// Not done, with the reason.
        Failed = "failed", "not done";
        /// Left out, with the reason.
        Skipped = "skipped", "left out";
    }
}

/// One act of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its row.
    pub id: OperationId,
    /// What was done, in the user's words.
    pub label: String,
    /// When it was recorded (an instant, UTC).
    pub recorded_at: String,
    /// The operation that it took back.
    pub undoes: Option<OperationId>,
    /// The operation that took it back.
    pub undone_by: Option<OperationId>,
}

/// One item of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is about: the code of a force, or a letter's reference.
    pub subject: String,
    /// How it ended.
    pub state: ItemState,
    /// Why it was left undone.
    pub reason: Option<String>,
}

impl Reader<'_> {
    /// The operations, the last first.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn operations(&self) -> Result<Vec<Operation>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT o.id, o.label, o.recorded_at, o.undoes, u.id AS undone_by
             FROM operations o LEFT JOIN operations u ON u.undoes = o.id ORDER BY o.id DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut operations = Vec::new();
        while let Some(row) = rows.next()? {
            operations.push(Operation {
                id: OperationId(get(row, "id")?),
                label: get(row, "label")?,
                recorded_at: get(row, "recorded_at")?,
                undoes: get::<Option<i64>>(row, "undoes")?.map(OperationId),
                undone_by: get::<Option<i64>>(row, "undone_by")?.map(OperationId),
            });
        }
        Ok(operations)
    }

    /// Whether anything was ever done: a library without any act was cut off while it was made.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn has_history(&self) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM operations)";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// The last batch of this name that has undone items, if it was not taken back.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn unfinished_batch(&self, batch: &str) -> Result<Option<OperationId>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT o.id FROM operations o
             WHERE o.batch = ?1
               AND EXISTS (SELECT 1 FROM operation_items i
                           WHERE i.operation_id = o.id AND i.state = 'pending')
               AND NOT EXISTS (SELECT 1 FROM operations u WHERE u.undoes = o.id)
             ORDER BY o.id DESC LIMIT 1",
        )?;
        let id = statement.query_row([batch], |row| row.get("id")).optional()?;
        Ok(id.map(OperationId))
    }

    /// The items of a batch, in order.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn items(&self, operation: OperationId) -> Result<Vec<Item>, StoreError> {
        Ok(self.all_items()?.remove(&operation).unwrap_or_default())
    }

    /// The items of every batch, in order.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn all_items(&self) -> Result<BTreeMap<OperationId, Vec<Item>>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT operation_id, subject, state, reason FROM operation_items
             ORDER BY operation_id, position",
        )?;
        let mut rows = statement.query([])?;
        let mut items: BTreeMap<OperationId, Vec<Item>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            items.entry(OperationId(get(row, "operation_id")?)).or_default().push(Item {
                subject: get(row, "subject")?,
                state: coded("state of an item", &get::<String>(row, "state")?)?,
                reason: get(row, "reason")?,
            });
        }
        Ok(items)
    }
}

impl Writer<'_> {
    /// Notes how an item of this batch ended. What is done stays done, and is done once.
    pub(crate) fn end_item(
        &self,
        subject: &str,
        state: ItemState,
        reason: Option<&str>,
    ) -> Result<(), StoreError> {
        let changed = self.execute(
            "UPDATE operation_items SET state = ?3, reason = ?4
             WHERE operation_id = ?1 AND subject = ?2 AND state <> 'done'",
            (self.operation().0, subject, state.code(), reason),
        )?;
        if changed == 0 {
            return Err(StoreError::Refused(
                Refusal::new(
                    format!("“{subject}” is done already, or is no part of this batch."),
                    "Look at the items of the batch.",
                )
                .on("item"),
            ));
        }
        Ok(())
    }

    /// Notes an edit of reference data with the row before and after.
    pub(crate) fn journal(
        &self,
        table: &str,
        key: &str,
        before: Option<serde_json::Value>,
        after: Option<serde_json::Value>,
    ) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO edits (operation_id, table_name, row_key, before, after)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            (
                self.operation().0,
                table,
                key,
                before.map(|row| row.to_string()),
                after.map(|row| row.to_string()),
            ),
        )?;
        Ok(())
    }
}
