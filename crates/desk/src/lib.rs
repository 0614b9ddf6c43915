//! Everything a person can do, without a window: each public method of [`Desk`] is one act or one
//! look. The window and the command line only ask for a day, call it, and show what comes back.
//!
//! The types that cross to them are declared here and serialise; nothing below does.

mod acts;
mod answers;
pub mod batch;
mod board;
mod campaigns;
mod check;
mod choices;
mod code;
mod copies;
mod correction;
mod cost;
mod course;
mod deadline;
mod decision;
pub mod demo;
mod due;
mod due_table;
mod effect;
mod error;
mod events;
mod exemptions;
mod forces;
mod happening;
mod history;
mod holidays;
mod input;
mod kept_file;
mod letter;
mod library;
mod lock;
mod outbox;
mod plan;
mod posted;
mod preview;
mod queue;
mod record;
mod register;
mod reply;
mod requests;
mod reviews;
mod sample;
mod send;
mod sender;
mod standing;
mod state;
mod story;
mod telling;
mod today;
mod told;
#[cfg(test)]
mod types;
pub mod view;
mod what;
mod write;
mod wrong;

pub use acts::OperationView;
pub use answers::OutcomeRow;
pub use board::{BoardCell, BoardQuestion, BoardRow, BoardView};
pub use campaigns::{
    CampaignView, NewCampaign, NewCampaignInput, OutlineView, PeriodNotice, QuestionOutline,
    SourceView, read_questions,
};
pub use check::{CheckReport, FindingView, check_closed};
pub use choices::{Choice, Choices, OutcomeChoice};
pub use correction::CorrectionInput;
pub use course::{CourseKind, FieldChoice, FieldView};
pub use decision::{ReviewDecisionInput, ReviewDecisionRows};
pub use due::{DueQuestion, due};
pub use due_table::{DueRow, due_csv, due_table};
pub use effect::{ChangedArrival, Effect};
pub use error::{DeskError, ErrorKind, InputProblem};
pub use exemptions::{
    ExemptionView, FaultView, NoticeView, ReferenceView, RefusalNotice, TwinView, check_refusal,
    exemptions, find_references,
};
pub use forces::{ContactPart, ForceEdit, ForceView, NewForce};
pub use happening::{Ending, Happening, ReviewAskedInput};
pub use history::{UndoState, UndoneView};
pub use holidays::{HolidayReport, HolidayView, MovedDeadline};
pub use input::{date, file};
pub use kept_file::KeptFile;
pub use library::{Desk, LibraryView, Moment, default_folder};
pub use lock::{Holder, LibraryLock};
pub use outbox::{Departure, SendingOrder, SendingReport, StartedClock};
pub use posted::PostedLine;
pub use preview::{LetterChoice, LetterOrder, LetterPreview};
pub use queue::{PostingLine, PrintOrder, PrintReport};
pub use record::{Recorded, TheirLetter};
pub use reply::{ReplyInput, ReplyRows};
pub use reviews::ReviewView;
pub use send::{SendOrder, SendReport};
pub use sender::SenderView;
pub use standing::{StandingClock, StandingView};
pub use state::{LibraryState, LibraryStateKind, OpenLibrary, library_state};
pub use story::story;
pub use telling::KeptWith;
pub use today::{TodayGroup, TodayRequest, TodayView};
pub use told::Told;
pub use write::{WhatToWrite, WhichRequests, WriteOrder, WriteReport, WrittenLetter};

pub use wrong::WrongEvent;

pub use casework::event::Sending;
pub use casework::letter::Mode;
pub use law::PostClass;
pub use law::refusal_notice::{Decision, EarlierNotice, Reasons, Refusal};
