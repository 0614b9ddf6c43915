//! The one door: reading, and writing under an operation.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use casework::id::{OperationId, RequestId};
use chrono::{DateTime, SecondsFormat, Utc};
use law::calendar::BankHolidays;
use rusqlite::{Connection, Params, TransactionBehavior};

use crate::documents::{DocumentHash, Documents};
use crate::error::StoreError;
use crate::fault;
use crate::place::Place;
use crate::table::operations::ItemState;

/// An open library.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    database: PathBuf,
    documents: Documents,
    may: May,
    own: Vec<OperationId>,
}

/// What may be done through a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum May {
    ReadAndWrite,
    Read,
}

/// What a write did.
#[derive(Debug)]
pub struct Written<T> {
    /// The operation that it belongs to.
    pub operation: OperationId,
    /// What the work returned.
    pub value: T,
    /// The requests whose deadlines and agenda were worked out anew.
    pub requests: BTreeSet<RequestId>,
}

/// Reads the library.
pub struct Reader<'a> {
    pub(crate) connection: &'a Connection,
    documents: &'a Documents,
    holidays: OnceCell<BankHolidays>,
}

/// Changes the library, within one operation.
pub struct Writer<'a> {
    reader: Reader<'a>,
    database: &'a Path,
    operation: OperationId,
    recorded_at: String,
    touched: RefCell<BTreeSet<RequestId>>,
}

impl<'a> std::ops::Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

pub(crate) fn instant(now: DateTime<Utc>) -> String {
    now.to_rfc3339_opts(SecondsFormat::Secs, true)
}

impl Store {
    pub(crate) fn new(connection: Connection, database: PathBuf, documents: Documents) -> Self {
        Self { connection, database, documents, may: May::ReadAndWrite, own: Vec::new() }
    }

    /// The same door, through which nothing can be written.
    pub(crate) fn reading_only(self) -> Self {
        Self { may: May::Read, ..self }
    }

    /// Whether nothing can be written through this door.
    pub fn reads_only(&self) -> bool {
        self.may == May::Read
    }

    /// Where the library lies.
    pub fn place(&self) -> Place {
        Place::of(&self.database)
    }

