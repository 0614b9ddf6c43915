//! Closed lists as they cross: by their codes, in Rust, JSON and TypeScript alike.

use std::marker::PhantomData;
use std::path::PathBuf;

use law::Coded;
use serde::{Deserialize, Deserializer};
use ts_rs::{Config, TS};

/// The codes of a closed list, as a TypeScript type of the list's own name.
pub(crate) struct Code<T>(PhantomData<T>);

impl<T: Coded> TS for Code<T> {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &Config) -> String {
        let name = std::any::type_name::<T>();
        name.rsplit("::").next().unwrap_or(name).to_owned()
    }

    fn inline(_: &Config) -> String {
        let codes: Vec<String> = T::ALL.iter().map(|one| format!("\"{}\"", one.code())).collect();
        codes.join(" | ")
    }

    fn decl(cfg: &Config) -> String {
        format!("type {} = {};", Self::name(cfg), Self::inline(cfg))
    }

    fn decl_concrete(cfg: &Config) -> String {
        Self::decl(cfg)
    }

    fn output_path() -> Option<PathBuf> {
        Some(PathBuf::from(format!("{}.ts", Self::name(&Config::new()))))
    }
}

/// Reads a member of a closed list by its code.
pub(crate) fn read<'de, T: Coded, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let code = String::deserialize(from)?;
    member(&code)
}

/// The same, where it may be left out.
pub(crate) fn read_if<'de, T: Coded, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    Option::<String>::deserialize(from)?.as_deref().map(member).transpose()
}

fn member<T: Coded, E: serde::de::Error>(code: &str) -> Result<T, E> {
    T::from_code(code).ok_or_else(|| {
        let known: Vec<&str> = T::ALL.iter().map(|one| one.code()).collect();
        E::custom(format!("“{code}” is none of {}", known.join(", ")))
    })
}
