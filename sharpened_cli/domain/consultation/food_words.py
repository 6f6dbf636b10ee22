"""Words around food: what is never a food, dishes of several words, drinks, diets, and words from abroad."""

from __future__ import annotations

from sharpened_cli.domain.consultation.word_lists import words_of

NOT_FOOD = words_of(
    """
    vegetarian vegan pescatarian keto halal kosher veggie-only diet a about acid add added after all almost also and
    any as at au baby back bag bar base based big bit black block body bottle bowl box brand brown but by can canned
    class clear cold container cooked cooking country cube cup cut cutlet daily dark day de del deep della
    different dish double down dried drink each early easy eat end energy english even extra fast fat fine finger
    first flat flavour flavor flavoured for free french fresh fried from frozen full generic glass good gram grilled
    ground ha half hand hard heavy hen high home homemade hot i in instant is italian japanese jar juice just kid la
    large lean leg less light like long loose low lower lunch main medium meal mega mexican mini mix mixed mixture
    more natural neck new no non normal not of off old on one open or organic original other out over own pack
    packed part per piece plain plant plate portion post pot pre processed protein quick raw ready red regular roast
    rolled round s salted serving set sheet shop short side single skin skinless slice sliced small smooth soft
    special spring square standard steamed stick strong style sugar super sweet table take tall the thick thin to
    top traditional turkish type uncooked unsalted unsweetened up use value very virgin warm wash way wet white
    whole wide with without work year young your zero aged boneless bone dry mild skinned cap head heart kidney
    brain night morning evening shot stuff spear fat-free strip tip water-packed boiled baked stewed smoked uk us
    usa oven pressed quarter rare rich ring roll-up rough wild yolk-less nature leaf hour minute week everything
    something friday monday sunday saturday bought store chunk star street mother mum family season summer winter
    chief chef blue green pink golden yellow orange-flavoured hand-made power boost man woman training workout gym
    snack breakfast dinner supper brunch usual heel stone cross foot bomb ball bear horse cow duck-shaped lady love
    pig game bird two three four five twist mountain train pound face cheat
    """
)

PREPARATION = words_of(
    """
    grilled fried boiled scrambled poached baked roast roasted steamed smoked raw fresh frozen tinned canned
    wholemeal wholegrain whole brown white black green red greek skimmed semi low fat free full cream dark milk
    plain natural homemade leftover mixed sweet jacket mashed stir shredded minced ground lean overnight instant
    rolled steel cut dried sliced toasted crusty cottage chocolate decaf sparkling diet sugar light spicy hot cold
    iced crispy pan oven slow cooked air fryer veggie vegetable chicken beef pork fish prawn tuna salmon lamb turkey
    bean lentil protein rye sourdough basmati wild new baby cherry soft hard ripe half big peanut almond oat soy
    soya coconut olive vegan gluten bone organic lactose salted unsalted
    """
)

DISHES = (
    "fish and chips", "mac and cheese", "macaroni and cheese", "mac n cheese", "beans on toast",
    "cheese on toast", "bangers and mash", "sausage and mash", "ham and cheese sandwich",
    "cheese and ham sandwich", "peanut butter and jelly", "peanut butter and jam sandwich",
    "cheese and crackers", "chips and dip", "salt and vinegar crisps", "pork and beans", "surf and turf",
    "pie and mash", "ham and cheese toastie", "egg and soldiers", "cheese and onion crisps",
    "sweet and sour chicken", "steak and kidney pie", "spaghetti and meatballs", "half and half",
    "protein bar", "protein bars", "cereal bar", "cereal bars", "granola bar", "energy bar", "energy drink",
    "energy drinks", "energy gels", "ben and jerrys", "fizzy drinks", "flat white", "flat whites",
    "mountain dew", "biscuits and gravy", "soft drinks", "full english", "egg whites", "meal deal",
    "meal deals", "ready meal", "ready meals", "hot chocolate", "ice cream", "rice cakes", "protein shake",
    "protein shakes", "protein powder", "stir fry", "spag bol", "hot dog", "hot dogs", "instant noodles",
    "fry up", "roast dinner", "sunday roast", "soft cheese", "raw fish", "red meat", "white fish",
    "blue cheese", "processed meat", "fast food", "junk food", "bread and butter pudding", "cookies and cream",
    "cheese and tomato sandwich", "pao de queijo", "arroz con pollo", "chili con carne", "chilli con carne",
    "pasta with pesto", "pasta with tomato sauce", "pasta with sauce", "spaghetti bolognese",
    "pasta with tomato", "caesar salad", "steak frites", "cafe con leche", "pan con tomate",
    "peanut butter toast", "rice pudding", "toad in the hole", "jacket potato", "egg fried rice",
    "egg on toast sandwich", "fish fingers", "chicken and mushroom pie", "leek and potato soup",
    "carrot and coriander soup", "fish pie", "cup of tea", "glass noodles", "ham and eggs sandwich",
)  # fmt: skip

