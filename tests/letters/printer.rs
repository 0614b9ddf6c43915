//! A letter as text that a person can read and compare: every word of it, nothing of the page.

use letters::letter::{Block, Item, Letter};

/// Long lines are broken here, so that a difference is seen in its line.
const WIDTH: usize = 96;

/// The letter as text.
pub fn readable(letter: &Letter) -> String {
    let mut out = Text::default();
    out.line(&format!("file title: {}", letter.title));
    out.line(&format!("file author: {}", letter.author));
    out.line(&format!("file date: {}", letter.dated));
    out.gap();
    out.line(&letter.letterhead.name);
    out.line(&letter.letterhead.contact);
    out.gap();
    if letter.addressee.is_empty() {
        out.line("(no address)");
    }
    letter.addressee.iter().for_each(|line| out.line(line));
    out.gap();
    for particular in &letter.particulars {
        out.line(&format!("{}: {}", particular.label, particular.value));
    }
    out.gap();
    out.line(&letter.salutation);
    out.gap();
    out.line(&format!("# {}", letter.heading));
    letter.subject.iter().for_each(|line| out.line(&format!("  {line}")));
    for block in &letter.body {
        out.gap();
        out.block(block);
    }
    out.gap();
    out.line(&letter.valediction);
    out.gap();
    letter.signature.iter().for_each(|line| out.line(line));
    letter.enclosures.iter().for_each(|line| out.line(&format!("enclosed: {line}")));
    out.gap();
    out.line(&format!("head: {} | {}", letter.running_head.left, letter.running_head.right));
    out.line(&format!("foot: {}", letter.foot.references));
    letter.foot.notice.iter().for_each(|notice| out.line(&format!("notice: {notice}")));
    out.0
}

/// Every text of the body, in reading order, without its number: for rules about words.
pub fn sentences(letter: &Letter) -> Vec<&str> {
    fn of_item<'a>(item: &'a Item, into: &mut Vec<&'a str>) {
        into.push(&item.text);
        item.parts.iter().for_each(|part| of_item(part, into));
        into.extend(item.remarks.iter().map(String::as_str));
    }
    let mut texts: Vec<&str> = vec![&letter.heading];
    texts.extend(letter.subject.iter().map(String::as_str));
    for block in &letter.body {
        match block {
            Block::Paragraph(text) | Block::GroupHeading(text) => texts.push(text),
            Block::PartHeading { text, reference } => {
                texts.push(text);
                texts.extend(reference.as_deref());
            }
            Block::Item(item) => of_item(item, &mut texts),
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// Every text of the letter as it stands on the paper, furniture of later pages left out.
pub fn words_on_paper(letter: &Letter) -> Vec<String> {
    fn of_item(item: &Item, into: &mut Vec<String>) {
        into.push(item.number.clone());
        into.push(item.text.clone());
        item.parts.iter().for_each(|part| of_item(part, into));
        into.extend(item.remarks.iter().cloned());
    }
    let mut texts = vec![letter.letterhead.name.clone(), letter.letterhead.contact.clone()];
    texts.extend(letter.addressee.iter().cloned());
    texts.extend(letter.particulars.iter().flat_map(|p| [p.label.clone(), p.value.clone()]));
    texts.extend([letter.salutation.clone(), letter.heading.clone()]);
    texts.extend(letter.subject.iter().cloned());
    for block in &letter.body {
        match block {
            Block::Paragraph(text) | Block::GroupHeading(text) => texts.push(text.clone()),
            Block::PartHeading { text, reference } => {
                texts.push(text.clone());
                texts.extend(reference.iter().map(|reference| format!("({reference})")));
            }
            Block::Item(item) => of_item(item, &mut texts),
        }
    }
    texts.push(letter.valediction.clone());
    texts.extend(letter.signature.iter().cloned());
    texts.extend(letter.enclosures.iter().cloned());
    texts
}

#[derive(Default)]
struct Text(String);

impl Text {
    fn gap(&mut self) {
        self.0.push('\n');
    }

    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.folded("", "", text),
            Block::PartHeading { text, reference } => {
                let reference = reference.iter().map(|reference| format!(" ({reference})"));
                let heading: String = std::iter::once(text.clone()).chain(reference).collect();
                self.line(&format!("## {heading}"));
            }
            Block::GroupHeading(text) => self.line(&format!("### {text}")),
            Block::Item(item) => self.item(item, ""),
        }
    }

    fn item(&mut self, item: &Item, indent: &str) {
        self.folded(&format!("{indent}{:<4} ", item.number), &format!("{indent}     "), &item.text);
        let inner = format!("{indent}     ");
        item.parts.iter().for_each(|part| self.item(part, &inner));
        for remark in &item.remarks {
            self.folded(&format!("{inner}> "), &format!("{inner}  "), remark);
        }
    }

    /// A text in lines of a width that can be read; its words are not changed. Two blanks side by
    /// side stay two blanks.
    fn folded(&mut self, first: &str, later: &str, text: &str) {
        let mut line = first.to_owned();
        let mut begun = false;
        for word in text.split(' ') {
            if begun && line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(line.trim_end());
                line = later.to_owned();
                begun = false;
            }
            if begun {
                line.push(' ');
            }
            line.push_str(word);
            begun = true;
        }
        self.line(line.trim_end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::set::golden;

    #[test]
    fn the_readable_form_has_every_word_that_stands_on_the_paper() {
        for name in
            ["request-foia", "follow-up-c-scotland", "welsh-request", "every-outcome-a-foia"]
        {
            let letter = &golden(name).told.letter;
            let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let mut shown = squeezed(&readable(letter)).replace(" > ", " ").replace('#', "");
            shown = squeezed(&shown);
            for text in words_on_paper(letter) {
                assert!(shown.contains(&squeezed(&text)), "{name}: “{text}” is not shown");
            }
        }
    }
}
