"""Names of conditions and drugs that change a plan, in the notation of ``phrases``.

The codes are findings of the safety gate; those of the consultation's flags stand in ``health_terms``.
"""

from __future__ import annotations

BETA_BLOCKER = r"""
beta[- ]?blockers?|metoprolol|bisoprolol|atenolol|propranolol|carvedilol|nebivolol|nadolol|sotalol|labetalol
lopressor|toprol|tenormin|concor
"""
ANTICOAGULANT = r"""
warfarin|coumadin|apixaban|eliquis|rivaroxaban|xarelto|dabigatran|pradaxa|edoxaban|heparin|enoxaparin|clexane
blood thinners?|thin(ning)? (my|the) blood|anti[- ]?coagulants?|anti[- ]?coagulation|acenocoumarol|sintrom
clopidogrel|plavix|ticagrelor|brilinta|prasugrel
"""
INSULIN = r"""
insulin(a|e)?|humulin|novomix|apidra|fiasp|degludec|glargine|aspart|lispro|lantus|humalog|novo ?rapid
novolog|tresiba|levemir|toujeo|basaglar|gliclazide|glipizide|glimepiride
glyburide|glibenclamide|sulf?onyl ?ureas?|repaglinide|nateglinide|glinides?|type[- ]?(1|one|i)( diabet\w+)?|t1dm?
"""
SGLT2 = r"""
sglt-?2( inhibitors?)?|empagliflozin|jardiance|dapagliflozin|farxiga|forxiga|canagliflozin|invokana|ertugliflozin
gliflozins?
"""
GLP1 = r"""
glp-?1( agonists?)?|semaglutide|ozempic|wegovy|rybelsus|liraglutide|saxenda|victoza|tirzepatide|mounjaro|zepbound
dulaglutide|trulicity|exenatide|byetta
"""
LITHIUM = r"""
lithium|litio|priadel|camcolit|lithobid
"""
ENERGY_DRUG = r"""
levothyroxine|thyroxine|liothyronine|carbimazole|methimazole|thyroid( \w+)?|hypo-?thyroid\w*|hyper-?thyroid\w*
hashimoto'?s?|graves'?( disease)?|underactive thyroid|overactive thyroid|hipotiroid\w*|tiroides
steroids?|prednisone|prednisolone|cortisone|hydrocortisone|dexamethasone|corticosteroids?|cushing'?s?
anti-?psychotics?|olanzapine|quetiapine|risperidone|clozapine|aripiprazole|haloperidol|bipolar( disorder)?
anti-?depressants?|ssris?|snris?|sertraline|fluoxetine|citalopram|escitalopram|paroxetine|venlafaxine|duloxetine
effexor|wellbutrin|cymbalta|trazodone|seroquel|abilify|zyprexa|risperdal|lamictal|lamotrigine
valproate|depakote|mirtazapine|bupropion|amitriptyline|prozac|zoloft|lexapro|polycystic( ovar\w+)?( syndrome)?|pcos
"""
KIDNEY = r"""
(chronic )?kidney (disease|failure|problems?|issues?|transplant|impairment)|ckd( \w+)?|renal \w+|(one|single) kidney
dialysis|nephr\w+|(reduced|low) egfr|egfr( of)? [1-5]?\d|transplant\w* kidney|insuficiencia renal|doenca renal
"""
GALLSTONES = r"""
gall ?stones?|gall ?bladder( \w+)?|cholecyst\w+|biliary colic|pedra na vesicula|calculos biliares
"""
STRAINING = r"""
hernias?|inguinal hernia|umbilical hernia|hiatus hernia|glaucoma|retinopathy|detached retina|retinal \w+|aneurysm
diastasis( recti)?|prolapse
"""
LUNG = r"""
copd|emphysema|pulmonary \w+|cystic fibrosis|lung disease|severe asthma|brittle asthma
"""
MINDED = r"""
ast?h?ma\w*|kidney stones?|transplant\w*|xanax|diazepam|benzodiazepin\w+|roaccutane|isotretinoin|dexamfetamine
elvanse|concerta|inhaler|salbutamol|ventolin|epilep\w*|seizures?|arthritis|osteo-?arthritis
rheumatoid( \w+)?|lupus|gout
cancer|chemo\w*|tumou?rs?|leukaemia|lymphoma|multiple sclerosis|ms|parkinson'?s?|fibromyalgia|chronic fatigue|me/cfs
long covid|hyper-?mobil\w*|ehlers[- ]danlos|anaemi[ac]|anemi[ac]|low iron|migraines?|high cholesterol|cholesterol
statins?|atorvastatin|simvastatin|rosuvastatin|fatty liver|liver disease|hepatitis|cirrhosis|crohn'?s?( disease)?
ulcerative colitis|ibs|irritable bowel( syndrome)?|reflux|gerd|co?eliac( disease)?|celiaca|lactose intolerant?\w*
depression|anxiety|adhd|add|ptsd|ocd|menopause|peri-?menopause|endometriosis|sleep apn\w+|insomnia|scoliosis
sciatica|psoriasis|eczema|hay ?fever|allerg\w+|pre-?diabet\w+|insulin resistan\w+|hiv|sickle cell|thalassa?emia
low blood pressure|hypotension|pots|varicose veins|thrombosis|dvt|blood clots?|embolism|omeprazole|antihistamines?
contracepti\w+|the pill|birth control|hrt|iud|paracetamol|ibuprofen|aspirin|vitamin\w*|creatine|finasteride
methotrexate|biologics?|adalimumab|humira|spironolactone|furosemide|diuretics?|tamoxifen|letrozole|testosterone
trt|ritalin|methylphenidate|lisdexamfetamine|vyvanse|adderall|gabapentin|pregabalin|tramadol|codeine|opioids?
"""
GLUTEN_ILLNESS = r"""
co?eliac|gluten (intoleran\w+|sensitiv\w+|free)|celiaca|celiaco
"""
MILK_ILLNESS = r"""
lactose (intoleran\w+|sensitiv\w+)|intolerant to lactose|intolerancia a la lactosa|intolerante a lactose
"""
SURGERY = r"""
(surgery|operation|operated|arthroscop\w+|replacement|reconstruction|post[- ]?op\w*|c[- ]?section|cirurgia|cirugia)
"""
NOTHING = r"""
none|no|nope|nothing|n/a|na|nil|-|healthy|not that i know( of)?|no (conditions?|illness\w*|medication|meds|injur\w+)
ninguna?|nenhuma?|nada|aucune?
"""

