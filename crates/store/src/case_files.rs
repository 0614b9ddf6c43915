//! A request's whole history, as casework reads it.

use casework::case::CaseFile;

use crate::door::Reader;
use crate::error::StoreError;
use crate::table::requests::Request;

impl Reader<'_> {
    /// Everything that was recorded of a request.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn case_file(&self, request: &Request) -> Result<CaseFile, StoreError> {
        Ok(CaseFile {
            request: request.id,
            reference: request.reference.clone(),
            regime: request.regime,
            questions: self.questions(request.campaign)?,
            letters: self.letters(request.id)?.into_iter().map(|letter| letter.facts).collect(),
            events: self
                .events(request.id, request.regime)?
                .into_iter()
                .map(|kept| kept.event)
                .collect(),
        })
    }
}
