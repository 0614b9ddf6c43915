//! Is the library whole?

use serde::Serialize;
use ts_rs::TS;

use crate::error::DeskError;
use crate::library::Desk;

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckReport {
    /// Whether nothing was found.
    pub clean: bool,
    /// How many requests were worked out anew and compared.
    pub requests: usize,
    /// What was found.
    pub findings: Vec<FindingView>,
}

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingView {
    /// Where.
    pub place: String,
    /// What.
    pub message: String,
}

impl Desk {
    /// Checks the file, the documents against their hashes, and every stored deadline and step
    /// against what the correspondence gives.
    ///
    /// # Errors
    /// A library that cannot be read at all.
    pub fn check(&self) -> Result<CheckReport, DeskError> {
        let findings: Vec<FindingView> = self
            .store
            .check()?
            .into_iter()
            .map(|finding| FindingView { place: finding.place, message: finding.message })
            .collect();
        Ok(CheckReport {
            clean: findings.is_empty(),
            requests: self.store.read(|r| r.requests())?.len(),
            findings,
        })
    }
}
