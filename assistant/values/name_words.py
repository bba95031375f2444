"""The words around and inside names: titles, connectors, kinds of body, common words."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from assistant.values.words import word_set

TITLES = word_set(
    "president vice prime minister premier chancellor secretary sen senator rep representative "
    "gov governor mayor gen general col colonel lt lieutenant capt captain sgt sergeant maj "
    "major adm admiral cmdr commander marshal brig brigadier dr doctor prof professor mr mrs ms "
    "miss sir dame judge justice chief director chairman chairwoman chair ceo cfo coach rev "
    "reverend father ambassador attorney speaker deputy acting former ex commissioner officer "
    "detective sheriff congressman congresswoman councilman councilwoman assemblyman spokesman "
    "spokeswoman spokesperson leader first foreign defense defence press interior finance "
    "treasury interim then-president ex-president executive managing head envoy actor actress "
    "singer rapper author journalist lawyer activist analyst quarterback striker midfielder "
    "defender goalkeeper manager founder co-founder editor correspondent reporter emeritus sec "
    "supreme special inspector constable pm mp"
)
ROYAL_TITLES = word_set(
    "king queen prince princess pope emperor empress sultan emir sheikh ayatollah saint st lord "
    "lady duke duchess baron baroness count countess crown cardinal archbishop bishop imam"
)
# A title's words that mean a person only before a name: "General Motors", "First Republic" do not.
DOUBTFUL_TITLES = word_set("general first special executive major supreme chief foreign count head")
# A title that tells its bearer's name from what stands before it: "Apple CEO Tim Cook".
OFFICES = word_set(
    "president minister premier chancellor secretary sen senator rep representative gov "
    "governor mayor gen col lt capt sgt adm dr prof mr mrs ms director chairman chairwoman "
    "chair ceo cfo coach ambassador attorney speaker commissioner sheriff congressman "
    "congresswoman spokesman spokeswoman spokesperson leader actor actress singer rapper "
    "quarterback founder manager chief mp mep pm justice judge"
)
SUFFIXES = word_set("jr sr ii iii iv esq phd md")
COMPANY_SUFFIXES = word_set("inc corp co ltd llc plc ag sa nv gmbh company corporation limited")
CONNECTORS = word_set(
    "of de la le du da do dos del della di van von der den bin ibn al el y the for"
)
PARTICLES = CONNECTORS - {"of", "the", "for"}
# What may stand before "of" or "for" inside a name: "Department of Justice".
BODIES = word_set(
    "department ministry university bank house council commonwealth board office bureau court "
    "institute college church republic kingdom states isle gulf bay sea city centers center "
    "centre centres organization organisation association federation union league academy "
    "museum statue lord battle treaty declaration bill order hall medal committee commission "
    "agency district congress society school joint chiefs international doctors reporters "
    "mothers daughters sons game guardians lords prince duke duchess archbishop bishop bank's "
    "parliament assembly chamber confederation movement party front army state fund coalition "
    "alliance day strait cape port rock hill cathedral tower people's secretary attorney "
    "director speaker royal cup heads"
)
BODY_NOUNS = word_set(
    "administration committee department agency commission service services council ministry "
    "university bank court college church association federation league academy museum party "
    "front army group company corporation corp inc ltd union institute center centre foundation "
    "organization organisation board bureau office times post news journal herald tribune "
    "police force forces congress senate parliament assembly house team club fc united airlines "
    "airways motors systems network networks media studios records entertainment authority fund "
    "coalition alliance society school hospital press guild navy guard corps nations state "
    "states conference summit treaty act project movement chamber cabinet"
)
PLACE_NOUNS = word_set(
    "river lake sea ocean bay gulf mountain mountains mount island islands peninsula strait "
    "valley desert street avenue road square park bridge airport stadium city town county "
    "province region beach canyon coast canal harbor harbour port hill hills forest creek "
    "springs falls village"
)
PLACE_PREFIXES = word_set(
    "new north south east west northern southern eastern western central upper lower greater "
    "san santa los las el st saint mount lake fort port cape great saudi sri costa puerto hong "
    "united"
)
# Capitalised, but no name of anyone.
NOT_NAMES = word_set(
    "i i'm i've i'll i'd ok tv dna rna ceo cfo gdp gmt est edt pst utc am pm id ai pr hr faq "
    "url jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june "
    "july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday mon tue tues wed thu thurs fri sat sun bc ad mr mrs ms dr no vs et"
)
# Words of every sentence, dropped when they begin one.
FUNCTION_WORDS = word_set(
    "the a an this that these those it its it's he she they we you i his her their our my your "
    "who whom whose which what when where why how there here and or but nor so yet if then than "
    "as at by for from in into of off on onto out over per since through to toward towards "
    "under until up upon with within without about above across after against along amid among "
    "around before behind below beneath beside besides between beyond despite down during "
    "except inside like near outside past regarding throughout unlike via while although though "
    "because unless whether however therefore meanwhile moreover furthermore nevertheless "
    "instead also still even just only both either neither each every all any some many most "
    "much more few several other another such no not never always often sometimes now today "
    "yesterday tomorrow tonight soon later earlier recently currently once again already ago "
    "perhaps maybe indeed overall finally initially previously last next first second third one "
    "two three four five six seven eight nine ten is are was were be been being am has have had "
    "do does did will would can could should may might must shall let let's don't according "
    "asked given based following including yes well oh please thank thanks former police "
    "officials people experts scientists researchers critics supporters authorities sources "
    "residents voters investors analysts lawmakers prosecutors doctors she's he's they're we're "
    "you're that's there's what's here's i'm it’s"
)
FIRST_NAMES = word_set(
    "james john robert michael william david richard joseph thomas charles christopher daniel "
    "matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward "
    "ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin "
    "scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry "
    "tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold "
    "keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan "
    "joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene "
    "vincent russell elijah louis bobby philip johnny mary patricia jennifer linda elizabeth "
    "barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily "
    "donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia "
    "kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine "
    "christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce "
    "virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah "
    "jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice "
    "julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana "
    "natalie brittany charlotte marie kayla alexis lori vladimir sergei sergey dmitry alexei "
    "mikhail ivan boris igor oleg yuri andrei viktor nikolai volodymyr francois emmanuel "
    "jacques pierre jean-claude marine olaf recep bashar ali hassan hussein mohammed mohammad "
    "mohamed muhammad ahmed abdul abu omar khalid saddam narendra xi kim moon shinzo rishi keir "
    "nigel tony gordon barack hillary bernie kamala mike mitch chuck ted marco jeb ron nikki "
    "elon jeff bill tim sundar satya sergio luis carlos miguel pedro pablo jorge antonio "
    "francisco fernando javier mario giuseppe matteo silvio giorgia lionel cristiano serena "
    "venus novak rafael andy harry meghan kate taylor"
)


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words that news writes in lower case more often than not, counted over 6,000 articles."""
    text = resources.files("assistant.values").joinpath("common_words.txt").read_text("utf-8")
    return word_set(text)


_ADVERB = re.compile(r"..(?:ably|ibly|ally|ously|[ea]ntly|edly|ingly|tely|ively|arly|ishly)$")
_ENDING = re.compile(r"(?:s|es|ed|d|ing|ly|ers?|ors?|ings)$")


@lru_cache(maxsize=50_000)
def is_function_word(word: str) -> bool:
    """A word of every sentence, contracted or not: `the`, `we've`."""
    lower = word.lower().replace("’", "'")
    return lower in FUNCTION_WORDS or lower.partition("'")[0] in FUNCTION_WORDS


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Whether a word, or what is left of it without its ending, is an ordinary one."""
    lower, words = word.lower().replace("’", "'").removesuffix("'s"), common_words()
    if lower in words or is_function_word(lower) or _ADVERB.search(lower):
        return True
    stem = _ENDING.sub("", lower)
    return len(stem) > 3 and stem != lower and (stem in words or stem + "e" in words)
