"""Thumbs up and down, kept in a file beside the index; nothing is sent anywhere."""

from __future__ import annotations

import datetime as dt
import json
import threading
from pathlib import Path

from ui.conversation import Conversation

FILE_NAME = "feedback.jsonl"
_writing = threading.Lock()


def keep_thumb(folder: Path, conversation: Conversation, message: object, *, liked: object) -> None:
    """Add one line for the answer that is message number `message` of the conversation.

    `liked` is True, False, or anything else for a thumb that was taken back.
    """
    number = message[0] if isinstance(message, list | tuple) and message else message
    if not isinstance(number, int):
        return
    # Two messages a turn: the question, the answer.
    answer = conversation.answer(conversation.first + number // 2)
    if answer is None:
        return
    line = {
        "time": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "thumb": {True: "up", False: "down"}.get(liked) if isinstance(liked, bool) else None,
        "question": answer.question,
        "standalone_question": answer.standalone_question,
        "short_answer": answer.short_answer.text if answer.short_answer else None,
        "abstained": answer.abstained,
        "quotes": [[quote.article_id, quote.start, quote.end] for quote in answer.quotes],
        "index": answer.index.model_dump(mode="json"),
    }
    with _writing, (folder / FILE_NAME).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
