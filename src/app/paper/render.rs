//! Puts the lines on pages and the pages into a PDF.

use super::{
    CannotPrint, Paper, PaperSize, Part, Printed, Table,
    chart::{self, Mark},
    face::{Face, Run, Types},
    layout::lines,
};
use krilla::{
    Document,
    color::rgb,
    geom::{PathBuilder, Point},
    metadata::Metadata,
    num::NormalizedF32,
    page::PageSettings,
    paint::{Fill, Stroke},
    surface::Surface,
};

/// Points are 1/72 of an inch.
pub(super) const MARGIN: f32 = 56.0;
const FOOT: f32 = 32.0;
const PLAIN: Look = Look { face: Face::Plain, size: 10.5, leading: 15.0 };
const SMALL: Look = Look { face: Face::Plain, size: 9.0, leading: 13.0 };
const BOOK: Look = Look { face: Face::Book, size: 11.0, leading: 16.5 };
const CELL: Look = Look { face: Face::Plain, size: 9.5, leading: 13.0 };
const CELL_HEAD: Look = Look { face: Face::Bold, ..CELL };
const HEADING: Look = Look { face: Face::Bold, size: 14.0, leading: 19.0 };
const TITLE: Look = Look { face: Face::Bold, size: 20.0, leading: 26.0 };
/// Between two columns.
const GAP: f32 = 10.0;

/// How a kind of text looks; sizes in points.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) leading: f32,
}

/// What stands on a page: lines of text with their places, thin rules, and what is drawn.
#[derive(Default)]
struct Sheet {
    texts: Vec<(f32, f32, Look, Run)>,
    rules: Vec<f32>,
    marks: Vec<Mark>,
}

/// The pages as they fill.
pub(super) struct Pages<'t> {
    types: &'t Types,
    width: f32,
    height: f32,
    sheets: Vec<Sheet>,
    now: Sheet,
    /// How far down the page is filled.
    at: f32,
    unprinted: usize,
}

impl Pages<'_> {
    pub(super) const fn at(&self) -> f32 {
        self.at
    }

    pub(super) const fn inner(&self) -> f32 {
        self.width - 2.0 * MARGIN
    }

    const fn bottom(&self) -> f32 {
        self.height - MARGIN - 12.0
    }

    fn turn(&mut self) {
        self.sheets.push(std::mem::take(&mut self.now));
        self.at = MARGIN;
    }

    /// Turns the page unless there is room for `height`.
    pub(super) fn need(&mut self, height: f32) {
        if self.at + height > self.bottom() && self.at > MARGIN {
            self.turn();
        }
    }

    fn printable(&mut self, look: Look, text: &str) -> String {
        let (text, unprinted) = self.types.printable(look.face, text);
        self.unprinted += unprinted;
        text
    }

    fn broken(&mut self, look: Look, width: f32, text: &str) -> Vec<Run> {
        let text = self.printable(look, text);
        lines(self.types, look.face, look.size, width, &text)
    }

    /// Lines one below the other, over as many pages as they need.
    pub(super) fn text(&mut self, look: Look, text: &str) {
        for line in self.broken(look, self.inner(), text) {
            self.need(look.leading);
            self.at += look.leading;
            self.now.texts.push((MARGIN, self.at, look, line));
        }
    }

    pub(super) fn mark(&mut self, mark: Mark) {
        self.now.marks.push(mark);
    }

    /// One line at a place of its own.
    pub(super) fn label(&mut self, look: Look, (left, at): (f32, f32), words: &str) {
        let words = self.printable(look, words);
        let line = self.types.of(look.face).run(&words);
        self.now.texts.push((left, at, look, line));
    }

    /// How wide `words` are in `look`, in points.
    pub(super) fn width_of(&self, look: Look, words: &str) -> f32 {
        self.types.of(look.face).run(words).width * look.size
    }

    pub(super) fn space(&mut self, height: f32) {
        self.at += height;
    }

    fn rule(&mut self) {
        self.now.rules.push(self.at + 4.0);
        self.at += 5.0;
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Heading(words) => {
                // A heading is never the last line of a page.
                self.space(16.0);
                self.need(HEADING.leading + 4.0 * PLAIN.leading);
                self.text(HEADING, words);
                self.space(2.0);
            }
            Part::Words(words) => self.text(PLAIN, words),
            Part::Small(words) => self.text(SMALL, words),
            Part::Own { head, words } => {
                self.space(8.0);
                self.need(SMALL.leading + 2.0 * BOOK.leading);
                self.text(SMALL, head);
                self.text(BOOK, words.reveal());
            }
            Part::Table(table) => self.table(table),
            Part::Chart(drawn) => chart::place(self, drawn),
        }
    }

    fn table(&mut self, table: &Table) {
        let shares: f32 = table.columns.iter().map(|column| f32::from(column.share.max(1))).sum();
        let mut left = MARGIN;
        let places: Vec<(f32, f32)> = table
            .columns
            .iter()
            .map(|column| {
                let whole = self.inner() * f32::from(column.share.max(1)) / shares;
                let place = (left, whole - GAP);
                left += whole;
                place
            })
            .collect();
        let heads: Vec<String> = table.columns.iter().map(|column| column.head.clone()).collect();
        let head: Vec<&str> = heads.iter().map(String::as_str).collect();
        self.space(4.0);
        self.need(5.0 * CELL.leading);
        self.row(CELL_HEAD, &places, &head, None);
        for row in &table.rows {
            let cells: Vec<&str> = row.iter().map(crate::care::Private::reveal).collect();
            self.row(CELL, &places, &cells, Some(&head));
        }
    }

    /// One row, its cells side by side. Where it does not fit any more, `head` stands again on the next page. A row that
    /// is longer than a page goes on on the next.
    fn row(&mut self, look: Look, places: &[(f32, f32)], cells: &[&str], head: Option<&[&str]>) {
        let mut broken: Vec<_> = places
            .iter()
            .zip(cells)
            .map(|((left, width), cell)| (*left, self.broken(look, *width, cell).into_iter()))
            .collect();
        let most = broken.iter().map(|(_, lines)| lines.len()).max().unwrap_or_default();
        let again = |pages: &mut Self| {
            pages.turn();
            if let Some(head) = head {
                pages.row(CELL_HEAD, places, head, None);
            }
        };
        let height = f32::from(u16::try_from(most).unwrap_or(u16::MAX)) * look.leading;
        if self.at + height + 5.0 > self.bottom() && height < self.bottom() / 2.0 {
            again(self);
        }
        for _ in 0..most {
            if self.at + look.leading > self.bottom() {
                again(self);
            }
            self.at += look.leading;
            for (left, lines) in &mut broken {
                if let Some(line) = lines.next() {
                    self.now.texts.push((*left, self.at, look, line));
                }
            }
        }
        self.rule();
    }
}

