//! The built-in register of forces and table of bank holidays.

use casework::force::{Contact, Force, ForceKind, PostalAddress};
use casework::id::ForceId;
use imports::ForceRow;
use law::calendar::{BankHoliday, BankHolidays};
use law::{Coded, Regime};

use crate::error::{DeskError, ErrorKind};

const FORCES: &str = include_str!("../data/forces.csv");
const BANK_HOLIDAYS: &str = include_str!("../data/bank_holidays.csv");

fn damaged(what: &str) -> DeskError {
    DeskError::new(
        ErrorKind::Fault,
        format!("The built-in data is damaged: {what}."),
        "Install FOI Desk again.",
    )
}

/// Every force of the built-in register, unconfirmed.
pub(crate) fn forces() -> Result<Vec<Force>, DeskError> {
    let rows = imports::read_register(FORCES)
        .map_err(|problems| DeskError::in_file("register", "forces.csv", problems))?;
    rows.into_iter().map(force).collect()
}

fn force(row: ForceRow) -> Result<Force, DeskError> {
    let kind = match row.kind.as_str() {
        "territorial police" => ForceKind::TerritorialPolice,
        "special police" => ForceKind::SpecialPolice,
        "oversight or national body" => ForceKind::OversightBody,
        "government department" => ForceKind::GovernmentDepartment,
        "prosecution service" => ForceKind::ProsecutionService,
        "NOT SUBJECT TO FOIA" => ForceKind::NotSubject,
        other => return Err(damaged(&format!("a force of the kind “{other}”"))),
    };
    let regime = row
        .regime
        .map(|code| {
            Regime::from_code(&code.to_lowercase())
                .ok_or_else(|| damaged(&format!("regime “{code}”")))
        })
        .transpose()?;
    let address = row
        .postcode
        .filter(|_| !row.address_lines.is_empty())
        .map(|postcode| PostalAddress { lines: row.address_lines, postcode });
    Ok(Force {
        id: ForceId(0),
        code: row.id,
        name: row.name,
        short_name: row.short_name,
        welsh_name: row.welsh_name,
        nation: row.nation,
        regime,
        kind,
        legal_authority: row.legal_authority,
        website: row.website,
        contact: Contact { address, email: row.foi_email, ..Contact::default() },
        source: row.source.unwrap_or_default(),
        confidence: row.confidence.unwrap_or_default(),
        built_in: true,
    })
}

/// Every row of the built-in table of bank holidays, with the note on where it comes from.
pub(crate) fn bank_holidays() -> Result<Vec<(BankHoliday, String)>, DeskError> {
    let rows = imports::read_holidays(BANK_HOLIDAYS)
        .map_err(|problems| DeskError::in_file("bank holidays", "bank_holidays.csv", problems))?;
    rows.into_iter()
        .map(|row| {
            let division = Coded::from_code(&row.division)
                .ok_or_else(|| damaged(&format!("division “{}”", row.division)))?;
            let holiday = BankHoliday { date: row.date, division, title: row.title };
            Ok((holiday, row.note.unwrap_or_default()))
        })
        .collect()
}

/// The built-in calendar, for what needs no library.
pub(crate) fn calendar() -> Result<BankHolidays, DeskError> {
    Ok(BankHolidays::new(bank_holidays()?.into_iter().map(|(holiday, _)| holiday)))
}
