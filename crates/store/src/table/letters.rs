//! Letters: frozen when they are written.

use casework::id::{LetterId, QuestionId, RequestId};
use casework::letter::LetterFacts;
use law::Coded;

use crate::codes::{coded, coded_if, date, date_if, get, number, stored};
use crate::documents::DocumentHash;
use crate::door::{Reader, Writer};
use crate::error::StoreError;

/// What the library keeps of a letter besides its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLetter {
    /// What it is and says.
    pub facts: LetterFacts,
    /// The hash of its exact bytes.
    pub document: DocumentHash,
    /// How many pages it has.
    pub page_count: u32,
    /// The lines of the address that it bears; without any it stays out of the print job.
    pub address: Vec<String>,
    /// The version of the wording that it was made from.
    pub wording_version: String,
}

impl KeptLetter {
    /// Whether it bears an address.
    pub fn has_address(&self) -> bool {
        !self.address.is_empty()
    }
}

impl Reader<'_> {
    /// The letters of a request, in order of their numbers, those taken back included.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn letters(&self, request: RequestId) -> Result<Vec<KeptLetter>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, number, second_number, kind, mode, dated, reply_by, page_count, address,
               document_hash, wording_version
             FROM letters WHERE request_id = ?1 ORDER BY number",
        )?;
        let mut rows = statement.query([request.0])?;
        let mut letters = Vec::new();
        while let Some(row) = rows.next()? {
            let id = LetterId(get(row, "id")?);
            let (questions, fresh_questions) = self.letter_questions(id)?;
            let second: Option<i64> = get(row, "second_number")?;
            letters.push(KeptLetter {
                facts: LetterFacts {
                    id,
                    number: number(row, "number")?,
                    second_number: second.and_then(|number| u32::try_from(number).ok()),
                    kind: coded("kind of letter", &get::<String>(row, "kind")?)?,
                    mode: coded_if("mode", get(row, "mode")?)?,
                    dated: date("date of a letter", &get::<String>(row, "dated")?)?,
                    reply_by: date_if("reply by", get(row, "reply_by")?)?,
                    questions,
                    fresh_questions,
                },
                document: DocumentHash::stored(get(row, "document_hash")?),
                page_count: number(row, "page_count")?,
                address: get::<String>(row, "address")?.lines().map(str::to_owned).collect(),
                wording_version: get(row, "wording_version")?,
            });
        }
        Ok(letters)
    }

    fn letter_questions(
        &self,
        letter: LetterId,
    ) -> Result<(Vec<QuestionId>, Vec<QuestionId>), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT l.question_id, l.is_fresh FROM letter_questions l
             JOIN questions q ON q.id = l.question_id
             WHERE l.letter_id = ?1 ORDER BY q.position",
        )?;
        let mut rows = statement.query([letter.0])?;
        let (mut questions, mut fresh) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next()? {
            let question = QuestionId(get(row, "question_id")?);
            questions.push(question);
            if get(row, "is_fresh")? {
                fresh.push(question);
            }
        }
        Ok((questions, fresh))
    }

    /// The number that the next letter of a request will have. A number is given once, even if its
    /// letter is taken back.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn next_letter_number(&self, request: RequestId) -> Result<u32, StoreError> {
        let last: Option<u32> = self.connection.query_row(
            "SELECT max(ifnull(second_number, number)) FROM letters WHERE request_id = ?1",
            [request.0],
            |row| row.get(0),
        )?;
        Ok(last.unwrap_or(0) + 1)
    }
}

impl Writer<'_> {
    /// Freezes a letter whose bytes are kept; its row number is given by the library.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn add_letter(
        &self,
        request: RequestId,
        letter: &KeptLetter,
    ) -> Result<LetterId, StoreError> {
        let facts = &letter.facts;
        self.execute(
            "INSERT INTO letters (request_id, number, second_number, kind, mode, dated, reply_by,
               page_count, address, document_hash, wording_version, operation_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            rusqlite::params![
                request.0,
                facts.number,
                facts.second_number,
                facts.kind.code(),
                facts.mode.map(Coded::code),
                stored(facts.dated),
                facts.reply_by.map(stored),
                letter.page_count,
                letter.address.join("\n"),
                letter.document.as_str(),
                letter.wording_version,
                self.operation().0,
            ],
        )?;
        let id = LetterId(self.last_row());
        for question in &facts.questions {
            self.execute(
                "INSERT INTO letter_questions (letter_id, question_id, is_fresh) VALUES (?1, ?2, ?3)",
                (id.0, question.0, facts.fresh_questions.contains(question)),
            )?;
        }
        self.touch(request);
        Ok(id)
    }
}
