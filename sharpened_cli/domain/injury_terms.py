"""The words for being hurt or operated on lately, for being young, and for long ago."""

from __future__ import annotations

HURT = r"""
sprain(ed)?|strain(ed)?|torn|tore|tear(ing)?|ruptured?|pulled|tweaked|twisted|broke|broken|fractured?
dislocated?|popped|snapped|herniated|slipped|bruised|rolled|injured|hurt
"""
BODY = r"""
ankle|knee|shoulder|wrist|elbow|hip|back|neck|hamstrings?|quad|calf|calves|groin|achilles|acl|mcl|pcl
meniscus|rib|ribs|foot|toe|finger|thumb|hand|arm|leg|collarbone|clavicle|pec|bicep|biceps|rotator cuff
disc|disk|labrum|jaw|tendon|ligament|muscle|tibia|fibula|shin|heel|glute|adductor|hand|spine|vertebra
hip flexor
"""
INJURY = r"""
(<hurt>)( (my|a|an|the|both|left|right|lower|upper|in|his|of))*( \w+)? ?(<body>|it|something)\b(?! (to|into) )
(<body>)( is| was| got| has been| been| are)?( badly| slightly| just)? (sprained|strained|torn|ruptured|broken
  |fractured
  |dislocated|popped|snapped|herniated|slipped|bruised|injured)\b
(<body>) (tear|strain|sprain|rupture|fracture|break|dislocation)\b
(knee|hip|shoulder|back|heart|hernia|acl|ankle|foot|wrist|elbow|gall ?bladder|appendix|spinal|neck
  |abdominal|keyhole|meniscus|rotator cuff) (surgery|operation|replacement)
(had|having|after|since|following|from|my|recent|major|minor|an|needed) (\w+ )?(surgery|operation)(?! manager)
had (an|my|the) op\b|(hernia|knee|hip|shoulder|back|appendix|ankle|wrist|elbow|foot) op\b|post[- ]?op\b
operated on|recovering from|rehabbing
(in|wearing|out of) (a|the) (cast|boot|sling|brace|splint)|on crutches|(had|have|got|with|in) stitches
recent injury|new injury|acute injury
(had|has) (it|my \w+|a \w+) (removed|repaired|reconstructed|replaced|out)|hernia repair|whiplash|reconstruction
did (my|a) (ankle|knee|back|shoulder|hamstring|groin|calf|wrist) in\b
car (accident|crash)|cirurgia|cirugia|operacion|operado|torci|lesao recente|entorse
"""
LONG_AGO = r"""
years? ago
(as a (kid|child|teen\w*|baby|toddler)|when i was|in my (teens|twenties|thirties|youth|20s|30s)|back in|decades?
  |long time ago|ages ago|once broke|old injury|an old|childhood|fully (healed|recovered)|healed
  |all good now|fine now|ok now|okay now|good as new|in college|at uni\w*|in school|last century
  |years back)
"""
AGE = r"""
1[0-7]|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen
"""
NOT_AN_AGE = r"""
(?! ?(kgs?|kilos?|lbs?|pounds?|st\b|stones?|%|percent|weeks?|months?|days?|hours?|hrs?|min|minutes?|mins
  |km|miles?|reps?|sets?|cm|in\b(?! (january|february|march|april|may|june|july|august|september|october
  |november|december|spring|summer|autumn|winter|two|three|a|the))|inch|st(one)?|on the|into|away|people|of us|'
  |\"|/|:|\.\d|-\d|,\d))
"""
MINOR = r"""
(i'?m|i am|im|i just turned|just turned|only|i will be|i'll be|ill be|turning|aged?|age:?|tenho|tengo
  |j'ai) (only |just |still |nearly |almost |now )?(<age>)\b<not_an_age>( ?(years?|yrs?|yo|y/o|anos
  |ans)\b( old)?)?
(?<!my )(?<!our )(?<!her )(?<!his )(?<!their )(<age>)( |-)?(years?|yrs?|yr)( |-)old\b|(<age>) ?(yo|y/o)\b
(i'?m|i am|im|currently) (still )?(in|at) (high school|secondary school|middle school|sixth form
  |year ([7-9]|1[0-3])\b|(7|8|9|10|11)th grade|school\b)
my gcses
(i('ll| will)? )?turn (<age>)\b<not_an_age>
(?<![a-z0-9] )(?<![a-z0-9:,.])(1[3-7]|fifteen|sixteen|seventeen), .{0,30}(school|college|academy|club|team
  |county|gcses?|a levels?)
(<age>), (going on|nearly|almost|still in|playing|boy|girl|male|female|m|f)\b
(?<![a-z,] )(fifteen|sixteen|seventeen)(?=,|\.)
(high school) (freshman|sophomore|junior)|(freshman|sophomore|junior) (in|at) (high school|hs)
(i'?m|i am|im) (a |still a |under)(teen\b|teenager|minor|18\b|age\b)|my a[- ]?levels|under ?18\b
"""
