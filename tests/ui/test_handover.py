"""Handing over: the preview, the page as PDF, on the printer and as HTML, pictures and the chart's text."""

import io
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import PlateId
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.handout import write_handout
from bodymap.inquiry.intents import (
    Agree,
    Find,
    FinishScreening,
    OpenPage,
    Reply,
    TickSign,
    ToggleRegion,
    UseVoice,
    WriteDown,
)
from bodymap.inquiry.leaf import Kind, Need, leave_out, order_of_leaving
from bodymap.inquiry.state import Inquiry, Page, Paper, Seat, Written
from bodymap.inquiry.update import update
from bodymap.ui.leaf_html import write_html
from bodymap.ui.map_print import MapPrint
from bodymap.ui.printing import make_pdf
from bodymap.ui.tracing import trace
from bodymap.ui.typeset import COLUMN, MARGIN, POINT, SHEETS, _Setter, set_leaf

TODAY = date(2026, 11, 26)
MEGABYTE = 1_000_000
TEMPLE, JAW = Pain("temple", Side.RIGHT), Pain("jaw_angle", Side.LEFT)
PLACES = ("temple", "upper_molars", "neck_back_upper", "deep_ear")
FULL = (
    *(ToggleRegion(Pain(name, Side.RIGHT)) for name in PLACES),
    ToggleRegion(JAW),
    FinishScreening(is_none=True),
    Reply("clenching", Answer.YES),
    Reply("ringing", Answer.YES),
    Find(Place("temporalis", Side.RIGHT), Finding(Answer.YES, Answer.YES, Spread.REFERRED, (TEMPLE,))),
    Find(Place("masseter_deep", Side.LEFT), Finding(Answer.YES, Answer.YES, Spread.LOCAL)),
    Find(Place("trapezius_upper", Side.RIGHT), Finding(hurts=Answer.NO)),
    Agree("dry_needling"),
    Agree("self_care"),
    WriteDown(Written.AGREEMENT, "Bring the splint and the list of pills next time. " * 9),
)
CASES = {
    "one region": (ToggleRegion(TEMPLE), FinishScreening(is_none=True)),
    "a full page": FULL,
    "a full page, clinical": (*FULL, UseVoice(Voice.CLINICAL)),
    "a red flag": (ToggleRegion(TEMPLE), TickSign("thunderclap"), FinishScreening()),
    "nothing": (),
}


@pytest.fixture(scope="session")
def maps(core, application) -> MapPrint:
    known = {}

    def outlines(plate: PlateId):
        if plate not in known:
            known[plate] = trace(core.plates[plate].svg)
        return known[plate]

    return MapPrint(core.plates, outlines)


@pytest.fixture
def leaf(core, maps):
    def set_one(*intents, paper=Paper.A4):
        inquiry = Inquiry("front", seat=Seat("112", "Dr A. Example\nMain Street 1", paper))
        for intent in intents:
            inquiry = update(core, inquiry, intent)
        return set_leaf(write_handout(core, inquiry, TODAY), maps)

    return set_one


def words(text: str) -> str:
    """Return a text without its spaces: a PDF breaks lines where it likes."""
    return re.sub(r"\s+", "", text)


