//! The shell: the window, the clock, dialogs, printing, and commands of a few lines over `desk`. No
//! rules and no SQL are here, and nothing in it opens a network connection.

mod changed;
mod clock;
mod commands;
mod dialogs;
mod error;
mod kept_files;
mod preview;
mod printing;
mod remembered;
mod state;
#[cfg(test)]
mod tests;
mod watch;
mod window;

use tauri::{Builder, Manager, RunEvent, Runtime};

use crate::clock::Clock;
use crate::state::Shell;

/// Opens the window and returns when it is closed.
///
/// # Errors
/// A system on which no window can be opened.
pub fn run() -> tauri::Result<()> {
    let builder = with_commands(Builder::default())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .setup(|app| {
            let handle = app.handle();
            let remembered = remembered::file(handle);
            let shell = Shell::new(
                state::library_folder(&remembered),
                Clock::of_the_system(),
                dialogs::of_the_system(handle),
                remembered,
            );
            app.manage(shell);
            window::open(handle)?;
            watch::start(handle);
            Ok(())
        });
    builder.build(tauri::generate_context!())?.run(|app, event| {
        if let RunEvent::Exit = event {
            state::shell(app).close();
        }
    });
    Ok(())
}

/// The commands, for the window and for the tests alike.
fn with_commands<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    use commands::{
        campaigns, forces, history, letters, library, queue, replies, requests, reviews, sender,
    };
    // A command that is not in `build.rs` too has no permission and is never reached.
    builder.invoke_handler(tauri::generate_handler![
        library::library_state,
        library::create_library,
        library::open_again,
        library::open_to_read,
        library::choose_library,
        library::begin_anew,
        library::check,
        library::choices,
        library::read_date,
        library::stop_work,
        sender::sender,
        sender::set_sender,
        campaigns::campaigns,
        campaigns::campaign,
        campaigns::read_questions,
        campaigns::new_campaign,
        campaigns::add_sample_campaign,
        campaigns::board,
        forces::forces,
        forces::edit_force,
        forces::confirm_force,
        forces::add_force,
        requests::requests,
        requests::request,
        requests::today,
        requests::send,
        letters::letter_preview,
        letters::preview_page,
        letters::letter_page,
        letters::write_letters,
        letters::save_letter,
        queue::queue,
        queue::posted,
        queue::print,
        queue::show_print_job,
        queue::sending_preview,
        queue::mark_sent,
        replies::choose_files,
        replies::reply_effect,
        replies::record_reply,
        replies::course_kinds,
        replies::record_effect,
        replies::record,
        replies::correction_effect,
        replies::record_correction,
        replies::save_file,
        replies::open_file,
        reviews::reviews,
        reviews::decision_effect,
        reviews::record_review_decided,
        history::history,
        history::undo_state,
        history::undo,
        history::redo,
        history::strike,
    ])
}
