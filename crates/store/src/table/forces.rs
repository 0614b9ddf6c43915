//! The register of forces.

use casework::force::{Contact, Force, PostalAddress};
use casework::id::ForceId;
use law::Coded;
use rusqlite::Row;
use serde_json::json;

use crate::codes::{coded, coded_if, date_if, get, stored};
use crate::door::{Reader, Writer};
use crate::error::StoreError;

const COLUMNS: &str =
    "id, code, name, short_name, welsh_name, nation, regime, kind, legal_authority,
  website, address, postcode, address_confirmed_on, email, email_confirmed_on, source, confidence,
  built_in";

fn force(row: &Row<'_>) -> Result<Force, StoreError> {
    let address: Option<String> = get(row, "address")?;
    let postcode: Option<String> = get(row, "postcode")?;
    Ok(Force {
        id: ForceId(get(row, "id")?),
        code: get(row, "code")?,
        name: get(row, "name")?,
        short_name: get(row, "short_name")?,
        welsh_name: get(row, "welsh_name")?,
        nation: get(row, "nation")?,
        regime: coded_if("regime", get(row, "regime")?)?,
        kind: coded("kind of force", &get::<String>(row, "kind")?)?,
        legal_authority: get(row, "legal_authority")?,
        website: get(row, "website")?,
        contact: Contact {
            address: address.zip(postcode).map(|(lines, postcode)| PostalAddress {
                lines: lines.lines().map(str::to_owned).collect(),
                postcode,
            }),
            address_confirmed_on: date_if("confirmed on", get(row, "address_confirmed_on")?)?,
            email: get(row, "email")?,
            email_confirmed_on: date_if("confirmed on", get(row, "email_confirmed_on")?)?,
        },
        source: get(row, "source")?,
        confidence: get(row, "confidence")?,
        built_in: get(row, "built_in")?,
    })
}

impl Reader<'_> {
    /// Every force, in order of the short name.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn forces(&self) -> Result<Vec<Force>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM forces ORDER BY lower(short_name), id"
        ))?;
        let mut rows = statement.query([])?;
        let mut forces = Vec::new();
        while let Some(row) = rows.next()? {
            forces.push(force(row)?);
        }
        Ok(forces)
    }

    /// The force with this code.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn force(&self, code: &str) -> Result<Option<Force>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM forces WHERE code = ?1"))?;
        let mut rows = statement.query([code])?;
        rows.next()?.map(force).transpose()
    }
}

pub(crate) fn journal_of(force: &Force) -> serde_json::Value {
    json!({
        "code": force.code,
        "name": force.name,
        "short_name": force.short_name,
        "welsh_name": force.welsh_name,
        "nation": force.nation,
        "regime": force.regime.map(Coded::code),
        "kind": force.kind.code(),
        "legal_authority": force.legal_authority,
        "website": force.website,
        "address": force.contact.address.as_ref().map(|address| address.lines.clone()),
        "postcode": force.contact.address.as_ref().map(|address| address.postcode.clone()),
        "address_confirmed_on": force.contact.address_confirmed_on.map(stored),
        "email": force.contact.email,
        "email_confirmed_on": force.contact.email_confirmed_on.map(stored),
        "source": force.source,
        "confidence": force.confidence,
    })
}

impl Writer<'_> {
    /// Adds a force; its `id` is given by the library.
    ///
    /// # Errors
    /// A fault of the database, or a code that is taken.
    pub fn add_force(&self, force: &Force) -> Result<ForceId, StoreError> {
        self.execute(
            "INSERT INTO forces (name, short_name, welsh_name, nation, regime, kind, legal_authority,
               website, address, postcode, address_confirmed_on, email, email_confirmed_on, source,
               confidence, code, built_in)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
            rusqlite::params_from_iter(values(force).into_iter().chain([
                Some(force.code.clone()).into(),
                i64::from(force.built_in).into(),
            ])),
        )?;
        let id = ForceId(self.last_row());
        if !force.built_in {
            self.journal("forces", &force.code, None, Some(journal_of(force)))?;
        }
        Ok(id)
    }

    /// Changes the entry of a force, with the entry before and after in the journal.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn change_force(&self, before: &Force, after: &Force) -> Result<(), StoreError> {
        self.put_force(after)?;
        self.journal("forces", &after.code, Some(journal_of(before)), Some(journal_of(after)))
    }

    pub(crate) fn put_force(&self, force: &Force) -> Result<(), StoreError> {
        self.execute(
            "UPDATE forces SET name = ?1, short_name = ?2, welsh_name = ?3, nation = ?4, regime = ?5,
               kind = ?6, legal_authority = ?7, website = ?8, address = ?9, postcode = ?10,
               address_confirmed_on = ?11, email = ?12, email_confirmed_on = ?13, source = ?14,
               confidence = ?15
             WHERE code = ?16",
            rusqlite::params_from_iter(
                values(force).into_iter().chain([Some(force.code.clone()).into()]),
            ),
        )?;
        Ok(())
    }

    pub(crate) fn remove_force(&self, code: &str) -> Result<(), StoreError> {
        self.execute("DELETE FROM forces WHERE code = ?1", [code])?;
        Ok(())
    }
}

/// The fifteen columns that both statements write, in their order.
fn values(force: &Force) -> Vec<rusqlite::types::Value> {
    let contact = &force.contact;
    let address = contact.address.as_ref();
    vec![
        force.name.clone().into(),
        force.short_name.clone().into(),
        force.welsh_name.clone().into(),
        force.nation.clone().into(),
        force.regime.map(|regime| regime.code().to_owned()).into(),
        force.kind.code().to_owned().into(),
        force.legal_authority.clone().into(),
        force.website.clone().into(),
        address.map(|address| address.lines.join("\n")).into(),
        address.map(|address| address.postcode.clone()).into(),
        contact.address_confirmed_on.map(stored).into(),
        contact.email.clone().into(),
        contact.email_confirmed_on.map(stored).into(),
        force.source.clone().into(),
        force.confidence.clone().into(),
    ]
}
