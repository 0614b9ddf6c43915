//! The register of forces: look, add, edit, confirm.

use casework::force::{Contact, Force, ForceKind, PostalAddress};
use casework::id::ForceId;
use chrono::NaiveDate;
use law::{Coded, Regime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::code::Code;
use crate::error::DeskError;
use crate::input::needed;
use crate::library::{Desk, Moment};

/// A force as the register has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ForceView {
    /// Its name in files and on the command line.
    pub id: String,
    /// The full name.
    pub name: String,
    /// The name in lists.
    pub short_name: String,
    /// The name in Welsh.
    pub welsh_name: Option<String>,
    /// England, Wales, Scotland, Northern Ireland or UK.
    pub nation: String,
    /// The Act that it answers under; nothing where it is subject to none.
    #[ts(as = "Option<Code<Regime>>")]
    pub regime: Option<&'static str>,
    /// What sort of body it is.
    pub kind: &'static str,
    /// Whether it is one of the 48 police forces.
    pub police: bool,
    /// Why no request goes to it, where none does.
    pub not_subject: Option<String>,
    /// The authority in law.
    pub legal_authority: Option<String>,
    /// Its website.
    pub website: Option<String>,
    /// The lines of the address.
    pub address: Vec<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// `confirmed`, `unconfirmed` or `missing`.
    #[ts(type = "\"confirmed\" | \"unconfirmed\" | \"missing\"")]
    pub address_state: &'static str,
    /// The day on which a person confirmed the address.
    pub address_confirmed_on: Option<NaiveDate>,
    /// The e-mail address.
    pub email: Option<String>,
    /// `confirmed`, `unconfirmed` or `missing`.
    #[ts(type = "\"confirmed\" | \"unconfirmed\" | \"missing\"")]
    pub email_state: &'static str,
    /// The day on which a person confirmed the e-mail address.
    pub email_confirmed_on: Option<NaiveDate>,
    /// Where the entry comes from.
    pub source: String,
    /// What the register says of how sure it is.
    pub confidence: String,
}

/// A force to be added.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewForce {
    /// Its name in files and on the command line.
    pub id: String,
    /// The full name.
    pub name: String,
    /// The name in lists; the full name where it is not given.
    pub short_name: Option<String>,
    /// England, Wales, Scotland, Northern Ireland or UK.
    pub nation: String,
    /// The Act that it answers under.
    pub regime: String,
    /// What sort of body it is.
    pub kind: String,
    /// What else is known.
    pub edit: ForceEdit,
}

/// A part of a force's contact that a person can confirm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactPart {
    /// The postal address.
    Address,
    /// The e-mail address.
    Email,
}

/// A change to a force: what is not given stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ForceEdit {
    /// The full name.
    pub name: Option<String>,
    /// The address with the postcode last: a line each, or one text with commas. Empty for none.
    pub address: Option<String>,
    /// The e-mail address; empty for none.
    pub email: Option<String>,
    /// The website; empty for none.
    pub website: Option<String>,
    /// The authority in law; empty for none.
    pub legal_authority: Option<String>,
    /// Where the change comes from.
    pub source: Option<String>,
}

fn state(known: bool, confirmed: Option<NaiveDate>) -> &'static str {
    match (known, confirmed) {
        (false, _) => "missing",
        (true, None) => "unconfirmed",
        (true, Some(_)) => "confirmed",
    }
}

impl From<&Force> for ForceView {
    fn from(force: &Force) -> Self {
        let contact = &force.contact;
        let address = contact.address.as_ref();
        Self {
            id: force.code.clone(),
            name: force.name.clone(),
            short_name: force.short_name.clone(),
            welsh_name: force.welsh_name.clone(),
            nation: force.nation.clone(),
            regime: force.regime.map(Coded::code),
            kind: force.kind.label(),
            police: force.kind.is_police(),
            not_subject: force.regime().err().map(|refusal| refusal.message),
            legal_authority: force.legal_authority.clone(),
            website: force.website.clone(),
            address: address.map(|address| address.lines.clone()).unwrap_or_default(),
            postcode: address.map(|address| address.postcode.clone()),
            address_state: state(address.is_some(), contact.address_confirmed_on),
            address_confirmed_on: contact.address_confirmed_on,
            email: contact.email.clone(),
            email_state: state(contact.email.is_some(), contact.email_confirmed_on),
            email_confirmed_on: contact.email_confirmed_on,
            source: force.source.clone(),
            confidence: force.confidence.clone(),
        }
    }
}

