"""What there is to read: treatments, terms explained on touch, sources that can be opened, findings told."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.intents import ChooseMuscle, OpenGuide, ToggleRegion
from bodymap.inquiry.state import GUIDES

pytestmark = pytest.mark.qt_log_ignore("plugin does not support (raise|grabbing)", extend=True)
TEMPORALIS = Place("temporalis", Side.RIGHT)


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def links(hand):
    """Return every link of the page, by where it leads."""
    hand.settle()
    page, found = hand.window.aside.page, set()
    block = page.document().begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            found.add(fragments.fragment().charFormat().anchorHref())
            fragments += 1
        block = block.next()
    return found - {""}


def press_link(hand, link):
    assert link in links(hand)
    hand.window.aside.page.anchorClicked.emit(QUrl(link))
    hand.settle()


class TestTreatments:
    def test_every_one_is_listed_and_opens(self, hand, core):
        click(hand.window.panel.ways.guides)
        assert hand.inquiry.guide == GUIDES
        for treatment in core.treatments.values():
            press_link(hand, f"guide:treatment/{treatment.id}")
            page = hand.page()
            assert treatment.what_it_is[0].words.plain in page
            for stage in treatment.stages:
                assert f"Visits {stage.visits}" in page
            for table in treatment.tables:
                assert all(cell.words.plain in page for row in table.rows for cell in row.cells)
            press_link(hand, f"guide:{GUIDES}")

    def test_every_topic_opens_in_both_voices(self, hand, core):
        for voice in Voice:
            hand.window._on_voice(voice)
            for topic in core.topics.values():
                hand.window.dispatch(OpenGuide(f"topic/{topic.id}"))
                page = hand.page()
                for chapter in topic.chapters:
                    assert all(each.words.in_voice(voice) in page for each in chapter.statements)

    def test_a_muscle_leads_to_what_was_studied_there_and_back_again(self, hand):
        hand.window.dispatch(ChooseMuscle(TEMPORALIS))
        press_link(hand, "guide:treatment/manual_therapy")
        assert hand.screen.guide.guide == "treatment/manual_therapy"
        click(hand.window.top.back)
        assert hand.screen.card.place == TEMPORALIS

    def test_an_unknown_page_is_no_page(self, hand):
        hand.window.dispatch(OpenGuide("treatment/magic"))
        assert hand.screen.guide is None


class TestTerms:
    def test_a_term_is_explained_where_it_is_pressed(self, hand):
        hand.window.dispatch(OpenGuide("treatment/dry_needling"))
        term = next(link for link in sorted(links(hand)) if link.startswith("term:"))
        press_link(hand, term)
        popup = hand.window.aside.page._popup
        known = hand.screen.glossary.explain(term.partition(":")[2], Voice.PLAIN)
        assert popup.isVisible()
        assert known.text in popup.words
        QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
        assert not popup.isVisible()

    def test_it_stays_on_the_screen(self, hand):
        page = hand.window.aside.page
        page.show_glossary(hand.screen.glossary)
        for corner in (QPoint(0, 0), QPoint(5000, 5000)):
            page.explain("trigger_point", corner)
            room = page._popup.screen().availableGeometry()
            assert room.contains(page._popup.geometry())
        page._popup.hide()

    def test_a_clinician_reads_without_links(self, hand):
        hand.window._on_voice(Voice.CLINICAL)
        hand.window.dispatch(OpenGuide("treatment/dry_needling"))
        assert not [link for link in links(hand) if link.startswith("term:")]


class TestSources:
    def test_a_citation_leads_to_the_source_in_full(self, hand):
        hand.window.dispatch(ChooseMuscle(TEMPORALIS))
        last = len(hand.screen.card.bibliography)
        page = hand.window.aside.page
        hand.settle()
        page.anchorClicked.emit(QUrl(f"source:{last}"))
        assert page.verticalScrollBar().value() > 0

    def test_a_source_is_opened_where_it_can_be_found(self, hand, monkeypatch):
        opened = []
        monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
        hand.window.dispatch(ChooseMuscle(TEMPORALIS))
        known = next(each for each in hand.screen.card.bibliography if each.names)
        assert known.names[0] in hand.page()
        press_link(hand, known.address)
        assert [url.toString() for url in opened] == [known.address]


class TestFindings:
    @pytest.mark.parametrize("answer", list(Answer))
    def test_what_pressing_brought_is_told_on_the_card_and_taken_back(self, hand, answer):
        hand.window.dispatch(ToggleRegion(Pain("temple", Side.RIGHT)))
        hand.window.dispatch(ChooseMuscle(TEMPORALIS))
        press_link(hand, f"find:{answer}")
        assert hand.inquiry.findings == ((TEMPORALIS, Finding(familiar=answer)),)
        row = next(row for row in hand.screen.rows if row.place == TEMPORALIS)
        assert any("ressing here" in reason for reason in row.reasons)
        press_link(hand, "find:")
        assert hand.inquiry.findings == ()
