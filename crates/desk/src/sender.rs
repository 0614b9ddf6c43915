//! Who writes.

use letters::wording::SenderFacts;
use serde::{Deserialize, Serialize};
use store::table::senders::Sender;
use ts_rs::TS;

use crate::error::DeskError;
use crate::input::needed;
use crate::library::{Desk, Moment};

/// The sender of letters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct SenderView {
    /// The person or organisation whose requests they are.
    pub applicant: String,
    /// Who signs, where that is another.
    pub signatory: Option<String>,
    /// What the signatory is: "Campaigns Officer".
    pub signatory_title: Option<String>,
    /// The organisation at the head of the letter.
    pub organisation: Option<String>,
    /// The address, in lines.
    pub address: Vec<String>,
    /// The e-mail address for replies.
    pub email: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
}

impl From<Sender> for SenderView {
    fn from(sender: Sender) -> Self {
        Self {
            applicant: sender.applicant,
            signatory: sender.signatory,
            signatory_title: sender.signatory_title,
            organisation: sender.organisation,
            address: sender.address,
            email: sender.email,
            telephone: sender.telephone,
        }
    }
}

impl Desk {
    /// Sets the sender. Letters already written keep the one they were written with.
    ///
    /// # Errors
    /// Refused without an applicant or an address.
    pub fn set_sender(
        &mut self,
        sender: &SenderView,
        moment: Moment,
    ) -> Result<SenderView, DeskError> {
        let optional = |text: &Option<String>| {
            text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let address: Vec<String> = sender
            .address
            .iter()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect();
        if address.is_empty() {
            return Err(DeskError::refused(
                "address",
                "The address is empty.",
                "Give it in lines, the postcode last: \"14 Harbour Street, Leeds, LS0 0AA\".",
            ));
        }
        let sender = Sender {
            applicant: needed("applicant", &sender.applicant)?,
            signatory: optional(&sender.signatory),
            signatory_title: optional(&sender.signatory_title),
            organisation: optional(&sender.organisation),
            address,
            email: optional(&sender.email),
            telephone: optional(&sender.telephone),
        };
        let label = format!("Set the sender to {}", sender.applicant);
        self.store.write(&label, moment.now, |w| w.set_sender(&sender))?;
        Ok(sender.into())
    }

    /// The sender, once set.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn sender(&self) -> Result<Option<SenderView>, DeskError> {
        Ok(self.store.read(|r| r.sender())?.map(SenderView::from))
    }

    /// The sender for a letter.
    ///
    /// # Errors
    /// Refused where none is set: no letter goes out without an applicant.
    pub(crate) fn sender_facts(&self) -> Result<SenderFacts, DeskError> {
        let sender = self.store.read(|r| r.sender())?.ok_or_else(|| {
            DeskError::refused(
                "applicant",
                "No letter can be written without an applicant.",
                "Say first who writes, with an address.",
            )
        })?;
        Ok(SenderFacts {
            applicant: sender.applicant,
            signatory: sender.signatory,
            signatory_title: sender.signatory_title,
            organisation: sender.organisation,
            address: sender.address,
            email: sender.email,
            telephone: sender.telephone,
        })
    }
}