pub(crate) fn no_force(code: &str) -> DeskError {
    DeskError::refused(
        "force",
        format!("There is no force “{code}” in the register."),
        "Choose one of those there are, or add it to the register.",
    )
}

/// An address, a line each or as "LINE, LINE, POSTCODE"; the postcode is the last piece. Where there
/// are lines, a comma in one stays.
fn address(text: &str) -> Result<PostalAddress, DeskError> {
    let text = text.trim();
    let separator = if text.contains('\n') { '\n' } else { ',' };
    let mut lines: Vec<String> = text
        .split(separator)
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    let postcode = lines.pop().filter(|last| looks_like_postcode(last));
    match postcode {
        Some(postcode) if !lines.is_empty() => {
            Ok(PostalAddress { lines, postcode: postcode.to_uppercase() })
        }
        Some(_) | None => Err(DeskError::refused(
            "address",
            format!("“{text}” is not an address with a postcode at its end."),
            "Write it as \"LINE, LINE, TOWN, POSTCODE\".",
        )),
    }
}

/// Letters, digits, a gap, a digit, two letters: enough to tell a postcode from a town.
fn looks_like_postcode(text: &str) -> bool {
    let text = text.to_uppercase();
    let Some((outward, inward)) = text.split_once(' ') else { return false };
    let letter_first = outward.chars().next().is_some_and(|c| c.is_ascii_uppercase());
    let plain = outward.chars().all(|c| c.is_ascii_alphanumeric());
    let digit = outward.chars().any(|c| c.is_ascii_digit());
    let inward: Vec<char> = inward.chars().collect();
    let inward_right = matches!(inward.as_slice(), [a, b, c]
        if a.is_ascii_digit() && b.is_ascii_uppercase() && c.is_ascii_uppercase());
    (2..=4).contains(&outward.len()) && letter_first && plain && digit && inward_right
}

fn email(text: &str) -> Result<String, DeskError> {
    let text = text.trim();
    let shaped = text
        .split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.ends_with('.'));
    if shaped && !text.contains(char::is_whitespace) {
        Ok(text.to_owned())
    } else {
        Err(DeskError::refused(
            "email",
            format!("“{text}” is not an e-mail address."),
            "Write it as name@place.",
        ))
    }
}

/// What is said; nothing for an empty text, which empties an entry.
fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// An edit of a contact leaves it unconfirmed: a person confirms it apart.
fn edited(before: &Force, edit: &ForceEdit) -> Result<Force, DeskError> {
    let mut after = before.clone();
    if let Some(name) = &edit.name {
        after.name = needed("name", name)?;
    }
    if let Some(text) = &edit.address {
        after.contact.address = given(text).map(address).transpose()?;
        after.contact.address_confirmed_on = None;
    }
    if let Some(text) = &edit.email {
        after.contact.email = given(text).map(email).transpose()?;
        after.contact.email_confirmed_on = None;
    }
    if let Some(website) = &edit.website {
        after.website = given(website).map(str::to_owned);
    }
    if let Some(authority) = &edit.legal_authority {
        after.legal_authority = given(authority).map(str::to_owned);
    }
    if let Some(source) = &edit.source {
        after.source = needed("source", source)?;
    }
    Ok(after)
}

