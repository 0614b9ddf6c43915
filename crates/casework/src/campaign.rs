//! A campaign: one set of questions put to many forces, and the references that it gives out.

use std::fmt;

use crate::id::CampaignId;
use crate::question::Question;
use crate::refusal::Refusal;

/// A campaign with its questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Its row.
    pub id: CampaignId,
    /// The letters that its references begin with.
    pub prefix: Prefix,
    /// What it is about, as letters say it.
    pub title: String,
    /// The periods asked about, in the campaign's own words and order.
    pub periods: Vec<String>,
    /// A note to go with the request, kept whole.
    pub note: Option<String>,
    /// Whether the note is printed.
    pub note_printed: bool,
    /// Whether it is the sample: its letters say "not for posting".
    pub sample: bool,
    /// The questions in order.
    pub questions: Vec<Question>,
}

/// One to six capital letters or digits, a letter first: `HT`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prefix(String);

impl Prefix {
    /// Reads a prefix; small letters are made capitals.
    ///
    /// # Errors
    /// Refused where it is not one to six letters or digits beginning with a letter.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = text.trim().to_ascii_uppercase();
        let long_enough = (1..=6).contains(&text.len());
        let letter_first = text.chars().next().is_some_and(|c| c.is_ascii_uppercase());
        let plain = text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        if long_enough && letter_first && plain {
            Ok(Self(text))
        } else {
            Err(Refusal::new(
                format!("“{text}” cannot be the prefix of a reference."),
                "Give one to six letters or digits, a letter first, such as HT.",
            )
            .on("prefix"))
        }
    }

    /// The prefix as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The reference of a request: `HT-011`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The campaign's prefix.
    pub prefix: Prefix,
    /// The number of the request in the campaign, from 1.
    pub number: u32,
}

impl Reference {
    /// Reads `HT-011`; `ht-11` is the same reference.
    ///
    /// # Errors
    /// Refused where it has another shape.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let refused = || {
            Refusal::new(
                format!("“{text}” is not the reference of a request."),
                "References look like HT-011: the campaign's prefix, a hyphen and a number.",
            )
            .on("request")
        };
        let (prefix, number) = text.trim().split_once('-').ok_or_else(refused)?;
        let prefix = Prefix::parse(prefix).map_err(|_| refused())?;
        let all_digits = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
        let number: u32 = if all_digits { number.parse().map_err(|_| refused())? } else { 0 };
        if number == 0 {
            return Err(refused());
        }
        Ok(Self { prefix, number })
    }

    /// The reference of the nth letter of this request: `HT-011/2`.
    pub fn letter(&self, number: u32) -> String {
        format!("{self}/{number}")
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:03}", self.prefix, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_reads_back_as_written() {
        let reference = Reference::parse("ht-11").expect("a reference");
        assert_eq!(reference.to_string(), "HT-011");
        assert_eq!(Reference::parse("HT-011").expect("a reference"), reference);
        assert_eq!(reference.letter(2), "HT-011/2");
        assert_eq!(reference.prefix.as_str(), "HT");
    }

    #[test]
    fn what_is_no_reference_is_refused() {
        for text in ["", "HT", "HT-", "HT-0", "HT-x", "-1", "HT-+1", "HT-99999999999", "H T-1"] {
            assert!(Reference::parse(text).is_err(), "{text}");
        }
    }
}
