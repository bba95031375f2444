"""What the guard lets stand and what it strikes."""

from __future__ import annotations

import pytest
from hypothesis import given

from assistant.guard import check_statement
from corpus.partial_date import PartialDate
from tests.assistant.values.texts import relaxed, texts

ANCHOR = PartialDate.parse("2015-10-17")


def stands(statement: str, *quotes: str) -> bool:
    return check_statement(statement, quotes, anchors=[ANCHOR] * len(quotes)).ok


@pytest.mark.parametrize(
    ("statement", "quote"),
    [
        ("It began on September 30, 2015.", "It began on Sept. 30."),
        ("It began in September 2015.", "It began on Sept. 30."),
        ("It began in 2015.", "It began on Sept. 30, 2015."),
        ("He spoke on October 16.", "He spoke on Friday."),
        ("He spoke on Friday.", "He spoke on Oct. 16."),
        ("He spoke on Friday.", "He spoke on Friday."),
        ("Up to 7,000 people joined.", "5,000 to 7,000 people have joined."),
        ("5,000-7,000 people joined.", "Between 5,000 and 7,000 people joined."),
        ("Some 7,000 people joined.", "7,000 people joined."),
        ("7,000 people joined.", "Some 7,000 people joined."),
        ("About 7,000 people joined.", "6,950 people joined."),
        ("More than 250,000 people died.", "Over 250,000 people died."),
        ("More than 250,000 people died.", "250,413 people died."),
        ("It has 65 members.", "the 65-member coalition"),
        ("It costs $1.5 billion.", "It costs 1.5bn dollars."),
        ("A third of them voted.", "33.3% voted."),
        ("Three people died.", "3 people died."),
        ("Dozens of people died.", "43 people died."),
        ("One person died.", "A person died."),
        ("Sergei Lavrov spoke.", "Sergey Lavrov spoke."),
        ("Lavrov spoke.", "Foreign Minister Sergei Lavrov spoke."),
        ("The United States agreed.", "The U.S. agreed."),
        ("The French leader agreed.", "France's leader agreed."),
        ("The US Army left.", "The United States Army left."),
        ("He did not attend.", "He didn't attend."),
        ("He did not attend.", "He skipped the summit."),
        ("Prices did not rise.", "Prices fell."),
        ("It was not denied.", "It was not denied on Monday."),
        ("Poll of 2000 adults.", "A poll of 2,000 adults."),
        ("They won 3-2.", "The match ended 3-2."),
        ("The fourth season ended.", "Season 4 ended."),
        ("He left the next year.", "He left in 2016."),
        ("He did not attend the summit.", "He did not attend because the summit was closed."),
    ],
)
def test_lets_stand(statement: str, quote: str) -> None:
    assert stands(statement, quote)


@pytest.mark.parametrize(
    ("statement", "quote"),
    [
        ("It began on September 15, 2015.", "It began on Sept. 30."),
        ("It began on September 30, 2014.", "It began on Sept. 30."),
        ("It began on September 30.", "It began in September."),
        ("It began in 2014.", "It began on Sept. 30, 2015."),
        ("He spoke on Thursday.", "He spoke on Friday."),
        ("It opens Thursday, Oct. 16.", "It opens Friday, Oct. 16."),
        ("7,000 people joined.", "5,000 to 7,000 people have joined."),
        ("6,000 people joined.", "5,000 to 7,000 people have joined."),
        ("More than 25,000 people died.", "More than 250,000 people died."),
        ("Less than 250,000 people died.", "More than 250,000 people died."),
        ("More than 250,000 people died.", "250,000 people died."),
        ("It rose 5 percent.", "It rose 5 percentage points."),
        ("It costs $5.", "It costs €5."),
        ("It took three days.", "It took three weeks."),
        ("Five people died.", "A person died."),
        ("It flew at 5:40 p.m.", "It flew at 4:40 p.m."),
        ("An F-16 fell.", "An F-18 fell."),
        ("Vladimir Putin spoke.", "Putin spoke."),
        ("Angela Merkel spoke.", "Francois Hollande spoke."),
        ("The Bel Air (ESA) agreed.", "The European Space Agency (ESA) agreed."),
        ("South Korea agreed.", "North Korea agreed."),
        ("Russia plans to take part.", "Russia has no plans to take part."),
        ("Russia will not take part.", "Russia will take part."),
        ("The army confirmed casualties.", "The army denied any casualties."),
        ("Prices rose.", "Prices fell."),
        ("Prices rose.", "Prices did not rise."),
        ("He was found guilty.", "He was found not guilty."),
        ("The Senate approved the bill.", "The Senate rejected the bill."),
        ("She won the race.", "She lost the race."),
        ("It happened after the vote.", "It happened before the vote."),
        ("It was not “a real crisis”.", "It was “a real crisis”."),
        ("It asked those who do.", "It asked those who don't."),
        ("He said he would not.", "He said he would."),
        ("It would not only help Russia.", "It would only help Russia."),
        ("I do want to work, but I don't want to quit.", "I don't want to work or to quit."),
        ("The move was a coup.", "He feared a coup. The move was not a coup."),
        ("It met before Super Monday.", "It met before Super Tuesday."),
    ],
)
def test_strikes(statement: str, quote: str) -> None:
    assert not stands(statement, quote)


