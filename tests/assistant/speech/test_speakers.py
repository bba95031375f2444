"""Who says what a sentence reports."""

from __future__ import annotations

import pytest
from hypothesis import given

from assistant.speech.speakers import attribution, find_speaker
from tests.assistant.values.texts import relaxed, texts


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("President Vladimir Putin said 5,000 people joined.", "President Vladimir Putin"),
        ("According to the UN, 250,000 people were killed.", "UN"),
        ("“We will not go,” said Sergey Markov, an adviser.", "Sergey Markov"),
        ('"We are proud," Hunter told reporters.', "Hunter"),
        ("The ministry said in a statement that it was false.", "The ministry"),
        ("Sources said the deal was close.", "Sources"),
        ("Sergei Sobyanin, the mayor of Moscow, said it was wrong.", "Sergei Sobyanin"),
        ("Foreign Minister Sergei Lavrov told reporters on Monday it would go on.",
         "Foreign Minister Sergei Lavrov"),
        ("A spokesman for the ministry said no one was hurt.", "A spokesman for the ministry"),
        ("“It is a disaster,” the mayor added.", "the mayor"),
        ("Peter Bell of The Daily Post told a court he was held.", "Peter Bell"),
        ("Ann Bell, who chairs the commission, told National Radio it failed.", "Ann Bell"),
        ("President Trump and Dr. Birx said it was wrong.", "President Trump and Dr. Birx"),
        ("The number of cases is rising, U.S. health officials warned.", "U.S. health officials"),
        ("The company said Tuesday it would cut jobs.", "The company"),
        ("38 were held, according to figures released by the group OVD-Info.", "OVD-Info"),
        ("The bank said the technical problem delayed the payments.", "The bank"),
        ("Ann Bell, a spokesperson for the bank, said the storm delayed the payments.", "Ann Bell"),
        ("The rescue service's chief, Anton Rask, said 46 people were missing.", "Anton Rask"),
        ("The water came over the wall,\" said its director, Petra Holm.", "Petra Holm"),
        ("He is to cost 15 million, people close to the club said.", "people close to the club"),
        ("Leader Magnus Reith of the Citizens' Party said it was dear.", "Leader Magnus Reith"),
        ("The plant will not close, the pump maker said on Monday.", "the pump maker"),
        ("Ben Carpenter, a Republican wrote that it was wrong.", "Ben Carpenter"),
        ("The bridge fell on Friday.", None),
        ("The court denied their request.", None),
        ("The group claimed responsibility for it.", None),
        ("He had made it when the case was argued in May.", None),
        ("It is expected that Putin will meet Obama.", None),
        ("He declined to say who did it.", None),
        ("He said it was over.", None),
    ],
)  # fmt: skip
def test_find_speaker(sentence: str, speaker: str | None) -> None:
    assert find_speaker(sentence) == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker", "agency"),
    [
        ("Reuters reported that the ministry denied it.", "the ministry", "Reuters"),
        ("Officials say 12 died, according to Reuters.", "Officials", "Reuters"),
        ('"It is a proof," Tass news agency reported.', None, "Tass news agency"),
        ("“It will last,” said The Telegraph.", None, "The Telegraph"),
    ],
)
def test_the_agency_is_not_the_speaker(sentence: str, speaker: str | None, agency: str) -> None:
    found = attribution(sentence)
    assert (found.speaker, found.agency) == (speaker, agency)


def test_a_pronoun_takes_the_last_person_named_before() -> None:
    before = "President Vladimir Putin met reporters in Astana."
    assert find_speaker("He said it was over.", before=before) == "Vladimir Putin"
    assert find_speaker("He said it was over.", before="It rained.") is None


def test_a_pronoun_takes_the_subject_and_not_whom_it_met() -> None:
    before = "Anton Rask said the search was over. He had met Petra Holm on Monday."
    assert find_speaker("He said it was over.", before="President Rask met Mr Holm.") == "Rask"
    led = "Mayor Petra Holm was there.\n\nIt rained. "
    assert find_speaker("She said so.", before=led) == "Petra Holm"
    assert find_speaker("It was over.", before=before) is None


@pytest.mark.parametrize(
    ("before", "sentence", "after", "speaker"),
    [
        (
            "“It will end,” Rask stressed. ",
            "“There are more than 40 left.",
            " We search on.”",
            "Rask",
        ),
        ("", "“We will not take part.", " At least not now,” Mr Rask said and left.", "Mr Rask"),
        ('Rask put it so: "It is over. ', "Nobody is left.", ' We go home."', None),
        ('Rask said: "It is over. ', "Nobody is left.", ' We go home."', "Rask"),
        ("“It will end,” Rask stressed.\n\n", "“There are 40 left.", " We search on.”", None),
        ("“It will end,” Rask stressed. ", "There are 40 left.", " We search on.", None),
        ("", '"It is a sad day.', ' We mourn," Tass news agency reported.', None),
    ],
)
def test_a_quotation_of_several_sentences_has_one_speaker(
    before: str, sentence: str, after: str, speaker: str | None
) -> None:
    assert find_speaker(sentence, before=before, after=after) == speaker


def test_knows_what_is_quoted() -> None:
    sentence = "“We will stay for years,” Bell said, and the “new” rule stands."
    inside, outside = sentence.index("stay"), sentence.index("rule")
    assert attribution(sentence).quoted
    assert attribution(sentence, (inside, inside + 4)).quoted
    assert not attribution(sentence, (outside, outside + 4)).quoted
    assert not attribution("The “new” rule stands, Bell said.").quoted


def test_a_span_that_names_the_speaker_has_none() -> None:
    sentence = "Sergei Lavrov said it was over."
    assert find_speaker(sentence, (0, 13)) is None
    assert find_speaker(sentence, (19, 30)) == "Sergei Lavrov"


def test_gives_the_verb() -> None:
    assert attribution("According to the UN, it rained.").verb == "according to"
    assert attribution("Bell warned it would rain.").verb == "warned"


@relaxed
@given(texts, texts)
def test_never_raises_and_speakers_stand_in_the_text(sentence: str, before: str) -> None:
    found = attribution(sentence)
    assert found.speaker is None or found.speaker in sentence
    assert found.agency is None or found.agency in sentence
    find_speaker(sentence, (0, len(sentence)), before=before, after=before)
