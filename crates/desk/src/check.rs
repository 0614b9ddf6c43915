//! Is the library whole?

use std::path::Path;

use serde::Serialize;
use store::{Finding, Store};
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

/// Checks a library that is not open, as far as it can be read. Nothing in its folder is changed.
pub fn check_closed(folder: &Path) -> CheckReport {
    let findings = views(Store::check_closed(folder));
    CheckReport { clean: findings.is_empty(), requests: 0, findings }
}

fn views(findings: Vec<Finding>) -> Vec<FindingView> {
    findings
        .into_iter()
        .map(|finding| FindingView { place: finding.place, message: finding.message })
        .collect()
}

impl Desk {
    /// Checks the file, the documents against their hashes, and every stored deadline and step
    /// against what the correspondence gives.
    ///
    /// # Errors
    /// A library that cannot be read at all.
    pub fn check(&self) -> Result<CheckReport, DeskError> {
        let findings = views(self.store.check()?);
        Ok(CheckReport {
            clean: findings.is_empty(),
            requests: self.store.read(|r| r.requests())?.len(),
            findings,
        })
    }
}