def test_says_what_is_missing() -> None:
    result = check_statement("On Oct. 3 Merkel saw 12 men.", ["Hollande saw 11 men on Oct. 2."])
    assert result.missing == ("Oct. 3", "Merkel", "12")
    assert result.reason == "“Oct. 3”, “Merkel”, “12” do not stand in its quotes."


def test_says_what_is_denied() -> None:
    result = check_statement("Russia plans to leave.", ["Russia has no plans to leave."])
    assert result.missing == ()
    assert result.reason == "Its quotes say “no plans to leave”."


def test_quotes_prove_together() -> None:
    assert stands("Putin met Obama in 2015.", "Putin met the president in 2015.", "He met Obama.")


def test_nothing_is_proven_by_no_quote() -> None:
    assert not check_statement("It rained.", []).ok
    assert not check_statement("It rained.", ["  "]).ok


def test_context_lends_names_but_proves_no_denial() -> None:
    quote = ["He has no plans to leave."]
    assert check_statement("Putin has no plans to leave.", quote, context=["Putin stays"]).ok
    assert not check_statement("Putin has no plans to leave.", quote).ok
    assert not check_statement("Putin plans to leave.", quote, context=["Putin plans to leave"]).ok


def test_each_quote_is_read_with_its_own_date() -> None:
    quotes = ["It began on Friday.", "It began last month."]
    anchors = [PartialDate.parse("2015-10-17"), PartialDate.parse("2014-05-01")]
    assert check_statement("It began on October 16, 2015.", quotes, anchors=anchors).ok
    assert check_statement("It began in April 2014.", quotes, anchors=anchors).ok
    assert not check_statement("It began in September 2015.", quotes, anchors=anchors).ok


@relaxed
@given(texts)
def test_a_text_never_contradicts_itself_in_its_values(text: str) -> None:
    assert check_statement(text, [text, "x"]).missing == ()


@relaxed
@given(texts, texts)
def test_never_raises(text: str, quote: str) -> None:
    result = check_statement(text, [quote])
    assert result.ok == (result.reason == "")


@pytest.mark.parametrize(
    ("statement", "quote", "ok"),
    [
        ("The council voted 68 to 23.", "The council approved it by 68-23.", True),
        ("The council voted 68 to 24.", "The council approved it by 68-23.", False),
        ("It passed by 780 votes to 27.", "It passed in a 780-27 vote.", True),
        ("He played in the 3-1 win.", "They won 3 to 1.", True),
        ("He played in the 4-1 win.", "They won 3 to 1.", False),
        ("UFO sightings rose.", "Sightings of UFOs rose.", True),
        ("Hackers linked to North Korea did it.", "North Korean-linked hackers did it.", True),
        ("Hackers linked to South Korea did it.", "North Korean-linked hackers did it.", False),
        ("It grew over twenty years.", "It grew over two decades.", True),
        ("It grew over thirty years.", "It grew over two decades.", False),
        ("It lasted two weeks.", "It lasted a fortnight.", True),
        ("Shops will no longer take coins.", "Shops will stop accepting coins.", True),
        ("Shops will no longer take coins.", "Shops will take coins again.", False),
    ],
)
def test_the_same_in_another_form_stands(statement: str, quote: str, ok: bool) -> None:
    assert check_statement(statement, [quote]).ok is ok