    /// Whether documents are named, but their folder is not there.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn lacks_documents(&self) -> Result<bool, StoreError> {
        if self.documents.are_there() {
            return Ok(false);
        }
        let named: bool = self.connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM documents d
                            WHERE NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.hash = d.hash))",
            [],
            |row| row.get(0),
        )?;
        Ok(named)
    }

    /// The operations that were written through this door, in order.
    pub(crate) fn own(&self) -> &[OperationId] {
        &self.own
    }

    /// A number that changes when another program has changed the library.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn version_of_others(&self) -> Result<i64, StoreError> {
        Ok(self.connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// Reads. All that is read in one call is of one moment.
    ///
    /// # Errors
    /// What the reading returns, or a fault of the database.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let moment = self.connection.unchecked_transaction().map_err(StoreError::from)?;
        let result = work(&Reader::new(&moment, &self.documents));
        moment.rollback().map_err(StoreError::from)?;
        result
    }

    /// Changes the library as one operation, labelled in the user's words. What the work returns as
    /// an error leaves no trace.
    ///
    /// # Errors
    /// What the work returns, or a fault of the database.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        label: &str,
        now: DateTime<Utc>,
        work: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        self.write_under(
            now,
            |connection| insert_operation(connection, label, None, None, now),
            work,
        )
    }

    /// Begins a batch: one operation with an item for each subject, to be done one by one with
    /// [`Store::write_item`].
    ///
    /// # Errors
    /// A fault of the database.
    pub fn begin_batch(
        &mut self,
        label: &str,
        batch: &str,
        subjects: &[String],
        now: DateTime<Utc>,
    ) -> Result<OperationId, StoreError> {
        let written = self.write_under(
            now,
            |connection| insert_operation(connection, label, Some(batch), None, now),
            |w| {
                for (position, subject) in subjects.iter().enumerate() {
                    w.execute(
                        "INSERT INTO operation_items (operation_id, position, subject) VALUES (?1, ?2, ?3)",
                        (w.operation.0, position, subject),
                    )?;
                }
                Ok::<_, StoreError>(())
            },
        )?;
        Ok(written.operation)
    }

    /// Does one item of a batch, in one transaction with the note that it is done.
    ///
    /// # Errors
    /// What the work returns (the item stays undone); refused for an item that is done already, or
    /// that the batch does not have; a fault of the database.
    pub fn write_item<T, E: From<StoreError>>(
        &mut self,
        operation: OperationId,
        subject: &str,
        now: DateTime<Utc>,
        work: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        self.write_under(
            now,
            |_| Ok(operation),
            |w| {
                w.end_item(subject, ItemState::Done, None)?;
                work(w)
            },
        )
    }

    /// Notes that an item was left undone, and why.
    ///
    /// # Errors
    /// Refused for an item that is done already, or that the batch does not have; a fault of the
    /// database.
    pub fn leave_item(
        &mut self,
        operation: OperationId,
        subject: &str,
        state: ItemState,
        reason: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.write_under(now, |_| Ok(operation), |w| w.end_item(subject, state, Some(reason)))
            .map(|_| ())
    }

    pub(crate) fn write_under<T, E: From<StoreError>>(
        &mut self,
        now: DateTime<Utc>,
        operation: impl FnOnce(&Connection) -> Result<OperationId, StoreError>,
        work: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        match self.may {
            May::ReadAndWrite => {}
            May::Read => return Err(StoreError::ReadOnly.into()),
        }
        let database = self.database.as_path();
        let failed = |error: rusqlite::Error| StoreError::from(error).with_cause(database);
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        let operation = operation(&transaction).map_err(|error| error.with_cause(database))?;
        let writer = Writer {
            reader: Reader::new(&transaction, &self.documents),
            database,
            operation,
            recorded_at: instant(now),
            touched: RefCell::default(),
        };
        let value = work(&writer)?;
        // One function works out what follows from the facts, in the same transaction as the fact.
        let requests = writer.touched.take();
        writer.project(&requests)?;
        drop(writer);
        fault::point();
        transaction.commit().map_err(failed)?;
        if self.own.last() != Some(&operation) {
            self.own.push(operation);
        }
        Ok(Written { operation, value, requests })
    }
}

pub(crate) fn insert_operation(
    connection: &Connection,
    label: &str,
    batch: Option<&str>,
    undoes: Option<OperationId>,
    now: DateTime<Utc>,
) -> Result<OperationId, StoreError> {
    fault::point();
    connection.execute(
        "INSERT INTO operations (label, batch, undoes, recorded_at) VALUES (?1, ?2, ?3, ?4)",
        (label, batch, undoes.map(|operation| operation.0), instant(now)),
    )?;
    Ok(OperationId(connection.last_insert_rowid()))
}

impl<'a> Reader<'a> {
    fn new(connection: &'a Connection, documents: &'a Documents) -> Self {
        Self { connection, documents, holidays: OnceCell::new() }
    }

    /// The bank holidays of the library, read once.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn holidays(&self) -> Result<&BankHolidays, StoreError> {
        if let Some(holidays) = self.holidays.get() {
            return Ok(holidays);
        }
        let holidays = self.load_holidays()?;
        Ok(self.holidays.get_or_init(|| holidays))
    }

    /// The bytes of a document, compared with its hash.
    ///
    /// # Errors
    /// A document that is missing or has changed on the disk.
    pub fn document(&self, hash: &DocumentHash) -> Result<Vec<u8>, StoreError> {
        self.documents.read(hash)
    }
}

