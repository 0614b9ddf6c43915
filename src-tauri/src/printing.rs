//! Printing goes through the system: the job is saved as a file and opened in the system's own viewer.

use std::path::PathBuf;

use desk::{DeskError, PrintOrder, PrintReport};

use crate::error::Answer;
use crate::state::Shell;

/// Saves the queue as one print job where a person says, and opens it. Nothing where the person thinks
/// better of it.
pub fn print_queue(shell: &Shell) -> Answer<Option<PrintReport>> {
    // An empty queue is refused before anybody is asked for a file.
    let today = shell.now()?.today;
    let letters = shell.with_desk(|desk| desk.to_print(today))?;
    let name = match letters.as_slice() {
        [one] => file_name(&one.reference),
        many => format!("{} letters of {}.pdf", many.len(), today),
    };
    let Some(out) = shell.dialogs().save_pdf("Save the print job", &name) else {
        return Ok(None);
    };
    let report = shell.with_desk(|desk| desk.print(&PrintOrder { out, letters: None }, today))?;
    if let Some(job) = &report.job {
        *shell.printed() = Some(job.clone());
        // It is saved, and its path is shown: `show_print_job` says why where it does not open.
        let _ = shell.dialogs().open(job);
    }
    Ok(Some(report))
}

/// Opens the last print job again, or shows it in its folder.
pub fn show_print_job(shell: &Shell, in_folder: bool) -> Answer<()> {
    let job = shell.printed().clone().ok_or_else(|| {
        let message = "Nothing was printed since the window was opened.";
        DeskError::refused("job", message, "Print first.")
    })?;
    if in_folder { shell.dialogs().reveal(&job) } else { shell.dialogs().open(&job) }
}

/// Saves a kept letter where a person says, to the byte.
pub fn save_letter_as(shell: &Shell, reference: &str) -> Answer<Option<PathBuf>> {
    // A letter that is not there is refused before anybody is asked for a file.
    shell.with_desk(|desk| desk.letter_pdf(reference))?;
    let Some(out) = shell.dialogs().save_pdf("Save the letter", &file_name(reference)) else {
        return Ok(None);
    };
    shell.with_desk(|desk| desk.save_letter(reference, &out))?;
    Ok(Some(out))
}

/// `HT-011-2.pdf`.
fn file_name(reference: &str) -> String {
    format!("{}.pdf", reference.replace('/', "-"))
}
