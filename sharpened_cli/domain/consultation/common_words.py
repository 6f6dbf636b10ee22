"""Everyday English words that spelling repair must leave alone."""

from __future__ import annotations

from sharpened_cli.domain.consultation.word_lists import words_of

COMMON_WORDS = words_of(
    """
    avoid avoids avoiding loves likes hates wants prefers eats drinks cooks bakes prefer preferred
    click clicks pelvic pelvis niggle niggles crackle pinches flare swollen numb brace crutches clinic scans jabs
    varies vary changes change depends flatmates flatmate housemates roommates colleagues coworkers downfall guilty
    rubbish a able about above across actually after afternoon again against age ago ahead all allow almost alone
    along already also although always am amount an and another answer any anybody anyone anything anyway anywhere
    are area arm around as ask asked at ate away baby back bad badly balance band bar basic basically be bear beat
    became because become bed been before began begin beginning behind being believe below best better between
    beyond big bit block blood body bone book boss both bother bottom bought box boy brain break bring broke broken
    brother brought build building built bus business busy but buy by call called came can cancel cannot car care
    careful carry case catch caught cause certain chair check chest child children choice choose city class classes
    clean clear climb close closed closer club coach cold college come comes coming commute company complete compete
    computer consultant cook cooked cooking cool cost could couple course court cover crash crazy cross cut cuts
    cutting dad daily dance dark date daughter day days dead deal dear death decent decide deep definitely degree
    desk did didnt die diet different difficult dinner do doctor does doesnt dog doing done dont door double doubt
    down drag dream dress drink drive driver driving drop dropped dry due during each ear early earn easier easily
    easy eat eaten eating edge eight either else empty end ended energy engine enjoy enjoyed enough entire
    especially even evening event ever every everybody everyone everything everywhere evenings exactly exam except
    exercise expect extra eye face fact fair fairly fall fallen family far farm fast fasted faster fat father
    favorite favourite fear feed feel feeling feels feet fell felt few field fight fighting fill final finally find
    fine finger finish finished fire first fit fitness fitter five fix fixed flat flexible floor flow fly follow
    following food foot for force forever forget forgot form former forth forward found four free freedom fresh
    friday friend friends from front full fun further future game garage garden gave general get gets getting girl
    give given gives go goal goes going gone good got great ground group grow grown guess guy gym had hair half hall
    hand hands happen happened happens happy hard harder hardly hate have havent having he head health healthy hear
    heard heart heavier heavy held hell hello help helped her here hers herself high higher hill him himself his hit
    hobby hold holding holiday home honest honestly hope hoped horse hospital hot hour hours house how however huge
    human hundred hung hurt hurts husband i idea if ill im important improve in included indoor inside instead
    interest into is isnt issue it its itself ive job join joined joint joints journey jump jumping just keen keep
    keeps kept key kick kid kids kill kind knee knees knew know known lab lack lad ladies lady land large last
    lasted late lately later laugh lead league learn learned least leave leaves left leg legs less lesson lessons
    let level library lie life lift lifted lifting lifts light like liked likely limit line list little live lived
    lives living load local long longer look looking loose lose losing loss lost lot lots love loved low lower luck
    lucky lunch lunches machine machines mad made main mainly make makes making man manage many map march mark
    married match matter may maybe me meal meals mean means meant meet meeting men mess met mid middle might mile
    miles mind mine minute minutes miss missed mix mixed mom moment monday money month months mood moon more morning
    mornings most mostly mother motivation mountain mouth move moved moving much mum muscle music must my myself
    name national near nearly neck need needed needs neither never new next nice night nightly nights nine no nobody
    none nope normal normally north nose not note nothing notice now nowhere number nurse occasional odd of off
    office often oh ok okay old older on once one ones only onto open or order other others our out outdoor outdoors
    outside over overdo own pace pack page paid pain park part parent parents particular partner party pass past
    path pay people per perfect perhaps period person phone photo pick picked piece place plan plans plate play
    played player playing please plenty plus point police pool poor possible post pounds power practice practise
    prefer prep press pretty price prime probably problem program progress proper properly protein proud pull pure
    push put quarter question quick quickly quiet quit quite race racing rain rather reach read ready real really
    reason recent recently red refuse regular regularly relax rest rested return rid ride riding right ring rink
    river road rock role room round rounds routine rugby rule run runner running runs rush sad safe said same
    saturday save saw say saying scale scared schedule school sea season second section see seem seems seen self
    sense sent serious session sessions set sets settle seven several shape share sharp she shift shifts shoes shop
    short shot should shoulder show shower sick side sign signed silly simple simply since single sister sit site
    sitting six size skip skipped sleep sleeping slight slightly slow slowly small smart smoke snap so social soft
    solid some somebody somehow someone something sometimes somewhere son soon sore sorry sort sound south space
    speak special speed spend spin spine split sport spot spring squad staff stairs stand start started starting
    starts state stay steady step still stick stomach stop stopped stops store story straight strange street stress
    stressed stretch strict strong stronger student studio study stuff stupid style such suddenly suffer summer sun
    sunday super supper suppose sure surgery swap swear sweet swim swimming switch table take taken takes taking
    talk tall team tear teach teacher tell ten tend term terrible test than thank thanks that thats the their them
    then there these they thing things think third thirty this those though thought three through throw thursday
    tight till time times timing tiny tired to today toe toes together told tomorrow ton tone tonight too took top
    torn total touch tough toward towards town track train trained trainer training travel treat tree tried trip
    trouble true truly trust try trying tuesday turn turned twice two type under understand unless until up upon
    upper us use used useful usual usually very view visit voice wait wake walk walked walking wall want wanted
    wants war warm was wasnt watch watching water way we weak wear weather wedding wednesday week weekday weekdays
    weekend weekends weekly weeks weigh weight well went were west what whatever when whenever where which while
    white who whole why wide wife wild will win wind winter wish with within without woke woman women wont wood word
    work worked working works world worn worried worry worse worst worth would wow wreck wrecks wrist write wrong
    wrote yard yeah year years yep yes yesterday yet you young younger your yours yourself zero adult allergic ankle
    appetite autumn basement bench bloke bored boring bothers calf calves calm cardio career chance cheat chronic
    commuting condition confidence cousin cycle cyclist dancing deadline deadlines desert diary disc discomfort
    distance drunk elbow elderly exhausted exhausting falls forearm fourth freezing fridge gentle granddaughter
    grandson grandkids groin hamstring hips hotel hotels hungry injured injury joke kitchen lazy leisure lonely mate
    mates mental miserable moves nana nephew niece ouch overtime pandemic patience patient pension physio pinch
    plane plantar pressure puppy quad quads rehab relapse retired rota saving sciatica screen shin shins shy sibling
    sleepy snacking sprain spouse stiff strain sugar surgeon tablet tablets tendon tense therapist therapy thigh
    thumb tingling toddler tore trains travelling traveling twinge twins uncle uni university vacation vegan waist
    waking walks wards wheelchair whistle youth
    """
)
