//! What the window holds: the open library behind one lock, and the way to it for commands.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use desk::batch::GoOn;
use desk::{
    CheckReport, Desk, DeskError, ErrorKind, LibraryState, LibraryStateKind, Moment, OpenLibrary,
};
use tauri::{AppHandle, Manager, Runtime};
use tempfile::TempDir;

use crate::changed::{self, Tag};
use crate::clock::Clock;
use crate::dialogs::Dialogs;
use crate::error::{Answer, cut_off, fault};
use crate::preview::PageCache;
use crate::remembered::Remembered;

/// The variable that names the folder of the library.
const LIBRARY: &str = "FOI_DESK_LIBRARY";

/// The folder of the library: the one that the environment names, the one that a person chose, or the
/// usual one.
pub fn library_folder(remembered: &Remembered) -> Result<PathBuf, DeskError> {
    match std::env::var_os(LIBRARY) {
        Some(folder) => Ok(PathBuf::from(folder)),
        None => remembered.chosen().map_or_else(desk::default_folder, Ok),
    }
}

/// The shell's state, shared by all commands.
#[derive(Clone)]
pub struct Shell(Arc<Inner>);

struct Inner {
    folder: Mutex<Result<PathBuf, DeskError>>,
    library: Mutex<Option<OpenLibrary>>,
    damage: Mutex<Option<DeskError>>,
    clock: Clock,
    dialogs: Box<dyn Dialogs>,
    remembered: Remembered,
    stop: AtomicBool,
    pages: Mutex<PageCache>,
    chosen: Mutex<BTreeSet<PathBuf>>,
    printed: Mutex<Option<PathBuf>>,
    copies: Mutex<Option<TempDir>>,
}

