//! Documents: files named by the hash of their bytes.

use std::fmt;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::fault;

/// The SHA-256 of some bytes, as 64 small hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentHash(String);

impl DocumentHash {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes digits that were stored.
    pub(crate) fn stored(digits: String) -> Self {
        Self(digits)
    }
}

impl fmt::Display for DocumentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The hash of some bytes.
pub fn hash_of(bytes: &[u8]) -> DocumentHash {
    use fmt::Write as _;
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a String cannot go wrong.
        let _ = write!(digits, "{byte:02x}");
    }
    DocumentHash(digits)
}

/// The folder of documents.
#[derive(Debug)]
pub(crate) struct Documents {
    folder: PathBuf,
}

/// Names of files that are being written begin so, and end in the writing process and a number:
/// `.unfinished-<hash>-<process>-<number>`.
const UNFINISHED: &str = ".unfinished-";

/// Tells the writes of one process apart.
static WRITES: AtomicU64 = AtomicU64::new(1);

impl Documents {
    /// The documents in this folder. It is made with the first that is kept: where it is missing, that
    /// can be seen.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        remove_left_over(folder);
        Self::to_read(folder)
    }

    /// The same, where nothing in it may be touched.
    pub(crate) fn to_read(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Whether the folder is there.
    pub(crate) fn are_there(&self) -> bool {
        self.folder.is_dir()
    }

    /// Keeps some bytes, synced to the disk before this returns, so that a row may name them.
    pub(crate) fn keep(&self, bytes: &[u8]) -> Result<DocumentHash, StoreError> {
        let hash = hash_of(bytes);
        let path = self.path(&hash);
        if fs::read(&path).is_ok_and(|kept| kept == bytes) {
            return Ok(hash);
        }
        let unfinished = self.folder.join(format!(
            "{UNFINISHED}{hash}-{}-{}",
            std::process::id(),
            WRITES.fetch_add(1, Ordering::Relaxed)
        ));
        fault::point();
        let written = fs::create_dir_all(&self.folder)
            .and_then(|()| File::create(&unfinished))
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
            .and_then(|()| {
                fault::point();
                fs::rename(&unfinished, &path)
            })
            .and_then(|()| sync_folder(&self.folder));
        written.map_err(|error| {
            let _ = fs::remove_file(&unfinished);
            StoreError::writing(&path, error)
        })?;
        Ok(hash)
    }

    /// The bytes of a document, compared with its hash.
    pub(crate) fn read(&self, hash: &DocumentHash) -> Result<Vec<u8>, StoreError> {
        let missing = |what| StoreError::Document { hash: hash.to_string(), what };
        let bytes =
            fs::read(self.path(hash)).map_err(|_| missing("is missing from the library"))?;
        if hash_of(&bytes) == *hash { Ok(bytes) } else { Err(missing("has changed on the disk")) }
    }

    fn path(&self, hash: &DocumentHash) -> PathBuf {
        self.folder.join(hash.as_str())
    }
}

/// Removes what a crash left half-written: it holds the words of a letter, and a purge would not
/// find it. Only where the process that was writing is known to be gone; otherwise it stays, and
/// does no harm, since no row names it. That it cannot be removed is no reason not to open.
fn remove_left_over(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        if name.to_str().and_then(writer_of).is_some_and(is_gone) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The process that was writing a file of this name.
fn writer_of(name: &str) -> Option<u32> {
    name.strip_prefix(UNFINISHED)?.split('-').nth(1)?.parse().ok()
}

#[cfg(target_os = "linux")]
fn is_gone(process: u32) -> bool {
    let processes = Path::new("/proc");
    processes.join("self").exists() && !processes.join(process.to_string()).exists()
}

#[cfg(not(target_os = "linux"))]
fn is_gone(_: u32) -> bool {
    false
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> std::io::Result<()> {
    Ok(())
}