JOINED_BY_WITH = words_of(
    """
    pesto sauce gravy dressing mayo ketchup sprinkles icing syrup tomato bolognese carbonara marinara salsa
    """
)

DRINKS = words_of(
    """
    coffee tea latte cappuccino espresso americano water juice milk coke cola soda beer wine shake smoothie white
    flat cafe cha mate squash lemonade drink kombucha gin vodka alcohol beers pint lager cider kefir chai matcha
    decaf cortado macchiato pepsi fanta sprite
    """
)

ABROAD = {
    "arroz": "rice", "feijao": "beans", "frijoles": "beans", "frango": "chicken", "pollo": "chicken",
    "poulet": "chicken", "aveia": "oats", "avena": "oats", "ovos": "eggs", "ovo": "egg", "huevos": "eggs",
    "huevo": "egg", "oeufs": "eggs", "leche": "milk", "leite": "milk", "lait": "milk", "queijo": "cheese",
    "queso": "cheese", "fromage": "cheese", "pao": "bread", "pan": "bread", "pain": "bread",
    "manzana": "apple", "maca": "apple", "pomme": "apple", "platano": "banana", "pescado": "fish",
    "peixe": "fish", "poisson": "fish", "carne": "meat", "ternera": "beef", "cerdo": "pork", "porco": "pork",
    "atum": "tuna", "atun": "tuna", "thon": "tuna", "salada": "salad", "ensalada": "salad", "batata": "potato",
    "patatas": "potatoes", "cafe": "coffee", "lentejas": "lentils", "lentilhas": "lentils",
    "lentilles": "lentils", "garbanzos": "chickpeas", "iogurte": "yogurt", "yogur": "yogurt",
    "yaourt": "yogurt", "frango grelhado": "grilled chicken", "pollo a la plancha": "grilled chicken",
    "doce": "sweets", "batata doce": "sweet potato", "verduras": "vegetables", "legumes": "vegetables",
    "tostada": "toast", "tostadas": "toast", "jamon": "ham", "presunto": "ham", "jambon": "ham",
    "mariscos": "shellfish", "camarao": "shrimp", "gambas": "prawns", "cerveza": "beer", "cerveja": "beer",
    "vinho": "wine", "vino": "wine", "riz": "rice", "pates": "pasta", "macarrao": "pasta", "boeuf": "beef",
    "saumon": "salmon", "fruta": "fruit", "fruits": "fruit", "miel": "honey", "amendoim": "peanut",
    "cacahuetes": "peanuts",
}  # fmt: skip