/// A lock that a panic left behind holds what it held: every change is a transaction of its own.
pub fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shell {
    /// The state of a window on the library in this folder.
    pub fn new(
        folder: Result<PathBuf, DeskError>,
        clock: Clock,
        dialogs: Box<dyn Dialogs>,
        remembered: Remembered,
    ) -> Self {
        Self(Arc::new(Inner {
            folder: Mutex::new(folder),
            library: Mutex::new(None),
            damage: Mutex::default(),
            clock,
            dialogs,
            remembered,
            stop: AtomicBool::new(false),
            pages: Mutex::default(),
            chosen: Mutex::default(),
            printed: Mutex::default(),
            copies: Mutex::default(),
        }))
    }

    /// Today and now.
    pub fn now(&self) -> Answer<Moment> {
        self.0.clock.now()
    }

    /// What the system shows beside the window.
    pub fn dialogs(&self) -> &dyn Dialogs {
        self.0.dialogs.as_ref()
    }

    /// The size of the window and the last library.
    pub fn remembered(&self) -> &Remembered {
        &self.0.remembered
    }

    /// The pages drawn last.
    pub fn pages(&self) -> MutexGuard<'_, PageCache> {
        locked(&self.0.pages)
    }

    /// The file of the last print job.
    pub fn printed(&self) -> MutexGuard<'_, Option<PathBuf>> {
        locked(&self.0.printed)
    }

    /// A folder of this account alone for copies that are only looked at.
    pub fn folder_for_copies(&self) -> Answer<PathBuf> {
        let mut copies = locked(&self.0.copies);
        if copies.is_none() {
            let made = TempDir::with_prefix("foi-desk-");
            *copies = Some(made.map_err(|error| fault("No copy could be made", &error))?);
        }
        Ok(copies.as_ref().map(|folder| folder.path().to_owned()).unwrap_or_default())
    }

    /// Notes the files that a person chose: only those may be brought in.
    pub fn note_chosen(&self, files: &[PathBuf]) {
        locked(&self.0.chosen).extend(files.iter().cloned());
    }

    /// Refuses a file that no person chose in a dialog.
    pub fn were_chosen(&self, files: &[PathBuf]) -> Answer<()> {
        let chosen = locked(&self.0.chosen);
        match files.iter().find(|file| !chosen.contains(*file)) {
            None => Ok(()),
            Some(file) => Err(DeskError::refused(
                "file",
                format!("{} was not chosen in a dialog.", file.display()),
                "Choose the file again.",
            )),
        }
    }

    /// Asks a long act to stop after its present item.
    pub fn stop_work(&self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }

    /// Whether a long act goes on.
    pub fn goes_on(&self) -> GoOn {
        if self.0.stop.load(Ordering::Relaxed) { GoOn::Stop } else { GoOn::Yes }
    }

    fn folder(&self) -> Answer<PathBuf> {
        locked(&self.0.folder).clone()
    }

    /// Looks whether the library can be opened, opens it, and says how it stands.
    pub fn library_state(&self) -> Answer<LibraryState> {
        let today = self.now()?.today;
        let folder = self.folder()?;
        match self.with_desk(|desk| desk.state(today)) {
            Ok(state) => {
                self.0.remembered.note_library(&folder);
                Ok(state)
            }
            Err(error) => {
                let was_there = self.0.remembered.had_library(&folder);
                Ok(LibraryState::closed(&folder, &error, today, was_there))
            }
        }
    }

    /// Opens the library anew, whatever was in the way before. Where it cannot be had, a window that was
    /// reading goes on reading.
    pub fn open_again(&self) -> Answer<LibraryState> {
        if locked(&self.0.damage).take().is_some() {
            self.close();
        }
        let was_reading =
            locked(&self.0.library).take_if(|open| open.desk.may_write().is_err()).is_some();
        let state = self.library_state()?;
        if was_reading && state.kind == LibraryStateKind::Elsewhere {
            return self.open_to_read();
        }
        Ok(state)
    }

    /// Opens the library to be read, beside the window that has it.
    pub fn open_to_read(&self) -> Answer<LibraryState> {
        let folder = self.folder()?;
        let opened = OpenLibrary::open_to_read(&folder)?;
        *locked(&self.0.library) = Some(opened);
        self.library_state()
    }

    /// Works with the library in another folder, from now on. One without a library is refused.
    pub fn move_to(&self, folder: &Path) -> Answer<LibraryState> {
        let opened = OpenLibrary::open(folder, self.now()?)?;
        *locked(&self.0.library) = Some(opened);
        *locked(&self.0.damage) = None;
        *locked(&self.0.folder) = Ok(folder.to_owned());
        self.0.remembered.note_chosen(folder);
        self.library_state()
    }

    /// Lets a library be begun where another was.
    pub fn begin_anew(&self) -> Answer<LibraryState> {
        self.0.remembered.forget_library(&self.folder()?);
        self.library_state()
    }

    /// Whether damage was met since the library was opened.
    fn is_damaged(&self) -> bool {
        locked(&self.0.damage).is_some()
    }

    /// What is wrong with the library: with the open one, or with the file where it does not open.
    pub fn check(&self) -> Answer<CheckReport> {
        if let Some(open) = locked(&self.0.library).as_ref() {
            return open.desk.check();
        }
        match self.with_desk(|desk| desk.check()) {
            Ok(report) => Ok(report),
            Err(_) => Ok(desk::check_closed(&self.folder()?)),
        }
    }

    /// Makes the library and works on it for the first time.
    pub fn create_library<T>(
        &self,
        work: impl FnOnce(&mut Desk, Moment) -> Answer<T>,
    ) -> Answer<T> {
        let moment = self.now()?;
        let mut library = locked(&self.0.library);
        let mut made = OpenLibrary::create(&self.folder()?, moment)?;
        let result = work(&mut made.desk, moment);
        *library = Some(made);
        result
    }

    /// Works at the desk, which is opened where it is not yet. Damage that was met is met again until the
    /// library is opened anew: nothing more is read from it or written to it.
    pub fn with_desk<T>(&self, work: impl FnOnce(&mut Desk) -> Answer<T>) -> Answer<T> {
        if let Some(damage) = locked(&self.0.damage).clone() {
            return Err(damage);
        }
        let worked = self.with_open_desk(work);
        if let Err(error) = &worked
            && error.kind == ErrorKind::Damaged
            && error.field.is_none()
            && locked(&self.0.library).is_some()
        {
            *locked(&self.0.damage) = Some(error.clone());
        }
        worked
    }

    fn with_open_desk<T>(&self, work: impl FnOnce(&mut Desk) -> Answer<T>) -> Answer<T> {
        let mut library = locked(&self.0.library);
        if library.is_none() {
            *library = Some(OpenLibrary::open(&self.folder()?, self.now()?)?);
        }
        match library.as_mut() {
            Some(open) => work(&mut open.desk),
            None => Err(DeskError::new(
                ErrorKind::Fault,
                "The library is not open.",
                "Start FOI Desk again.",
            )),
        }
    }

    /// Closes the library: what was written is copied back into its file, and its lock is free. The
    /// copies that were looked at go.
    pub fn close(&self) {
        *locked(&self.0.copies) = None;
        *locked(&self.0.library) = None;
    }

    /// A number that changes when another program has changed the library; nothing while it is not
    /// open or is being worked on.
    pub fn version_of_others(&self) -> Option<i64> {
        let library = self.0.library.try_lock().ok()?;
        library.as_ref()?.desk.version_of_others().ok()
    }
}