class TestLeaf:
    @pytest.mark.parametrize(
        ("case", "paper"), [*((case, Paper.A4) for case in CASES), ("a full page", Paper.LETTER)]
    )
    def test_everything_stands_within_the_paper_and_beside_each_other(self, leaf, case, paper):
        page = leaf(*CASES[case], paper=paper)
        assert page.is_whole
        assert page.points >= 9.5
        inner = (MARGIN - 1, page.size.width() - MARGIN + 1)
        for placed in page.texts:
            size = placed.text.size()
            assert placed.at.x() >= inner[0]
            assert placed.at.x() + placed.text.idealWidth() <= inner[1]
            assert placed.at.y() + size.height() <= page.size.height() - MARGIN + 1
        for number, (_, place) in enumerate(page.pictures):
            assert place.width() > 60 * POINT
            assert not any(place.intersects(other) for _, other in page.pictures[number + 1 :])
            assert not any(place.intersects(box) for box, _ in page.boxes)

    def test_no_needed_line_went_for_which_there_is_room(self, core, maps, leaf):
        page = leaf(*FULL)
        inquiry = Inquiry("front", seat=Seat("112", "Dr A. Example\nMain Street 1"))
        for intent in FULL:
            inquiry = update(core, inquiry, intent)
        whole = write_handout(core, inquiry, TODAY)
        order = order_of_leaving(whole)
        kept = {line.text for part in page.handout.parts for line in part.lines}
        gone = [spot for spot in order if whole.parts[spot[0]].lines[spot[1]].text not in kept]
        assert gone
        for spot in gone[-5:]:
            tried = leave_out(whole, [each for each in gone if each != spot])
            assert not _Setter(tried, page.points, maps, COLUMN).set().is_whole

    def test_with_less_to_say_the_letters_are_larger_and_nothing_is_left_out(self, leaf):
        few, many = leaf(*CASES["one region"]), leaf(*FULL)
        assert few.points > many.points
        assert not few.handout.left_out
        assert many.handout.left_out

    def test_more_than_fits_is_set_smaller_and_never_cut_off(self, core, maps, leaf):
        page = leaf(*FULL).handout
        part = next(part for part in page.parts if part.kind is Kind.AGREED)
        crowded = replace(part, lines=tuple(replace(line, need=Need.ALWAYS) for line in part.lines) * 4)
        parts = tuple(crowded if each.kind is Kind.AGREED else each for each in page.parts)
        small = set_leaf(replace(page, parts=parts), maps)
        assert small.points < 9.5
        assert small.is_whole


class TestPdf:
    @pytest.fixture
    def pdf(self, leaf, maps):
        def make(*intents, paper=Paper.A4):
            page = leaf(*intents, paper=paper)
            return page, make_pdf(page, maps)

        return make

    @pytest.mark.parametrize("case", ["a full page", "a red flag"])
    def test_it_is_one_page_of_lines_and_real_text_and_small(self, pdf, case):
        page, content = pdf(*CASES[case])
        assert len(content) < MEGABYTE
        read = PdfReader(io.BytesIO(content))
        assert len(read.pages) == 1
        assert not read.pages[0].images
        written = words(read.pages[0].extract_text())
        for part in page.handout.parts:
            assert words(part.heading) in written
            for line in part.lines:
                assert words(line.text) in written

    def test_several_words_are_found_as_they_are_typed(self, pdf):
        _, content = pdf(ToggleRegion(TEMPLE))
        written = PdfReader(io.BytesIO(content)).pages[0].extract_text()
        assert "It hurts here: Temple (right)." in written
        assert "\t" not in written

    def test_its_letters_are_embedded_and_the_programs_own(self, pdf):
        _, content = pdf(*FULL)
        fonts = PdfReader(io.BytesIO(content)).pages[0]["/Resources"]["/Font"].values()
        inner = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts]
        assert inner
        for font in inner:
            assert "AtkinsonHyperlegibleNext" in font["/BaseFont"]
            assert "/FontFile2" in font["/FontDescriptor"]

    @pytest.mark.parametrize("paper", Paper)
    def test_it_has_the_size_of_the_paper(self, pdf, paper):
        _, content = pdf(ToggleRegion(TEMPLE), paper=paper)
        box = PdfReader(io.BytesIO(content)).pages[0].mediabox
        asked = SHEETS[paper] / POINT
        assert abs(float(box.width) - asked.width()) < 1
        assert abs(float(box.height) - asked.height()) < 1

    def test_it_says_what_it_is_and_from_whom(self, pdf):
        _, content = pdf(ToggleRegion(TEMPLE))
        about = PdfReader(io.BytesIO(content)).metadata
        assert (about.title, about.author) == ("Your pain map", "Dr A. Example")

    def test_the_sides_of_the_patient_are_written_on_it(self, pdf):
        _, content = pdf(ToggleRegion(TEMPLE))
        written = words(PdfReader(io.BytesIO(content)).pages[0].extract_text())
        for caption in ("Patient's right side", "Patient's right", "Patient's left"):
            assert words(caption) in written

    def test_what_hurts_changes_the_drawing_and_not_the_same_twice(self, pdf):
        def drawn(content):
            return PdfReader(io.BytesIO(content)).pages[0].get_contents().get_data()

        _, temple = pdf(ToggleRegion(TEMPLE))
        _, again = pdf(ToggleRegion(TEMPLE))
        _, jaw = pdf(ToggleRegion(Pain("jaw_angle", Side.RIGHT)))
        assert drawn(temple) == drawn(again)
        assert drawn(temple) != drawn(jaw)


