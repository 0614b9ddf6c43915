//! The real window under a virtual display: few, whole journeys.

mod driver;
mod main_job;
mod screens;
mod trouble;
