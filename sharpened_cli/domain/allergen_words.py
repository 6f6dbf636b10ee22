"""What people write when they name an allergy, and which of the fourteen allergens it means."""

from __future__ import annotations

# The fourteen of Regulation (EU) No 1169/2011, Annex II; "shellfish" means crustaceans and molluscs.
# Each line: an allergen, and words that mean it: other names, foods that always hold it, hidden sources.
WORDS_OF_ALLERGEN = {
    "gluten": (
        "gluten wheat rye barley spelt kamut durum semolina bulgur couscous seitan malt "
        "triticale farro coeliac celiac coeliacs celiacs bread pasta flour glutin trigo glúten "
        "noodles"
    ),
    "milk": (
        "milk dairy lactose casein caseinate whey cheese butter ghee cream yoghurt yogurt curd "
        "lactalbumin leche lait leite lacteos laticinios kefir quark skyr"
    ),
    "egg": ("egg eggs albumin albumen ovalbumin mayonnaise meringue huevo huevos ovo ovos oeuf oeufs"),
    "soy": "soy soya soybean soybeans tofu tempeh edamame miso natto tamari lecithin soja",
    "peanut": "peanut peanuts groundnut groundnuts arachis cacahuete amendoim monkey nuts",
    "tree_nut": (
        "treenut treenuts nut nuts almond almonds walnut walnuts cashew cashews hazelnut "
        "hazelnuts pecan pecans pistachio pistachios macadamia macadamias marzipan praline "
        "filbert filberts nueces nozes noix"
    ),
    "sesame": "sesame tahini benne gingelly sesamo til",
    "fish": ("fish cod salmon tuna anchovy anchovies haddock sardine sardines mackerel pescado peixe poisson"),
    "crustacean": (
        "crustacean crustaceans prawn prawns shrimp shrimps crab crabs lobster lobsters "
        "crayfish langoustine krill shellfish"
    ),
    "mollusc": (
        "mollusc molluscs mollusk mollusks mussel mussels clam clams oyster oysters squid "
        "octopus scallop scallops snail snails calamari cuttlefish whelk abalone shellfish"
    ),
    "mustard": "mustard mostaza mostarda moutarde",
    "celery": "celery celeriac apio aipo",
    "sulphite": "sulphite sulphites sulfite sulfites sulphur sulfur metabisulphite metabisulfite",
    "lupin": "lupin lupine lupins tremocos altramuces",
}
PHRASES = {
    "tree nut": ("tree_nut",), "tree nuts": ("tree_nut",), "brazil nut": ("tree_nut",), "pine nut": ("tree_nut",),
    "brazil nuts": ("tree_nut",), "pine nuts": ("tree_nut",), "all nuts": ("tree_nut", "peanut"),
    "any nuts": ("tree_nut", "peanut"), "nuts": ("tree_nut", "peanut"), "nut": ("tree_nut", "peanut"),
    "peanut butter": ("peanut",), "ground nuts": ("peanut",), "monkey nuts": ("peanut",),
    "nuts and seeds": ("tree_nut", "peanut", "sesame"), "soy sauce": ("soy", "gluten"), "soya milk": ("soy",),
    "soy milk": ("soy",), "cows milk": ("milk",), "cow milk": ("milk",), "milk protein": ("milk",),
    "egg white": ("egg",), "egg whites": ("egg",), "egg yolk": ("egg",), "egg yolks": ("egg",),
    "wheat flour": ("gluten",), "coeliac disease": ("gluten",), "celiac disease": ("gluten",),
    "celiac sprue": ("gluten",), "sulphur dioxide": ("sulphite",), "sulfur dioxide": ("sulphite",),
    "sea food": ("fish", "crustacean", "mollusc"), "seafood": ("fish", "crustacean", "mollusc"),
    "fish and shellfish": ("fish", "crustacean", "mollusc"), "cream of tartar": (), "cocoa butter": (),
    "e220": ("sulphite",), "e322": ("soy",),
}  # fmt: skip
# Words around an allergy that name nothing to leave out.
FILLERS = frozenset((
    "a", "all", "allergic", "allergies", "allergy", "am", "an", "anaphylactic", "anaphylaxis", "and", "any",
    "bad", "badly", "based", "by", "can't", "cannot", "cant", "contains", "containing", "diagnosed", "disease",
    "do", "eat", "epipen", "food", "foods", "free", "from", "have", "i", "i'm", "im", "in", "intolerance",
    "intolerances", "intolerant", "it", "kinds", "mild", "mildly", "moderate", "my", "of", "or", "other", "oral",
    "product", "products", "protein", "proteins", "raw", "reaction", "reactions", "sensitive", "sensitivity",
    "severe", "severely", "slight", "some", "strong", "syndrome", "the", "to", "traces", "type", "types", "very",
    "with", "cow's", "cows",
))  # fmt: skip
# What carries an allergen and adds none of its own after its name: lupin flour, soy milk.
CARRIERS = frozenset((
    "flour", "milk", "butter", "bread", "sauce", "oil", "cream", "cheese", "pasta", "noodles", "seeds", "seed",
    "powder", "sugar", "syrup", "starch", "leaves", "sticks",
))  # fmt: skip
NOTHING = frozenset((
    "", "none", "no", "nothing", "nil", "n/a", "na", "nope", "-", "no allergies", "no known allergies",
    "no food allergies", "none known", "nka", "nkda", "not any", "no allergy", "without",
))  # fmt: skip
# Real allergies that no food choice answers.
NOT_FOOD = frozenset((
    "pollen", "hay", "hayfever", "fever", "dust", "mite", "mites", "cat", "cats", "dog", "dogs", "penicillin",
    "amoxicillin", "aspirin", "ibuprofen", "antibiotics", "bee", "bees", "wasp", "wasps", "sting", "stings",
    "mould", "mold", "grass", "ragweed", "animal", "fur", "hair", "nickel-jewellery", "sulfa", "codeine",
    "morphine", "perfume", "sun", "seasonal", "medication", "drug", "drugs", "insect", "birch",
))  # fmt: skip


def _table() -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for allergen, line in WORDS_OF_ALLERGEN.items():
        for word in line.split():
            words.setdefault(word, set()).add(allergen)
    table = {word: frozenset(meant) for word, meant in words.items()}
    table.update({phrase: frozenset(meant) for phrase, meant in PHRASES.items()})
    return table


ALLERGENS_BY_WORD = _table()