pub(super) fn print(paper: &Paper) -> Result<Printed, CannotPrint> {
    let types = Types::load()?;
    let (width, height) = match paper.size {
        PaperSize::A4 => (595.28, 841.89),
        PaperSize::Letter => (612.0, 792.0),
    };
    let mut pages = Pages {
        types: &types,
        width,
        height,
        sheets: Vec::new(),
        now: Sheet::default(),
        at: MARGIN - 8.0,
        unprinted: 0,
    };
    pages.text(TITLE, &paper.title);
    paper.parts.iter().for_each(|part| pages.part(part));
    let (foot, _) = types.printable(Face::Plain, paper.foot.reveal());
    let unprinted = pages.unprinted;
    if unprinted > 0 {
        pages.space(16.0);
        pages.need(3.0 * SMALL.leading);
        pages.text(SMALL, &paper.unprinted.replace('#', &unprinted.to_string()));
    }
    pages.turn();
    let sheets = pages.sheets;
    let count = sheets.len();
    let mut document = Document::new();
    document.set_metadata(
        Metadata::new()
            .title(paper.title.clone())
            .language(paper.language.to_owned())
            .creator("Cairn".to_owned()),
    );
    let settings = PageSettings::from_wh(width, height).ok_or(CannotPrint("a page"))?;
    for (at, sheet) in sheets.into_iter().enumerate() {
        let mut page = document.start_page_with(settings.clone());
        let mut surface = page.surface();
        draw(&mut surface, &types, sheet, width);
        let number = types.of(Face::Plain).run(&format!("{} / {count}", at + 1));
        let right = width - MARGIN - number.width * SMALL.size;
        let room = right - MARGIN - GAP;
        text(&mut surface, &types, (right, height - FOOT), SMALL, &number);
        if let Some(line) = lines(&types, Face::Plain, SMALL.size, room, &foot).first() {
            text(&mut surface, &types, (MARGIN, height - FOOT), SMALL, line);
        }
        surface.finish();
        page.finish();
    }
    let bytes = document.finish().map_err(|_| CannotPrint("the document"))?;
    Ok(Printed { bytes, pages: count, unprinted })
}

fn draw(surface: &mut Surface<'_>, types: &Types, sheet: Sheet, width: f32) {
    for at in sheet.rules {
        let mut path = PathBuilder::new();
        path.move_to(MARGIN, at);
        path.line_to(width - MARGIN, at);
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke {
            paint: rgb::Color::new(0xc8, 0xc2, 0xb6).into(),
            width: 0.5,
            ..Stroke::default()
        }));
        if let Some(path) = path.finish() {
            surface.draw_path(&path);
        }
    }
    sheet.marks.into_iter().for_each(|mark| chart::draw(surface, mark));
    surface.set_stroke(None);
    for (left, at, look, line) in sheet.texts {
        text(surface, types, (left, at), look, &line);
    }
}

fn text(surface: &mut Surface<'_>, types: &Types, (left, at): (f32, f32), look: Look, line: &Run) {
    if line.glyphs.is_empty() {
        return;
    }
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(0x1c, 0x1b, 0x19).into(),
        opacity: NormalizedF32::ONE,
        rule: krilla::paint::FillRule::default(),
    }));
    let font = types.of(look.face).font.clone();
    surface.draw_glyphs(Point::from_xy(left, at), &line.glyphs, font, &line.text, look.size, false);
}
