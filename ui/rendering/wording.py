"""What a language model wrote, sentence by sentence, with what the checks said of each."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from assistant.answer import WordedSentence, Wording
from ui.rendering.elements import cited, joined


def wording_html(wording: Wording, turn: int) -> Markup:
    """The sentences and how many passed; only the reason where the model could not be used."""
    if wording.failure:
        return Markup('<p class="fc-note">{}: {}</p>').format(wording.model, wording.failure)
    return Markup('<div class="fc-wording">{}<p class="fc-support">{}</p></div>').format(
        sentences_html(wording.sentences, turn), passed_in_words(wording)
    )


def sentences_html(sentences: Sequence[WordedSentence], turn: int) -> Markup:
    """Proven sentences as they are, struck ones struck through with the reason."""
    return joined(_sentence(sentence, turn) for sentence in sentences)


def passed_in_words(wording: Wording) -> str:
    """`Worded by ollama:x: 3 of 4 sentences passed the checks`."""
    total = len(wording.sentences)
    return f"Worded by {wording.model}: {wording.passed} of {total} sentences passed the checks"


def _sentence(sentence: WordedSentence, turn: int) -> Markup:
    if sentence.state == "proven":
        said = cited(sentence.text, f"quote-{turn}", sentence.quotes)
        return Markup('<p class="fc-statement" dir="auto">{}</p>').format(said)
    if sentence.state == "struck":
        return Markup(
            '<p class="fc-statement fc-struck" dir="auto"><span class="fc-sr">struck: </span>'
            '<del>{}</del> <span class="fc-why">✗ {}</span></p>'
        ).format(sentence.text, sentence.reason or "it is not in its quotes")
    return Markup(
        '<p class="fc-statement fc-uncited" dir="auto">{} '
        '<span class="fc-why">? no quote</span></p>'
    ).format(sentence.text)
