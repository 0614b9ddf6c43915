//! letters

pub mod font;
pub mod layout;
pub mod letter;
pub mod pdf;
