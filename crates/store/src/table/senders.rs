//! Who writes: the applicant in law, and who signs.

use rusqlite::OptionalExtension;
use serde_json::json;

use crate::codes::get;
use crate::door::{Reader, Writer};
use crate::error::StoreError;

/// The sender of letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The person or organisation whose request it is; a review or complaint must come from the same.
    pub applicant: String,
    /// Who signs, where that is another.
    pub signatory: Option<String>,
    /// What the signatory is: "Campaigns Officer".
    pub signatory_title: Option<String>,
    /// The organisation, for the head of the letter.
    pub organisation: Option<String>,
    /// The address, in lines.
    pub address: Vec<String>,
    /// For replies by e-mail.
    pub email: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
}

impl Reader<'_> {
    /// The sender, once set.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn sender(&self) -> Result<Option<Sender>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT applicant, signatory, signatory_title, organisation, address, email, telephone
             FROM senders ORDER BY id DESC LIMIT 1",
        )?;
        let sender = statement
            .query_row([], |row| {
                let address: String = row.get("address")?;
                Ok(Sender {
                    applicant: row.get("applicant")?,
                    signatory: row.get("signatory")?,
                    signatory_title: row.get("signatory_title")?,
                    organisation: row.get("organisation")?,
                    address: address.lines().map(str::to_owned).collect(),
                    email: row.get("email")?,
                    telephone: row.get("telephone")?,
                })
            })
            .optional()?;
        Ok(sender)
    }

    pub(crate) fn sender_row(&self) -> Result<Option<i64>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT id FROM senders ORDER BY id DESC LIMIT 1")?;
        let mut rows = statement.query([])?;
        rows.next()?.map(|row| get(row, "id")).transpose()
    }
}

pub(crate) fn journal_of(sender: &Sender) -> serde_json::Value {
    json!({
        "applicant": sender.applicant,
        "signatory": sender.signatory,
        "signatory_title": sender.signatory_title,
        "organisation": sender.organisation,
        "address": sender.address,
        "email": sender.email,
        "telephone": sender.telephone,
    })
}

impl Writer<'_> {
    /// Sets the sender. Letters already written keep the one they were written with.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn set_sender(&self, sender: &Sender) -> Result<(), StoreError> {
        let before = self.sender()?;
        self.put_sender(Some(sender))?;
        self.journal("senders", "1", before.as_ref().map(journal_of), Some(journal_of(sender)))
    }

    pub(crate) fn put_sender(&self, sender: Option<&Sender>) -> Result<(), StoreError> {
        let Some(sender) = sender else {
            self.execute("DELETE FROM senders", [])?;
            return Ok(());
        };
        let values = (
            &sender.applicant,
            &sender.signatory,
            &sender.signatory_title,
            &sender.organisation,
            sender.address.join("\n"),
            &sender.email,
            &sender.telephone,
        );
        match self.sender_row()? {
            None => self.execute(
                "INSERT INTO senders
                   (applicant, signatory, signatory_title, organisation, address, email, telephone)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                values,
            )?,
            Some(_) => self.execute(
                "UPDATE senders SET applicant = ?1, signatory = ?2, signatory_title = ?3,
                   organisation = ?4, address = ?5, email = ?6, telephone = ?7",
                values,
            )?,
        };
        Ok(())
    }
}
