//! Commands: take the input, call the desk, show the result.

use std::path::Path;
use std::process::ExitCode;

use chrono::NaiveDate;
use desk::batch::silently;
use desk::{
    ContactPart, Departure, Desk, DeskError, ForceEdit, Moment, NewCampaign, NewForce, PrintOrder,
    SendOrder, SenderView, WhatToWrite, WhichRequests, WriteOrder,
};

use crate::args::{
    Arguments, CampaignsCommand, Class, Command, ContactArguments, DueArguments, FollowUpMode, For,
    ForcesCommand, RequestCommand, RequestsCommand, ReviewsCommand, SenderCommand, Which,
    WriteCommand,
};
use crate::output::Output;
use crate::{exemptions, holidays, record, show, stand};

/// Runs a command.
pub fn run(arguments: &Arguments, moment: Moment, output: &Output) -> Result<ExitCode, DeskError> {
    let folder = || match &arguments.library {
        Some(folder) => Ok(folder.clone()),
        None => desk::default_folder(),
    };
    let open = || Desk::open(&folder()?);
    let today = moment.today;
    match &arguments.command {
        Command::Init { sample } => {
            let folder = folder()?;
            let desk = match sample {
                true => Desk::create_with_sample(&folder, moment)?,
                false => Desk::create(&folder, moment)?,
            };
            output.show(&desk.library()?, show::library);
        }
        Command::Sender(command) => sender(&mut open()?, command, moment, output)?,
        Command::Forces(command) => forces(&mut open()?, command, moment, output)?,
        Command::Campaigns(command) => campaigns(&mut open()?, command, moment, output)?,
        Command::Requests(RequestsCommand::List { campaign }) => {
            output.show(&open()?.requests(campaign.as_deref(), today)?, |views| {
                show::requests(views)
            });
        }
        Command::Request(RequestCommand::Show { request }) => {
            output.show(&open()?.request(request, today)?, show::request);
        }
        Command::Send { campaign, dated, force, out } => {
            let order = SendOrder {
                campaign: campaign.clone(),
                dated: desk::date("dated", dated)?,
                forces: force.clone(),
                out: out.clone(),
            };
            let report = open()?.send(&order, moment, &mut *silently())?;
            output.show(&report, show::sent);
            // Every force is named with its reason, and yet nothing was written.
            if report.written.is_empty() {
                return Ok(ExitCode::from(3));
            }
        }
        Command::Queue => output.show(&open()?.queue(today)?, |lines| show::queue(lines)),
        Command::Print { out, letters } => {
            let order = PrintOrder { out: out.clone(), letters: letters.clone() };
            output.show(&open()?.print(&order, today)?, show::printed);
        }
        Command::Posted { on, class, received, which } => {
            let departure = Departure::Posted { class: post_class(*class) };
            mark(&mut open()?, departure, (on, received.as_deref()), which, moment, output)?;
        }
        Command::Emailed { on, received, which } => {
            let days = (on.as_str(), received.as_deref());
            mark(&mut open()?, Departure::Emailed, days, which, moment, output)?;
        }
        Command::Submitted { on, received, which } => {
            let days = (on.as_str(), received.as_deref());
            mark(&mut open()?, Departure::Submitted, days, which, moment, output)?;
        }
        Command::Record(command) => record::run(&mut open()?, command, moment, output)?,
        Command::Write(command) => write(&mut open()?, command, moment, output)?,
        Command::Today => output.show(&open()?.today(today)?, show::today),
        Command::Reviews(ReviewsCommand::List) => {
            output.show(&open()?.reviews(today)?, |views| show::reviews(views));
        }
        Command::Due(DueArguments { csv: Some(file), .. }) => {
            let rows = desk::due_table(&read("csv", file)?)?;
            let table = desk::due_csv(&rows)?;
            output.show(&rows, |_| table);
        }
        Command::Due(DueArguments { regime, limit, from, .. }) => {
            let given = |text: &Option<String>| text.clone().unwrap_or_default();
            let from = desk::date("from", &given(from))?;
            output.show(&desk::due(&given(regime), &given(limit), from)?, show::due);
        }
        Command::Holidays(command) => holidays::run(&mut open()?, command, moment, output)?,
        Command::Exemptions(command) => exemptions::run(command, output)?,
        Command::Refusal(command) => exemptions::refusal(command, &open, output)?,
        Command::Standing { request, on } => {
            let on = date_if("on", on.as_deref())?.unwrap_or(today);
            output.show(&open()?.standing(request, on)?, stand::standing);
        }
        Command::Story { file } => {
            output.show(&desk::story(&read("story", file)?)?, |views| stand::story(views));
        }
        Command::Check => {
            let report = open()?.check()?;
            output.show(&report, show::check);
            if !report.clean {
                return Ok(ExitCode::from(1));
            }
        }
        Command::History => output.show(&open()?.history()?, |acts| show::history(acts)),
        Command::Undo { operation } => {
            let undone = open()?.undo(*operation, moment)?;
            output.show(&undone, |undone| format!("Undone: {}", undone.label));
        }
        Command::Strike { request, event, because } => {
            let view = open()?.strike(request, *event, because, moment)?;
            output.show(&view, show::one_request);
        }
        Command::Demo { out } => output.show(&desk::demo::demo(out)?, show::demo),
    }
    Ok(ExitCode::SUCCESS)
}

/// The class of post as the law has it.
pub fn post_class(class: Class) -> desk::PostClass {
    match class {
        Class::First => desk::PostClass::First,
        Class::Second => desk::PostClass::Second,
    }
}

/// A date that may be left out.
pub fn date_if(field: &str, text: Option<&str>) -> Result<Option<NaiveDate>, DeskError> {
    text.map(|text| desk::date(field, text)).transpose()
}

