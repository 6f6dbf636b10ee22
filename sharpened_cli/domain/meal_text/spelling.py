"""One spelling for words and phrases that mean the same on a plate; names and typed text alike."""

from __future__ import annotations

# The beginning of an amount: "a sandwich of two slices of bread" is made with what follows.
AMOUNT = r"\d|(?:an?|one|two|three|four|five|half) (?:\w+ )?(?:slices?|cups?|grams?|oz|ounces?|tablespoons?|pieces?)\b"
# (hints, pattern, spelling): a pattern is tried only on text that holds one of its hints, because building sixty
# of them costs more than reading a meal. The order matters.
PHRASES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("half",), r"half[ -](?:and|n)[ -]half(?: cream)?", "halfandhalf"),
    (("whole",), r"whole[ -]?(?:wheat|meal|grains?)", "wholegrain"),
    (("wheat",), r"wheat (bread|toast|roll|bun|tortilla|pasta|crackers?)", r"wholegrain \1"),
    (("grain",), r"multi[ -]grain", "multigrain"),
    (
        ("sugar",),
        (
            r"(?:sugar[ -]?free|no[ -](?:added sugar|sugar added|sugar)|without (?:added "
            r"|any )?sugar|zero sugar|sugarless)"
        ),
        "unsweetened",
    ),
    (
        ("skin",),
        (
            r"(?:with no|no|without)(?: the| any)? skin|skin (?:was )?(?:not eaten|removed"
            r"|not consumed)"
        ),
        "skinless",
    ),
    (("skin",), r"(?:with )?(?:the )?skin (?:was )?eaten|with(?: the)? skin(?: on)?", "skin"),
    (
        ("no ", "without", " not "),
        (
            r"(?:with )?(?:no|without)(?: any)? (?:added |additional )?(?:fat|oil)(?: was)?(?: added| used)?"
            r"|fat not added(?: in cooking)?|(?:no|without)(?: any)? (?:added )?salt(?: added)?"
        ),
        " ",
    ),
    (
        ("fat", "oil"),
        r"(?:cooked )?with (?:added|cooking) fat|(?:with )?(?:fat|oil) (?:was )?added(?: in cooking)?",
        "with oil",
    ),
    (("in",), r"(?:3|three)[ -]?in[ -]?(?:1|one)", "threeinone"),
    (("sweetened",), r"pre[ -]?sweetened(?: with sugar)?", "presweetened"),
    (("pepper",), r"dr\.? ?peppers?", "drpepper"),
    (("syrup",), r"in (?:extra )?(?:heavy|light) syrup", "heavysyrup"),
    (("maple",), r"maple(?:,? and)? brown sugar", "maplebrownsugar"),
    (("cinnamon",), r"apples?(?: and|,)? cinnamon", "applecinnamon"),
    (("nfs", "ns as", "specified"), r"ns as to [a-z ]+|nfs|not further specified", " "),
    (("gluten",), r"gluten[ -]free", "glutenfree"),
    (("lactose",), r"lactose[ -]free", "lactosefree"),
    (("dairy",), r"dairy[ -]free|non[ -]?dairy", "dairyfree"),
    (("alcohol", "0.0", "0,0"), r"alcohol[ -]free|non[ -]?alcoholic|0[.,]0 ?%", "alcoholfree"),
    (("caffein",), r"decaffeinated|caffeine[ -]free", "decaf"),
    (("semi", "2"), r"semi[ -]?skim(?:med)?(?: 2 ?%)?|2 ?% reduced fat|reduced fat \(2 ?%\)|2 percent", "2pct"),
    (("fat", "skim", "0"), r"fat[ -]free|non[ -]?fat|skim(?:med)?|zero fat|(?<![\d.,])0 ?%(?: fat)?", "skim"),
    (("fat",), r"low(?:er)?[ -]fat|reduced[ -]fat", "lowfat"),
    (("%", "pct", "per"), r"(\d+(?:[.,]\d+)?) ?(?:%|pct\b|percent\b|per cent\b)", r"\1pct"),
    (("ice",), r"ice[ -]creams?", "icecream"),
    ((" ice", "rocks"), r"(?:on|over|with) (?:the )?(?:ice|rocks)", " "),
    (("hot",), r"hot[ -]dogs?", "hotdog"),
    (("pop",), r"pop[ -]corn", "popcorn"),
    (("water",), r"water[ -]melons?", "watermelon"),
    (("burger",), r"cheese[ -]burgers?", "cheeseburger"),
    (("french",), r"french[ -](?:fried )?(?:fries|fry|potatoes)|french fried potatoes", "fries"),
    (("stir",), r"stir[ -](?:fried|fry)", "stirfry"),
    (("fried",), r"(?:pan|deep|shallow)[ -]?fried", "fried"),
    (("sun",), r"sun[ -]dried", "sundried"),
    (("drink", "soda"), r"(?:soft|fizzy|carbonated) drinks?|soda pop|pop soda", "soda"),
    (("ground", "minced"), r"(?:ground|minced) (beef|turkey|pork|chicken|lamb|meat|veal|bison|venison)", r"mince \1"),
    (("snap",), r"(?:sugar )?snap[ -]peas?", "snap pea"),
    (("nut",), r"ground[ -]?nuts?|pea[ -]nuts?", "peanut"),
    (("corn",), r"sweet[ -]?corn", "corn"),
    (("onion", "scallion"), r"(?:spring|green) onions?|scallions?", "springonion"),
    (("pepper", "capsicum"), r"(?:bell|sweet) peppers?|capsicums?", "bellpepper"),
    (("pepper",), r"((?:red|green|yellow|orange)) peppers?", r"\1 bellpepper"),
    (("garbanzo", "chick"), r"garbanzos?(?: beans?)?|chick[ -]?peas?", "chickpea"),
    (("egg", "aubergine", "brinjal"), r"egg[ -]?plants?|aubergines?|brinjals?", "aubergine"),
    (("beet",), r"beet[ -]?roots?|beets", "beetroot"),
    (("mac",), r"mac(?:aroni)? (?:and|n|'n') cheese", "macaroni cheese"),
    (("pb",), r"pb ?(?:and|n)? ?j", "peanut butter jelly sandwich"),
    (("peanut",), r"peanut butter (?:and )?(?:jelly|jam) sand", "peanut butter jelly sand"),
    (("bone",), r"t[ -]bone", "tbone"),
    (("sour",), r"(sweet|hot) and sour", r"\1sour"),
    (("surf",), r"surf and turf", "surfturf"),
    (("sour",), r"sour cream and onion", "sourcreamonion"),
    (("cookies",), r"cookies and cream", "cookiescream"),
    (("salt",), r"salt and (pepper|vinegar)", r"salt\1"),
    (("buttered",), r"buttered ([a-z]+(?: toast| bread| roll| muffin)?)", r"\1 with butter"),
    (("over ", "sunny"), r"(?:sunny[ -]side[ -]up|over[ -](?:easy|medium|hard))(?: eggs?)?", "fried egg"),
    (("mandarin",), r"mandarin oranges?", "mandarin"),
    (("foot",), r"foot[ -]?long", "large"),
    (("big mac",), r"big macs?", "bigmac"),
    (("jerky",), r"beef jerky", "beefjerky"),
    (("ready",), r"ready[ -]to[ -](?:eat|heat|drink|serve|cook|bake)", "readymade"),
    (("hush",), r"hush ?pupp(?:y|ies)", "hushpuppy"),
    (("fl", "fluid"), r"fl\.? ?oz\.?|fluid ounces?", "floz"),
    (("meal",), r"(?:maize|corn) ?meal", "cornmeal"),
    (("flour",), r"(?:wheat|all[ -]purpose|plain) flour", "wheat flour"),
    (("sea",), r"sea ?food", "seafood"),
    (("butter",), r"butter ?nut squash", "butternut squash"),
    (("choy", "choi"), r"bok ?choy|pak ?choi", "bokchoy"),
    (("barb", "bar-b", "b.b"), r"barbe(?:cue|que)d?|bar-b-q|b\.b\.q\.?", "bbq"),
    (("coca", "coke"), r"coca[ -]?cola|cokes?(?= zero)", "coke"),
    (("p",), r"p\.?b\.?(?= on| toast)", "peanut butter"),
    (("oj", "o.j", "j"), r"o\.?j\.?", "orange juice"),
    (("white", "yolk"), r"(white|yolk)s? (?:of|from) ([a-z0-9]+) (?:large |medium |small )?eggs?", r"\2 egg \1s"),
    (("quarter",), r"quarter[ -]?pound(?:er)?s?(?= |$)(?! of)", "quarterpounder"),
    (("chips",), r"(steaks?|pies?|sausages?|gammon|scampi|eggs?) (?:and|with|n) chips", r"\1 and fries"),
    (("12", "twelve"), r"(?:12|twelve)[ -]?(?:inch|in)(?= (?:\w+ ){0,3}?(?:sub|sandwich|hoagie))", "large"),
    (("biscuit",), r"((?:\d+ ?g|grams?|oz|ounces?) of (?:an? )?)biscuit", r"\1american biscuit"),
    (
        (" of ",),
        rf"(sandwich|wrap|burger|salad|smoothie|omelett?e|stir ?fry|plate|meal) of(?= (?:{AMOUNT}))",
        r"\1 made with",
    ),
)

# Single words that mean the same on a plate; applied after the singular was made.
SYNONYMS = {
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
    "cereals": "cereal", "bic": "biscuit", "peper": "pepper", "creme": "cream", "cesar": "caesar",
}  # fmt: skip