# In a list of illnesses a bare word says enough; in free text it would not.
BARE_CARDIAC = r"""
heart( \w+)?|murmurs?|cardiac|chf|cad|mi|af|valve \w+|atheroscler\w*|peripheral (artery|arterial|vascular) \w+
pvd|pad|strokes?|tia|angina( \w+)?|marfan\w*
"""
BARE_HYPERTENSION = r"""
(?<!low )blood pressure|(?<!low )bp|hbp|htn|(?<!blood )pressure
"""
BARE_DIABETES = r"""
sugar( diabetes)?|t1|t2|type[- ]?(1|2|one|two)
"""
SYMPTOMS = r"""
palpitations?|syncope|breathless\w* (at|when|while) (rest|resting|lying\w*)|short of breath at rest|chest
"""
PREDIABETES = r"""
pre-? ?diabet\w+|insulin resistan\w+|borderline diabet\w+
"""

CONDITION_BLOCKS = {
    "beta_blocker": BETA_BLOCKER,
    "anticoagulant": ANTICOAGULANT,
    "insulin": INSULIN,
    "sglt2": SGLT2,
    "glp1": GLP1,
    "lithium": LITHIUM,
    "energy_drug": ENERGY_DRUG,
    "kidney_disease": KIDNEY,
    "gallstones": GALLSTONES,
    "straining": STRAINING,
    "lung_disease": LUNG,
    "minded": MINDED,
    "cardiac_condition": BARE_CARDIAC,
    "hypertension": BARE_HYPERTENSION,
    "diabetes": BARE_DIABETES,
    "symptoms": SYMPTOMS,
}

CONDITION_TYPO_WORDS = {
    "metoprolol": "beta_blocker", "bisoprolol": "beta_blocker", "atenolol": "beta_blocker",
    "propranolol": "beta_blocker", "carvedilol": "beta_blocker", "nebivolol": "beta_blocker",
    "warfarin": "anticoagulant", "apixaban": "anticoagulant", "rivaroxaban": "anticoagulant",
    "eliquis": "anticoagulant", "heparin": "anticoagulant", "insulin": "insulin", "gliclazide": "insulin",
    "glimepiride": "insulin", "glipizide": "insulin", "empagliflozin": "sglt2", "dapagliflozin": "sglt2",
    "canagliflozin": "sglt2", "jardiance": "sglt2", "semaglutide": "glp1", "liraglutide": "glp1",
    "tirzepatide": "glp1", "ozempic": "glp1", "mounjaro": "glp1", "lithium": "lithium",
    "levothyroxine": "energy_drug", "prednisone": "energy_drug", "prednisolone": "energy_drug",
    "olanzapine": "energy_drug", "quetiapine": "energy_drug", "sertraline": "energy_drug",
    "fluoxetine": "energy_drug", "citalopram": "energy_drug", "escitalopram": "energy_drug",
    "hypothyroidism": "energy_drug", "hyperthyroidism": "energy_drug", "gallstones": "gallstones",
    "gallbladder": "gallstones", "dialysis": "kidney_disease", "glaucoma": "straining",
    "emphysema": "lung_disease", "arthritis": "minded", "epilepsy": "minded", "migraine": "minded",
    "cholesterol": "minded",
}  # fmt: skip
