"""Words of food names and of what people type, brought to one form: folded, canonical, singular."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FRACTIONS = {
    "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3", "⅛": " 1/8", "⅜": " 3/8",
    "⅝": " 5/8", "⅞": " 7/8", "⅕": " 1/5",
}  # fmt: skip
_SIGNS = str.maketrans({
    "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "’": "'", "‘": "'", "`": "'", "“": '"', "”": '"',
    "–": "-", "—": " - ", "×": "x", "&": " and ", "…": ". ", "™": "", "®": "",
})  # fmt: skip

# One spelling for what is said in several ways, applied to names and to typed text alike; order matters.
_PHRASES: tuple[tuple[str, str], ...] = (
    (r"half[ -](?:and|n)[ -]half(?: cream)?", "halfandhalf"),
    (r"whole[ -]?(?:wheat|meal|grains?)", "wholegrain"),
    (r"wheat (bread|toast|roll|bun|tortilla|pasta|crackers?)", r"wholegrain \1"),
    (r"multi[ -]grain", "multigrain"),
    (r"(?:sugar[ -]?free|no[ -](?:added sugar|sugar added|sugar)|without (?:added |any )?sugar|zero sugar|sugarless)",
     "unsweetened"),
    (r"(?:with no|no|without)(?: the| any)? skin|skin (?:was )?(?:not eaten|removed|not consumed)", "skinless"),
    (r"(?:with )?(?:the )?skin (?:was )?eaten|with(?: the)? skin(?: on)?", "skin"),
    (r"(?:with )?(?:no|without)(?: any)? (?:added |additional )?(?:fat|oil)(?: was)?(?: added| used)?"
     r"|fat not added(?: in cooking)?|(?:no|without)(?: any)? (?:added )?salt(?: added)?", " "),
    (r"ns as to [a-z ]+|nfs|not further specified", " "),
    (r"gluten[ -]free", "glutenfree"),
    (r"lactose[ -]free", "lactosefree"),
    (r"dairy[ -]free|non[ -]?dairy", "dairyfree"),
    (r"alcohol[ -]free|non[ -]?alcoholic|0[.,]0 ?%", "alcoholfree"),
    (r"decaffeinated|caffeine[ -]free", "decaf"),
    (r"semi[ -]?skim(?:med)?(?: 2 ?%)?|2 ?% reduced fat|reduced fat \(2 ?%\)|2 percent", "2pct"),
    (r"fat[ -]free|non[ -]?fat|skim(?:med)?|zero fat|(?<![\d.,])0 ?%(?: fat)?", "skim"),
    (r"low(?:er)?[ -]fat|reduced[ -]fat", "lowfat"),
    (r"(\d+(?:[.,]\d+)?) ?(?:%|pct\b|percent\b|per cent\b)", r"\1pct"),
    (r"ice[ -]creams?", "icecream"),
    (r"hot[ -]dogs?", "hotdog"),
    (r"pop[ -]corn", "popcorn"),
    (r"water[ -]melons?", "watermelon"),
    (r"cheese[ -]burgers?", "cheeseburger"),
    (r"french[ -](?:fried )?(?:fries|fry|potatoes)|french fried potatoes", "fries"),
    (r"stir[ -](?:fried|fry)", "stirfry"),
    (r"(?:pan|deep|shallow)[ -]?fried", "fried"),
    (r"sun[ -]dried", "sundried"),
    (r"(?:soft|fizzy|carbonated) drinks?|soda pop|pop soda", "soda"),
    (r"(?:ground|minced) (beef|turkey|pork|chicken|lamb|meat|veal|bison|venison)", r"mince \1"),
    (r"(?:sugar )?snap[ -]peas?", "snap pea"),
    (r"ground[ -]?nuts?|pea[ -]nuts?", "peanut"),
    (r"sweet[ -]?corn", "corn"),
    (r"(?:spring|green) onions?|scallions?", "springonion"),
    (r"(?:bell|sweet) peppers?|capsicums?", "bellpepper"),
    (r"((?:red|green|yellow|orange)) peppers?", r"\1 bellpepper"),
    (r"garbanzos?(?: beans?)?|chick[ -]?peas?", "chickpea"),
    (r"egg[ -]?plants?|aubergines?|brinjals?", "aubergine"),
    (r"beet[ -]?roots?|beets", "beetroot"),
    (r"mac(?:aroni)? (?:and|n|'n') cheese", "macaroni cheese"),
    (r"pb ?(?:and|n)? ?j", "peanut butter jelly sandwich"),
    (r"peanut butter (?:and )?(?:jelly|jam) sand", "peanut butter jelly sand"),
    (r"t[ -]bone", "tbone"),
    (r"(sweet|hot) and sour", r"\1sour"),
    (r"surf and turf", "surfturf"),
    (r"sour cream and onion", "sourcreamonion"),
    (r"cookies and cream", "cookiescream"),
    (r"salt and (pepper|vinegar)", r"salt\1"),
    (r"buttered ([a-z]+(?: toast| bread| roll| muffin)?)", r"\1 with butter"),
    (r"beef jerky", "beefjerky"),
    (r"ready[ -]to[ -](?:eat|heat|drink|serve|cook|bake)", "readymade"),
    (r"hush ?pupp(?:y|ies)", "hushpuppy"),
    (r"fl\.? ?oz\.?|fluid ounces?", "floz"),
    (r"(?:maize|corn) ?meal", "cornmeal"),
    (r"(?:wheat|all[ -]purpose|plain) flour", "wheat flour"),
    (r"sea ?food", "seafood"),
    (r"butter ?nut squash", "butternut squash"),
    (r"bok ?choy|pak ?choi", "bokchoy"),
    (r"barbe(?:cue|que)d?|bar-b-q|b\.b\.q\.?", "bbq"),
    (r"coca[ -]?cola|cokes?(?= zero)", "coke"),
    (r"p\.?b\.?(?= on| toast)", "peanut butter"),
    (r"o\.?j\.?", "orange juice"),
)  # fmt: skip
_CANONICAL = tuple((re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)"), spelling) for pattern, spelling in _PHRASES)

# Single words that mean the same on a plate; applied after the singular was made.
_SYNONYMS = {
    "yogurt": "yoghurt", "yogourt": "yoghurt", "prawn": "shrimp", "courgette": "zucchini", "manioc": "cassava",
    "yuca": "cassava", "yucca": "cassava", "mandioca": "cassava", "maize": "corn", "chili": "chilli", "chile": "chilli",
    "omelet": "omelette", "donut": "doughnut", "catsup": "ketchup", "lasagna": "lasagne", "hamburger": "burger",
    "broiled": "grilled", "bbq": "bbq", "chargrilled": "grilled", "roast": "roasted",
    "grill": "grilled", "boil": "boiled", "fry": "fried", "bake": "baked", "steam": "steamed", "poach": "poached",
    "scramble": "scrambled", "mash": "mashed", "flavored": "flavoured", "flavour": "flavoured", "flavor": "flavoured",
    "fibre": "fiber", "arugula": "rocket", "cilantro": "coriander", "soya": "soy", "filet": "fillet",
    "hommus": "hummus", "houmous": "hummus", "humus": "hummus", "tin": "canned", "tinned": "canned", "can": "canned",
    "caned": "canned", "wholewheat": "wholegrain", "curried": "curry", "smoothy": "smoothie", "parmesean": "parmesan",
    "tortillas": "tortilla", "unsalted": "unsalted", "porridge": "oatmeal", "filter": "brewed", "rolled": "rolled",
    "parsnips": "parsnip", "veg": "vegetable", "veggie": "vegetable", "mayo": "mayonnaise", "bun": "bun",
    "spud": "potato", "uncooked": "raw", "braised": "stewed", "noodles": "noodle", "garri": "gari",
    "amala": "amala", "chapatti": "chapati", "capati": "chapati", "paratta": "paratha", "daal": "dal", "dhal": "dal",
    "dahl": "dal", "saltine": "saltine", "ramen": "ramen", "snap": "snap", "sugared": "sweetened",
    "sweetend": "sweetened", "caramelised": "caramelized", "grated": "shredded", "cheddar": "cheddar",
    "soured": "sour", "liver": "liver", "pickle": "pickled", "chia": "chia", "cooky": "cookie", "brownie": "brownie",
    "cereals": "cereal", "bic": "biscuit", "peper": "pepper", "creme": "cream",
}  # fmt: skip
_KEEPS_S = frozenset(
    """hummus couscous asparagus molasses swiss cous bass brussels octopus citrus haggis chips hash grits is
    glass schweppes watercress albacore christmas us gas less plus yes this swizz las los des les tres dos seis
    lens calories calamaris pancreas lentejas sea oats fries""".split()
)
_OES = re.compile(r"(tomato|potato|mango|echo|hero|avocado|buffalo)es$")
_TOKEN = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,4})?(?:pct)?|[^\W\d_]+(?:'[^\W\d_]+)?")


def fold(text: str) -> str:
    """Return text in lower case without accents, with typographic signs and fractions spelt out."""
    for sign, spelt in _FRACTIONS.items():
        if sign in text:
            text = text.replace(sign, spelt)
    text = unicodedata.normalize("NFKD", text.translate(_SIGNS).lower())
    if not text.isascii():
        text = "".join(letter for letter in text if not unicodedata.combining(letter)).translate(_SIGNS)
    return " ".join(text.split())


def canonical(folded: str) -> str:
    """Return folded text with phrases of several spellings brought to one (``whole wheat`` -> ``wholegrain``)."""
    for pattern, spelling in _CANONICAL:
        folded = pattern.sub(spelling, folded)
    return folded


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the singular of a folded word, then its one spelling (``yogurts`` -> ``yoghurt``)."""
    word = word.removesuffix("'s").replace("'", "")
    return _SYNONYMS.get(singular := _singular(word), singular)


def _singular(word: str) -> str:
    if len(word) <= 3 or word in _KEEPS_S or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return (
            word[:-1]
            if word in {"cookies", "brownies", "smoothies", "pies", "calories", "zombies"}
            else word[:-3] + "y"
        )
    if word.endswith("ves") and word not in {"olives", "chives", "cloves", "endives", "gloves"}:
        return word[:-3] + ("fe" if word in {"knives"} else "f")
    if _OES.search(word) or word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def tokens(text: str) -> list[str]:
    """Return the words and plain numbers of canonical text, in order; signs are dropped."""
    return _TOKEN.findall(text)


def words(text: str) -> tuple[str, ...]:
    """Return the stems of canonical text, in order; signs are dropped."""
    return tuple(stem(token) for token in _TOKEN.findall(text))
