"""The words by which people name what a coach must know about their health.

Each block is in the notation of ``phrases``, over folded text (lower case, no accents, straight quotes).
The codes are those of the consultation's safety flags.
"""

from __future__ import annotations

FLAG_CODES = (
    "chest_pain", "cardiac_condition", "hypertension", "diabetes", "pregnancy", "postpartum",
    "eating_disorder", "underweight_goal", "self_harm", "minor", "dizziness", "recent_injury", "concussion",
    "osteoporosis", "older_adult_fall_risk",
)  # fmt: skip

PAIN = r"""
pains?|pressure|tightness|tight|discomfort|hurts?|hurting|ach(e|es|ing)|squeezing|burning|stabbing
"""
COUNT = r"""
\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|a couple( of)?|few|some
"""
SELF = r"""
myself|meself|my self|me
"""
CHEST_PAIN = r"""
chest[- ]<pain>
<pain>( feeling| sensation)?s? (in|on|across|around|through) (my |the )?chest(?! day)
(my |the )chest (gets?|goes|feels?|felt|is|was|has been|sometimes|often|starts? to|starts?
  |started)( (really|so|very|a bit|all|sometimes|to))* ?<pain>(?! (after|from) (bench|push|chest|dips|flyes|press))
tight[- ]chest(ed)?(?! muscles)|elephant on my chest|angina|(dor|aperto|pressao) no peito|dolor (en el|de) pecho
opresion en el pecho|douleurs? (a|dans) la poitrine
"""
CARDIAC = r"""
stent(s|ed)?|pace ?maker
heart[- ](attacks?|failure|conditions?|problems?|disease|surger(y|ies)|operation|op|murmurs?|bypass
  |transplant|valve|defects?|issues?|trouble|block|palpitations?|rhythm|scare|arrest)
(dodgy|bad|weak|enlarged) (heart|ticker)|dicky heart|hole in (my|the) heart|irregular heart ?(beat|rhythm)
heart (skips|flutters|races for no)
(skipped|missed|ectopic) (heart)?beats
(triple|double|quadruple|coronary|cardiac) bypass|cabg|angioplast\w*|angina|arrhythmi\w*|arritmi\w*
a[- ]?fib\b|atrial (fibrillation|flutter)|fibrillation|tachycardia|bradycardia|svt|long qt|brugada
cardiomyopath\w*|myocarditis|pericarditis|endocarditis
aortic (aneurysm|stenosis|valve|dissection)|aneurysm|mitral|coronary|(an|my) icd\b|defibrillator
cardiac (arrest|event|condition|problems?|history|patient|issues?|trouble|rehab\w*|disease)
(?<!am a )(?<!i'm a )(?<!im a )(?<!as a )cardiologist|palpitations
had (a|an|my|two) (mini[- ])?strokes?|(a|my) (mini[- ]stroke|tia)\b|stroke survivor|nitroglycerin\w*
gtn spray|amiodarone|digoxin|breathless (at rest|lying)
(short of|out of) breath (at rest|lying|sitting|when i lie)|infarto|enfarte
problemas? (de |do |no |del )coracao|problemas? (de|del|en el) corazon|cardiopatia|sopro no coracao
marca-?passo|marcapasos|crise cardiaque|probleme cardiaque|infarctus
bypass (surgery|operation|graft|in (19|20))|had a bypass|(leaky|leaking|faulty) (heart )?valve
valve (replacement|repair)
"""
HYPERTENSION = r"""
hypertensi(on|ve)|high (blood )?(pressure|bp)
(blood pressure|bp)('s)?( \w+){0,4}? (high|raised|elevated|up|borderline|sky high|not great|through the roof)
(raised|elevated|borderline|uncontrolled) (blood pressure|bp)
(blood pressure|bp|water) (tablets?|pills?|meds?|medication|medicine|problems?|issues?)
(tablets?|pills?|meds?|medication|medicine|something) (for|against) (my |the |high )?(blood pressure|bp)
(for|with|about|because of|manage|control|lower|watch|watching|got|have|bring down) my (blood pressure|bp)
(blood pressure|bp)( \w+){0,3}? ?(1[4-9]\d|2\d\d) ?(/|over) ?\d{2,3}
(ramipril|lisinopril|enalapril|perindopril|amlodipine|felodipine|losartan|valsartan|candesartan
  |irbesartan|olmesartan|telmisartan|bendroflumethiazide|indapamide|hydrochlorothiazide|doxazosin
  |nifedipine)
pressao (alta|arterial alta)|tension (alta|arterial elevee)|presion alta|hipertens\w*|hypertendu\w*
"""
DIABETES = r"""
(pre[- ]?)?diabet(es|ic|ics|ica|ico|ique|e)\b|t[12]d(m)?\b
type[- ](1|2|one|two|i|ii)( diabet\w+)?\b(?! (error|fibres?|fibers?|muscle|fun))
insulin (pump|pens?|injections?|dependent|doses?|shots?)
(on|take|inject|using|use|my|taking|need) insulin|insulina|metformina?|gliclazide|glipizide|glimepiride
(high|raised) (blood )?sugars?
blood sugars?( \w+){0,3} (high|low|drops?|crash\w*|spik\w*)|hba1c|a1c
(my|the) sugars? (drops?|crash\w*|go(es)?|went|runs?|spik\w+|are|is)|insulin(?! (sensitiv|spik|respons|resist))
hypos\b|hypoglyc\w+|libre sensor
dexcom|diabetique
"""
PREGNANCY = r"""
pregnan(t|cy)(?! pause)
expecting (a |our |my )?(baby|child|twins|first|second|third|little one)|i'?m expecting\b
(first|second|third|1st|2nd|3rd) trimester|trimester|baby('s| is)? due|due date|(baby|bump) on the way
\d{1,2} weeks (along|gone|preggo)|preggo|preggers|with child|antenatal|prenatal|my midwife|my ob[- ]?gyn
gravida|embarazada|embarazo|enceinte|grossesse
(my |the )?midwife (\w+ )?(says|said|told|thinks|is|has|wants|recommend\w*|cleared|agrees)
bump[- ]friendly|(my|the|a|growing) bump|baby (arrives|comes|is coming|is on its way|will be here|gets here)
due (in|on|around|at the (start|end|beginning) of|mid|late|early) .{0,30}(with|and|so|,) .{0,20}
  (bump|baby|number (one|two|three|four|2|3)|first|second|third|twins)
"""
POSTPARTUM = r"""
post[- ]?(partum|natal)|gave birth|given birth|after (giving birth|the birth|delivery)
still feeding (her|him|them|the baby)|breast[- ]?feed(ing|s)?|still nursing
nursing (my|the|a) (baby|newborn|son|daughter|little one)|c[- ]?section
(emergency |planned )?(caesarean|cesarean|caesarian)|diastasis
after (having |giving birth to |the birth of )(my|our|the) (baby|first|second|third|son|daughter|twins
  |kid|child|little one)
since (having )?(my|the|our) (baby|birth|delivery|twins)( was born| arrived)?
had (a |my |our |the )?(baby|twins|triplets|first baby|second baby|third baby|little one|daughter
  |son)( \w+){0,2}? (<count> (days?|weeks?|months?) ago|in (january|february|march|april|may|june|july
  |august|september|october|november|december)|last (week|month|spring|summer|autumn|winter|fall)
  |recently|this year)
(baby|newborn|little one|son|daughter) is <count> (days?|weeks?|months?) old
<count> (weeks?|months?) (pp|post[- ]?(partum|natal|birth|baby))|baby weight|mum tum|pelvic floor
pos[- ]?parto|posparto|amamentando|amamentar|lactancia|dando pecho|allait\w+|accouche\w*
"""
EATING_DISORDER = r"""
eating disorders?|disordered eating|(recover\w*|history|struggl\w+) (from|of|with) (an )?ed\b|anorexi[ac]\w*
anorexique|bulimi[ac]\w*|boulimi\w*|orthorexi\w+|ednos
binge[- ](eat\w*|purg\w*)|bingeing
binging(?! (netflix|tv|series|shows?))|binge(d|s)?(?![- ]?watch|-| on (netflix|tv|shows?|series))|b/p\b|laxatives?
purg(e|es|ed|ing)(?! (my|the|our) (pantry|fridge|cupboards?|house|kitchen|wardrobe|freezer|inbox|phone|room))
diuretics? to lose
(make|makes|made|making) <self> (sick|throw up|vomit|puke)
throw(ing)? up (after|my food|my meals|what i)
vomit(ing)? (after|my food|my meals)|starv(e|ed|ing) <self>
(scared|afraid|terrified|frightened) (of|to) eat(ing)?
obsess\w* (over|about|with) (calories|food|eating|my weight)
(stuck a finger|fingers?) down my throat|chew(ing)? and spit(ting)?|transtorno alimentar
trastorno alimentari[oa]
trastorno de la conducta alimentaria|trouble alimentaire
"""
UNDERWEIGHT_GOAL = r"""
size (zero|0)\b|thigh gap
(want|trying|like|love|aiming|need) to (be|get|become|stay|look) (really |super |very )?(underweight
  |skeletal|skin and bones?|bone thin|stick thin)
bmi (of |to |down to |under |below )*1[0-7](\.\d)?\b|collarbones? (showing|to show)|thinspo\w*|pro[- ]ana
"""
SELF_HARM = r"""
suicid(e(?!s| (runs?|sprints?|drills?|grip))|al)
kill(ing)? (myself|my self|meself)|(self|myself)[- ]?harm\w*
(hurt|harm|cut)(ting|ing)? (myself|my self)( on purpose)?(?! (on|with|in|at|while|when|doing|shaving
  |training|off|some|a|down|slack))
end(ing)? (my life|it all)|take my (own )?life|better off dead|better off without me
(don'?t|do not|didn'?t|not|no longer) (really )?(want|wanna|wish) (to )?(live|be alive|be here|exist
  |wake up)( any ?more)?(?! (in|at|with|on|near|by|for|like))
no (point|reason) (in |to )?(living|live|going on)
(see|seeing|saw) (no|little) point (in|of) (living|life|going on|it all)
(don'?t|do not|can'?t|no longer) (really )?(see|find) (the |any |a |much )?point (in|of) (living|life|going on)
(?<!me )(?<!made me feel like i )(want|wanna|wish) (to |i (was|were) )?(die|dead|disappear for good)\b
can'?t go on (any ?more|like this|living)
life (is|isn'?t|is not) (not )?worth (living|it)|me matar|quero morrer|quiero morir|suicidar\w*
envie de mourir|me suicider
"""
DIZZINESS = r"""
dizz\w+|light[- ]?headed\w*|woozy
faint(ed|ing|s)?\b(?! (line|idea|memory|smell|praise|taste))|vertigo|(pass|passed|passing) out\b
black(ed|ing)? out\b|black[- ]?outs\b|syncope|see(ing)? (stars|spots)
(room|world|head|everything) (spins|spinning|starts spinning|is spinning)|lost consciousness|collapsed
head ?rush(es)?|tontur\w*|desmai\w*|mare(o|os|ada|ado)\b|me desmay\w*|vertig\w+|evanoui\w*
"""
CONCUSSION = r"""
concuss\w*|head injur(y|ies)|brain injur(y|ies)|\btbi\b|knocked (out|unconscious)(?! of)|kao'?d|got ko'?d
hit my head|banged my head|bang to the head|blow to the head|concuss?ao cerebral|conmocion cerebral
commotion
"""
OSTEOPOROSIS = r"""
osteopor\w*|osteopen\w*|brittle bones?
(low|poor|reduced|thin|weak|thinning) bones?( density| mass)?\b
bone (density|mass) (is|was|came back|score|scan)?( \w+)? ?(low|poor|bad|down|thin\w*)
thinning of (my |the )bones|bones are (thin\w*|weak|brittle)|alendron\w*|fosamax|bisphosphonat\w*
risedron\w*|fragility fracture|osteoporos\w*
"""
FALL_RISK = r"""
(had|having|have had|took|taken|take|since|after) (a|my|two|three|several|some|another|that|the)
   (bad |nasty |little |few |couple of )?falls?\b(?! (in love|off|out|season|break|semester|term|marathon|race
  |league|asleep))
fall risk
(afraid|scared|frightened|fear|worry|worries|worried|nervous|terrified) (of|about) (a |having a |another )?fall(ing
  |s)?\b(?! (behind|off|short|asleep|out|in love|for))
prone to fall(s|ing)
fallen (over|twice|once|a few|a couple|several|three|again|down|at home|in the|on the stairs)
keep falling( over)?
(i )?fell (over |down )?(in the (shower|bath|bathroom|garden|kitchen|hall)|at home|on the stairs
  |down the stairs|getting up|last (winter|year|month|autumn|spring|summer) and)
unsteady|not (so |very |that |as )?steady|took a tumble|wobbly on my (feet|legs|pins)|walking (stick|frame)
zimmer|rollator
(use|with|need|using) (a|my) (cane|walker)\b|loss of balance|losing my balance
(scared|afraid|worried|frightened|nervous) (that )?(i'll|i will|i might|i may|of me) fall(ing)?(?! (behind|off
  |out|asleep))
hold(ing)? on to (the )?(furniture|walls?|rails?|banister)|fear of falls
"""
# Balance alone is a worry of gymnasts too: it counts beside words of age.
WEAK_BALANCE = r"""
(lose|lost) my balance|wobbly|balance (is|isn'?t|has|was|wasn'?t|not|gets?|got|getting|problems?|issues?|going)\b
(bad|poor|worse|dodgy|terrible|no|improve my|better) balance|trip(ped|ping)? (over|up|on)|stumbl\w+
falls?\b(?! asleep)|fell\b
"""
OLDER_WORDS = r"""
(6[5-9]|[789]\d)( years?( old)?| ?yo\b|,|\.|$| and\b| in (may|june|july|august|january|february|march|april))
(i'?m|i am|at|aged?|turned|turning|nearly|almost) (6[5-9]|[789]\d)(?! ?(kg|kilos?|lbs?|%|min|reps?|km|bpm|cm|st))
retired|pension\w*
grand(son|daughter|children|kids|child|mother|father)|hip replacement|knee replacement|osteopor\w*|elderly
at my age|care home|senior
"""

