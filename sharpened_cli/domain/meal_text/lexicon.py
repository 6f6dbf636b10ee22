"""What a parser of meals must know about words that are not foods: numbers, units, sizes, cooking, small talk."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


NUMBER_WORDS: dict[str, float] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "single": 1, "another": 1,
    "half": 0.5, "quarter": 0.25, "third": 1 / 3, "couple": 2, "pair": 2, "few": 3, "several": 4, "dozen": 12,
    "un": 1, "una": 1, "uno": 1, "unos": 2, "unas": 2, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
    "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "doce": 12, "docena": 12, "medio": 0.5, "media": 0.5,
    "um": 1, "uma": 1, "dois": 2, "duas": 2, "quatro": 4, "sete": 7, "oito": 8, "nove": 9, "dez": 10, "doze": 12,
    "duzia": 12, "meio": 0.5, "meia": 0.5, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "douze": 12, "douzaine": 12, "demi": 0.5, "demie": 0.5, "par": 2,
}  # fmt: skip
MULTIPLIERS = frozenset({"dozen", "docena", "duzia", "douzaine", "hundred"})
FRACTION_WORDS = {"half": 0.5, "halves": 0.5, "quarter": 0.25, "quarters": 0.25, "third": 1 / 3, "thirds": 1 / 3}

GRAMS_PER_MASS_UNIT: dict[str, float] = {
    "g": 1, "gr": 1, "gm": 1, "gms": 1, "grs": 1, "gram": 1, "grams": 1, "gramme": 1, "grammes": 1, "gramos": 1,
    "gramo": 1, "gramas": 1, "grama": 1, "kg": 1000, "kgs": 1000, "kilo": 1000, "kilos": 1000, "kilogram": 1000,
    "kilograms": 1000, "mg": 0.001, "milligrams": 0.001, "oz": 28.35, "ozs": 28.35, "ounce": 28.35, "ounces": 28.35,
    "lb": 453.6, "lbs": 453.6, "pound": 453.6, "pounds": 453.6,
}  # fmt: skip
ML_PER_VOLUME_UNIT: dict[str, float] = {
    "ml": 1, "mls": 1, "milliliter": 1, "milliliters": 1, "millilitre": 1, "millilitres": 1, "mililitros": 1,
    "cc": 1, "cl": 10, "centilitre": 10, "dl": 100, "decilitre": 100, "l": 1000, "litre": 1000, "litres": 1000,
    "liter": 1000, "liters": 1000, "litro": 1000, "litros": 1000, "floz": 29.57, "quart": 946, "quarts": 946,
    "gallon": 3785,
}  # fmt: skip
ENERGY_UNITS = frozenset({"kcal", "kcals", "cal", "cals", "calorie", "calories", "calorias", "kilocalories"})

# Household units in the portions' own names; plurals are made singular before the look-up.
UNITS: dict[str, str] = {
    "slice": "slice", "cup": "cup", "cupful": "cup", "tbsp": "tbsp", "tablespoon": "tbsp", "tablespoonful": "tbsp",
    "tbs": "tbsp", "tbl": "tbsp", "tsp": "tsp", "teaspoon": "tsp", "teaspoonful": "tsp", "glass": "glass",
    "glassful": "glass", "bowl": "bowl", "bowlful": "bowl", "canned": "can", "bottle": "bottle", "scoop": "scoop",
    "handful": "handful", "serving": "serving", "portion": "serving", "helping": "serving", "order": "serving",
    "side": "side", "piece": "piece", "pc": "piece", "fillet": "fillet", "rasher": "rasher", "packet": "packet",
    "pack": "packet", "pkg": "packet", "package": "packet", "sachet": "packet", "bag": "bag", "pint": "pint",
    "mug": "mug", "plate": "plate", "plateful": "plate", "stick": "stick", "square": "square", "bar": "bar",
    "clove": "clove", "wedge": "wedge", "stalk": "stalk", "rib": "stalk", "spear": "spear", "leaf": "leaf",
    "punnet": "punnet", "shot": "shot", "pot": "pot", "tub": "pot", "container": "pot", "jar": "jar",
    "strip": "strip", "patty": "patty", "link": "link", "ear": "ear", "cob": "ear", "row": "row", "knob": "knob",
    "pat": "pat", "drizzle": "drizzle", "splash": "splash", "spray": "spray", "ladle": "ladle", "pinch": "pinch",
    "carton": "carton", "box": "carton", "head": "head", "bunch": "bunch", "cube": "cube", "dollop": "dollop",
    "pouch": "pouch", "double": "double", "spoon": "spoonful", "spoonful": "spoonful", "dash": "dash",
    "sprinkle": "sprinkle", "sprinkling": "sprinkle", "drop": "drop", "squirt": "squirt", "squeeze": "squirt",
    "smear": "spread", "schmear": "spread", "spread": "spread", "layer": "spread", "sheet": "sheet",
    "wrap": "piece", "lump": "piece", "katori": "bowl", "chunk": "piece",
    "loaf": "loaf", "block": "block", "ring": "ring", "floret": "floret", "sprig": "sprig", "round": "piece",
    "segment": "piece", "ball": "piece", "bite": "bite", "sip": "sip", "mouthful": "bite", "stack": "serving",
    "tray": "serving", "basket": "serving", "roll": "roll", "bulb": "bulb", "half": "half", "scooper": "scoop",
    "drizzling": "drizzle", "bit": "bit", "touch": "bit", "little": "bit", "nib": "bit",
    "taza": "cup", "xicara": "cup", "tasse": "cup", "cucharada": "tbsp", "cucharadita": "tsp", "colherada": "tbsp",
    "colher": "tbsp", "cuillere": "tbsp", "cuchara": "tbsp", "vaso": "glass", "copo": "glass", "verre": "glass",
    "rebanada": "slice", "fatia": "slice", "tranche": "slice", "tranch": "slice", "loncha": "slice", "rodaja": "slice",
    "lata": "can", "puñado": "handful", "punado": "handful", "punhado": "handful", "poignee": "handful",
    "trozo": "piece", "pedazo": "piece", "pedaco": "piece", "morceau": "piece", "plato": "plate", "prato": "plate",
    "assiette": "plate", "tazon": "bowl", "tigela": "bowl", "bol": "bowl", "botella": "bottle", "garrafa": "bottle",
    "bouteille": "bottle", "racion": "serving", "porcion": "serving", "porcao": "serving",
}  # fmt: skip
# Units that are also the heads of food names ("protein bar", "spring roll"): a unit only when "of" or a food follows.
NOUN_UNITS = frozenset(
    {"bar", "roll", "fillet", "patty", "stick", "ring", "head", "spread", "double", "half", "round", "loaf", "ear",
     "ball", "side", "rib", "wrap", "little", "square", "shot", "cob", "order", "link", "layer"}
)  # fmt: skip
SIZES: dict[str, str] = {
    "small": "small", "little": "small", "mini": "small", "medium": "medium", "mediumsized": "medium",
    "regular": "medium", "large": "large", "big": "large", "huge": "extra_large", "giant": "extra_large",
    "jumbo": "extra_large", "xl": "extra_large", "xlarge": "extra_large", "tall": "medium", "grande": "large",
    "venti": "extra_large", "heaping": "large", "heaped": "large", "generous": "large", "good": "",
    "standard": "medium", "pequeno": "small", "pequena": "small", "mediano": "medium", "mediana": "medium",
    "petit": "small", "petite": "small", "grand": "large", "thick": "large", "thin": "small", "level": "",
    "scant": "", "sized": "", "modest": "small",
}  # fmt: skip

# How a food was kept or cooked; "raw" and "cooked" choose between the rows of a food.
RAW_WORDS = frozenset({"raw", "dry", "crudo", "cru", "crua", "cruda", "crue"})
COOKED_WORDS = word_set(
    """
    cooked boiled grilled baked roasted steamed fried sauteed stewed poached scrambled bbq toasted
    microwaved stirfry cocido cozido cozida cuit cuite asado assado asada assada frito frita grelhado
    grelhada rehydrated prepared smoked mashed breaded battered rotisserie
    """
)
# Words that describe and seldom name a food: they count little, and alone they make no item.
DESCRIPTORS = (
    RAW_WORDS
    | COOKED_WORDS
    | word_set(
        """
    plain fresh freshly frozen homemade organic sliced chopped diced shredded drained canned boneless
    skinless bonein skinon skin bone lean ripe unsalted salted seasoned unseasoned flavoured unflavoured
    sweetened unsweetened lowfat skim whole reduced sodium peeled unpeeled cubed crushed warm hot cold
    chunk segment floret wedge
    chilled iced peel light lite regular thick thin crispy crunchy creamy readymade coated crust liquid soft hard tender
    juicy store bought leftover restaurant style fast food takeout takeaway nfs type kind brand trimmed
    added fat free only eaten not ns as to made from with without no extra virgin commercially commercial
    ready serve instant mixed assorted natural pure real traditional classic original spicy mild sweet
    savory savoury lightly dried white dark ground pieces piece style wholegrain brown visible untrimmed
    separable cut cuts all types any other unspecified medium large small
    """
    )
)
# Never part of a food's name: dropped, whatever stands around them.
SMALL_TALK = word_set(
    """
    or i i'm im i've ive me my we our you your it its it's he she they them this that these those today
    yesterday tonight morning afternoon evening night noon midday midnight had have having has was were is
    are be been am ate eat eating eaten enjoyed enjoy enjoying drank drink grabbed grab got get made make
    making took take taking snacked munched savored savoured sipped sipping indulged treated devoured
    consumed consume consisted consisting started start began begin finished finish ended washed down
    followed followed started went opted chose choose decided ordered order bought picked tried added add
    adding topped topping served paired pairing accompanied complemented alongside along then also just
    really so very some any about around roughly approximately approx nearly almost exactly maybe probably
    like which there here what where when while after before during at by up out off into onto the of for to
    as well delicious tasty yummy hearty simple quick nice great lovely wonderful satisfying refreshing
    nutritious healthy filling comforting delightful flavorful favorite favourite perfect amazing myself
    ourselves meal meals serving portion day way work school home office gym workout session bed bedtime
    early late later each total plus et y e feeling felt hungry craving decadent indulgent wholesome
    balanced light-hearted fantastic classic quite bit more little both one two or us let's lets again only
    still yet usual typical normal
    """
)
# Descriptions that change nothing about what is eaten: a lone word with them is still that lone word.
NEUTRAL_WORDS = word_set(
    """
    leftover homemade organic fresh freshly plain regular sliced chopped diced cubed sized warm hot cold chilled ripe
    store bought restaurant real traditional classic original natural pure juicy tender crunchy crispy creamy piece
    brewed peeled drained mixed type kind brand style medium large small whole
    """
)
# Endings by which an unknown word still shows itself as a description ("unbuttered").
DESCRIBING_ENDINGS = ("ed", "less", "style", "sized")
NEGATIONS = frozenset({"no", "without", "minus", "sans", "sin", "sem", "hold", "not", "except"})
