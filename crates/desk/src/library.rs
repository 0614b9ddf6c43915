//! The library as a whole: where it is, making it, opening it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use store::{Store, StoreError};
use ts_rs::TS;

use crate::error::{DeskError, ErrorKind};
use crate::{register, sample};

/// The name of the program among the data of an account: the window's and the command line's.
const IDENTIFIER: &str = "org.foidesk.desktop";

/// Now, as given by whoever has a clock: the civil day for the law, the instant for the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The civil day.
    pub today: NaiveDate,
    /// The instant at which an act is recorded.
    pub now: DateTime<Utc>,
}

impl Moment {
    /// A fixed day, at noon: for demonstrations.
    pub fn noon(today: NaiveDate) -> Self {
        Self {
            today,
            now: today.and_time(chrono::NaiveTime::MIN).and_utc() + chrono::TimeDelta::hours(12),
        }
    }
}

/// A person's desk: an open library and all that can be done with it.
#[derive(Debug)]
pub struct Desk {
    pub(crate) store: Store,
    folder: PathBuf,
}

/// What a new library holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryView {
    /// Its folder.
    pub folder: PathBuf,
    /// Forces in the register that are police forces.
    pub police_forces: usize,
    /// Other bodies in the register.
    pub other_bodies: usize,
    /// Campaigns.
    pub campaigns: usize,
    /// Requests.
    pub requests: usize,
}

/// The folder of the library where nothing else is said.
///
/// # Errors
/// A system that names no folder for the data of programs.
pub fn default_folder() -> Result<PathBuf, DeskError> {
    directories::BaseDirs::new()
        .map(|folders| folders.data_dir().join(IDENTIFIER).join("library"))
        .ok_or_else(|| {
            DeskError::new(
                ErrorKind::Fault,
                "This system names no folder for the data of programs.",
                "Name a folder.",
            )
        })
}

/// A library whose making was cut off between its tables and its register: nothing is in it, and it
/// is made to its end.
fn unfinished(folder: &Path) -> Option<Store> {
    let store = Store::open(folder).ok()?;
    let is_empty = store.read(|r| r.has_history()).is_ok_and(|has_history| !has_history);
    is_empty.then_some(store)
}

impl Desk {
    /// Makes a library: the register of forces and the bank holidays are in it from the start.
    ///
    /// # Errors
    /// A library that is there already; a fault of the disk.
    pub fn create(folder: &Path, moment: Moment) -> Result<Self, DeskError> {
        let forces = register::forces()?;
        let holidays = register::bank_holidays()?;
        let mut store = match Store::create(folder) {
            Err(StoreError::LibraryExists(exists)) => {
                unfinished(folder).ok_or(StoreError::LibraryExists(exists))?
            }
            created => created?,
        };
        store.write("Made the library", moment.now, |w| {
            for (holiday, note) in &holidays {
                w.add_holiday(holiday, note)?;
            }
            for force in &forces {
                w.add_force(force)?;
            }
            Ok::<_, DeskError>(())
        })?;
        Ok(Self { store, folder: folder.to_owned() })
    }

    /// Makes a library with the sample campaign in it. Where a making was cut off between the two,
    /// the sample is added to what is there.
    ///
    /// # Errors
    /// As [`Desk::create`]: a library in which anything was done is left alone.
    pub fn create_with_sample(folder: &Path, moment: Moment) -> Result<Self, DeskError> {
        let mut desk = match Self::create(folder, moment) {
            Err(error) if error.kind == ErrorKind::LibraryExists => {
                let there = Self::open(folder)?;
                let untouched = there.campaigns()?.is_empty() && there.sender()?.is_none();
                if untouched { there } else { return Err(error) }
            }
            made => made?,
        };
        desk.add_sample(moment)?;
        Ok(desk)
    }

    /// Opens the library in a folder.
    ///
    /// # Errors
    /// No library there, a newer or a damaged one, each told apart.
    pub fn open(folder: &Path) -> Result<Self, DeskError> {
        let store = Store::open(folder)?;
        if !store.read(|r| r.has_history())? {
            return Err(StoreError::NoLibrary(folder.to_owned()).into());
        }
        Ok(Self { store, folder: folder.to_owned() })
    }

    /// Opens the library in a folder to be read beside the window that has it open.
    ///
    /// # Errors
    /// As for [`Desk::open`].
    pub fn open_to_read(folder: &Path) -> Result<Self, DeskError> {
        Ok(Self { store: Store::open_to_read(folder)?, folder: folder.to_owned() })
    }

    /// Refuses where this desk may only read.
    ///
    /// # Errors
    /// `read_only`.
    pub fn may_write(&self) -> Result<(), DeskError> {
        if self.store.reads_only() { Err(StoreError::ReadOnly.into()) } else { Ok(()) }
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Adds the sample campaign, its sender where none is set, and its sources.
    ///
    /// # Errors
    /// Refused where it is there already.
    pub fn add_sample(&mut self, moment: Moment) -> Result<(), DeskError> {
        sample::add(self, moment)
    }

    /// What the library holds.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn library(&self) -> Result<LibraryView, DeskError> {
        self.store.read(|r| {
            let forces = r.forces()?;
            let police_forces = forces.iter().filter(|force| force.kind.is_police()).count();
            Ok(LibraryView {
                folder: self.folder.clone(),
                police_forces,
                other_bodies: forces.len() - police_forces,
                campaigns: r.campaigns()?.len(),
                requests: r.requests()?.len(),
            })
        })
    }
}
