//! The one seam to what the system shows beside the window: dialogs, and files opened by other
//! programs. With the feature `drive` the answers come from a folder, because a driver of the window
//! reaches no native dialog.

use std::path::{Path, PathBuf};

use desk::DeskError;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;

use crate::error::fault;

/// What can be asked of the system.
pub trait Dialogs: Send + Sync {
    /// Where to save a PDF; nothing where the person thinks better of it.
    fn save_pdf(&self, title: &str, name: &str) -> Option<PathBuf>;

    /// Where to save a file of any kind; nothing where the person thinks better of it.
    fn save_file(&self, title: &str, name: &str) -> Option<PathBuf>;

    /// Which files to bring in.
    fn choose_files(&self, title: &str) -> Vec<PathBuf>;

    /// Which folder; nothing where the person thinks better of it.
    fn choose_folder(&self, title: &str) -> Option<PathBuf>;

    /// Opens a file in the system's own viewer.
    ///
    /// # Errors
    /// Where the system has none.
    fn open(&self, file: &Path) -> Result<(), DeskError>;

    /// Shows a file in its folder.
    ///
    /// # Errors
    /// Where the system cannot.
    fn reveal(&self, file: &Path) -> Result<(), DeskError>;
}

/// The system's dialogs, or the answers of a driver.
pub fn of_the_system<R: Runtime>(app: &AppHandle<R>) -> Box<dyn Dialogs> {
    #[cfg(feature = "drive")]
    if let Some(folder) = std::env::var_os("FOI_DESK_ANSWERS") {
        return Box::new(Answers { folder: folder.into() });
    }
    Box::new(Native(app.clone()))
}

struct Native<R: Runtime>(AppHandle<R>);

impl<R: Runtime> Dialogs for Native<R> {
    fn save_pdf(&self, title: &str, name: &str) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().set_title(title).set_file_name(name);
        let chosen = dialog.add_filter("PDF", &["pdf"]).blocking_save_file()?;
        chosen.into_path().ok()
    }

    fn save_file(&self, title: &str, name: &str) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().set_title(title).set_file_name(name);
        dialog.blocking_save_file()?.into_path().ok()
    }

    fn choose_files(&self, title: &str) -> Vec<PathBuf> {
        let chosen = self.0.dialog().file().set_title(title).blocking_pick_files();
        chosen.unwrap_or_default().into_iter().filter_map(|file| file.into_path().ok()).collect()
    }

    fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        self.0.dialog().file().set_title(title).blocking_pick_folder()?.into_path().ok()
    }

    fn open(&self, file: &Path) -> Result<(), DeskError> {
        let path = file.to_string_lossy();
        self.0
            .opener()
            .open_path(path, None::<&str>)
            .map_err(|error| fault(&format!("{} could not be opened", file.display()), &error))
    }

    fn reveal(&self, file: &Path) -> Result<(), DeskError> {
        self.0
            .opener()
            .reveal_item_in_dir(file)
            .map_err(|error| fault(&format!("{} could not be shown", file.display()), &error))
    }
}

/// Answers laid down in a folder: `save-path` holds where to save, `choose-files` a file a line,
/// `choose-folder` a folder, and what was opened or shown is noted in `opened`, a line each.
#[cfg(any(test, feature = "drive"))]
pub struct Answers {
    /// The folder.
    pub folder: PathBuf,
}

#[cfg(any(test, feature = "drive"))]
impl Answers {
    fn lines(&self, file: &str) -> Vec<PathBuf> {
        let text = std::fs::read_to_string(self.folder.join(file)).unwrap_or_default();
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(PathBuf::from).collect()
    }

    fn note(&self, file: &Path) -> Result<(), DeskError> {
        use std::io::Write;
        let path = self.folder.join("opened");
        std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(&path)
            .and_then(|mut notes| writeln!(notes, "{}", file.display()))
            .map_err(|error| DeskError::file("opened", &path, &error))
    }
}

#[cfg(any(test, feature = "drive"))]
impl Dialogs for Answers {
    fn save_pdf(&self, _title: &str, _name: &str) -> Option<PathBuf> {
        self.lines("save-path").into_iter().next()
    }

    fn save_file(&self, _title: &str, _name: &str) -> Option<PathBuf> {
        self.lines("save-path").into_iter().next()
    }

    fn choose_files(&self, _title: &str) -> Vec<PathBuf> {
        self.lines("choose-files")
    }

    fn choose_folder(&self, _title: &str) -> Option<PathBuf> {
        self.lines("choose-folder").into_iter().next()
    }

    fn open(&self, file: &Path) -> Result<(), DeskError> {
        self.note(file)
    }

    fn reveal(&self, file: &Path) -> Result<(), DeskError> {
        self.note(file)
    }
}
