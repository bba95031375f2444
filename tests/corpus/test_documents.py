"""Word and PDF documents."""

from __future__ import annotations

from pathlib import Path

from corpus.formats.pdf_text import pages_text
from corpus.limits import Limits
from tests.corpus.collected import read_file
from tests.corpus.texts import PARAGRAPHS


def test_a_word_document(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("A wall for Lindhafen", 0)
    document.add_paragraph("By Jane Field | 5 March 2016")
    for line in PARAGRAPHS:
        document.add_paragraph(line)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Cost", "4 million"
    for item in ("Pumps", "Sand"):
        document.add_paragraph(item, style="List Bullet")
    document.save(str(tmp_path / "a.docx"))
    (article,) = read_file(tmp_path, Path("a.docx")).articles
    assert article.title == "A wall for Lindhafen"
    assert (article.authors, str(article.published)) == (("Jane Field",), "2016-03-05")
    assert article.text.split("\n\n") == [*PARAGRAPHS, "Cost | 4 million", "- Pumps", "- Sand"]


def pdf(path: Path, paragraphs: list[str], pages: int = 1) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

    styles = getSampleStyleSheet()
    story: list[object] = [Paragraph("A wall for Lindhafen", styles["Title"])]
    for number in range(pages):
        for text in paragraphs:
            story += [Paragraph(text, styles["Normal"]), Spacer(1, 8)]
        if number < pages - 1:
            story.append(PageBreak())

    def edges(canvas: object, document: object) -> None:
        canvas.drawString(72, 800, "The Harbour Post")  # type: ignore[attr-defined]
        canvas.drawString(300, 30, f"Page {document.page}")  # type: ignore[attr-defined]

    SimpleDocTemplate(str(path)).build(story, onFirstPage=edges, onLaterPages=edges)


def test_a_pdf_has_its_lines_joined_and_its_page_edges_gone(tmp_path: Path) -> None:
    paragraphs = [f"{PARAGRAPHS[n]} {PARAGRAPHS[(n + 1) % 3]} This is part {n}." for n in range(3)]
    pdf(tmp_path / "a.pdf", ["Published: 5 March 2016", *paragraphs])
    (article,) = read_file(tmp_path, Path("a.pdf")).articles
    assert article.title == "A wall for Lindhafen"
    assert str(article.published) == "2016-03-05"
    assert article.text.split("\n\n")[-3:] == paragraphs
    assert "Page 1" not in article.text


def test_the_pages_of_a_pdf_in_this_process(tmp_path: Path) -> None:
    """What the program apart does, seen from inside."""
    pdf(tmp_path / "a.pdf", PARAGRAPHS[:2], pages=2)
    (first, second) = pages_text(str(tmp_path / "a.pdf"), 9)["pages"]  # type: ignore[misc]
    assert "\n\nIt will be built" in first
    assert "Page 2" in second
    assert pages_text(str(tmp_path / "a.pdf"), 1) == {"error": "2 pages, 1 allowed"}
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    assert "error" in pages_text(str(tmp_path / "b.pdf"), 9)


def test_what_stands_on_every_page_is_not_the_article(tmp_path: Path) -> None:
    pdf(tmp_path / "a.pdf", PARAGRAPHS, pages=4)
    (article,) = read_file(tmp_path, Path("a.pdf")).articles
    assert "The Harbour Post" not in article.text
    assert "Page" not in article.text


def test_a_pdf_of_nothing_but_a_picture(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.rect(100, 100, 50, 50)
    canvas.showPage()
    canvas.save()
    (failure,) = read_file(tmp_path, Path("a.pdf")).failures
    assert "no text" in failure.reason


def test_a_locked_pdf(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt=StandardEncryption("word"))
    canvas.drawString(100, 100, PARAGRAPHS[0])
    canvas.save()
    (failure,) = read_file(tmp_path, Path("a.pdf")).failures
    assert "password" in failure.reason


LOOP = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R 2 0 R] /Count 2000000 /Parent 2 0 R >> endobj
3 0 obj << /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000 /Parent 2 0 R >> endobj
trailer << /Root 1 0 R /Size 4 /Prev 0 >>
startxref
0
%%EOF
"""


def test_a_pdf_whose_pages_go_round_in_a_loop(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(LOOP)
    content = read_file(tmp_path, Path("a.pdf"), limits=Limits(pdf_seconds=5))
    assert content.articles == ()
    assert len(content.failures) == 1


def test_pages_and_time_over_the_limits(tmp_path: Path) -> None:
    pdf(tmp_path / "a.pdf", PARAGRAPHS, pages=3)
    (failure,) = read_file(tmp_path, Path("a.pdf"), limits=Limits(pdf_pages=2)).failures
    assert failure.reason == "3 pages, 2 allowed"
    (failure,) = read_file(tmp_path, Path("a.pdf"), limits=Limits(pdf_seconds=0.01)).failures
    assert "more than 0.01 seconds" in failure.reason
    (failure,) = read_file(tmp_path, Path("a.pdf"), limits=Limits(article_bytes=100)).failures
    assert "over the size limit" in failure.reason