DIETS = {
    "vegan": ("vegan", ("meat", "dairy", "eggs")),
    "vegana": ("vegan", ("meat", "dairy", "eggs")),
    "vegano": ("vegan", ("meat", "dairy", "eggs")),
    "plant based": ("vegan", ("meat", "dairy", "eggs")),
    "vegetarian": ("vegetarian", ("meat", "fish")),
    "veggie": ("vegetarian", ("meat", "fish")),
    "vegetariana": ("vegetarian", ("meat", "fish")),
    "vegetariano": ("vegetarian", ("meat", "fish")),
    "vegetarien": ("vegetarian", ("meat", "fish")),
    "vegetarienne": ("vegetarian", ("meat", "fish")),
    "pescatarian": ("pescatarian", ("meat",)),
    "pescetarian": ("pescatarian", ("meat",)),
    "keto": ("keto", ("bread", "pasta", "rice", "sugar")),
    "ketogenic": ("keto", ("bread", "pasta", "rice", "sugar")),
    "low carb": ("low carb", ("bread", "pasta", "rice", "sugar")),
    "paleo": ("paleo", ("grains", "dairy", "legumes")),
    "halal": ("halal", ("pork", "alcohol")),
    "kosher": ("kosher", ("pork", "shellfish")),
    "carnivore": ("carnivore", ("vegetables", "grains", "fruit")),
    "coeliac": ("coeliac", ("gluten",)),
    "celiac": ("coeliac", ("gluten",)),
    "celiaca": ("coeliac", ("gluten",)),
    "celiaco": ("coeliac", ("gluten",)),
    "celiaque": ("coeliac", ("gluten",)),
    "gluten free": ("gluten free", ("gluten",)),
    "gluten intolerant": ("gluten free", ("gluten",)),
    "gluten intolerance": ("gluten free", ("gluten",)),
    "lactose intolerant": ("lactose intolerant", ("lactose",)),
    "lactose intolerance": ("lactose intolerant", ("lactose",)),
    "intolerante a la lactosa": ("lactose intolerant", ("lactose",)),
    "intolerante a lactose": ("lactose intolerant", ("lactose",)),
    "dairy free": ("dairy free", ("dairy",)),
    "nut allergy": ("nut allergy", ("nuts",)),
    "nut free": ("nut allergy", ("nuts",)),
    "peanut allergy": ("peanut allergy", ("peanuts",)),
    "egg allergy": ("egg allergy", ("eggs",)),
    "shellfish allergy": ("shellfish allergy", ("shellfish",)),
    "fish allergy": ("fish allergy", ("fish",)),
    "milk allergy": ("milk allergy", ("milk",)),
    "soy allergy": ("soy allergy", ("soy",)),
    "sesame allergy": ("sesame allergy", ("sesame",)),
    "dairy allergy": ("dairy allergy", ("dairy",)),
    "low fodmap": ("low fodmap", ("onion", "garlic")),
    "jain": ("jain", ("meat", "fish", "eggs", "onion", "garlic")),
    "teetotal": ("teetotal", ("alcohol",)),
}

EXTRA_FOODS = words_of(
    """
    meat fish dairy egg bread pasta rice noodle soup salad sandwich wrap curry stew casserole pizza burger chip
    crisp chocolate biscuit cake fruit veg veggie vegetable nut seed bean lentil cheese yogurt yoghurt milk butter
    oat porridge cereal toast roll bagel omelette omelet potato gluten lactose sugar shellfish seafood alcohol mince
    minced steak takeaway takeout smoothie shake whey sweet ramen sushi taco burrito kebab tofu tempeh seitan hummus
    falafel halloumi feta avocado granola muesli weetabix marmite jam honey oil mushroom onion garlic pork beef lamb
    chicken turkey ham bacon sausage salmon tuna cod prawn shrimp apple banana orange berry blueberry grape mango
    spinach broccoli carrot pea corn tomato cucumber pepper kale squash pumpkin aubergine eggplant courgette
    zucchini leek cabbage olive coffee tea latte water juice wine beer coke soda pudding ice-cream crumpet croissant
    pastry pie quiche lasagne lasagna chilli chili fajita risotto couscous quinoa gnocchi dumpling dahl dal daal
    roti naan chapati biryani paratha dosa idli sambar ugali fufu jollof plantain kimchi bibimbap pho congee miso
    edamame natto mochi bao gyoza onigiri bento tagine shakshuka pita tabbouleh paella tortilla gazpacho croqueta
    empanada arepa feijoada farofa picanha acai tapioca coxinha moqueca ratatouille baguette crepe cassoulet
    supper-soup flapjack cracker ryvita oatcake gel grapefruit caffeine mayo gravy sauce pesto jelly donut doughnut
    cookie brownie candy haribo popcorn pretzel granola-bar fries hotdog pancake waffle hash-brown haggis scone yam
    cassava egusi injera pierogi schnitzel bratwurst sauerkraut borscht goulash kefir skyr quark labneh tahini
    peanut almond cashew walnut pistachio chickpea mackerel sardine anchovy kipper trout tilapia haddock crab
    lobster oyster mussel squid octopus venison duck goose rabbit veal liver kidney offal spaghetti penne macaroni
    linguine bolognese carbonara salami chorizo prosciutto pepperoni mozzarella cheddar parmesan brie ricotta paneer
    ghee cottage flatwhite cappuccino espresso americano mate kombucha cordial smoothy beetroot celery asparagus
    cauliflower sprouts lettuce rocket radish pear peach plum apricot melon watermelon pineapple kiwi strawberry
    raspberry cherry lemon lime date fig raisin prune coconut banh mi soya soy creatine
    """
)