fn sender(
    desk: &mut Desk,
    command: &SenderCommand,
    moment: Moment,
    output: &Output,
) -> Result<(), DeskError> {
    match command {
        SenderCommand::Show => {
            let sender = desk.sender()?;
            output.show(&sender, |sender| {
                sender.as_ref().map_or_else(|| "No sender is set.".to_owned(), show::sender)
            });
        }
        SenderCommand::Set {
            applicant,
            signatory,
            signatory_title,
            organisation,
            address,
            email,
            telephone,
        } => {
            let sender = SenderView {
                applicant: applicant.clone(),
                signatory: signatory.clone(),
                signatory_title: signatory_title.clone(),
                organisation: organisation.clone(),
                address: address.split(',').map(str::to_owned).collect(),
                email: email.clone(),
                telephone: telephone.clone(),
            };
            output.show(&desk.set_sender(&sender, moment)?, show::sender);
        }
    }
    Ok(())
}

fn edit(name: Option<&String>, contact: &ContactArguments) -> ForceEdit {
    ForceEdit {
        name: name.cloned(),
        address: contact.address.clone(),
        email: contact.email.clone(),
        website: contact.website.clone(),
        legal_authority: contact.legal_authority.clone(),
        source: contact.source.clone(),
    }
}

fn forces(
    desk: &mut Desk,
    command: &ForcesCommand,
    moment: Moment,
    output: &Output,
) -> Result<(), DeskError> {
    match command {
        ForcesCommand::List { all } => {
            let mut forces = desk.forces()?;
            forces.retain(|force| *all || force.police);
            output.show(&forces, |forces| show::forces(forces));
        }
        ForcesCommand::Show { force } => output.show(&desk.force(force)?, show::force),
        ForcesCommand::Add { id, name, short_name, nation, regime, kind, contact } => {
            let new = NewForce {
                id: id.clone(),
                name: name.clone(),
                short_name: short_name.clone(),
                nation: nation.clone(),
                regime: regime.clone(),
                kind: kind.clone(),
                edit: edit(None, contact),
            };
            output.show(&desk.add_force(&new, moment)?, show::force);
        }
        ForcesCommand::Edit { force, name, contact } => {
            let edit = edit(name.as_ref(), contact);
            output.show(&desk.edit_force(force, &edit, moment)?, show::force);
        }
        ForcesCommand::Confirm { force, address, email, on } => {
            let parts = match (address, email) {
                (true, true) => vec![ContactPart::Address, ContactPart::Email],
                (false, true) => vec![ContactPart::Email],
                (true | false, false) => vec![ContactPart::Address],
            };
            let on = date_if("on", on.as_deref())?.unwrap_or(moment.today);
            output.show(&desk.confirm_force(force, &parts, on, moment)?, show::force);
        }
    }
    Ok(())
}

fn campaigns(
    desk: &mut Desk,
    command: &CampaignsCommand,
    moment: Moment,
    output: &Output,
) -> Result<(), DeskError> {
    match command {
        CampaignsCommand::List => output.show(&desk.campaigns()?, |all| show::campaigns(all)),
        CampaignsCommand::Show { campaign } => {
            output.show(&desk.campaign(campaign)?, show::campaign);
        }
        CampaignsCommand::New { title, prefix, questions, period, print_note } => {
            let new = NewCampaign {
                prefix: prefix.clone(),
                title: title.clone(),
                periods: period.clone(),
                questions: read("questions", questions)?,
                questions_name: questions.display().to_string(),
                note_printed: *print_note,
                sample: false,
            };
            output.show(&desk.new_campaign(&new, moment)?, show::campaign);
        }
    }
    Ok(())
}

/// The bytes of a file that is named on the command line.
pub fn read(field: &str, path: &Path) -> Result<Vec<u8>, DeskError> {
    desk::file(field, path)
}

fn mark(
    desk: &mut Desk,
    departure: Departure,
    (on, received): (&str, Option<&str>),
    which: &Which,
    moment: Moment,
    output: &Output,
) -> Result<(), DeskError> {
    let on = desk::date("on", on)?;
    let received = date_if("received", received)?;
    let report = if which.all {
        desk.mark_all_sent(departure, on, received, moment)?
    } else {
        desk.mark_sent(&which.request, departure, on, received, moment)?
    };
    output.show(&report, show::marked);
    Ok(())
}

fn write(
    desk: &mut Desk,
    command: &WriteCommand,
    moment: Moment,
    output: &Output,
) -> Result<(), DeskError> {
    let (what, order, reply_by): (WhatToWrite, &For, Option<&str>) = match command {
        WriteCommand::FollowUp { mode, reply_by, order } => {
            let mode = mode.map(|mode| match mode {
                FollowUpMode::A => desk::Mode::FreshRequest,
                FollowUpMode::B => desk::Mode::Review,
                FollowUpMode::C => desk::Mode::Both,
                FollowUpMode::D => desk::Mode::Enquiry,
            });
            (WhatToWrite::FollowUp(mode), order, reply_by.as_deref())
        }
        WriteCommand::Review { order } => (WhatToWrite::Review, order, None),
    };
    let order = WriteOrder {
        what,
        which: if order.which.due {
            WhichRequests::Due
        } else {
            WhichRequests::Named(order.which.request.clone())
        },
        dated: date_if("dated", order.dated.as_deref())?.unwrap_or(moment.today),
        reply_by: date_if("reply-by", reply_by)?,
        out: order.out.clone(),
    };
    output.show(&desk.write_letters(&order, moment, &mut *silently())?, show::written);
    Ok(())
}
