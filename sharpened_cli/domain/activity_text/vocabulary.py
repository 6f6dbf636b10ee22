"""The activities people name, in English, Spanish, Portuguese and French, and the Compendium rows they mean.

Exercises with sets and reps are in the exercise library; here stand runs, rides, swims, sports, classes
and chores. Each has three rows of the 2024 Adult Compendium, for a light, an ordinary and a hard effort;
where the Compendium has no row, the nearest in kind is taken (product choice).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class ActivityName(NamedTuple):
    """One activity: label, category, modality, Compendium keys by effort, and its words."""

    label: str
    category: str
    modality: str
    met_keys: tuple[str, str, str]
    words: tuple[str, ...]

    def met_key(self, effort: str) -> str:
        """Return the Compendium key for an effort: ``light``, ``moderate`` or ``hard``."""
        return self.met_keys[{"light": 0, "hard": 2}.get(effort, 1)]


# label; category; modality; keys light, moderate, hard; words
_TABLE = """
Running; cardio_steady; running; running_easy_jog jogging_general running_6_7mph; run|running|ran|runs|jog|jogging|jogged|jogs|treadmill|treadmill run|footing|corri|correr|corrida|corriendo|carrera|trote|cinta|esteira|tapis|tapis roulant|couru|courir|course|course a pied|parkrun|easy run|long run|recovery run|tempo run|interval run|track workout|track session|rodaje
Trail running; cardio_steady; running; running_easy_jog running_trail running_trail; trail run|trail running|fell run|fell running|trail|cross country run
Walk and run; cardio_steady; running; walk_run walk_run walk_run; run walk|walk run|jog walk
Sprints; cardio_interval; running; running_6mph running_8mph running_9mph; sprint|sprints|sprinting|hill sprint|hill sprints|hill repeats|flat sprint|shuttle run|shuttle runs|sprints en cuesta|tiros
Walking; cardio_steady; walking; walking_slow walking_moderate walking_brisk; walk|walking|walked|walks|stroll|strolled|caminata|camine|caminar|caminhada|caminhei|caminhar|andar|ande|marche|marcher|promenade|paseo|passeio|walking pad|pushed the buggy|pushed the pram|pushed the stroller|pushing the buggy|pushing the pram|pushing the stroller|pram walk|buggy walk|stroller walk|marched on the spot|marching on the spot|march on the spot|marched in place|marching in place|power walk|power walking|brisk walk|incline treadmill walk|incline walk|treadmill walk|marche rapide
Dog walk; cardio_steady; walking; walking_dog walking_dog walking_moderate; dog walk|walk the dog|walked the dog|walking the dog|dog walking
Nordic walking; cardio_steady; walking; nordic_walking_easy nordic_walking nordic_walking_uphill; nordic walking|nordic walk|marche nordique
Hiking; cardio_steady; hiking; hiking_easy hiking hiking_backpack; hike|hiking|hiked|hikes|trek|trekking|senderismo|trilha|randonnee|rando|excursion|hillwalking|hill walk
Rucking; cardio_steady; walking; climbing_hills_load hiking_backpack hiking_backpack; ruck|rucking|rucked|ruck march|backpacking
Stair climbing; cardio_steady; walking; stairs_slow stairs_general stairs_fast; stairs|stair climbing|climbed stairs|stair climb|escaleras|escadas|escaliers
Stair machine; cardio_steady; walking; stairs_general stair_machine stair_machine; stairmaster|stair master|stair machine|stair climber|stairclimber|stepmill|stepper|escaladora
Cycling; cardio_steady; cycling; cycling_leisure cycling_general cycling_vigorous; bike|biking|biked|bike ride|cycle|cycling|cycled|ride|riding|rode|bicicleta|bici|ciclismo|pedal|pedalei|pedalar|pedale|pedalee|velo|road ride|road bike|gravel ride|gravel|bicycle|outdoor cycling
Bike commute; cardio_steady; cycling; cycling_leisure cycling_commute cycling_moderate; bike commute|cycled to work|biked to work|commute|rode to work|bike to work
E-bike; cardio_steady; cycling; ebike_high ebike_light ebike_light; e-bike|ebike|electric bike
Mountain biking; cardio_steady; cycling; cycling_mtb cycling_mtb cycling_mtb_uphill; mountain bike|mountain biking|mtb|mountain bike ride|vtt|bicicleta de montana
Stationary bike; cardio_steady; cycling; bike_ergometer_light bike_ergometer bike_ergometer_hard; stationary bike|stationary cycling|exercise bike|indoor bike|indoor cycling|turbo trainer|indoor trainer|bike trainer|trainer|wahoo kickr|turbo|zwift|spin bike|bicicleta estatica|bicicleta ergometrica|velo d'appartement|recumbent bike|bike erg|bikeerg|echo bike|assault bike|air bike|airbike|watt bike|wattbike|peloton
Indoor cycling class; cardio_steady; cycling; bike_ergometer spinning spinning; spinning|spin|spin class|spinning class|indoor cycling class|rpm class
Swimming; cardio_steady; swimming; swimming_moderate swimming_crawl_medium swimming_laps_hard; swim|swimming|swam|swims|nade|nadar|natacion|natacao|nadei|nage|nager|natation|freestyle|front crawl|crawl|crol|laps
Breaststroke; cardio_steady; swimming; swimming_breaststroke swimming_breaststroke swimming_breaststroke_hard; breaststroke|braza|peito|brasse
Backstroke; cardio_steady; swimming; swimming_backstroke swimming_backstroke swimming_backstroke_hard; backstroke|espalda
Butterfly; cardio_steady; swimming; swimming_butterfly swimming_butterfly swimming_butterfly; butterfly stroke|swim butterfly|butterfly swim
Open-water swimming; cardio_steady; swimming; swimming_leisure swimming_open_water swimming_crawl_medium; open water|open water swim|open-water swim|open water swimming|sea swim|lake swim|wild swimming
Water aerobics; cardio_steady; swimming; aqua_fitness aqua_fitness water_jogging; water aerobics|aqua aerobics|aquagym|aqua fit|aquafit|hidroginastica|aqua jogging|water jogging
Rowing machine; cardio_steady; rowing; rowing_machine rowing_machine_moderate rowing_machine_hard; row|rows|rowing|rowed|rower|row erg|rowerg|erg|erged|rowing machine|indoor rowing|indoor row|concept 2|concept2|c2|remoergometro|maquina de remo|rameur|remo|aviron
Rowing; cardio_steady; rowing; rowing_pleasure rowing_boat rowing_competition; rowing on the water|sculling|scull|single scull|double scull|sculled|rowed on the river|rowing boat
Ski machine; cardio_steady; rowing; ski_machine ski_erg ski_erg; ski erg|skierg|ski machine
Kayaking; cardio_steady; other; rowing_pleasure kayaking kayak_hard; kayak|kayaking|kayaked|canoe|canoeing|canoed|caiaque|canoa|piragua|piraguismo|paddling|paddled
Stand-up paddling; sports; other; surfing sup sup; sup|paddle boarding|paddleboard|paddleboarding|paddle boarded|stand up paddle|stand-up paddling|paddle surf
Elliptical; cardio_steady; general_fitness; elliptical elliptical elliptical_hard; elliptical|elliptical trainer|cross trainer|crosstrainer|cross-trainer|eliptica|eliptico|elliptique|velo elliptique|arc trainer
Jump rope; cardio_steady; hiit; jump_rope_slow jump_rope jump_rope_fast; jump rope|jumping rope|jumped rope|skipped rope|skipped|skipping|skipping rope|jump roping|skip rope|comba|saltar a la comba|saltar la cuerda|pular corda|corda|corde a sauter
Cardio; cardio_steady; general_fitness; elliptical gym_general gym_class; cardio|cardio session|cardio machine
HIIT; cardio_interval; hiit; hiit hiit hiit_hard; hiit|tabata|interval training|hiit class|hiit session|hiit workout|intervals|intervalos|f45|orangetheory|orange theory|barry's|entrenamiento por intervalos|fractionne
CrossFit; cardio_interval; crossfit; circuit_training circuit_training_hard hiit_hard; crossfit|crossfit class|cross training|wod|metcon|amrap workout|emom|hyrox|cross-training
Circuit training; cardio_interval; functional_fitness; circuit_light circuit_training circuit_training_hard; circuit|circuits|circuit training|circuit class|entrenamiento en circuito|circuito|body pump|bodypump|functional training|entrenamiento funcional|treino funcional|funcional|kettlebell class
Boot camp; cardio_interval; functional_fitness; bootcamp bootcamp gym_class; bootcamp|boot camp|bootcamp class|boot camp class
Aerobics class; cardio_steady; dance; aerobics_low aerobics aerobics_high; aerobics|aerobics class|aerobic class|body combat|bodycombat|bodyattack|body attack|body step|fitness class|exercise class|gym class|conditioning class|jazzercise
Step aerobics; cardio_steady; dance; step_low step_mid step_high; step|step class|step aerobics
Zumba; cardio_steady; dance; aerobics_low zumba zumba; zumba|zumba class
Dancing; cardio_steady; dance; dance_slow dance_fast dance_fast; dance|dancing|danced|dance class|baile|bailar|dance workout|danse|danca|dancei|dancar|ballroom|ballroom dancing|hip hop class|hip hop|line dancing|swing dancing|tango|pole dance|pole fitness
Latin dance; cardio_steady; dance; dance_latin dance_latin dance_fast; salsa|bachata|salsa dancing|salsa class|forro|kizomba
Ballet; cardio_steady; dance; ballet ballet ballet; ballet|modern dance|contemporary dance|barre|barre class
Strength training; strength; strength_training; strength_light strength_light strength_vigorous; gym|the gym|weights|weight training|weightlifting|weight lifting|lifting|lifted|lifted weights|strength|strength training|strength session|strength workout|resistance training|workout|gym session|gym workout|musculation|muscu|musculacao|musculacion|pesas|entrenamiento de fuerza|gimnasio|academia|treino|entreno|entrenamiento|fuerza|salle|upper body|lower body|full body|upper|lower|push day|pull day|leg day|legs|arms|shoulders|chest|glutes|triceps|biceps|arm day|chest day|back day|shoulder day|push session|pull session|leg session|chest and back|chest and triceps|back and biceps|upper body workout|lower body workout|full body workout|upper body session|lower body session|full body session|piernas|pernas|jambes|entrene|entrene piernas|treinei pernas|dia de pierna|dia de piernas|treino de perna|treino de pernas|jour jambes|powerlifting|bodybuilding|ppl|core|core workout|abs|abs workout|ab workout|weight machines|the machines|gym machines|weights machines|machine circuit
Bodyweight training; strength; calisthenics; calisthenics_light calisthenics bodyweight_strength_hard; calisthenics|calisthenics session|bodyweight workout|body weight workout|bodyweight training|home workout|calistenia|bodyweight circuit|street workout
Weightlifting; strength; olympic_weightlifting; strength_moderate strength_vigorous strength_vigorous; olympic lifting|olympic weightlifting|oly lifting|halterofilia
Kettlebell training; strength; kettlebell_training; strength_moderate circuit_training_hard kettlebell_swings; kettlebell|kettlebells|kettlebell workout|kettlebell session|kettlebell training
Yoga; flexibility; yoga; yoga_general yoga_general yoga_power; yoga|yoga class|yoga session|yoga nidra|restorative yoga|gentle yoga|ioga|hatha|hatha yoga|yin|yin yoga|iyengar|iyengar yoga|iyengar class|kundalini
Vinyasa yoga; flexibility; yoga; yoga_vinyasa yoga_vinyasa yoga_surya; vinyasa|vinyasa yoga|vinyasa flow|flow yoga|yoga flow|sun salutation|sun salutations|saludo al sol
Power yoga; flexibility; yoga; yoga_vinyasa yoga_power yoga_power; power yoga|ashtanga|ashtanga yoga
Hot yoga; flexibility; yoga; yoga_general yoga_hot yoga_power; hot yoga|bikram|bikram yoga
Pilates; flexibility; pilates; pilates_mat pilates pilates; pilates|pilates class|mat pilates|reformer|reformer pilates|pilates reformer|clinical pilates
Stretching; flexibility; mobility; stretching stretching stretching; stretch|stretching|hip openers|hip opener|flexibility work|stretched|stretches|estiramientos|estiramiento|alongamento|alongamentos|etirements|etirement|flexibility
Mobility; flexibility; mobility; stretching stretching calisthenics_light; mobility|mobility work|mobility session|mobility routine|mobility drills|mobility flow|movilidad|mobilidade|mobilite|foam rolling|foam roll|foam roller|prehab|rehab|rehab exercises|physio exercises|physio|animal flow
Tai chi; flexibility; mobility; tai_chi tai_chi tai_chi; tai chi|taichi|qigong|qi gong|chi kung
Football; sports; team_sports; football_soccer football_soccer football_soccer_match; football|soccer|footie|footy|futbol|futebol|foot|five a side|five-a-side|football match|soccer match|soccer game|football game|futsal|fut|pelada|pickup soccer|futbol sala|walking football
Basketball; sports; team_sports; basketball_shooting basketball basketball_game; basketball|baloncesto|basquete|basquetebol|basket|basketball game|basketball match|pickup basketball|hoops|netball|netball match
Shooting baskets; sports; team_sports; basketball_shooting basketball_shooting basketball_shooting; shooting hoops|shot hoops|shooting baskets
Handball; sports; team_sports; handball_team handball_team handball_team; handball|balonmano|handebol|andebol
Volleyball; sports; team_sports; volleyball volleyball volleyball_competitive; volleyball|voleibol|volei|volley|volleyball match|voley
Beach volleyball; sports; team_sports; volleyball_competitive beach_volleyball beach_volleyball; beach volleyball|beach volley|voley playa|volei de praia
Hockey; sports; team_sports; field_hockey field_hockey field_hockey; bike polo|cycle polo|hockey|field hockey|hoquei|lacrosse|floorball|unihockey
Ice hockey; sports; team_sports; ice_hockey ice_hockey ice_hockey; ice hockey
Rugby; sports; team_sports; rugby_touch rugby rugby; rugby|rugby match|rugby training
Touch rugby; sports; team_sports; rugby_touch rugby_touch rugby_touch; touch rugby|tag rugby
American football; sports; team_sports; american_football american_football american_football; american football|flag football|touch football
Baseball; sports; team_sports; baseball baseball baseball; baseball|softball|beisbol|rounders
Cricket; sports; team_sports; cricket cricket cricket; cricket|cricket match
Ultimate; sports; team_sports; frisbee ultimate ultimate; ultimate|ultimate frisbee
Frisbee; sports; team_sports; frisbee frisbee frisbee; frisbee|disc golf
Water polo; sports; team_sports; water_polo water_polo water_polo; water polo|waterpolo|polo aquatico
Tennis; sports; racket_sports; tennis_doubles tennis tennis_singles; tennis|tenis|tennis match|tennis lesson
Tennis doubles; sports; racket_sports; tennis_doubles tennis_doubles tennis_doubles; doubles tennis|tennis doubles|doubles
Tennis singles; sports; racket_sports; tennis tennis_singles tennis_singles; singles tennis|tennis singles
Padel; sports; racket_sports; tennis_doubles tennis tennis_singles; padel|paddle tennis|padel match
Pickleball; sports; racket_sports; tennis_doubles badminton badminton; pickleball|pickle ball
Badminton; sports; racket_sports; badminton badminton badminton_comp; badminton|badminton match
Squash; sports; racket_sports; squash squash squash; squash|racquetball|racketball|squash match
Table tennis; sports; racket_sports; table_tennis table_tennis table_tennis; table tennis|ping pong|ping-pong|tenis de mesa|tennis de table
Golf; sports; golf; golf_cart golf golf; golf|round of golf|golf round|holes of golf|golfed|driving range
Bowling; sports; other; bowling bowling bowling; bowling|ten pin bowling|bolos|boliche|bowls|petanque
Boxing; sports; martial_arts; boxing_bag boxing_sparring boxing_ring; boxing|boxed|boxeo|boxe|sparring|boxing class|boxing training|shadow boxing|shadowboxing|pad work
Bag work; sports; martial_arts; boxing_bag boxing_bag boxing_sparring; heavy bag|punching bag|bag work|boxing bag|heavy-bag work
Kickboxing; sports; martial_arts; boxing_bag kickboxing martial_arts; kickboxing|kick boxing|kickboxing class|cardio kickboxing
Martial arts; sports; martial_arts; martial_arts_slow martial_arts martial_arts; martial arts|karate|taekwondo|tae kwon do|jiu jitsu|jiu-jitsu|jiujitsu|bjj|brazilian jiu jitsu|muay thai|mma|wrestling|krav maga|aikido|kung fu|artes marciales|artes marciais|arts martiaux|capoeira|grappling|lucha
Judo; sports; martial_arts; martial_arts_slow judo judo; judo
Fencing; sports; other; fencing fencing fencing; fencing|esgrima|escrime
Climbing; sports; climbing; climbing_easy climbing climbing_vigorous; climbing|climbed|rock climbing|bouldering|bouldered|boulder|sport climbing|indoor climbing|escalada|escalade|bloc|top rope|climbing gym|climb
Gymnastics; sports; gymnastics; calisthenics_light calisthenics calisthenics_hard; gymnastics|gimnasia|ginastica|gymnastique|tumbling|acrobatics|parkour
Horse riding; sports; other; horse_riding horse_riding horse_riding; horse riding|horseback riding|equitacion|equitacao|equitation|rode a horse|hipismo
Skateboarding; sports; other; skateboarding skateboarding skateboarding; skateboarding|skateboard|skating board|longboarding
Inline skating; cardio_steady; other; inline_skating_easy inline_skating_easy inline_skating; inline skating|rollerblading|rollerblade|rollerbladed|patines|patinaje|patins|roller
Roller skating; cardio_steady; other; roller_skating roller_skating roller_skating; roller skating|rollerskating
Ice skating; sports; other; ice_skating ice_skating ice_skating; ice skating|skating|skated|patinage|patinaje sobre hielo|figure skating
Skiing; sports; other; ski_downhill_light ski_downhill ski_downhill_hard; skiing|ski|skied|snowboarding|snowboard|snowboarded|downhill skiing|alpine skiing|esqui|esquiar|esquie
Cross-country skiing; cardio_steady; other; ski_xc_easy ski_xc ski_xc_fast; cross country skiing|cross-country skiing|xc skiing|xc ski|nordic skiing|ski de fond|esqui de fondo|ski touring|skate skiing
Snowshoeing; cardio_steady; hiking; snowshoeing snowshoeing snowshoeing; snowshoeing|snowshoe|raquetas de nieve|raquettes
Surfing; sports; other; surfing surfing sup; surf|surfing|surfed|bodyboarding|boogie boarding|surfei
Windsurfing; sports; other; windsurfing windsurfing kitesurfing; windsurfing|windsurf|wing foiling|wingfoil
Kitesurfing; sports; other; kitesurfing kitesurfing kitesurfing; kitesurfing|kitesurf|kite surfing
Sailing; sports; other; sailing sailing sailing; sailing|sailed|vela|voile
Diving; sports; other; snorkelling scuba scuba; scuba|scuba diving|diving|buceo|plongee|mergulho
Snorkelling; sports; other; snorkelling snorkelling snorkelling; snorkelling|snorkeling|snorkel
Water skiing; sports; other; water_skiing water_skiing water_skiing; water skiing|waterskiing|wakeboarding|wakeboard|esqui acuatico
Trampoline; other; gymnastics; trampoline trampoline trampoline; trampoline|trampolining|rebounder
Hula hoop; other; general_fitness; hula_hoop hula_hoop hula_hoop; hula hoop|hula hooping|hooping
Triathlon; cardio_steady; triathlon; running_6mph running_6_7mph running_7mph; triathlon|triatlon|duathlon|tri race|sprint tri|sprint tri race|sprint triathlon|olympic tri|olympic triathlon|aquathlon
Housework; other; other; housework housework housework; housework|cleaning|cleaned|cleaned the house|hoovered|vacuumed|mopped|dusted|dusting|ironing|ironed|washed the windows|washing windows|chores|household chores|limpieza|limpiar|faxina|menage|mopping|hoovering|vacuuming
Gardening; other; other; gardening gardening digging; gardening|gardened|yard work|yardwork|jardineria|jardinagem|jardinage|weeding|raking|raked leaves|weeded|planted|planting|pruned|pruning|hedge cutting|hedge trimming|cut the hedge|trimmed the hedge|cutting the hedge|swept the yard|wheelbarrow
Mowing the lawn; other; other; lawn_mowing lawn_mowing lawn_mowing; mowing|mowed|mowed the lawn|mowing the lawn|lawn mowing|mow the lawn
DIY; other; other; moving_boxes housework moving_boxes; diy|painted|painting|decorated|decorating|plastered|plastering|sanded|sanding|tiling|tiled|wallpapered|built a shed|building work|carpentry|woodwork|roofing|fitted gutters|gutters|laid a patio|laid flooring|laying flooring|fixed the fence|fencing work|fixing the fence|renovating|renovation|laying slabs|laying paving slabs|paving|paving slabs|put up shelves|shelves|assembled furniture|flat pack|bricklaying|concreting|pressure washing|loaded the van|loading the van
Farm work; other; other; gardening digging wood_chopping; farm work|farming|mucked out|mucking out|mucked out the stables|baling|baled hay|stacked hay|carried hay|fed the animals|fed the cattle|stacked firewood|stacking firewood|stacked wood|stacking wood|carried firewood|stacked logs
Shopping; other; other; cooking housework moving_boxes; shopping|food shopping|grocery shopping|carried groceries|carried the shopping|laundry|washed the car|washing the car|cleaned the car
Digging; other; other; digging digging digging; shovelled gravel|shovelling gravel|shoveled gravel|shoveling gravel|shovelled|shoveled|shovelling|shoveling|digging|dug
Shovelling snow; other; other; snow_shovelling snow_shovelling snow_shovelling; shovelling snow|shoveling snow|shovelled snow|shoveled snow|snow shovelling|snow shoveling
Chopping wood; other; other; wood_chopping wood_chopping wood_chopping; chopping wood|chopped wood|wood chopping|splitting wood|split wood
Moving boxes; other; other; moving_boxes moving_boxes moving_boxes; moving boxes|moving furniture|moved house|moving house|moved furniture|mudanza|mudanca
Playing with children; other; other; play_with_children play_with_children play_with_children; playing with children|tag|played tag|playing tag|hide-and-seek|chase|played chase|playing chase|playground|the playground
Cooking; other; other; cooking cooking cooking; cooking|cooked
Breathing exercises; flexibility; mobility; stretching stretching stretching; breathing|breathwork|box breathing|meditation|meditated|meditacion|meditacao
"""  # noqa: E501  # a table: one activity a line

# Words that say how hard it was, and words that make a steady activity one of intervals.
LIGHT = frozenset({
    "easy", "light", "gentle", "slow", "slowly", "recovery", "relaxed", "leisurely", "leisure", "casual", "chill",
    "suave", "ligero", "ligera", "leve", "tranquilo", "tranquila", "facil", "lento", "lenta", "doux", "douce",
    "leger", "tranquille", "z1", "z2", "steady", "beginner", "beginners", "practice", "drills",
})  # fmt: skip
HARD = frozenset({
    "hard", "intense", "vigorous", "fast", "tough", "brutal", "heavy", "race", "racing", "raced", "tempo", "threshold",
    "intenso", "intensa", "fuerte", "rapido", "rapida", "forte", "pesado", "dur", "intensif", "competitive",
    "competition", "match", "game", "tournament", "vigorously", "quick", "brisk", "briskly", "z4", "z5", "partido",
    "jogo", "partida", "uphill", "hilly", "tournoi", "advanced",
})  # fmt: skip
INTERVAL_WORDS = frozenset({
    "intervals", "interval", "fartlek", "repeats", "sprints", "sprint", "hiit", "tabata", "intervalos", "fractionne",
    "strides", "reps", "repeticiones", "tiros",
})  # fmt: skip
TREADMILL = frozenset({"treadmill", "cinta", "esteira", "tapis"})
# Words that carry nothing a log needs.
_FILLER_TEXT = """
pulled lifted a an the my some of w on at in for to from with by was were is it i we me did do done doing had have
went go going got finished completed then also just about around approx approximately roughly total overall today this
morning afternoon evening tonight night session workout training class exercise exercises day week each all out up
down over only plus good great nice really very well felt feeling feel ok okay so but as after before while during
between again back home work outside outdoors outdoor indoor indoors inside local park gym track played play playing
practiced practised managed new first second last final long short round rounds lap loop time times pb pr personal
best record ver now using used per no not same than non stop nonstop straight average avg max mean pace speed heart
rate zone kind bit couple few quick little early late both his her their our and or que de del la el los las un una
uno unos lo al en hice hoy ayer esta manana tarde noche jugue jugado jugar fui con mi hoje ontem fiz joguei treinei
manha noite um uma o os da das dos na nos nas com meu minha em para eu j'ai ai fait le les des du au aux dans avec ce
matin soir hier aujourd'hui joue mon ma pendant sur puis done: set sets rep reps kg kilos weight weights lifting began
started start ended end took taking lasting lasted hit hitting rest resting including incl reached ramped ramping
working worked leg distance covered tread machine free barra pool piscina metres km m won lost beat drew win loss draw
gane gano perdi perdimos ganamos ganhei ganhamos perdemos gagne perdu score against vs versus friend friends mates
team coach kids wife husband partner yesterday monday tuesday wednesday thursday friday saturday sunday hr dumbbell
dumbbells barbell barbells kettlebell kettlebells band bands cable cables rope plate plates db dbs kb abt ca belt
sleeves wraps straps chalk z3 full together altogether combined aerobic vest pack backpack rucksack burned burnt
quemadas queimei queme brule mancuernas mancuerna halteres haltere barre
"""
FILLERS = frozenset(_FILLER_TEXT.split())


@cache
def activities() -> tuple[ActivityName, ...]:
    """Return all activities of the table, in its order."""
    found = []
    for line in _TABLE.strip().splitlines():
        label, category, modality, keys, words = (field.strip() for field in line.split(";"))
        light, moderate, hard = keys.split()
        found.append(ActivityName(label, category, modality, (light, moderate, hard), tuple(words.split("|"))))
    return tuple(found)


@cache
def by_words() -> dict[str, ActivityName]:
    """Return the activity of each phrase that names one."""
    return {words.replace("-", " "): activity for activity in activities() for words in activity.words}
