"""Families of foods that take the same place in a meal, the most usual first.

A family is what a cook may exchange without changing the dish. Figures and limits stand in the food
table; this page only says what goes for what.
"""

from __future__ import annotations

_LINES = {
    # meat, fish, eggs
    "chicken": (
        "chicken-breast-cooked turkey-breast-cooked chicken-thigh-skinless-cooked chicken-breast-pan-fried "
        "chicken-breast-poached chicken-thigh-with-skin-roasted chicken-drumstick-with-skin-roasted"
    ),
    "roast_bird": (
        "chicken-breast-cooked turkey-breast-cooked chicken-thigh-with-skin-roasted chicken-leg-whole-roasted "
        "rotisserie-chicken-with-skin duck-roasted-no-skin"
    ),
    "steak": (
        "steak-sirloin-lean-only-grilled pork-tenderloin-roasted pork-loin-lean-roasted roast-beef-lean "
        "steak-fillet-grilled pork-loin-chop-grilled steak-flank-grilled lamb-leg-roasted "
        "steak-sirloin-grilled veal-escalope-cooked venison-roasted lamb-chop-grilled steak-ribeye-grilled"
    ),
    "strips": (
        "chicken-breast-cooked steak-sirloin-lean-only-grilled pork-tenderloin-roasted turkey-breast-cooked "
        "prawns-cooked steak-flank-grilled"
    ),
    "mince": (
        "beef-mince-5-pct-fat-cooked turkey-mince-7-pct-fat-cooked beef-mince-10-pct-fat-cooked "
        "pork-mince-4-pct-fat-cooked chicken-mince-cooked turkey-mince-fat-free-cooked lamb-mince-cooked"
    ),
    "vegan_mince": (
        "soy-mince-ready-to-cook textured-vegetable-protein-rehydrated mycoprotein-mince "
        "textured-pea-protein-rehydrated textured-faba-bean-protein-rehydrated red-lentils-cooked"
    ),
    "white_fish": (
        "cod-fillet-cooked haddock-fillet-cooked sea-bass-fillet-cooked hake-fillet-cooked "
        "tilapia-fillet-cooked sea-bream-cooked pollock-fillet-cooked plaice-sole-fillet-cooked "
        "halibut-fillet-cooked"
    ),
    "oily_fish": (
        "salmon-fillet-cooked trout-fillet-cooked mackerel-fillet-cooked salmon-wild-cooked tuna-steak-cooked "
        "sardines-fresh-grilled"
    ),
    "seafood": "prawns-cooked squid-cooked mussels-cooked scallops-cooked",
    "tinned_fish": (
        "tuna-canned-in-water salmon-canned-pink tuna-albacore-canned-in-water tuna-canned-in-oil "
        "mackerel-canned sardines-canned-in-oil"
    ),
    "smoked_fish": "salmon-smoked trout-smoked mackerel-smoked",
    "deli": (
        "turkey-slices-deli chicken-slices-deli ham-sliced-lean roast-beef-slices-deli ham-sliced-regular "
        "prosciutto-cured-ham seitan-deli-slices-soy-free"
    ),
    "eggs": "egg-scrambled egg-poached egg-boiled egg-fried",
    "eggs_hard": "egg-boiled",
    "omelettes": "omelette-plain omelette-cheese omelette-ham-and-cheese frittata-vegetable",
    "breakfast_meat": (
        "bacon-back-grilled turkey-bacon sausage-turkey-breakfast ham-sliced-lean bacon-streaky-fried"
    ),
    # vegetarian protein
    "tofu": "tofu-firm tempeh tofu-extra-firm tofu-smoked tofu-super-firm-high-protein",
    "vegan_pieces": (
        "seitan seitan-plain-soy-free vegan-chicken-style-pieces-pea mycoprotein-pieces "
        "vegan-chicken-style-pieces-soy pea-protein-chicken-style-pieces-plain-high-protein "
        "mycoprotein-fillet"
    ),
    "grill_cheese": "halloumi paneer-low-fat",
    "veggie_patty": "veggie-burger-patty plant-based-burger-meat-like",
    "falafel": "falafel-baked falafel-fried",
    "pulses": (
        "chickpeas-cooked lentils-cooked black-beans-cooked kidney-beans-cooked "
        "cannellini-beans-canned-drained pinto-beans-cooked butter-beans-canned-drained "
        "mixed-beans-canned-drained lentils-canned-drained"
    ),
    "mexican_beans": "black-beans-cooked kidney-beans-cooked pinto-beans-cooked refried-beans",
    "indian_pulses": "dal-cooked chickpea-curry-chana-masala rajma red-lentils-cooked",
    "edamame": "edamame-shelled-cooked",
    # dairy and supplements
    "high_yoghurt": (
        "greek-yoghurt-0-pct-fat skyr-plain greek-yoghurt-2-pct-fat quark-low-fat "
        "soy-yoghurt-greek-style-high-protein greek-yoghurt-0-pct-fat-lactose-free greek-yoghurt-5-pct-fat"
    ),
    "yoghurt": (
        "greek-yoghurt-2-pct-fat yoghurt-plain-low-fat greek-yoghurt-5-pct-fat yoghurt-plain-whole-milk "
        "skyr-plain soy-yoghurt-plain quark-low-fat kefir-plain greek-yoghurt-10-pct-fat almond-yoghurt"
    ),
    "milk": (
        "milk-semi-skimmed-2-pct milk-skimmed milk-whole soy-milk-unsweetened oat-milk "
        "almond-milk-unsweetened pea-milk-unsweetened milk-high-protein-filtered-2-pct coconut-drink-carton"
    ),
    "cottage": "cottage-cheese-2-pct-fat cottage-cheese-1-pct-fat cottage-cheese-4-pct-fat ricotta-part-skim",
    "powder": (
        "whey-protein-powder-isolate whey-protein-powder-concentrate vegan-protein-powder-blend "
        "pea-protein-powder soy-protein-isolate-powder rice-protein-powder casein-protein-powder "
        "egg-white-powder"
    ),
    "ready_shake": "protein-shake-ready-to-drink vegan-protein-shake-ready-to-drink",
    "bar": "protein-bar protein-bar-vegan",
    "hard_cheese": (
        "cheddar-cheese gouda-cheese edam-cheese swiss-cheese cheddar-cheese-reduced-fat manchego-cheese "
        "mozzarella-part-skim vegan-cheese-slices"
    ),
    "soft_cheese": "cream-cheese-light cream-cheese brie-cheese goat-cheese-soft vegan-cream-cheese",
    "salad_cheese": "feta-cheese mozzarella-fresh goat-cheese-soft parmesan-cheese",
    "grated_cheese": "parmesan-cheese mozzarella-part-skim pecorino-romano",
    "snack_cheese": "cheddar-cheese string-cheese mini-cheese-waxed edam-cheese gouda-cheese",
    # starches
    "potatoes": (
        "potato-boiled potatoes-roast potato-baked-with-skin potato-mashed sweet-potato-baked "
        "sweet-potato-boiled"
    ),
    "jacket": "potato-baked-with-skin sweet-potato-baked",
    "rice": "white-rice-cooked basmati-rice-cooked brown-rice-cooked jasmine-rice-cooked microwave-rice-pouch",
    "asian_base": (
        "jasmine-rice-cooked egg-noodles-cooked white-rice-cooked rice-noodles-cooked brown-rice-cooked "
        "udon-noodles-cooked soba-noodles-cooked"
    ),
    "pasta": (
        "pasta-cooked wholewheat-pasta-cooked gluten-free-pasta-cooked red-lentil-pasta-cooked "
        "chickpea-pasta-cooked"
    ),
    "grains": (
        "couscous-cooked quinoa-cooked bulgur-cooked brown-rice-cooked farro-spelt-cooked pearl-barley-cooked "
        "buckwheat-cooked millet-cooked"
    ),
    "indian_base": "basmati-rice-cooked roti-chapati brown-rice-cooked naan-bread white-rice-cooked",
    "mexican_base": "white-rice-cooked corn-tortilla brown-rice-cooked tortilla-wrap-wholemeal quinoa-cooked",
    "plate_starch": (
        "potato-boiled white-rice-cooked sweet-potato-baked brown-rice-cooked potato-mashed quinoa-cooked "
        "butternut-squash-cooked parsnips-cooked plantain-boiled cassava-boiled"
    ),
    "paleo_starch": (
        "sweet-potato-baked sweet-potato-boiled butternut-squash-cooked cassava-boiled plantain-boiled "
        "parsnips-cooked potato-boiled potato-baked-with-skin yam-cooked taro-cooked"
    ),
    # bread
    "sliced_bread": (
        "wholemeal-bread sourdough-bread multigrain-seeded-bread rye-bread white-bread gluten-free-bread "
        "low-carb-protein-bread pao-de-queijo"
    ),
    "toast": (
        "toast-wholemeal wholemeal-bread sourdough-bread toast-white multigrain-seeded-bread rye-bread "
        "gluten-free-bread english-muffin-wholemeal bagel-thin arepa-corn-plain tapioca-crepe-plain crumpet"
    ),
    "sandwich_bread": (
        "wholemeal-bread sourdough-bread bread-roll-wholemeal multigrain-seeded-bread bagel-wholemeal "
        "ciabatta rye-bread gluten-free-bread white-bread"
    ),
    "wraps": "tortilla-wrap-wholemeal tortilla-wrap-flour low-carb-tortilla-wrap gluten-free-wrap",
    "pita": "pita-bread-wholemeal pita-bread-white flatbread-lavash",
    "buns": "burger-bun bread-roll-wholemeal bread-roll-white",
    "soup_bread": "wholemeal-bread sourdough-bread bread-roll-wholemeal rye-bread baguette gluten-free-bread",
    "crisp_breads": (
        "rice-cake-brown-rice oatcakes crispbread-rye corn-cake-puffed crackers-wholegrain "
        "crackers-gluten-free"
    ),
    "rice_cakes": "rice-cake-brown-rice corn-cake-puffed",
    # breakfast grains
    "oats": "oats-dry oats-gluten-free-dry steel-cut-oats-dry",
    "cereal": (
        "muesli-no-added-sugar bran-flakes wheat-biscuit-cereal shredded-wheat corn-flakes "
        "granola-low-sugar-nuts oat-hoops-plain crisped-rice-cereal puffed-wheat"
    ),
    "crunch": "granola muesli-no-added-sugar granola-low-sugar-nuts oats-dry oats-gluten-free-dry",
    "pancakes": "banana-oat-pancakes protein-pancakes",
    # vegetables
    "green_veg": (
        "broccoli-cooked green-beans-cooked spinach-cooked asparagus-cooked peas-green-cooked "
        "brussels-sprouts-cooked cabbage-cooked kale-cooked courgette-cooked"
    ),
    "other_veg": (
        "carrots-cooked cauliflower-cooked mixed-vegetables-frozen-cooked leeks-cooked mushrooms-cooked "
        "beetroot-cooked bell-peppers-cooked tomatoes-cooked swede-rutabaga-cooked"
    ),
    "roast_veg": (
        "roasted-mediterranean-vegetables ratatouille aubergine-cooked courgette-cooked bell-peppers-cooked"
    ),
    "stir_fry_veg": (
        "stir-fry-vegetables-cooked-with-oil pak-choi-cooked broccoli-cooked bell-peppers-cooked "
        "sugar-snap-peas bean-sprouts-stir-fried mushrooms-cooked baby-corn"
    ),
    "pasta_veg": (
        "courgette-cooked mushrooms-cooked spinach-cooked bell-peppers-cooked broccoli-cooked "
        "aubergine-cooked"
    ),
    "mexican_veg": "bell-peppers-cooked sweetcorn-cooked tomato-raw lettuce-iceberg",
    "indian_veg": (
        "spinach-cooked cauliflower-cooked peas-green-cooked okra-cooked green-beans-cooked carrots-cooked"
    ),
    "leaves": "mixed-salad-leaves lettuce-romaine spinach-raw rocket-arugula lettuce-green-leaf watercress",
    "salad": (
        "cherry-tomatoes cucumber side-salad-no-dressing mixed-salad-leaves tomato-raw bell-pepper-red-raw "
        "lettuce-romaine rocket-arugula"
    ),
    "salad_more": (
        "cucumber cherry-tomatoes bell-pepper-red-raw radish beetroot-cooked sweetcorn-canned-drained "
        "red-onion-raw"
    ),
    "breakfast_veg": (
        "cherry-tomatoes mushrooms-cooked spinach-cooked tomatoes-cooked cucumber bell-pepper-red-raw"
    ),
    "dip_veg": (
        "crudites-mixed baby-carrots cucumber cherry-tomatoes bell-pepper-red-raw celery-raw sugar-snap-peas"
    ),
    "low_carb_base": "cauliflower-rice courgette-cooked konjac-noodles spinach-cooked",
    # fruit
    "fruit": (
        "apple banana orange pear mandarin-clementine grapes kiwi strawberries blueberries peach nectarine "
        "plum mango pineapple melon-cantaloupe raspberries"
    ),
    "whole_fruit": "apple banana orange pear mandarin-clementine kiwi peach plum nectarine",
    "berries": "blueberries strawberries raspberries mixed-berries-frozen blackberries",
    "bowl_fruit": "banana blueberries strawberries mixed-berries-frozen apple raspberries mango peach kiwi",
    "toast_fruit": "banana strawberries apple",
    "dried_fruit": "dates-medjool raisins dried-apricots prunes sultanas dried-figs",
    "quick_fruit": "banana apple dates-medjool orange grapes",
    "keto_fruit": "raspberries blackberries strawberries",
    # fats, nuts, sauces
    "oil": "olive-oil rapeseed-canola-oil avocado-oil",
    "stir_oil": "rapeseed-canola-oil sesame-oil sunflower-oil coconut-oil",
    "cooking_fat": "olive-oil butter-salted rapeseed-canola-oil",
    "spread": "butter-salted light-spread-40-pct-fat margarine-vegetable-spread cream-cheese-light yeast-extract",
    "avocado": "avocado",
    "mexican_fat": "guacamole avocado mexican-blend-cheese-shredded monterey-jack-cheese",
    "nuts": (
        "almonds walnuts mixed-nuts cashews hazelnuts pistachios-shelled pecans brazil-nuts macadamia-nuts "
        "peanuts-roasted-salted pumpkin-seeds"
    ),
    "bowl_nuts": (
        "almonds walnuts flaked-almonds pumpkin-seeds chia-seeds hazelnuts pecans sunflower-seeds "
        "flaxseed-ground hemp-seeds-hulled mixed-seeds"
    ),
    "nut_butter": "peanut-butter almond-butter cashew-butter sunflower-seed-butter",
    "salad_dressing": "vinaigrette-french-dressing olive-oil italian-dressing-light",
    "sandwich_sauce": (
        "mayonnaise-light mustard mayonnaise butter-salted light-spread-40-pct-fat mayonnaise-vegan"
    ),
    "burger_sauce": "ketchup mayonnaise-light bbq-sauce mayonnaise-vegan mustard",
    "asian_sauce": "soy-sauce teriyaki-sauce tamari-gluten-free soy-sauce-reduced-salt sweet-chilli-sauce",
    "pasta_sauce": "tomato-pasta-sauce tomatoes-canned-chopped",
    "pesto": "pesto-basil",
    "salsa": "salsa",
    "dip": "hummus hummus-reduced-fat guacamole tzatziki baba-ganoush",
    "mediterranean_sauce": "tzatziki hummus baba-ganoush olive-oil",
    "indian_sauce": "raita-with-cucumber-side yoghurt-plain-low-fat coconut-milk-canned-light",
    "curry_fat": "coconut-milk-canned-light rapeseed-canola-oil ghee coconut-milk-canned",
    "rich_sauce": "pesto-basil mayonnaise guacamole",
    "olives": "olives-green olives-black",
    # sweet things and drinks
    "sweet_spread": "jam honey jam-reduced-sugar",
    "syrup": "honey maple-syrup",
    "chocolate": "dark-chocolate-70-85-pct",
    "snack_bar": "granola-cereal-bar fruit-and-nut-bar-dates nut-bar energy-balls-oat-and-date",
    "smoothies": "smoothie-banana-and-milk smoothie-protein-fruit-and-whey smoothie-green",
    "juice": "orange-juice apple-juice",
    "jerky": "beef-jerky-lean beef-jerky",
    "crunchy_pulses": "roasted-edamame-snack chickpeas-roasted-snack soy-nuts-roasted",
    "popcorn": "popcorn-air-popped",
    "carb_powder": "maltodextrin-carb-powder mass-gainer-powder",
    # dishes that stand alone, or nearly
    "one_pot": (
        "chilli-con-carne beef-stew-with-vegetables chicken-stew-casserole tagine-chicken-or-lamb "
        "chilli-vegetarian lentil-stew"
    ),
    "curry_dish": (
        "chicken-tikka-masala vegetable-curry chickpea-curry-chana-masala dal-cooked palak-paneer "
        "lamb-curry-rogan-josh thai-green-curry-chicken rajma chicken-curry-no-rice beef-curry-madras"
    ),
    "pasta_dish": (
        "spaghetti-bolognese chicken-pasta-with-tomato lasagne-beef lasagne-vegetable "
        "pasta-with-tuna-and-tomato ravioli-cheese-cooked tortellini-meat-cooked spaghetti-with-tomato-sauce"
    ),
    "rice_dish": (
        "paella-mixed biryani-chicken burrito-bowl-chicken chicken-and-rice risotto-mushroom "
        "teriyaki-chicken-with-rice poke-bowl-salmon bibimbap biryani-vegetable rice-and-beans"
    ),
    "oven_dish": "shepherd-s-pie-cottage-pie fish-pie moussaka stuffed-peppers roast-dinner-chicken",
    "wok_dish": (
        "chicken-stir-fry-with-vegetables beef-and-broccoli chow-mein-chicken tofu-and-vegetable-stir-fry "
        "pad-thai kung-pao-chicken"
    ),
    "main_soup": (
        "soup-lentil soup-minestrone soup-vegetable soup-chicken-noodle soup-split-pea soup-tomato-cream-of "
        "soup-black-bean soup-pumpkin-butternut soup-beef-and-vegetable"
    ),
    "grain_salad": (
        "quinoa-salad couscous-salad lentil-salad bean-salad chickpea-salad-with-feta tabbouleh rice-salad "
        "buddha-bowl-grains-chickpeas-vegetables"
    ),
    "leaf_salad_dish": (
        "chicken-salad-leaves-chicken-light-dressing tuna-salad-leafy-nicoise greek-salad "
        "caesar-salad-chicken caprese-salad"
    ),
    "sushi": (
        "sushi-roll-salmon-or-tuna sushi-nigiri-salmon sushi-roll-vegetable-avocado "
        "summer-roll-rice-paper-roll"
    ),
    "shakshuka": "shakshuka",
    "beans_breakfast": "baked-beans-reduced-sugar baked-beans-in-tomato-sauce ful-medames",
    "idli": "idli dosa-plain",
    "sambar": "sambar dal-cooked",
    "chia_pudding": "chia-pudding",
    "overnight": "overnight-oats-with-milk-and-yoghurt",
    "tofu_scramble": "tofu-scramble tofu-firm",
}  # fmt: skip

FAMILIES: dict[str, tuple[str, ...]] = {name: tuple(line.split()) for name, line in _LINES.items()}
