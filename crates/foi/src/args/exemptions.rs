//! The words of `foi exemptions` and `foi refusal`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// The exemptions of a law, and where a letter names them.
#[derive(Debug, Subcommand)]
pub enum ExemptionsCommand {
    /// Find the references in a letter: each with its place, its law, its limbs and what it means.
    Find {
        /// The law that the letter was written under: foia, foisa, eir or eisr. Another that the
        /// letter names beside a section wins.
        #[arg(long)]
        regime: String,
        /// The letter as text (UTF-8); - for the standard input.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Every section and limb on which a refusal can rest.
    List {
        /// The law: foia, foisa, eir or eisr.
        #[arg(long)]
        regime: String,
    },
}

/// Refusal notices.
#[derive(Debug, Subcommand)]
pub enum RefusalCommand {
    /// What a refusal notice lacks, each as a ground for a request for review.
    Check(RefusalArguments),
}

/// A refusal notice as you read it.
#[derive(Debug, Args)]
pub struct RefusalArguments {
    /// The request that it refuses: its law, sections and days are taken from its last reply.
    #[arg(long, value_name = "REF", conflicts_with_all = ["regime", "grounds", "due", "given", "refusal"])]
    pub request: Option<String>,
    /// The law: foia, foisa, eir or eisr.
    #[arg(long, required_unless_present = "request")]
    pub regime: Option<String>,
    /// The sections that it cites: "31(1)(a), 40(2)".
    #[arg(long, default_value = "", value_name = "SECTIONS")]
    pub grounds: String,
    /// What it contains: in-writing, held, fact, exemption, why, harm, public-interest, estimate,
    /// completion, limb, review, commissioner. Several are parted by commas.
    #[arg(long, value_delimiter = ',', value_name = "PARTS")]
    pub contains: Vec<String>,
    /// What it refuses.
    #[arg(long, value_enum, default_value_t = Refused::Withheld)]
    pub refusal: Refused,
    /// The last day for an answer.
    #[arg(long, value_name = "DATE")]
    pub due: Option<String>,
    /// The day on which it was given.
    #[arg(long, value_name = "DATE")]
    pub given: Option<String>,
    /// It says that the public interest is still being considered.
    #[arg(long)]
    pub pending: bool,
    /// It says that its reasons would themselves disclose the information.
    #[arg(long)]
    pub would_disclose: bool,
    /// You had such a notice for an earlier request, and another would be too much to expect.
    #[arg(long)]
    pub earlier_notice: bool,
}

/// What a notice refuses.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Refused {
    /// Information is withheld.
    Withheld,
    /// Whether it is held is left open.
    Ncnd,
    /// It is said not to be held.
    NotHeld,
}
