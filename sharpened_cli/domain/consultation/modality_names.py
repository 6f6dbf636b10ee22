"""The kinds of training by the names that people give them."""

from __future__ import annotations

from sharpened_cli.domain.consultation.word_lists import table_lines

_TABLE = """
strength_training: strength training; push pull legs; ppl; bro split; gym; the gym; gymming; gym stuff; gym
    workouts; weight training; weights; lifting; lifting weights; resistance training; gym work; strength work;
    strength; weight lifting for strength; dumbbell stuff; dumbbell work; free weights; pumping iron; home
    weights; strength and conditioning; s&c; musculation; pesas; gimnasio; dumbbells; home dumbbell; starting
    strength; stronglifts; barbell training; barbell work; lift; lifted; machines; gym machines; weight machines
bodybuilding: bodybuilding; body building; hypertrophy training; hypertrophy; musculacao; culturismo
powerlifting: powerlifting; power lifting; powerlifter
olympic_weightlifting: olympic weightlifting; olympic lifting; oly lifting; oly; weightlifting; olympic lifts;
    halterofilia; halterophilie
calisthenics: calisthenics; bodyweight training; bodyweight work; bodyweight stuff; bodyweight; street workout;
    calistenia; bodyweight exercises; ring training
crossfit: crossfit; cross fit; wods; wod
functional_fitness: functional fitness; functional training; bootcamp; boot camp; boot camps; hyrox; hybrid
    training; circuits; circuit training; circuit class; f45
general_fitness: general fitness; fitness classes; gym classes; exercise classes; group classes; aerobics; aqua
    aerobics; aquafit; water aerobics; body pump; bodypump; step class; les mills; exercise class; keep fit; wii
    fit; fitness videos; workout videos; youtube workouts; youtube videos; elliptical; cross trainer
hiit: hiit; high intensity intervals; high intensity interval training; interval classes; tabata; insanity; joe
    wicks
kettlebell_training: kettlebell training; kettlebells; kettlebell; kettlebell work; kettlebell sport; kb
    training; girevoy
running: running; runner; jogging; jog; run; runs; trail running; road running; couch to 5k; c25k; parkrun;
    parkruns; park run; corrida; correr; course a pied; fell running; cross country; track and field; sprinting;
    half marathons; marathons; marathon running; ultra running; ultras; footing; ran; athletics
cycling: cycling; cycled; biked; cyclist; biking; bike; bikes; mountain biking; mtb; spinning; spin; spin class;
    spin classes; indoor cycling; peloton; zwift; road cycling; road bike; road biking; ciclismo; velo; gravel
    riding; gravel; commute by bike; turbo trainer; bmx; cycle; bici; bicicleta; exercise bike
swimming: swimming; swim; swims; swimmer; swam; natacion; natacao; natation; nadar; open water swimming; front
    crawl; breaststroke; backstroke; lane swimming; masters swimming; wild swimming
rowing: rowing; row; rows; rower; erging; erg; indoor rowing; remo; aviron; sculling; dragon boat; kayaking;
    canoeing; paddling; kayak
triathlon: triathlon; triatlo; triathlons; ironman; duathlon; triatlon; triathlete; tri training; tri club
walking: walking; walks; walk; nordic walking; dog walking; power walking; caminar; caminhada; marche; brisk
    walking; rucking; daily walk; long walks; walked; treadmill walking; 10k steps
hiking: hiking; hiked; hikes; hike; hillwalking; hill walking; rambling; trekking; senderismo; randonnee;
    trilha; mountaineering; munro bagging; hillwalks; backpacking
climbing: climbing; climbed; climbing gym; bouldering gym; climbing wall; bouldering; rock climbing; escalada;
    escalade; sport climbing; lead climbing; boulder
team_sports: team sports; team sport; football; soccer; 5 a side; 5aside; five a side; futsal; basketball;
    netball; hockey; field hockey; ice hockey; rugby; touch rugby; volleyball; handball; cricket; baseball;
    softball; roller derby; derby; ultimate frisbee; ultimate; lacrosse; water polo; gaelic football; gaa;
    hurling; camogie; aussie rules; afl; futebol; futbol; baloncesto; basquete; korfball; beach volleyball;
    american football; flag football; rounders; floorball; voleibol; volei; basquetebol; walking football
racket_sports: racket sports; tennis; badminton; padel; table tennis; ping pong; pickleball; squash club;
    racquetball; tenis; play squash; playing squash; squash league; squash; raquetball
martial_arts: martial arts; mma; boxing; kickboxing; muay thai; bjj; brazilian jiu jitsu; jiu jitsu; jiujitsu;
    judo; karate; taekwondo; tae kwon do; wrestling; krav maga; kung fu; aikido; fencing; capoeira; boxe; boxeo;
    thai boxing; kendo; sambo; tai chi; self defence; boxercise; esgrima; box fit; lucha
gymnastics: gymnastics; tumbling; trampolining; adult gymnastics; gimnasia; acrobatics; acro; cheerleading;
    ginastica
dance: dance; dancing; zumba; ballet; salsa; ballroom; pole dancing; pole dance; pole fitness; hip hop; barre;
    barre classes; tap dancing; baile; danca; danse; bachata; samba; flamenco; pole; jazz dance; contemporary
    dance; line dancing; tango
golf: golf; golfing
yoga: yoga; vinyasa; ashtanga; hatha; hot yoga; bikram; yin yoga; chair yoga; ioga
pilates: pilates; reformer; reformer pilates; mat pilates
mobility: mobility; mobility work; stretching; stretches; stretching classes; foam rolling; movilidad;
    mobilidade; gentle stretching; qigong; qi gong
other: skiing; surfing; snowboarding; skating; ice skating; inline skating; horse riding; horseback riding;
    equestrian; archery; parkour; skateboarding; sailing; windsurfing; kitesurfing; paddleboarding; sup; diving;
    scuba; freediving; hula hoop; strongman; rollerblading; roller skating; circus skills; aerial silks; aerial;
    motocross; kitesurf; surf; dressage; show jumping; cross country skiing; rollerskating
"""


def entries() -> list[tuple[str, str]]:
    """Return (alias, modality) pairs."""
    pairs = []
    for line in table_lines(_TABLE):
        name, _, aliases = line.partition(":")
        pairs += [(alias.strip(), name) for alias in aliases.split(";")]
    return pairs
