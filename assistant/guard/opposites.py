"""Words that exclude one another when said of one thing."""

from __future__ import annotations

from assistant.language.word_keys import stem

# Either side of "/" excludes the other.
_PAIRS = """
rise rose risen grow grew climb jump surge soar gain up higher / fall fell fallen decrease drop
rise rose risen grow grew climb jump surge soar gain up higher / decline plunge shrink shrank slump
rise rose risen grow grew climb jump surge soar gain up higher / sink sank lower down
increase increased / decrease decreased decline declined drop dropped fall fell
win won victory beat defeated / lose lost loss
more / less fewer
most / least fewest
before / after
confirm confirmed acknowledge acknowledged admit admitted / deny denied
accept accepted agree agreed / reject rejected refuse refused decline declined
approve approved pass passed / veto vetoed reject rejected block blocked
guilty convicted convict / innocent acquitted acquit cleared
support supported back backed endorse endorsed favor favour / oppose opposed condemn condemned
allow permit legalize legalise / ban banned forbid forbidden prohibit bar barred outlaw block
begin began begun start launch open / end finish conclude close stop stopped cease
join joined enter entered / leave left quit exit exited withdraw withdrew
arrive arrived / depart departed
hire hired appoint appointed / fire fired dismiss dismissed sack sacked
buy bought acquire acquired / sell sold
alive survived survive / dead died die killed
succeed succeeded success / fail failed failure
true / false
legal lawful / illegal unlawful
first / last
highest largest biggest / lowest smallest
high / low
large big / small tiny
best / worst
better / worse
early earlier / late later
north northern / south southern
east eastern / west western
male man men / female woman women
include included including / exclude excluded excluding except
strengthen strengthened / weaken weakened
majority / minority
increase increased / cut cuts reduced reduce
raise raised / lower lowered cut
arrested detained jailed / released freed
uphold upheld / overturn overturned strike struck
same / different
never / always
public / private
safe / dangerous unsafe
possible / impossible
likely / unlikely
all / none
old oldest older / young youngest younger
fast faster fastest / slow slower slowest
import imports imported / export exports exported
offline / online
ally allies / enemy enemies
""".strip().splitlines()


def _read() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in _PAIRS:
        left, right = ({stem(word) for word in side.split()} for side in line.split("/"))
        for one, other in ((left, right), (right, left)):
            for key in one - other:
                table.setdefault(key, set()).update(other - one)
    return {key: frozenset(others) for key, others in table.items()}


OPPOSITES = _read()
