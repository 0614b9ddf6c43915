//! Is the library whole? Integrity of the file, hashes of the documents, and what is stored compared
//! with what is recomputed.

use casework::letter::LetterKind;

use crate::documents::{DocumentHash, hash_of};
use crate::door::{Reader, Store};
use crate::error::StoreError;
use crate::projection::compute;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong, as a sentence.
    pub message: String,
    /// Where: a reference, a document's hash, a table.
    pub place: String,
}

impl Finding {
    fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { message: message.into(), place: place.into() }
    }
}

impl Store {
    /// Checks the library and lists what is wrong; an empty list says that it is whole.
    ///
    /// # Errors
    /// A library that cannot be read at all.
    pub fn check(&self) -> Result<Vec<Finding>, StoreError> {
        self.read(|reader| {
            let mut findings = reader.check_file()?;
            findings.extend(reader.check_documents()?);
            findings.extend(reader.check_words()?);
            findings.extend(reader.check_requests()?);
            Ok(findings)
        })
    }
}

impl Reader<'_> {
    fn check_file(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let mut statement = self.connection.prepare("PRAGMA integrity_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let verdict: String = row.get(0)?;
            if verdict != "ok" {
                findings.push(Finding::new("foi-desk.sqlite", verdict));
            }
        }
        let mut statement = self.connection.prepare("PRAGMA foreign_key_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let table: String = row.get(0)?;
            findings.push(Finding::new(table, "A row points to another that is not there."));
        }
        Ok(findings)
    }

    fn check_documents(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let mut statement = self.connection.prepare(
            "SELECT d.hash, d.byte_count FROM documents d
             WHERE NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.hash = d.hash) ORDER BY d.hash",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let hash: String = row.get(0)?;
            let byte_count: i64 = row.get(1)?;
            match self.document(&DocumentHash::stored(hash.clone())) {
                Ok(bytes) if i64::try_from(bytes.len()) == Ok(byte_count) => {}
                Ok(_) => findings.push(Finding::new(hash, "Its length is not the one recorded.")),
                Err(error) => findings.push(Finding::new(hash, error.to_string())),
            }
        }
        Ok(findings)
    }

    fn check_words(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let mut statement =
            self.connection.prepare("SELECT hash, text FROM words ORDER BY hash")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let hash: String = row.get(0)?;
            let text: String = row.get(1)?;
            if hash_of(text.as_bytes()).as_str() != hash {
                findings.push(Finding::new(hash, "Words have changed in the library."));
            }
        }
        let mut statement = self.connection.prepare(
            "SELECT named.hash FROM (SELECT words_hash AS hash FROM events
                                     UNION SELECT note_hash FROM event_outcomes) named
             WHERE named.hash IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM words w WHERE w.hash = named.hash)
               AND NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.hash = named.hash)
             ORDER BY named.hash",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let hash: String = row.get(0)?;
            findings.push(Finding::new(hash, "Words that an event names are missing."));
        }
        Ok(findings)
    }

    fn check_requests(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let holidays = self.holidays()?;
        for request in self.requests()? {
            let place = request.reference.to_string();
            let file = self.case_file(&request)?;
            let computed = compute(&file, holidays);
            for table in self.projection_differences(request.id, &computed)? {
                findings.push(Finding::new(
                    &place,
                    format!(
                        "What is stored in {table} differs from what the correspondence gives."
                    ),
                ));
            }
            for problem in &computed.case.problems {
                findings.push(Finding::new(&place, &problem.message));
            }
            let requests = computed
                .case
                .letters
                .iter()
                .filter(|ours| ours.facts.kind == LetterKind::Request)
                .count();
            if requests > 1 {
                findings.push(Finding::new(&place, "Two request letters stand at once."));
            }
        }
        Ok(findings)
    }
}
