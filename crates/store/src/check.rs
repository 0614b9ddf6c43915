//! Is the library whole? Integrity of the file, hashes of the documents, and what is stored compared
//! with what is recomputed.

use std::path::Path;

use casework::letter::LetterKind;

use crate::documents::{DocumentHash, hash_of};
use crate::door::{Reader, Store};
use crate::error::StoreError;
use crate::open::DATABASE;
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
        self.read(|reader| reader.check())
    }

    /// Checks the library in a folder as far as it can be read, without opening it for anything else:
    /// its file, its log and its documents are not changed.
    pub fn check_closed(folder: &Path) -> Vec<Finding> {
        let found = Self::open_untouched(folder).and_then(|store| store.check());
        found.unwrap_or_else(|error| vec![Finding::new(DATABASE, error.to_string())])
    }
}

/// A part that is too damaged to be checked is a finding; the others are checked all the same.
fn or_finding(part: Result<Vec<Finding>, StoreError>) -> Result<Vec<Finding>, StoreError> {
    match part {
        Err(StoreError::DamagedSchema(what)) => Ok(vec![Finding::new(DATABASE, sentence(&what))]),
        part => part,
    }
}

fn sentence(what: &str) -> String {
    let mut letters = what.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

impl Reader<'_> {
    fn check(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = or_finding(self.check_file())?;
        findings.extend(or_finding(self.check_documents())?);
        findings.extend(or_finding(self.check_words())?);
        findings.extend(or_finding(self.check_requests())?);
        findings.dedup();
        Ok(findings)
    }

    fn check_file(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let mut statement = self.connection.prepare("PRAGMA integrity_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let verdict: String = row.get(0)?;
            if verdict != "ok" {
                findings.push(Finding::new(DATABASE, verdict));
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
