//! The letters as a reader gets them: what they say, where it stands on the page, and what can be
//! read back from the file. `golden.rs` says how a golden file is renewed.

#[cfg(test)]
mod campaigns;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod page_rules;
#[cfg(test)]
mod print_job;
#[cfg(test)]
mod printer;
#[cfg(test)]
mod read_back;
#[cfg(test)]
mod same_bytes;
#[cfg(test)]
mod set;
#[cfg(test)]
mod story;
#[cfg(test)]
mod tools;
#[cfg(test)]
mod wording_rules;
