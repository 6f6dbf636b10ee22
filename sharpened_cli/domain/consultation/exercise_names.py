"""Exercises by the names that people give them; a line is ``name = library id: aliases``.

The name is what the person would call it in plain English; the library id (``-``: none) is what a plan uses.
"""

from __future__ import annotations

from typing import NamedTuple

from sharpened_cli.domain.consultation.word_lists import table_lines

_TABLE = """
squat = barbell-back-squat: squats; back squat; back squats; barbell squat; barbell back squat; agachamento;
    agachamentos; agachamento livre; sentadilla; sentadillas; squating; low bar squat; high bar squat; flexion de
    jambes
front squat = barbell-front-squat: front squats; barbell front squat; agachamento frontal; sentadilla frontal
goblet squat = goblet-squat: goblet squats; sentadilla goblet; sentadillas goblet; agachamento goblet; goblets;
    kettlebell squat; kettlebell squats; kb goblet squat; db goblet squat; kb squats; dumbbell squat; dumbbell
    squats
bodyweight squat = bodyweight-squat: bodyweight squats; air squat; air squats; body weight squats
split squat = split-squat: split squats
bulgarian split squat = bulgarian-split-squat: bulgarian split squats; bulgarians; bulgarian squats; bss; rear
    foot elevated split squat; rfess
pistol squat = pistol-squat: pistol squats; pistols; single leg squat; single leg squats; one legged squat
overhead squat = overhead-squat: overhead squats; ohs
box squat = box-squat: box squats
hack squat = hack-squat-machine: hack squats; hack squat machine
wall sit = wall-sit: wall sits; wall squat
sit to stand = box-sit-to-stand: sit to stands; stand up from the chair; stand up from a chair; standing up from a
    chair; getting up from a chair; chair squat; chair squats; chair stands; chair stand; sitting to standing;
    chair rises; rise from the chair; rise from a chair; rising from a chair
jump squat = jump-squat: jump squats; squat jumps; squat jump; jumping squats
leg press = leg-press: leg presses; leg press machine; prensa; leg 45; leg press 45; prensa de piernas; presse a
    cuisses
leg extension = leg-extension: leg extensions; leg extension machine; quad extensions; cadeira extensora;
    extensora; extension de cuadriceps
leg curl = lying-leg-curl: leg curls; hamstring curl; hamstring curls; lying leg curl; seated leg curl; mesa
    flexora; cadeira flexora; curl femoral
nordic curl = nordic-hamstring-curl: nordic curls; nordics; nordic hamstring curl; nordic hamstring curls
lunge = forward-lunge: lunges; forward lunges; forward lunge; dumbbell lunges; dumbbell lunge; afundo; afundos;
    zancadas; zancada; fentes; barbell lunges; avanco; passada; passadas
reverse lunge = reverse-lunge: reverse lunges; backward lunges; back lunges
walking lunge = dumbbell-walking-lunge: walking lunges
lateral lunge = lateral-lunge: side lunges; lateral lunges; side lunge
step-up = bodyweight-step-up: step ups; step up; box step ups; stepups; dumbbell step ups
step-down = lateral-step-down: step downs; step down; eccentric step downs
deadlift = conventional-deadlift: deadlifts; deads; dl; conventional deadlift; barbell deadlift; dead lift; dead
    lifts; dls; levantamento terra; peso muerto; terra; souleve de terre; deadlifting
sumo deadlift = sumo-deadlift: sumo deadlifts; sumo; sumos
trap bar deadlift = trap-bar-deadlift: trap bar deadlifts; hex bar deadlift; hex bar deadlifts; trap bar; hex bar;
    trap bar dl
romanian deadlift = romanian-deadlift: romanian deadlifts; rdl; rdls; romanians; stiff leg deadlift; stiff legged
    deadlift; stiff leg deadlifts; stiff; peso muerto rumano; rumano; db rdl; db rdls; dumbbell rdl; dumbbell
    rdls; dumbbell romanian deadlift
single leg romanian deadlift = single-leg-romanian-deadlift: single leg rdl; single leg rdls; single leg deadlift;
    single leg deadlifts
kettlebell deadlift = kettlebell-deadlift: kettlebell deadlifts; kb deadlift; kb deadlifts
good morning = barbell-good-morning: barbell good mornings
kettlebell swing = kettlebell-swing: kettlebell swings; kb swing; kb swings; swings; kettle bell swings; swing
back extension = back-extension: back extensions; hyperextensions; hyperextension; back raises
hip thrust = barbell-hip-thrust: hip thrusts; barbell hip thrust; barbell hip thrusts; thrusts; elevacao pelvica;
    hip thruster
glute bridge = glute-bridge: glute bridges; bridges; hip bridge; hip bridges; bridge; ponte; puente de gluteo
clamshell = clamshell: clamshells; clams
banded walk = band-lateral-walk: banded walks; crab walks; monster walks; band walks; lateral band walk; lateral
    band walks; monster walk
hip abduction = hip-abduction-machine: abductor machine; hip abductor; hip abductions; abductors; abdutora
adductor machine = hip-adduction-machine: hip adduction; adductors; hip adductor; adutora
copenhagen plank = copenhagen-plank: copenhagen planks; copenhagens
calf raise = standing-calf-raise-machine: calf raises; standing calf raise; standing calf raises; heel raises;
    heel raise; heel lift; heel lifts; panturrilha; gemelos; seated calf raise; calf press; single leg calf raise;
    single leg calf raises; toe raises; elevacion de talones
bench press = barbell-bench-press: bench; benching; flat bench; barbell bench; barbell bench press; bench presses;
    supino; supino reto; press de banca; press banca; developpe couche; benched; chest press with barbell;
    benchpress
close grip bench press = close-grip-bench-press: close grip bench; close grip
incline bench press = incline-barbell-press: incline bench; incline press; incline barbell press; inclines; supino
    inclinado; press inclinado
dumbbell bench press = dumbbell-bench-press: dumbbell bench; db bench; db bench press; dumbbell press; db press;
    dumbbell chest press; db chest press; supino com halteres; press con mancuernas; dumbbell presses
incline dumbbell press = incline-dumbbell-press: incline dumbbell; incline db press; incline dumbbells; incline db
    bench; incline dumbbell bench; incline dumbbell bench press
dumbbell floor press = dumbbell-floor-press: floor press; floor presses; db floor press
chest press = machine-chest-press: chest press machine; machine chest press; machine press; chest presses
chest fly = dumbbell-fly: chest flys; flyes; flies; fly; flys; dumbbell fly; dumbbell flyes; cable fly; cable
    flyes; cable flys; pec fly; pec flys; crossover; cable crossover; crucifixo; aperturas
pec deck = pec-deck: pec dec; pec deck machine; peck deck
push-up = push-up: push up; push ups; pushup; pushups; press up; press ups; pressup; pressups; flexao; flexoes;
    flexiones; pompes; pompe; full press ups; lagartijas
knee push-up = knee-push-up: knee push ups; knee press ups; push ups on my knees; press ups on my knees; knee
    pushups
wall push-up = wall-push-up: wall push ups; wall press ups; wall press up; wall pushups; wall push up; push ups
    against the wall; press ups against the wall
incline push-up = incline-push-up: incline push ups; incline press ups
diamond push-up = diamond-push-up: diamond push ups; diamond pushups
pike push-up = pike-push-up: pike push ups; pike press ups; pikes
handstand = wall-handstand-hold: handstands; handstand hold; handstand holds; pino
handstand push-up = handstand-push-up: handstand push ups; handstand pushups; hspu; handstand press ups
dip = parallel-bar-dip: dips; parallel bar dips; bar dips; ring dips; fondos; paralelas; mergulho
weighted dip = weighted-dip: weighted dips
bench dip = bench-dip: bench dips; tricep dips; triceps dips; tricep dip
overhead press = barbell-overhead-press: overhead presses; ohp; ohps; military press; strict press; shoulder
    press; shoulder presses; barbell overhead press; press militar; desenvolvimento; desenvolvimento de ombro;
    standing press; developpe militaire; strict presses; overhead barbell press; military presses; desenvolvimento
    militar
dumbbell shoulder press = seated-dumbbell-shoulder-press: db shoulder press; dumbbell overhead press; db overhead
    press; seated dumbbell press; dumbbell shoulder presses; db ohp; desenvolvimento com halteres
arnold press = arnold-press: arnold presses; arnolds
push press = push-press: push presses
kettlebell press = half-kneeling-kettlebell-press: kb press; kettlebell presses; kb presses; kettlebell overhead
    press
landmine press = landmine-press: landmine presses; landmines
lateral raise = dumbbell-lateral-raise: lateral raises; lat raises; side raises; side raise; lateral dumbbell
    raise; elevacao lateral; elevaciones laterales; dumbbell lateral raise; side laterals; lat raise; elevacion
    lateral; laterals
front raise = dumbbell-front-raise: front raises
rear delt fly = dumbbell-rear-delt-fly: rear delt flyes; reverse fly; reverse flyes; rear delts; reverse flys;
    rear delt flys; rear delt raise; rear delt raises
band pull-apart = band-pull-apart: band pull aparts; pull aparts; banded pull aparts
face pull = face-pull: face pulls
upright row = upright-row: upright rows
pull-up = pull-up: pull up; pull ups; pullup; pullups; strict pull ups; barra fixa; dominadas; dominada;
    tractions; pulls ups; traction; jalones en barra
chin-up = chin-up: chin up; chin ups; chinup; chinups; chins
weighted pull-up = weighted-pull-up: weighted pull ups; weighted pullups; weighted chins; weighted chin ups
assisted pull-up = assisted-pull-up-machine: assisted pull ups; band assisted pull ups; banded pull ups; assisted
    pullups; band pull ups; assisted chin ups
campus board = -: campus boarding; campusing
dead hang = dead-hang: dead hangs; hangs; hanging; hang from a bar
fingerboard hang = dead-hang: fingerboard; hangboard; hangboarding; fingerboard hangs; max hangs; finger hangs;
    hangboard hangs
muscle-up = muscle-up: muscle ups; muscle up; muscleups; muscleup
lat pulldown = lat-pulldown: lat pulldowns; pulldown; pulldowns; pull down; pull downs; lat pull down; lat pull
    downs; puxada; puxada frontal; jalon; jalon al pecho; tirage vertical; pulley; puxador
bench pull = seal-row: bench pulls; seal row; seal rows
row = barbell-row: rows; remada; remo con barra; bent over; remo
bent over row = barbell-row: bent over rows; bentover rows; barbell row; barbell rows; remada curvada; pendlay
    row; pendlay rows; bb row; bb rows; rowing barre; remo inclinado
dumbbell row = one-arm-dumbbell-row: dumbbell rows; db row; db rows; one arm row; one arm rows; single arm row;
    single arm rows; one arm dumbbell row; one arm dumbbell rows; remada unilateral; serrote; remo con mancuerna;
    single arm dumbbell row; single arm dumbbell rows
kettlebell row = kettlebell-row: kettlebell rows; kb rows; kb row
cable row = seated-cable-row: cable rows; seated row; seated rows; seated cable row; seated cable rows; low row;
    remada baixa; machine row; remo sentado; remada sentada
inverted row = inverted-row: inverted rows; bodyweight rows; australian pull ups; ring rows; body rows; ring row;
    australian rows
suspension row = suspension-row: trx rows; trx row; trx
band row = band-row: band rows; banded rows; resistance band rows; resistance band row
t-bar row = t-bar-row: t bar rows; t bar row; tbar rows
renegade row = renegade-row: renegade rows
shrug = barbell-shrug: shrugs; dumbbell shrugs; encolhimento
superman = superman-hold: supermans; superman hold; supermen
bird dog = bird-dog: bird dogs; birddogs
bicep curl = dumbbell-curl: bicep curls; biceps curl; biceps curls; curls; curl; dumbbell curl; dumbbell curls; db
    curls; db curl; rosca direta; rosca; arm curls; dumbbell bicep curls; curl de biceps; barbell curl; barbell
    curls; ez curls; ez bar curls; ez bar curl
hammer curl = hammer-curl: hammer curls; rosca martelo; hammers; curl martillo
preacher curl = preacher-curl: preacher curls; rosca scott
tricep pushdown = triceps-pushdown: tricep pushdowns; triceps pushdown; triceps pushdowns; pushdowns; pushdown;
    cable pushdowns; triceps pulley; triceps na polia; tricep push downs; triceps corda
tricep extension = dumbbell-overhead-triceps-extension: tricep extensions; triceps extension; triceps extensions;
    overhead tricep extension; overhead triceps extension; overhead extensions; triceps frances; triceps testa
skull crusher = skull-crusher: skull crushers; skullcrushers
tricep kickback = triceps-kickback: kickbacks; tricep kickbacks; triceps kickbacks
wrist curl = wrist-curl: wrist curls
farmer's carry = farmer-s-carry: farmers carry; farmers carries; farmer carry; farmer carries; farmers walk;
    farmers walks; farmer walks; farmer walk; loaded carries; carries; suitcase carry; suitcase carries
sled push = sled-push: sled pushes; sled; prowler; sled work; sled pull
tyre flip = tire-flip: tyre flips; tire flips; tire flip; atlas stones; atlas stone
plank = front-plank: planks; planking; front plank; prancha; plancha; planche; pranchas; gainage; planchas;
    forearm plank
side plank = side-plank: side planks; plancha lateral; prancha lateral
dead bug = dead-bug: dead bugs; deadbugs; deadbug
hollow hold = hollow-hold: hollow holds; hollow body; hollow body hold; hollow rocks
ab wheel rollout = ab-wheel-rollout: ab wheel; ab rollouts; rollouts; ab roller; ab wheel rollouts; ab roll outs
pallof press = pallof-press: pallof presses; pallof
russian twist = russian-twist: russian twists; russians
crunch = crunch: crunches; abdominal; abdominais; abdominales; crunchs; ab crunches
sit-up = sit-up: sit ups; situps; sit up; situp; abdos
leg raise = lying-leg-raise: leg raises; lying leg raises; leg lifts; leg lift; straight leg raise; straight leg
    raises; elevacion de piernas
hanging leg raise = hanging-leg-raise: hanging leg raises; hanging knee raises; hanging knee raise; knee raises
toes to bar = toes-to-bar: t2b; toes 2 bar; ttb
l-sit = l-sit: l sits; l sit
front lever = -: front levers; tuck front lever
back lever = -: back levers
planche = -: planche hold; tuck planche
bear crawl = bear-crawl: bear crawls; animal flow
turkish get-up = turkish-get-up: turkish get up; turkish get ups; tgu; tgus; get ups; getups; turkish getups;
    turkish getup
neck harness = neck-extension-harness: neck curl; neck curls; neck work
power clean = power-clean: power cleans; cleans; clean; hang clean; hang cleans; hang power clean; squat clean
clean and jerk = clean-and-jerk: clean & jerk; c&j; clean and jerks; cnj; clean n jerk; arremesso
clean and press = dumbbell-clean-and-press: clean and presses; kettlebell clean and press; kb clean and press;
    clean & press
snatch = power-snatch: snatches; power snatch; power snatches; hang snatch; barbell snatch; arranco; arranque;
    squat snatch
kettlebell snatch = kettlebell-snatch: kb snatch; kb snatches; kettlebell snatches
kettlebell clean = kettlebell-clean: kb cleans; kettlebell cleans; kb clean
jerk = push-jerk: jerks; push jerk; split jerk
clean pull = clean-pull: clean pulls; snatch pulls
thruster = barbell-thruster: thrusters; db thrusters; dumbbell thrusters
devil's press = dumbbell-clean-and-press: devils press; devil press; man makers; manmakers
box jump = box-jump: box jumps; jump on a box
broad jump = broad-jump: broad jumps; standing long jump
wall ball = wall-ball: wall balls; wallballs; wall ball shots
medicine ball slam = medicine-ball-slam: med ball slams; ball slams; slam balls; slams; medicine ball throws; med
    ball throws; medicine ball slams
burpee = burpee: burpees; burpies; burpie
mountain climber = mountain-climber: mountain climbers
jumping jack = jumping-jack: jumping jacks; star jumps; star jump; polichinelo; polichinelos
high knees = high-knees: high knee
marching on the spot = high-knees: sitting march; sitting marches; seated march; seated marches; chair marching;
    marches; marching; marching in place; march on the spot
battle ropes = battle-rope-waves: battle rope; ropes; battling ropes
jump rope = jump-rope: skipping; skipping rope; rope skipping; double unders; jumping rope; pular corda; corda;
    saltar a la comba; comba; corde a sauter; skip rope; double under; rope jumping
shadow boxing = shadow-boxing: shadowboxing; shadow box
heavy bag = heavy-bag-work: heavy bag work; bag work; boxing bag; punch bag; punching bag; bagwork; bag rounds;
    pad work; pads; padwork; saco
sparring = -: spar; sparing rounds
shuttle run = shuttle-run: shuttle runs; shuttles; suicides; beep test; bleep test
hill reps = hill-sprint: hill repeats; hill sprints; hills; hill rep; hill sprint
sprint = flat-sprint: sprints; sprinting; strides; 100m sprints
assault bike = assault-bike-interval: air bike; echo bike; airdyne; airbike
rowing machine = rowing-machine-steady: rowing intervals; row intervals; row erg; rowing erg; rower; erg; ergo;
    concept 2; concept2; rowing on the machine; rowing; erging; remo ergometro
ski erg = ski-erg-interval: skierg; ski ergs
easy run = easy-run: easy runs; jog; jogging; jogs; recovery run; gentle jog; gentle jogs; easy jogs
tempo run = tempo-run: tempo runs; tempo; tempos; threshold run; threshold runs
threshold intervals = interval-run: threshold interval; threshold; sweet spot intervals; bike intervals; sweet
    spot
interval run = interval-run: intervals; track intervals; 400s; 800s; 400m repeats; 800m repeats; track sessions;
    interval runs; fartlek; interval sessions; track work; speed work; speedwork; km repeats; mile repeats
long run = long-run: long runs; long slow run
run = easy-run: runs; running; corrida; correr; course; treadmill runs; treadmill running; treadmill run; 5k runs;
    parkrun; parkruns; run 5k
walk = walk: walks; walking; caminhada; caminar; walking the dog; dog walks; dog walking
incline walk = incline-treadmill-walk: incline walking; incline treadmill; incline treadmill walk; treadmill walk;
    treadmill walking; incline walks
hike = hiking: hiking; hikes; hill walking; rucking
cycling = outdoor-cycling: bike; biking; bike rides; bike ride; cycle; bicicleta; rides; long ride; long rides;
    road rides; long bike ride
stationary bike = stationary-cycling: exercise bike; spin bike; bike at the gym; static bike; turbo; turbo
    sessions; turbo trainer; bicicleta estatica; recumbent bike; wattbike; stationary cycling; bicicleta
    ergometrica; turbo session
spin class = indoor-cycling-class: spin classes; spinning; spin
elliptical = elliptical-trainer: cross trainer; crosstrainer; elliptical trainer; eliptica; eliptico
stair climber = stair-climber: stairmaster; stair master; stairs; stepmill; step machine; stair machine; stair
    climbing
treadmill = incline-treadmill-walk: esteira; cinta; tapis roulant; treadmills
swimming = swimming-freestyle: swim; swims; laps; front crawl; breaststroke; backstroke; freestyle; nadar;
    natacao; lengths; natacion; crawl; butterfly; lane swimming; swim lengths; swimming lengths
yoga = sun-salutation: yoga flow; vinyasa flow
sun salutation = sun-salutation: sun salutations; surya namaskar
rope climb = -: rope climbs; rope climbing
plie = -: plies
releve = -: releves
downward dog = downward-dog: downward dogs; down dog
child's pose = child-s-pose: childs pose
cat-cow = cat-cow: cat cow; cat cows; cat camel
warrior pose = -: warrior poses; warrior 2; warriors
pigeon pose = pigeon-pose: pigeon
hundred = -: the hundred; pilates hundred
roll-up = -: roll ups; roll up
teaser = -: teasers
hip flexor stretch = half-kneeling-hip-flexor-stretch: hip flexor stretches
hamstring stretch = standing-hamstring-stretch: hamstring stretches
stretching = world-s-greatest-stretch: stretches; alongamento; estiramientos; etirements; stretch
bird = bird-dog: bird dog holds
bodyweight circuit = -: bodyweight circuits; circuits
resistance band = band-row: band work; resistance bands; theraband; banded work; bands
medicine ball throw = rotational-medicine-ball-throw: rotational throws; med ball throw
lateral bound = skater-jump: skater jumps; skaters; bounds; bounding
depth jump = depth-jump: depth jumps; plyos; plyometrics
reverse hyper = reverse-hyperextension: reverse hypers
heel walk = -: heel walks; toe walks; tandem walk; tandem walking
single leg stand = -: single leg stands; balance on one leg; one leg stand; standing on one leg; single leg
    balance; stand on one leg; stand on 1 leg
"""

