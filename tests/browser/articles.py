"""Articles written for the browser tests: a disagreement, a change over time, a hostile one."""

from __future__ import annotations

import json
from pathlib import Path

HOSTILE = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>"

BRIDGE_A = """---
title: New harbour bridge opens
outlet: Harbour Post
published: 2019-03-01
---
The new harbour bridge opened to traffic on Friday. The harbour bridge cost 40 million euros,
the city said. Some 1,200 cars crossed it in the first hour.
"""

BRIDGE_B = """---
title: What the harbour bridge cost
outlet: Northern Courier
published: 2019-06-20
---
An audit of the city's accounts was published on Thursday. The harbour bridge cost 55 million
euros, the auditors found, far more than the city had said.
"""

# As JSON, since other readers take whole tags out; a tag that is never closed stays.
HOSTILE_ARTICLE = json.dumps(
    {
        "title": f"{HOSTILE} ${{window.hacked=1}} {{{{x}}}} quarry",
        "outlet": f"{HOSTILE} Gazette",
        "published": "2020-01-02",
        "url": "javascript:window.hacked=1",
        "authors": [HOSTILE],
        "text": "The old quarry at Steinfeld holds 77 rare lizards <img src=x "
        "onerror=window.hacked=1 alt, a count found on Monday.\n\nThe keeper of the "
        "quarry paid 12 euros for the gate <svg "
        "onload=window.hacked=1 x, and **bold** $$x$$ `code` stood on it.",
    }
)

FERRY = """---
title: Ferry service returns to the lake
outlet: Lakeside News
published: 2021-05-04
---
The ferry to Lindau sails again. The ferry carried 312 passengers on its first day, its captain,
Marta Huber, said on Tuesday.
"""

ARABIC = """---
title: افتتاح الجسر الجديد في المدينة 🌉
outlet: صحيفة المدينة
published: 2019-03-02
---
افتتح الجسر الجديد يوم الجمعة. قال رئيس البلدية إن الجسر كلف 40 مليون يورو.
"""


LONG = f"""---
title: {"A title about the dam at Oberwald that does not want to end " * 6}
outlet: The Extraordinarily Long Named Regional Gazette of Oberwald and Surroundings 🌻
published: 2020-05-05
---
The dam at Oberwald holds 9 million litres, and {"the river below it was measured again, " * 128}
until the last of 412 readings was taken.
"""

HEBREW = """---
title: המוזיאון החדש נפתח בחיפה 🎉
outlet: עיתון העיר
published: 2021-07-07
---
המוזיאון החדש נפתח בחיפה ביום שני. ראש העיר אמר כי המוזיאון עלה 12 מיליון שקל.
"""


def add_to(corpus: Path) -> None:
    """Write the articles that every browser test may use."""
    for name, text in (
        ("bridge-a.md", BRIDGE_A),
        ("bridge-b.md", BRIDGE_B),
        ("hostile.jsonl", HOSTILE_ARTICLE + "\n"),
        ("arabic.md", ARABIC),
        ("hebrew.md", HEBREW),
        ("long.md", LONG),
    ):
        (corpus / name).write_text(text, encoding="utf-8")
