//! The words of `foi due` and `foi holidays`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// A limit, or a table of them.
#[derive(Debug, Args)]
pub struct DueArguments {
    /// The regime: foia, foisa, eir or eisr.
    #[arg(long, required_unless_present = "csv")]
    pub regime: Option<String>,
    /// The limit: response, response-extended, review-request, review, review-extended, complaint,
    /// appeal, fees or cost-window.
    #[arg(long, required_unless_present = "csv")]
    pub limit: Option<String>,
    /// Day zero of the limit.
    #[arg(long, value_name = "DATE", required_unless_present = "csv")]
    pub from: Option<String>,
    /// A table with the columns id, regime, limit and from: a table with id, due, provisional and
    /// error comes out, in the same order.
    #[arg(long, value_name = "FILE.csv", conflicts_with_all = ["regime", "limit", "from"])]
    pub csv: Option<PathBuf>,
}

/// The bank holidays of the library.
#[derive(Debug, Subcommand)]
pub enum HolidaysCommand {
    /// What they are.
    List {
        /// Of one year.
        #[arg(long)]
        year: Option<i32>,
    },
    /// Add a day by hand: it stays when a list is brought in. Says which deadlines moved.
    Add {
        /// The day.
        #[arg(long, visible_alias = "on", value_name = "DATE")]
        date: String,
        /// What it is called.
        #[arg(long)]
        title: String,
        /// england-and-wales, scotland or northern-ireland; may be given more than once. All of them
        /// where none is given.
        #[arg(long)]
        division: Vec<String>,
    },
    /// Bring in gov.uk's bank-holidays.json. Says which deadlines moved, and can be undone.
    Import {
        /// The file.
        #[arg(value_name = "FILE.json")]
        file: PathBuf,
    },
}