/// The shell of an app.
pub fn shell<R: Runtime>(app: &AppHandle<R>) -> Shell {
    app.state::<Shell>().inner().clone()
}

/// Runs work that may take its time, apart from the window's own thread.
pub async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Answer<T> + Send + 'static,
) -> Answer<T> {
    tauri::async_runtime::spawn_blocking(work).await.map_err(|error| cut_off(&error))?
}

/// Looks at the library.
pub async fn look<R: Runtime, T: Send + 'static>(
    app: &AppHandle<R>,
    work: impl FnOnce(&Desk, Moment) -> Answer<T> + Send + 'static,
) -> Answer<T> {
    let shell = shell(app);
    let moment = shell.now()?;
    let was_damaged = shell.is_damaged();
    let looked = {
        let shell = shell.clone();
        apart(move || shell.with_desk(|desk| work(desk, moment))).await
    };
    if looked.is_err() && !was_damaged && shell.is_damaged() {
        // The whole window says so, not only the part that met it.
        changed::tell(app, &[Tag::Library]);
    }
    looked
}

/// Acts on the library, and tells the interface what changed once it is committed.
pub async fn act<R: Runtime, T: Send + 'static>(
    app: &AppHandle<R>,
    tags: &'static [Tag],
    work: impl FnOnce(&mut Desk, Moment) -> Answer<T> + Send + 'static,
) -> Answer<T> {
    let shell = shell(app);
    let moment = shell.now()?;
    let done = apart(move || {
        shell.with_desk(|desk| {
            desk.may_write()?;
            work(desk, moment)
        })
    })
    .await?;
    changed::tell(app, tags);
    Ok(done)
}

/// A long act, item by item: its progress is told, and it can be stopped. What was done before a fault
/// stays done, so the interface is told of a change even then.
pub async fn act_on_many<R: Runtime, T: Send + 'static>(
    app: &AppHandle<R>,
    tags: &'static [Tag],
    work: impl FnOnce(&mut Desk, Moment, &mut desk::batch::Progress<'_>) -> Answer<T> + Send + 'static,
) -> Answer<T> {
    use desk::batch::ProgressView;
    use tauri::Emitter;
    let shell = shell(app);
    let moment = shell.now()?;
    shell.0.stop.store(false, Ordering::Relaxed);
    let teller = app.clone();
    let begun = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&begun);
    let done = apart(move || {
        let shell_of_progress = shell.clone();
        let mut progress = |at: usize, of: usize, subject: &str| {
            begun.store(true, Ordering::Relaxed);
            let view = ProgressView { at, of, subject: subject.to_owned() };
            let _ = teller.emit(changed::PROGRESS, view);
            shell_of_progress.goes_on()
        };
        shell.with_desk(|desk| {
            desk.may_write()?;
            work(desk, moment, &mut progress)
        })
    })
    .await;
    if done.is_ok() || told.load(Ordering::Relaxed) {
        changed::tell(app, tags);
    }
    done
}
