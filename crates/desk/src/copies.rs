//! Files that are given out: copies of letters, print jobs, lists. The library keeps its own.

use std::path::{Path, PathBuf};

use crate::error::DeskError;

/// Makes the folder for copies, before anything is written, so that one that cannot be made is refused
/// while nothing has changed.
pub(crate) fn make_folder(folder: Option<&Path>) -> Result<(), DeskError> {
    let Some(folder) = folder else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|error| DeskError::file("out", folder, &error))
}

/// Puts a copy of a kept letter into a folder, under its reference: `HT-011-2.pdf`.
pub(crate) fn copy_out(folder: &Path, reference: &str, pdf: &[u8]) -> Result<PathBuf, DeskError> {
    make_folder(Some(folder))?;
    let path = folder.join(format!("{}.pdf", reference.replace('/', "-")));
    write_file(&path, pdf)?;
    Ok(path)
}

/// Writes a file whole or not at all.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), DeskError> {
    make_folder(path.parent().filter(|folder| !folder.as_os_str().is_empty()))?;
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".unfinished");
    let written =
        std::fs::write(&unfinished, bytes).and_then(|()| std::fs::rename(&unfinished, path));
    written.map_err(|error| {
        let _ = std::fs::remove_file(&unfinished);
        DeskError::file("out", path, &error)
    })
}
