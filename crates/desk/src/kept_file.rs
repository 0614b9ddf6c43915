//! Files that came and were kept with an event: handed out to the byte, under the name they came under.

use std::path::Path;

use crate::copies::write_file;
use crate::error::DeskError;
use crate::library::Desk;
use crate::requests::find;

/// Kinds of file that the system's viewer may be asked to open: they are read, not run. Programs,
/// scripts, pages and documents with macros are not among them.
const READABLE: [&str; 20] = [
    "pdf", "txt", "csv", "eml", "msg", "rtf", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt",
    "pptx", "odp", "png", "jpg", "jpeg", "tif", "tiff",
];

/// A file that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// Its name, of which nothing can lead into another folder.
    pub name: String,
    /// Its exact bytes.
    pub bytes: Vec<u8>,
}

impl KeptFile {
    /// Saves it.
    ///
    /// # Errors
    /// A fault of the disk.
    pub fn save(&self, file: &Path) -> Result<(), DeskError> {
        write_file(file, &self.bytes)
    }

    /// Refuses a kind of file that could run something when it is opened.
    ///
    /// # Errors
    /// Refused for all but the kinds that are known to be read only.
    pub fn may_be_opened(&self) -> Result<(), DeskError> {
        let ending = self.name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        if ending.is_some_and(|ending| READABLE.contains(&ending.as_str())) {
            return Ok(());
        }
        Err(DeskError::refused(
            "file",
            format!("“{}” is not a kind of file that is opened from here.", self.name),
            "Save it, and open it only if you trust it.",
        ))
    }
}

impl Desk {
    /// A file that was kept with an event of a request, by its hash.
    ///
    /// # Errors
    /// Refused where the request has no such file; one that is damaged.
    pub fn kept_file(&self, reference: &str, hash: &str) -> Result<KeptFile, DeskError> {
        self.store.read(|r| {
            let known = find(r, reference)?;
            let events = r.events(known.row.id, known.row.regime)?;
            let files = events.into_iter().flat_map(|kept| kept.documents);
            let found = files.into_iter().find(|(of, _)| of.to_string() == hash);
            let (hash, name) = found.ok_or_else(|| {
                DeskError::refused(
                    "file",
                    format!("{} has no such file.", known.row.reference),
                    "Choose one of those in its correspondence.",
                )
            })?;
            Ok(KeptFile { name: plain_name(&name), bytes: r.document(&hash)? })
        })
    }
}

/// The last part of a name, without the signs that a file system gives a meaning.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_meant = |c: char| c.is_control() || matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let plain: String = last.chars().map(|c| if is_meant(c) { '_' } else { c }).collect();
    match plain.trim_matches(['.', ' ']) {
        "" => "file".to_owned(),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_into_no_other_folder() {
        for (kept, plain) in [
            ("Response.pdf", "Response.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Temp\\a:b.pdf", "a_b.pdf"),
            ("..", "file"),
            ("", "file"),
        ] {
            assert_eq!(plain_name(kept), plain, "{kept}");
        }
    }

    #[test]
    fn only_what_is_read_is_opened() {
        let file = |name: &str| KeptFile { name: name.to_owned(), bytes: Vec::new() };
        for name in ["Response.PDF", "figures.xlsx"] {
            assert_eq!(file(name).may_be_opened(), Ok(()), "{name}");
        }
        for name in ["setup.exe", "x.desktop", "page.html", "macros.xlsm", "pdf", "run.pdf.sh"] {
            assert!(file(name).may_be_opened().is_err(), "{name}");
        }
    }
}