def test_as_html_it_has_headings_lists_and_the_drawing_in_words(leaf):
    html = write_html(leaf(*FULL).handout)
    root = ElementTree.fromstring(
        html.replace("<!DOCTYPE html>", "").replace('<meta charset="utf-8">', "").replace("<br>", " ")
    )
    assert len(root.findall(".//h1")) == 1
    assert len(root.findall(".//h2")) >= 6
    assert len(root.findall(".//li")) > 20
    assert "Drawing: Side of the head and neck, right. It hurts here: Temple (right)" in html


class TestWindow:
    @pytest.fixture
    def handing(self, window, tmp_path):
        window.handing.today = lambda: TODAY
        window.dispatch(ToggleRegion(TEMPLE))
        window.dispatch(OpenPage(Page.HAND_OVER))
        window.handing.choose = lambda _parent, _title, name, _kinds: str(tmp_path / name)
        return window.handing

    def test_the_paper_takes_the_place_of_the_drawing_and_gives_it_back(self, window, hand):
        hand.key(Qt.Key.Key_H)
        assert window.handing.shop.preview.isVisible()
        assert not window.diagram.isVisible()
        hand.key(Qt.Key.Key_Escape)
        assert window.diagram.isVisible()
        assert not window.handing.desk.isVisible()

    def test_ticks_and_typed_words_go_on_the_page_and_letters_open_nothing(self, window, hand, handing):
        handing.page.boxes["dry_needling"].click()
        handing.page.agreement.setFocus()
        QTest.keyClicks(handing.page.agreement, "hot pack")
        handing.page.person.setFocus()
        QTest.keyClicks(handing.page.person, "Ada")
        assert hand.inquiry.agreed == ("dry_needling",)
        assert (hand.inquiry.agreement, hand.inquiry.person) == ("hot pack", "Ada")
        assert hand.inquiry.page is Page.HAND_OVER
        handing.set_now()
        said = " ".join(placed.text.toPlainText() for placed in handing.shop.leaf.texts)
        assert "Dry needling" in said
        assert "hot pack" in said
        assert "Ada" in said

    def test_start_over_forgets_the_name(self, window, hand, handing):
        handing.page.person.setFocus()
        QTest.keyClicks(handing.page.person, "Ada")
        window.top.start_over.click()
        assert hand.inquiry.person == ""
        window.dispatch(OpenPage(Page.HAND_OVER))
        assert handing.page.person.text() == ""

    def test_the_paper_is_remembered_and_the_number_stays(self, window, hand, handing, settings):
        handing.page.papers.button(Paper.LETTER).click()
        assert hand.inquiry.seat.paper is Paper.LETTER
        assert settings.text("paper") == "letter"
        handing.set_now()
        assert handing.shop.leaf.size == SHEETS[Paper.LETTER]

    def test_the_page_speaks_plainly_whatever_words_the_window_speaks(self, window, hand, handing, settings):
        hand.window.dispatch(UseVoice(Voice.CLINICAL))
        handing.set_now()
        assert handing.shop.leaf.handout.title == "Your pain map"
        handing.page.voices.button(Voice.CLINICAL).click()
        handing.set_now()
        assert handing.shop.leaf.handout.title == "Pain map and findings"
        assert settings.text("page_words") == "clinical"
        assert hand.inquiry.voice is Voice.CLINICAL

    def test_each_way_out_has_a_key_or_is_reached_by_tab(self, handing):
        assert handing.page.ways["print"].shortcut().toString() == "Ctrl+P"
        assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in handing.page.ways.values())

    def test_it_is_saved_as_pdf(self, handing, tmp_path):
        handing.page.ways["pdf"].click()
        assert (tmp_path / "pain-map-2026-11-26.pdf").read_bytes().startswith(b"%PDF")
        assert "Saved: pain-map-2026-11-26.pdf" in handing.page.said.text()

    def test_what_was_just_typed_is_in_the_file(self, handing, tmp_path):
        handing.page.agreement.setPlainText("Soft food for two days")
        handing.page.ways["html"].click()
        assert "Soft food for two days" in (tmp_path / "pain-map-2026-11-26.html").read_text(encoding="utf-8")

    def test_the_drawing_is_saved_twice_as_fine_as_it_was_seen(self, window, handing, tmp_path):
        handing.go("picture")
        image = QImage(str(tmp_path / "drawing-2026-11-26.png"))
        assert image.size() == (QSizeF(window.diagram.view.size) * 2).toSize()
        handing.choose = lambda *_asked: str(tmp_path / "lines.svg")
        handing.go("picture")
        assert ElementTree.parse(tmp_path / "lines.svg").getroot().tag.endswith("svg")

    def test_a_picture_shows_the_part_that_the_window_shows(self, window, hand, handing, tmp_path):
        handing.go("picture")
        whole = (tmp_path / "drawing-2026-11-26.png").read_bytes()
        window.diagram.zoom_by(2.0)
        handing.go("picture")
        assert (tmp_path / "drawing-2026-11-26.png").read_bytes() != whole

    def test_an_ending_that_is_missing_is_added_and_a_dot_in_a_name_stays(self, handing, tmp_path):
        handing.choose = lambda *_asked: str(tmp_path / "Dr. Example")
        handing.go("pdf")
        assert (tmp_path / "Dr. Example.pdf").exists()

    def test_leaving_the_dialog_saves_nothing_and_says_nothing(self, window, handing, tmp_path):
        handing.choose = lambda *_asked: ""
        handing.go("pdf")
        assert not list(tmp_path.glob("*.pdf"))
        assert not window.alerts.isVisible()

    def test_a_folder_that_is_not_there_is_told_in_one_sentence(self, window, handing, tmp_path):
        handing.choose = lambda *_asked: str(tmp_path / "gone" / "page.pdf")
        handing.go("pdf")
        (line,) = window.alerts.lines
        assert line.startswith("“page.pdf” could not be saved: ")
        assert line.endswith("Choose another folder.")
        assert window.isVisible()

    def test_a_full_disk_leaves_no_half_file(self, handing, window, tmp_path, monkeypatch):
        def full(_path, _content):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("pathlib.Path.write_bytes", full)
        handing.go("pdf")
        assert "No space left on device" in window.alerts.lines[0]
        assert not [each for each in tmp_path.iterdir() if "pain-map" in each.name]

    def test_without_a_printer_it_says_what_to_do_instead(self, handing, window, monkeypatch):
        monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames", list)
        handing.page.ways["print"].click()
        assert window.alerts.lines == ("No printer was found. Save the page as PDF instead, and print that.",)

    def test_it_is_printed_as_it_is_saved(self, handing, tmp_path):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        handing.shop.ask_printer = lambda _parent: printer
        handing.go("print")
        read = PdfReader(tmp_path / "printed.pdf")
        assert len(read.pages) == 1
        assert words("Your pain map") in words(read.pages[0].extract_text())
        assert "sent to the printer" in handing.page.said.text()

    def test_the_text_for_the_chart_is_seen_and_copied(self, handing):
        assert "Temporal region (right)" in handing.page.chart.toPlainText()
        handing.page.copy.click()
        assert QGuiApplication.clipboard().text() == handing.page.chart.toPlainText()

    def test_the_preview_is_fitted_and_made_larger(self, window, handing, qtbot):
        preview = handing.shop.preview
        widths = []
        for zoom in ("page", "width", "large"):
            preview.zooms.button(zoom).click()
            widths.append(preview.paper.width())
        assert widths == sorted(set(widths))
        preview.zooms.button("page").click()
        assert preview.paper.height() <= preview.height()

    def test_a_pack_without_treatments_or_signs_has_a_page_too(self, open_window, atlas, loaded, hand_on):
        window = open_window(content=replace(loaded, atlas=replace(atlas, signs={})))
        window.dispatch(OpenPage(Page.HAND_OVER))
        assert window.handing.shop.leaf.is_whole
