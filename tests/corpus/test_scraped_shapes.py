"""Whole articles as scrapers leave them: texts of this project's own, in the shapes met there."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.article import Article
from corpus.sentences import sentence_spans
from tests.corpus.collected import read_file

CAPTION = (
    "The mayor of Lindhafen, Ada Brook, is shown the new sea wall by (from left) engineer Tom Reed,"
    " councillor Ina Holt and harbour master Olaf Berg during a visit to the port on Friday."
)
WALL = [
    "LINDHAFEN -- Mayor Ada Brook said 300 to 400 families had left the low quarters since spring.",
    'Those who left "can\'t be asked to pay twice for the wall," Brook told the council on Friday.',
    "The town is in talks with three neighbours about the pumps that began running Feb. 12.",
    '"It would be farcical to stop now," engineer Tom Reed said Thursday in a talk in Bruns, Ind.',
]


def read_text(folder: Path, text: str, name: str = "a.txt") -> Article:
    (folder / name).write_text(text, encoding="utf-8")
    content = read_file(folder, Path(name))
    assert content.failures == ()
    (article,) = content.articles
    return article


def test_captions_doubled_link_debris_and_an_events_box(tmp_path: Path) -> None:
    debris = (
        'http://www.lindhafen…">Storm sinks ferry; no one hurt http://www.lindhafen…">Pumps arrive'
    )
    head = ["Brook: 300 families left the quarters", "", CAPTION, CAPTION, "", WALL[0], "", ""]
    tail = ["A Section on 10/17/2015", "", "Coming Concerts"]
    text = "\n".join([*head, "RELATED ARTICLES", "", debris, "", *WALL[1:], "", *tail])
    article = read_text(tmp_path, text)
    assert article.title == "Brook: 300 families left the quarters"
    assert str(article.published) == "2015-10-17"
    assert article.text.split("\n") == [CAPTION, "", WALL[0], "", *WALL[1:]]


def test_a_wire_report_under_a_navigation_label(tmp_path: Path) -> None:
    text = (
        "All news\n\n"
        "Norland will keep sending pumps to Lindhafen against the floods — Moe\n\n"
        "Moe said the water had risen far beyond the bounds of the harbour\n\n"
        "BRUNSTAD, March 5. /TASS/.\u00a0 Norland will keep sending pumps, Premier Moe said.\n\n"
        '"We help them and will go on helping them," the premier said.\n\n'
        "Water in the south is rising as the snow melts\n\n"
        "According to the premier, the water in the south is rising as the snow melts."
    )
    article = read_text(tmp_path, text)
    assert article.title.startswith("Norland will keep sending pumps")
    assert (article.outlet, str(article.published)) == ("TASS", "--03-05")
    lines = [line for line in article.text.split("\n") if line]
    assert lines[0].startswith("Moe said the water")  # The standfirst stays,
    assert "Water in the south is rising as the snow melts" in lines  # and so do headings.
    assert len(lines) == 5
    assert "\u00a0" not in article.text


def test_notices_after_a_carried_report(tmp_path: Path) -> None:
    body = [
        "The premier pointed out that the pumps have been running for a week.",
        '"It is important to keep watch at night," the premier added at the meeting.',
    ]
    tail = [
        "First published by TASS.",
        "",
        "All rights reserved by Lindhafener Bote.",
        "",
        "We've got more than 2,5 million readers on Facebook. Join them!",
        "Read more",
        "",
        "This website uses cookies. Click here to find out more.",
        "",
        "Accept cookies",
    ]
    article = read_text(tmp_path, "\n".join(["Moe: pumps show good results", "", *body, "", *tail]))
    assert article.text.split("\n") == [*body, "", "First published by TASS."]
    assert (article.carried_from, article.outlet) == ("TASS", "TASS")


def test_a_body_given_twice_around_a_comment_form(tmp_path: Path) -> None:
    title = "Moe Tells Neighbours: Let’s Forget the Quarrel and Build the ‘Great’ Wall"
    body = [
        'In a letter to the mayor, Moe said, "This flood is another sign that we need each other."',
        '"I hope that the work begins soon," Moe added.',
        "Norland began sending pumps on Feb. 12, saying this was meant to protect its own towns.",
    ]
    text = "\n\n\n".join(
        [
            "News Moe Tells Neighbours: Let’s Forget the Quarrel and...",
            title,
            *body,
            f"?s=96&d=mm&r=g {title}",
            "Please enter your comment!\nPlease enter your name here",
            "You might also likeRELATED\nRecommended to you",
            *body,
        ]
    )
    article = read_text(tmp_path, text)
    assert article.title == title
    assert [line for line in article.text.split("\n") if line] == body


def test_an_events_day_is_not_the_day_of_publishing(tmp_path: Path) -> None:
    text = (
        "Moe called on the region to stop the floods\n\n"
        "On March 27, Premier Moe called for a “common guard” along the river.\n\n"
        "This was said by Moe in an interview with the programme Late Hour on March 27.\n\n"
        "A meeting on Thursday (March 28) will discuss the pumps of the four towns."
    )
    article = read_text(tmp_path, text)
    assert article.title == "Moe called on the region to stop the floods"
    assert article.published is None
    assert len(sentence_spans(article.text)) == 3


BARE = ["A wall for Lindhafen", "March 5, 2016", *WALL]


@pytest.mark.parametrize(
    "thread",
    [
        ["3 Comments", "Olaf", "3 hours ago", "It will never be done.", "Reply", "Ina", "Reply"],
        ["2 thoughts on “A wall”", "Olaf says:", "March 6, 2016 at 9:12 am", "Never.", "Reply"],
        ["Comments (2)", "Olaf · 3h ago", "We want it now.", "Ina · 1d ago", "We do not."],
    ],
)
def test_a_thread_of_comments_below_goes(tmp_path: Path, thread: list[str]) -> None:
    article = read_text(tmp_path, "\n\n".join([*BARE, *thread]))
    assert article.text.split("\n\n") == WALL
    assert str(article.published) == "2016-03-05"


def test_a_heading_on_comments_without_any_stays(tmp_path: Path) -> None:
    lines = [*WALL[:2], "Responses to the plan", *WALL[2:]]
    assert read_text(tmp_path, "\n\n".join([*BARE[:2], *lines])).text.split("\n\n") == lines


def test_a_slideshow_beside_the_article_goes_and_one_that_is_it_stays(tmp_path: Path) -> None:
    captions = [
        f"Photos: Floods in Lindhafen Workers carry sandbags on Feb. {n}. Hide Caption {n} of 9"
        for n in range(1, 10)
    ]
    beside = read_text(tmp_path, "\n\n".join([*BARE, *captions]))
    assert beside.text.split("\n\n") == WALL
    alone = read_text(tmp_path, "\n\n".join([*BARE[:2], *captions]))
    assert alone.text.count("sandbags") == 9


def test_a_reporter_and_the_paper_in_lines_of_their_own(tmp_path: Path) -> None:
    text = "\n\n".join(["A wall for Lindhafen", "Jane Field", "USA TODAY", *WALL])
    article = read_text(tmp_path, text)
    assert (article.outlet, article.authors) == ("USA TODAY", ("Jane Field",))
    assert article.text.split("\n\n") == WALL


def test_a_short_headline_over_its_date_and_other_stories_with_theirs(tmp_path: Path) -> None:
    other = ["More on this story", "Storm sinks ferry", "4 March 2016", "A flood", "1 March 2016"]
    lines = ["Norland pledges pumps", "5 March 2016", "Share", "Heard on the late programme"]
    article = read_text(tmp_path, "\n\n".join([*lines, *WALL, *other]))
    assert article.title == "Norland pledges pumps"
    assert str(article.published) == "2016-03-05"


def test_the_five_scraped_articles(shared: Path) -> None:
    found = {}
    folder = shared / "articles"
    for path in sorted(folder.glob("*.txt")):
        content = read_file(folder, path)
        assert content.failures == ()
        found[path.name[:3]] = content.articles[0]

    first = found["000"]
    assert str(first.published) == "2015-10-17"
    assert first.text.count("is surrounded by") == 1
    assert not any(part in first.text for part in ("http", '">', "RELATED", "Upcoming", "Section"))
    assert first.text.endswith("Ind.")

    wire = found["001"]
    assert (wire.outlet, str(wire.published)) == ("TASS", "--09-15")
    assert wire.title.startswith("Russia will keep offering")
    assert "Situation in Afghanistan is degrading as IS influence" in wire.text

    carried = found["002"]
    assert carried.carried_from == "TASS"
    assert not any(part in carried.text for part in ("cookie", "Facebook", "Read more", "rights"))
    assert "Up to 7,000 CIS nationals" in carried.text

    twice = found["003"]
    assert twice.text.count("launching airstrikes") == twice.text.count("telegram") == 1
    assert not any(part in twice.text for part in ("comment", "RELATED", "?s=", "Recommended"))
    assert twice.title.startswith("Putin Tells Western Leaders")
    assert twice.title.endswith("ISIS")

    event = found["004"]
    assert event.published is None
    raw = next(folder.glob("004*")).read_text(encoding="utf-8")
    kept = "".join((event.title + event.text).split())
    assert kept == "".join(raw.split())
