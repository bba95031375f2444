"""Texts for property tests: anything, and what looks like news."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from corpus.partial_date import PartialDate

# On a busy machine a single example may take long.
relaxed = settings(deadline=None)

_PIECES = [
    "Sept. 30", "30 September", "2015", "on Friday", "last month", "between", "and", "to", "from",
    "5,000", "7,000", "some", "more than", "$2bn", "12%", "a third", "of", "two", "hundred",
    "3-2", "24-year-old", "the", "President", "Vladimir Putin", "Russia’s", "al – Assad", "(CIS)",
    "U.S.", "said", "according to", "“We will not go,”", "denied", "no", "not", "n't", "people",
    "May", "Q3", "winter", "1990s", "2014-16", "10/17/2015", "half", "dozens", "first", "No. 1",
    "—", ",", ".", "\n", "Reuters", "reported", "two days later", "was", "will",
    "the White House", "31", "February", "29",
]  # fmt: skip

news = st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join)
texts = st.one_of(news, st.text(max_size=120))


@st.composite
def _partial(draw: st.DrawFn) -> PartialDate:
    date = draw(st.dates())
    year = draw(st.sampled_from([date.year, None]))
    month = draw(st.sampled_from([date.month, None])) if year else date.month
    return PartialDate(year, month, draw(st.sampled_from([date.day, None])) if month else None)


anchors = st.one_of(st.none(), _partial())