_MOVEMENTS = """
overhead: overhead; overhead work; overhead lifting; overhead pressing; overhead stuff; above my head; over my
    head; overhead exercises; anything overhead; overhead movements
jumping: jumping; jumps; jump; plyometrics; plyos; box jumping; jumping around; jumpy stuff; jumping stuff
impact: impact; high impact; high impact stuff
heavy lifting: heavy lifting; heavy weights; lifting heavy; heavy lifts; max lifts; maxes; maxing
heavy squats: heavy squats; heavy squatting; deep squats
sparring: sparring; contact sparring
contact: contact; head contact; contact training; full contact
running: running; jogging; run; runs; jog
treadmill: treadmill; treadmills
lying on my back: lying on my back; flat on my back; supine; supine exercises
inversions: inversions; upside down; headstands; headstand; handstands
twisting: twisting; twists
kneeling: kneeling; being on my knees; on my knees
sit-ups: sit ups; crunches
cardio: cardio
machines: machines
group classes: group classes; classes; zumba; spin classes
swimming: swimming
barbell: barbells; barbell work
floor work: on the floor; the floor; down on the floor; floor work; getting on the floor; floor exercises
hanging: hanging
bending: bending; forward bends; forward folds
"""


class ExerciseAlias(NamedTuple):
    """One way to call an exercise: the alias, the plain name, the id in the library."""

    alias: str
    name: str
    exercise_id: str


def exercise_aliases() -> list[ExerciseAlias]:
    """Return all aliases, each plain name first among its own."""
    found = []
    for line in table_lines(_TABLE):
        head, _, aliases = line.partition(":")
        name, _, exercise_id = (part.strip() for part in head.partition("="))
        exercise_id = exercise_id.strip("-")
        found.append(ExerciseAlias(name, name, exercise_id))
        found += [ExerciseAlias(alias.strip(), name, exercise_id) for alias in aliases.split(";")]
    return found


def movement_aliases() -> list[tuple[str, str]]:
    """Return (alias, name) of kinds of movement that people rule out."""
    pairs = []
    for line in table_lines(_MOVEMENTS):
        name, _, aliases = line.partition(":")
        pairs += [(alias.strip(), name) for alias in aliases.split(";")]
    return pairs
