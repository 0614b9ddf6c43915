//! Everything a person can do, without a window: each public method of [`Desk`] is one act or one
//! look. The window and the command line only ask for a day, call it, and show what comes back.
//!
//! The types that cross to them are declared here and serialise; nothing below does.

mod answers;
pub mod batch;
mod campaigns;
mod check;
mod copies;
pub mod demo;
mod due;
mod error;
mod forces;
mod history;
mod input;
mod library;
mod outbox;
mod queue;
mod record;
mod register;
mod requests;
mod reviews;
mod sample;
mod send;
mod sender;
mod today;
pub mod view;
mod write;

pub use campaigns::{CampaignView, NewCampaign, PeriodNotice, QuestionOutline, SourceView};
pub use check::CheckReport;
pub use due::{DueQuestion, due};
pub use error::{DeskError, ErrorKind, InputProblem};
pub use forces::{ContactPart, ForceEdit, ForceView, NewForce};
pub use history::{OperationView, UndoneView};
pub use input::{date, file};
pub use library::{Desk, LibraryView, Moment, default_folder};
pub use outbox::{Departure, SendingReport, StartedClock};
pub use queue::{PostingLine, PrintOrder, PrintReport};
pub use record::{
    Ending, Recorded, ReplyInput, ReviewAskedInput, ReviewDecisionInput, TheirLetter,
};
pub use reviews::ReviewView;
pub use send::{SendOrder, SendReport};
pub use sender::SenderView;
pub use today::{TodayGroup, TodayView};
pub use write::{WhatToWrite, WhichRequests, WriteOrder, WriteReport, WrittenLetter};

pub use casework::event::Sending;
pub use casework::letter::Mode;
pub use law::PostClass;
