//! Every screen and dialog of the window: what leads there, and what it shows.

use crate::driver::Window;

/// A place to stop at. The number is that of its design, or one above 20 where it has none.
pub struct Stop {
    pub name: &'static str,
    /// What it is, for the index of the pictures.
    pub title: &'static str,
    /// Leads there from anywhere.
    pub go: fn(&Window),
    /// Whether a dialog or popover is open there, to be closed afterwards.
    pub is_above: bool,
}

const fn screen(name: &'static str, title: &'static str, go: fn(&Window)) -> Stop {
    Stop { name, title, go, is_above: false }
}

const fn above(name: &'static str, title: &'static str, go: fn(&Window)) -> Stop {
    Stop { name, title, go, is_above: true }
}

/// In the order in which they are visited.
pub const STOPS: [Stop; 28] = [
    screen("01-today", "Today", |w| nav(w, "Today", "Monday 23 November")),
    above("01-today-send", "Writing requests: the dialog", |w| {
        nav(w, "Today", "Monday 23 November");
        w.press("Write the request");
        w.element("//dialog");
    }),
    screen("02-board", "Board", |w| nav(w, "Board", "Answered")),
    screen("03-request", "One request", |w| request(w, "HT-011")),
    above("03-request-why", "One request: why this date?", |w| {
        request(w, "HT-011");
        w.press("Why this date?");
        w.element("//*[@role='region' and starts-with(@aria-label, 'Why ')]");
    }),
    above("03-request-pages", "One request: the pages of a letter", |w| {
        request(w, "HT-011");
        w.press("Show pages");
        w.element("//dialog");
        w.pages_are_drawn();
    }),
    above("03-request-correct", "One request: how a letter left is corrected", |w| {
        request(w, "HT-003");
        w.press("Correct…");
        w.says("Correct how HT-003/1 left");
    }),
    above("03-request-arrival", "One request: a day of arrival is recorded", |w| {
        record(w, "Record when our letter arrived");
    }),
    above("03-request-acknowledgement", "One request: an acknowledgement is recorded", |w| {
        record(w, "Record an acknowledgement");
    }),
    above("03-request-note", "One request: a note is recorded", |w| record(w, "Record a note")),
    above("03-request-close", "One request: it is closed", |w| record(w, "Close the request")),
    above("03-request-else", "One request: what else happened is recorded", |w| {
        request(w, "HT-003");
        w.leave_fields();
        w.keys(&["m"]);
        w.click("//*[@role='menuitem'][contains(normalize-space(), 'something else')]");
        w.element("//dialog//option[@value='fees_notice']");
        w.choose_option("//dialog//select", "fees_notice");
        w.says("Only about these questions");
        w.says("What saving this will change");
    }),
    screen("04-composer", "Composer: a follow-up", |w| compose(w, "HT-031", "")),
    screen("04-composer-fresh", "Composer: a fresh request", |w| {
        compose(w, "HT-031", "Fresh request");
    }),
    screen("04-composer-both", "Composer: review and fresh request", |w| {
        compose(w, "HT-031", "Two references");
    }),
    screen("04-composer-enquiry", "Composer: an enquiry", |w| compose(w, "HT-031", "Enquiry")),
    screen("04-composer-review", "Composer: an internal review", |w| {
        compose(w, "HT-018", "Internal review");
    }),
    screen("05-print-queue", "Print queue", |w| {
        nav(w, "Print", "Print as one job");
        w.pages_are_drawn();
    }),
    above("05-print-queue-posted", "Print queue: letters are marked as posted", |w| {
        nav(w, "Print", "Print as one job");
        w.click("//aside//button[contains(., 'as posted')]");
        w.says("What this starts");
    }),
    screen("06-record", "Record a reply: whose", |w| nav(w, "Re", "Whose reply came?")),
    screen("06-record-reply", "Record a reply", |w| {
        nav(w, "Re", "Whose reply came?");
        w.fill("//input[@type='search']", "Derbyshire");
        w.keys(&["Enter"]);
        w.says("Outcomes");
        w.set_date("dated", "2026-11-20");
        w.set_date("received", super::campaign::TODAY);
        w.tab_to("question");
        w.keys(&["a", "a", "p", "r"]);
        w.says("To follow up");
    }),
    screen("07-forces", "Forces", |w| nav(w, "Forces", "Bedfordshire")),
    screen("10-reviews", "Reviews", |w| nav(w, "Reviews", "4 working days left")),
    screen("10-reviews-decide", "Reviews: the decision is recorded", |w| {
        nav(w, "Reviews", "Internal review:");
        w.click("//tr[contains(., 'HT-011')]//*[contains(text(), 'HT-011')]");
        w.click("//aside//button[starts-with(normalize-space(), 'Record the decision')]");
        w.element("//*[@data-question]");
    }),
    screen("14-history", "History", |w| nav(w, "History", "What was done")),
    screen("21-requests", "Requests", |w| nav(w, "Requests", "Avon and Somerset Police")),
    screen("22-new-campaign", "New campaign", |w| nav(w, "New", "Your questions go to")),
    screen("23-sender", "Who writes", |w| {
        w.click(
            "//nav//button[contains(normalize-space(), 'Sender') or contains(normalize-space(), 'Who writes')]",
        );
        w.says("Applicant");
    }),
];

/// The list of shortcuts, which opens above any screen.
pub const SHORTCUTS: Stop = above("24-shortcuts", "The shortcuts", |w| {
    nav(w, "Today", "Monday 23 November");
    w.leave_fields();
    w.keys(&["?"]);
    w.element("//dialog");
});

impl Stop {
    /// Goes there and waits until all of it stands still.
    pub fn visit(&self, window: &Window) {
        (self.go)(window);
        window.settled();
    }

    /// Closes what is open above the screen.
    pub fn leave(&self, window: &Window) {
        if self.is_above {
            window.keys(&["Escape"]);
            window.gone("//dialog");
        }
    }
}

fn nav(window: &Window, words: &str, shows: &str) {
    window.click_link_like(words);
    window.says(shows);
}

fn request(window: &Window, reference: &str) {
    nav(window, "Requests", "Avon and Somerset Police");
    window.fill("//input[@aria-label='Find a force or a reference']", reference);

    window.click(&format!(
        "//tbody//tr[contains(., '{reference}')]//*[contains(text(), '{reference}')]"
    ));
    window.keys(&["Enter"]);
    // What comes in later moves what stands below it.
    for part in ["Correspondence", "Contact", "House of Commons"] {
        window.says(part);
    }
}

fn record(window: &Window, title: &str) {
    request(window, "HT-003");
    window.leave_fields();
    window.keys(&["m"]);
    window.click(&format!("//*[@role='menuitem'][contains(normalize-space(), '{title}')]"));
    window.element(&format!("//dialog[.//h2[normalize-space()='{title}']]"));
}

fn compose(window: &Window, reference: &str, mode: &str) {
    request(window, reference);
    window.leave_fields();
    window.keys(&["l"]);
    window.says("Add to print queue");
    if !mode.is_empty() {
        window.choose(mode);
    }
    window.pages_are_drawn();
}
