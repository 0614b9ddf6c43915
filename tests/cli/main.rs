//! The real `foi`, whose path is in `FOI_DESK_FOI`: run as a script runs it.

#[cfg(test)]
mod cost;
#[cfg(test)]
mod course;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod exemptions;
#[cfg(test)]
mod exit_codes;
#[cfg(test)]
mod holidays;
#[cfg(test)]
mod json;
#[cfg(test)]
mod killed;
#[cfg(test)]
mod libraries;
#[cfg(test)]
mod network;
#[cfg(test)]
mod own_campaign;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod refusals_of_a_request;
#[cfg(test)]
mod together;
