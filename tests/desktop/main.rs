//! The real window under a virtual display: few, whole journeys.

use tests::driver;

mod main_job;
mod recording;
mod screens;
mod trouble;
mod undo;
