//! Files that came, handed to the person: saved where they say, or shown in the system's own viewer.

use std::path::PathBuf;

use crate::error::{Answer, fault};
use crate::state::Shell;

/// Saves a kept file where a person says; nothing where the person thinks better of it.
pub fn save_file(shell: &Shell, reference: &str, hash: &str) -> Answer<Option<PathBuf>> {
    // A file that is not there is refused before anybody is asked where to save it.
    let file = shell.with_desk(|desk| desk.kept_file(reference, hash))?;
    let Some(out) = shell.dialogs().save_file("Save the file", &file.name) else {
        return Ok(None);
    };
    file.save(&out)?;
    Ok(Some(out))
}

/// Opens a copy in the system's own viewer, so that the kept one cannot be changed there. The copies go
/// when the window is closed.
pub fn open_file(shell: &Shell, reference: &str, hash: &str) -> Answer<()> {
    let file = shell.with_desk(|desk| desk.kept_file(reference, hash))?;
    file.may_be_opened()?;
    let folder = shell.folder_for_copies()?.join(hash);
    std::fs::create_dir_all(&folder).map_err(|error| fault("No copy could be made", &error))?;
    let copy = folder.join(&file.name);
    file.save(&copy)?;
    shell.dialogs().open(&copy)
}