PARTS = {"pain": PAIN, "count": COUNT, "self": SELF}
BLOCKS = {
    "chest_pain": CHEST_PAIN,
    "cardiac_condition": CARDIAC,
    "hypertension": HYPERTENSION,
    "diabetes": DIABETES,
    "pregnancy": PREGNANCY,
    "postpartum": POSTPARTUM,
    "eating_disorder": EATING_DISORDER,
    "underweight_goal": UNDERWEIGHT_GOAL,
    "self_harm": SELF_HARM,
    "dizziness": DIZZINESS,
    "concussion": CONCUSSION,
    "osteoporosis": OSTEOPOROSIS,
    "older_adult_fall_risk": FALL_RISK,
}

# Words long and rare enough to be meant when one or two letters are wrong.
TYPO_WORDS = {
    "diabetes": "diabetes", "diabetic": "diabetes", "metformin": "diabetes", "hypoglycemia": "diabetes",
    "hypertension": "hypertension", "lisinopril": "hypertension", "amlodipine": "hypertension",
    "ramipril": "hypertension", "losartan": "hypertension", "candesartan": "hypertension",
    "pregnant": "pregnancy", "pregnancy": "pregnancy", "postpartum": "postpartum", "breastfeeding": "postpartum",
    "caesarean": "postpartum", "cesarean": "postpartum", "anorexia": "eating_disorder",
    "anorexic": "eating_disorder", "bulimia": "eating_disorder", "bulimic": "eating_disorder",
    "laxatives": "eating_disorder", "suicidal": "self_harm", "suicide": "self_harm", "dizziness": "dizziness",
    "lightheaded": "dizziness", "concussion": "concussion", "concussed": "concussion",
    "osteoporosis": "osteoporosis", "osteopenia": "osteoporosis", "pacemaker": "cardiac_condition",
    "arrhythmia": "cardiac_condition", "fibrillation": "cardiac_condition", "cardiologist": "cardiac_condition",
    "cardiomyopathy": "cardiac_condition", "palpitations": "cardiac_condition", "myocarditis": "cardiac_condition",
    "tachycardia": "cardiac_condition", "angioplasty": "cardiac_condition",
}  # fmt: skip
