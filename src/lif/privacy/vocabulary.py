"""Word lists of the privacy patterns: words that stand before a name, and words that look like a name but are not."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


POSTCODE_AREAS = _set(
    "AB AL B BA BB BD BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL "
    "DN DT DY E EC EH EN EX FK FY "
    "G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M "
    "ME MK ML N NE NG NN NP NR "
    "NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD "
    "TF TN TQ TR TS TW UB W WA WC "
    "WD WF WN WR WS WV YO ZE ZZ"
)
PUBLIC_PHONES = ("0800", "0808", "0300", "0303", "0306", "0330", "0333", "0343", "0344", "0345", "0370", "0371", "0845")
"""How phone numbers begin that no household has: helplines and organisations."""
CASE_SYSTEMS = (
    "LCS|EHM|ICS|CMS|Mosaic|Liquid ?Logic|Framework-?i|Care ?First|Eclipse|RiO|SystmOne|EMIS|"
    "Capita One|CAD|CRIS|RMS|Merlin|PNC|PND|Athena|Niche|eCINS|N?DELIUS|P-?NOMIS|NOMIS|IYSS|ChildView|Synergy|CPOMS|"
    "MyConcern|Arbor|SIMS|COMPASS|Careworks|Core ?Plus|StEIS|Datix|PAS|Protocol"
)
CASE_NOUNS = (
    "case|court|court case|claim|client|child|young person|person|patient|hospital|hosp|crime|occurrence|incident|"
    "custody|"
    "referral|service user|file|record|social care|family|family court|police|prison|prisoner|pupil|student|offender|"
    "MASH|contact|unit|home office|warrant|care order|case file|swift|LADO|early help|LAC|CLA|looked[ -]after(?: "
    "child)?|"
    "CIN|CP|child protection|case management|safeguarding|MARAC|MAPPA|YOT|YJS|YOS|EHCP?|EHC plan|SEND?|CAMHS|MRN|"
    "district|coroner|inquest|notification|NRM|probation|tenancy|housing|complaint|enquiry|"
    "assessment|section 47|s47|intelligence|intel|arrest|charge|crown court|county court|youth court|adoption|"
    "fostering|"
    "placement|medical|ambulance|troubled families|admission"
)
COUNTED_NOUNS = (
    "case|client|file|referral|crime|custody|LADO|MARAC|MRN|patient|hospital|EHCP|LAC|prisoner|court|inquest|"
    "notification"
)
"""What is numbered by social care, health, police and courts; the latter also without the word `number`."""
TITLES = _set(
    "mr mrs ms miss mx dr doctor prof professor sir dame lord lady baroness baron rev revd "
    "reverend cllr councillor judge "
    "hhj dj pc wpc dc ds di dci dsu sgt sergeant inspector nurse fr"
)
RELATIONS = _set(
    "mother mum mummy father dad daddy parent stepmother stepfather step-mother step-father "
    "stepdad stepmum brother sister "
    "half-brother half-sister sibling siblings twin twins uncle aunt auntie grandmother "
    "grandfather grandparent grandma "
    "grandad nan nanny cousin partner husband wife boyfriend girlfriend ex-partner carer "
    "carers guardian son daughter boy "
    "girl baby child infant toddler teenager pupil student friend neighbour lodger "
    "perpetrator victim suspect subject "
    "youngster twins nephew niece stepson stepdaughter foster-carer"
)
WORKERS = _set(
    "worker visitor nurse midwife teacher headteacher head officer doctor gp paediatrician psychologist psychiatrist "
    "psychotherapist therapist solicitor barrister judge practitioner clinician manager "
    "supervisor chair author reviewer "
    "auditor scrutineer consultant coordinator co-ordinator lead advocate mentor tutor "
    "sendco senco dsl iro lado commissioner "
    "director sergeant constable detective inspector magistrate surgeon registrar owner "
    "keyworker caseworker assistant "
    "secretary councillor counsellor"
)
NAMING = _set("named called aka surname forename surnamed nicknamed alias")
KEYS = _set(
    "name owner author lead contact chair reviewer auditor worker manager scrutineer by signed prepared completed "
    "written compiled child mother father parent carer family pupil patient client"
)
"""Words before a colon after which two words with capital letters are a person's name."""
NOT_NAMES = _set(
    # weekdays, months, numbers, letters of the law
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september "
    "october november december spring summer autumn winter easter christmas ramadan eid one "
    "two three four five six seven "
    "eight nine ten twelve first second third fourth half quarter act acts section "
    "regulation regulations schedule part "
    "chapter article paragraph annex appendix table figure page volume order rule code bill paper cm hc si "
    # bodies and services
    "agency agencies council borough county city district london england wales scotland "
    "ireland britain kingdom uk nhs trust "
    "board partnership partnerships panel committee forum group groups executive cabinet "
    "government department ministry "
    "office home court courts crown high supreme magistrates cafcass ofsted cqc police "
    "constabulary force probation prison "
    "service services team teams unit hub mash camhs hospital clinic ward surgery practice "
    "health healthcare care social "
    "housing school schools academy academies college colleges university nursery nurseries "
    "education early help years "
    "children childrens child young people person youth justice families family parents "
    "parent carers carer baby babies infant "
    "adult adults fostering adoption adopt voluntary community charity church faith sector "
    "association society foundation "
    "institute centre center club network bureau authority authorities commission "
    "commissioner commissioning ombudsman "
    "inspectorate college royal metropolitan british transport border force fire ambulance army navy "
    # roles
    "worker workers visitor visitors nurse nurses midwife midwives teacher teachers "
    "headteacher headteachers officer officers "
    "doctor doctors gp gps paediatrician psychologist practitioner practitioners "
    "professional professionals manager managers "
    "supervisor supervisors chair chairs deputy assistant senior principal designated named "
    "lead leads head heads director "
    "directors chief constable detective inspector sergeant superintendent commander "
    "coordinator co-ordinator consultant "
    "scrutineer scrutineers reviewer reviewers author authors auditor auditors advocate "
    "owner member members partner partners "
    "secretary minister mayor leader councillor councillors independent interim acting safeguarding lado iro dsl "
    # documents, methods, matters
    "review reviews report reports audit audits assessment assessments plan plans planning policy policies procedure "
    "procedures protocol protocols strategy strategies guidance guide framework frameworks "
    "standard standards programme "
    "programmes project projects training learning development improvement quality assurance performance management "
    "information sharing data record records recording meeting meetings minutes conference "
    "core network briefing briefings "
    "bulletin newsletter form forms tool tools toolkit template checklist pathway threshold "
    "thresholds profile signs safety "
    "graded evidence finding findings recommendation recommendations action actions "
    "challenge decision decisions theme themes "
    "priority priorities need needs neglect abuse harm exploitation domestic violence sexual "
    "physical emotional mental "
    "substance misuse alcohol drugs missing contextual criminal online bullying disability "
    "disabled special educational send "
    "sen ehcp cin cp lac cla chin protection protecting looked after leaving legal public "
    "private national local regional "
    "multi-agency multi single joint rapid serious case incident notification working "
    "together keeping safe rights voice "
    "work working whole system practice principles supervision reflective workforce staff "
    "referral referrals contact contacts "
    "front door access intervention interventions support supporting prevention response "
    "responses inspection inspections "
    "annual yearly monthly quarterly interagency inter-agency strategic operational corporate "
    # words that begin a sentence or a value
    "a an and the this that these those there their they he she it its his her him we our "
    "you your who whom whose which what "
    "when where why how if in on at as by for from to of or but not no yes none all any both "
    "each every some most many much "
    "more less few other another such only own same so than too very can could should would "
    "will shall may might must is are "
    "was were be been being has have had do does did with without within about after before "
    "since until during between among "
    "against because while although however therefore also then now here again once nobody "
    "nothing everyone everybody someone "
    "somebody somewhere never always often sometimes still yet just even mine hers ours theirs "
    "seen asked said told given taken found held agreed shared read written made done kept "
    "sent met see say tell give take "
    "find hold agree share write make keep send look looking speak speaking ask asking use "
    "using tell telling know knowing "
    "think thinking include including involve involving follow following based added unknown "
    "unnamed redacted withheld "
    "anonymous removed various several further new old next last previous current former "
    "joint good poor strong weak better "
    "best high low long short full whole clear black white asian african caribbean european "
    "british english welsh irish "
    "scottish polish romanian christian muslim jewish hindu sikh roma gypsy traveller somali "
    "north south east west northern southern eastern western central greater upper lower "
    "great new-born newborn unborn "
    "attended declined refused reported visited called phoned emailed checked confirmed noted recorded "
    # known names that are methods, scales, surveys or products
    "graded profile barnardo barnardos nspcc childline mosaic liquidlogic framework-i "
    "systmone rio emis eclipse merlin athena "
    "niche cpoms word excel windows outlook teams zoom sharepoint onedrive python microsoft google "
    "krippendorff gwet cohen fleiss wilson newcombe fisher likert kirkpatrick jaro levenshtein munro laming"
)
"""Words that are not part of a person's name when they have a capital letter."""
MISSED = _set(
    "appointment appointments assessment chance chances check checks class classes contact contacts dose doses "
    "immunisations lesson lessons opportunities opportunity out review reviews scan scans the their visit visits"
)
"""What children and services miss: after `miss` in a file name, these words are not a name."""
SCHOOLS = _set(
    "School Academy College Primary Secondary Nursery Infant Infants Junior High Grammar Pre Preschool Special Prep PRU"
)
"""First words of the kinds of school."""
STREETS = (
    "Street|Road|Avenue|Lane|Close|Drive|Crescent|Gardens|Court|Place|Way|Terrace|Grove|Hill|"
    "Square|Walk|Mews|Row|Green|"
    "Parade|Rise|View|Park|Path|Gate|Mount|Vale|Villas|Cottages|House|Heights|Lodge|Towers?|"
    "Mansions|St|Rd|Ave|Cres|Dr|Ln|Gdns"
)
BEGINNINGS = _set(
    "answers arrangements bereavement capacity changes clinical commissioned conversations critical dates earlier "
    "escalation evaluation exclusion exclusions inadequate integrated list measures news notice outstanding parental "
    "questions reasons requires risks roles scrutiny strengths summary thematic transitions trauma visits vulnerable "
    "workload workshop fictional exampleshire safeguarding councillors visits consultation feedback attendance "
    "timescales "
    "communication involvement confidence caseloads turnover retention recruitment participation culture leadership "
    "governance accountability compliance monitoring oversight assurance effectiveness engagement"
)
"""More words that begin titles and sentences in the field; they do not rule out a name beside them."""
NOT_INITIALS = _set(
    "uk eu us qa it hr gp sw hv la cp cn cs ch ce cc aa bb ie eg pm am ad bc no ok id iq pr "
    "tv ps un ni ma ba dr st mr ms "
    "ta sa se sg yp mh dv aq eh pr ea fe he sn re rn gc np fg cy lb mp tm ot pa da cf ip cr bn ks ev ey eo dr ph "
    "jr tb cv vs fc dn pi cg fs cd ed hs te ml es lf af ai op ot pe vi ii iv ds dc pc di"
)
"""Two letters that are not initials before a verb or in brackets."""
NOT_PEOPLE = frozenset(
    {"dr foster", "dr barnardo", "dr martens", "dr google", "dr who", "pc world", "pc plus", "mr men"}
)
"""Companies, shops and products that begin with a title."""