impl Writer<'_> {
    /// The operation that this change belongs to.
    pub fn operation(&self) -> OperationId {
        self.operation
    }

    pub(crate) fn recorded_at(&self) -> &str {
        &self.recorded_at
    }

    /// Runs one statement that changes the library.
    pub(crate) fn execute(&self, sql: &str, values: impl Params) -> Result<usize, StoreError> {
        fault::point();
        let mut statement = self.connection.prepare_cached(sql)?;
        statement.execute(values).map_err(|error| StoreError::from(error).with_cause(self.database))
    }

    pub(crate) fn last_row(&self) -> i64 {
        self.connection.last_insert_rowid()
    }

    /// Notes that what is worked out for a request must be worked out anew before the commit.
    pub(crate) fn touch(&self, request: RequestId) {
        self.touched.borrow_mut().insert(request);
    }

    /// Notes the same of every request.
    pub(crate) fn touch_all(&self) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM requests")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            self.touch(RequestId(row.get(0)?));
        }
        Ok(())
    }

    /// Keeps a document: its bytes are synced to the disk before the row that names it is written.
    ///
    /// # Errors
    /// A fault of the disk or the database.
    pub fn keep_document(
        &self,
        bytes: &[u8],
        media_type: &str,
    ) -> Result<DocumentHash, StoreError> {
        let hash = self.reader.documents.keep(bytes)?;
        let byte_count = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        self.execute(
            "INSERT INTO documents (hash, byte_count, media_type, operation_id) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (hash) DO NOTHING",
            (hash.as_str(), byte_count, media_type, self.operation.0),
        )?;
        Ok(hash)
    }

    /// Keeps words apart from the rows that name them, so that they can be purged.
    pub(crate) fn keep_words(&self, text: &str) -> Result<String, StoreError> {
        let hash = crate::documents::hash_of(text.as_bytes());
        self.execute(
            "INSERT INTO words (hash, text) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING",
            (hash.as_str(), text),
        )?;
        Ok(hash.as_str().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> DateTime<Utc> {
        "2026-11-23T12:00:00Z".parse().expect("an instant written in a test exists")
    }

    /// What is left of the label of the first operation after some SQL was run through the door.
    fn label_after(sql: &str) -> (Result<(), StoreError>, String) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut store = Store::create(folder.path()).expect("a new library");
        store.write("First", noon(), |_| Ok::<_, StoreError>(())).expect("a write");
        let result = store.write("Second", noon(), |w| w.execute(sql, [])).map(drop);
        let label = store
            .connection
            .query_row("SELECT label FROM operations WHERE id = 1", [], |row| row.get(0))
            .expect("the first operation");
        (result, label)
    }

    #[test]
    fn history_cannot_be_changed_through_the_librarys_own_door() {
        for sql in [
            "UPDATE operations SET label = 'Changed' WHERE id = 1",
            "DELETE FROM operations WHERE id = 1",
            "INSERT OR REPLACE INTO operations (id, label, recorded_at) VALUES (1, 'Changed', '')",
            "REPLACE INTO operations (id, label, recorded_at) VALUES (1, 'Changed', '')",
        ] {
            let (result, label) = label_after(sql);
            let error = result.expect_err(sql);
            assert!(error.to_string().contains("append-only"), "{sql}: {error}");
            assert_eq!(label, "First", "{sql}");
        }
    }

    #[test]
    fn nothing_can_be_written_while_reading() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store::create(folder.path()).expect("a new library");
        let read: Result<(), StoreError> = store.read(|reader| {
            let sql = "INSERT INTO senders (applicant, address) VALUES ('A', 'B')";
            reader.connection.execute(sql, [])?;
            Ok(())
        });
        read.expect("the statement itself is not refused");
        let senders: i64 = store
            .connection
            .query_row("SELECT count(*) FROM senders", [], |row| row.get(0))
            .expect("a count");
        assert_eq!(senders, 0, "what a read changes is rolled back");
    }
}
