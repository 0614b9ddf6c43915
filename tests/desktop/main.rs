//! The real window under a virtual display: few, whole journeys.

use tests::driver;

mod beside;
mod campaign;
mod full_disk;
mod main_job;
mod recording;
mod screens;
mod tour;
mod trouble;
mod trouble_place;
mod undo;
