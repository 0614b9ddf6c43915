//! A refusal: what may not be done, on what authority, and what to do instead. Not a fault.

use std::fmt;

/// Why an act is refused. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is refused and why, as a sentence.
    pub message: String,
    /// What to do instead.
    pub hint: String,
    /// The field that it concerns, as the person knows it.
    pub field: Option<String>,
    /// The rule that says so, where it is a rule of law.
    pub citation: Option<String>,
}

impl Refusal {
    /// A refusal with its reason and the way out.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into(), field: None, citation: None }
    }

    /// Names the field.
    #[must_use]
    pub fn on(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Names the rule.
    #[must_use]
    pub fn citing(mut self, citation: impl Into<String>) -> Self {
        self.citation = Some(citation.into());
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_reads_as_its_reason() {
        let refusal = Refusal::new("It has not left.", "Post it.").on("request").citing("s. 1");
        assert_eq!(refusal.to_string(), "It has not left.");
        assert_eq!(refusal.field.as_deref(), Some("request"));
        assert_eq!(refusal.citation.as_deref(), Some("s. 1"));
    }
}