impl Desk {
    /// Every force, in order of the short name.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn forces(&self) -> Result<Vec<ForceView>, DeskError> {
        Ok(self.store.read(|r| r.forces())?.iter().map(ForceView::from).collect())
    }

    /// One force.
    ///
    /// # Errors
    /// Refused where the register has none of that name.
    pub fn force(&self, code: &str) -> Result<ForceView, DeskError> {
        Ok(ForceView::from(&self.force_row(code)?))
    }

    pub(crate) fn force_row(&self, code: &str) -> Result<Force, DeskError> {
        self.store.read(|r| r.force(code))?.ok_or_else(|| no_force(code))
    }

    /// Adds a force to the register.
    ///
    /// # Errors
    /// Refused for a name that is taken, an Act or kind that is not known, or a contact that cannot
    /// be one.
    pub fn add_force(&mut self, new: &NewForce, moment: Moment) -> Result<ForceView, DeskError> {
        let code = needed("id", &new.id)?.to_lowercase();
        if !code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            return Err(DeskError::refused(
                "id",
                format!("“{code}” cannot be the name of a force in files."),
                "Use small letters, digits and hyphens: north-sea.",
            ));
        }
        if self.store.read(|r| r.force(&code))?.is_some() {
            return Err(DeskError::refused(
                "id",
                format!("There is a force “{code}” already."),
                "Edit it, or choose another name.",
            ));
        }
        let name = needed("name", &new.name)?;
        let regime = Regime::from_code(&new.regime)
            .filter(|act| *act == act.general())
            .ok_or_else(|| {
                DeskError::refused(
                    "regime",
                    format!("“{}” is not an Act that is known here.", new.regime),
                    "Give foia or foisa.",
                )
            })?;
        let kind = ForceKind::from_code(&new.kind).filter(|kind| *kind != ForceKind::NotSubject);
        let kind = kind.ok_or_else(|| {
            DeskError::refused(
                "kind",
                format!("“{}” is not a kind of body that is known here.", new.kind),
                "Give territorial-police, special-police, oversight-body, government-department or prosecution-service.",
            )
        })?;
        let bare = Force {
            id: ForceId(0),
            short_name: new.short_name.clone().unwrap_or_else(|| name.clone()),
            code,
            name,
            welsh_name: None,
            nation: needed("nation", &new.nation)?,
            regime: Some(regime),
            kind,
            legal_authority: None,
            website: None,
            contact: Contact::default(),
            source: "added by hand".to_owned(),
            confidence: "added by hand".to_owned(),
            built_in: false,
        };
        let force = edited(&bare, &new.edit)?;
        let label = format!("Added {} to the register", force.name);
        self.store.write(&label, moment.now, |w| w.add_force(&force))?;
        self.force(&force.code)
    }

    /// Changes a force. A changed address or e-mail is unconfirmed until a person confirms it.
    ///
    /// # Errors
    /// Refused for an unknown force, or a contact that cannot be one.
    pub fn edit_force(
        &mut self,
        code: &str,
        edit: &ForceEdit,
        moment: Moment,
    ) -> Result<ForceView, DeskError> {
        let before = self.force_row(code)?;
        let after = edited(&before, edit)?;
        if after == before {
            return Err(DeskError::refused(
                "force",
                "Nothing was given that would change the entry.",
                "Give an address, an e-mail address, a website, a name or a source.",
            ));
        }
        let label = format!("Changed the entry of {}", before.short_name);
        self.store.write(&label, moment.now, |w| w.change_force(&before, &after))?;
        self.force(code)
    }

    /// Notes that a person confirmed these parts of the contact, on a day.
    ///
    /// # Errors
    /// Refused for an unknown force, a contact that is missing, or a day to come.
    pub fn confirm_force(
        &mut self,
        code: &str,
        parts: &[ContactPart],
        on: NaiveDate,
        moment: Moment,
    ) -> Result<ForceView, DeskError> {
        let before = self.force_row(code)?;
        if on > moment.today {
            return Err(DeskError::refused(
                "on",
                "That day is after today.",
                "Give the day of checking.",
            ));
        }
        let mut after = before.clone();
        let missing = |field: &str| {
            DeskError::refused(
                field,
                format!("{} has no {field} to confirm.", before.name),
                "Give it first.",
            )
        };
        for part in parts {
            match part {
                ContactPart::Address => {
                    after.contact.address.as_ref().ok_or_else(|| missing("address"))?;
                    after.contact.address_confirmed_on = Some(on);
                }
                ContactPart::Email => {
                    after.contact.email.as_ref().ok_or_else(|| missing("email"))?;
                    after.contact.email_confirmed_on = Some(on);
                }
            }
        }
        let label = format!("Confirmed the contact of {}", before.short_name);
        self.store.write(&label, moment.now, |w| w.change_force(&before, &after))?;
        self.force(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_with_its_postcode() {
        let address =
            address("Police Headquarters, Middlemoor, Exeter, ex2 7hq").expect("an address");
        assert_eq!(address.lines, ["Police Headquarters", "Middlemoor", "Exeter"]);
        assert_eq!(address.postcode, "EX2 7HQ");
        let lines = super::address("The FOI Unit, Room 4\nMiddlemoor\n EX2 7HQ \n").expect("one");
        assert_eq!(lines.lines, ["The FOI Unit, Room 4", "Middlemoor"]);
        for wrong in ["", "EX2 7HQ", "Exeter", "Middlemoor, Exeter", "Middlemoor, EX27HQQ 1"] {
            assert!(super::address(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_no_email_address_is_refused() {
        assert!(email("foi@force.police.uk").is_ok());
        for wrong in ["", "foi", "foi@", "@force.uk", "foi@force", "foi @force.uk", "foi@force."] {
            assert!(email(wrong).is_err(), "{wrong}");
        }
    }
}
