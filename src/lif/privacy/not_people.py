"""Words beside a given name by which it is no person: of institutions, citations, laws, places, stories."""

from lif.privacy.given_names import sure_names
from lif.privacy.rule import cued


def _stories(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


INSTITUTIONS = cued(
    "academy act action agency ai app arms assessment association avenue awards baby bank bay bridge building "
    "camp care castle "
    "cathedral cdc centre centres chapel charity church ci circle clinic close club cohort college community "
    "company corner "
    "correction coefficient cottage cottages council court crescent cross cup cycle day diagram diagrams distance "
    "drive effect "
    "engine estate exact farm federation fellowship festival fix foundation framework fund gallery gardens gate "
    "grange green grid ground group groups grove guidelines hall hardware harbour health heights hill homes hospice "
    "hospital hotel house inc index inn inquiry inquest institute interval intervals judgment kappa lake lane law "
    "laws lecture "
    "levenshtein library limited line lodge logic loop ltd maternity manor mansions market matrix medal memorial "
    "method methods "
    "mews mile mill model models museum networks nhs nursery office order oval palace parade park partnership pavilion "
    "phase pine place plc point pool pre-school preschool press prison prize procedure programme project protocol "
    "pub questionnaire "
    "report reports review reviews river road room row rule rules scale schedule school schools score series "
    "service services shop "
    "spa square station statistic steps store street studio suite surgery syndrome team terrace test tests "
    "theatre theory tool "
    "tower towers town tree trial trust unit units university vale view villa villas village walk ward wards way "
    "webinar "
    "wing wish wood works workshop yard yoi brigade airport stadium chapter theorem lemma law's appeal amendment "
    "tragedy disaster storm bequest scholarship fellow lectures principle principles guideline scandal"
)
"""A name with one of these words behind it is that of an institution, a law, a method or a place."""
HOUSES = cued("cottage cottages homes villas mansions heights hospice nursery fostering ltd limited cic plc llp")
"""The last word of the name of a home or a provider, which no surname is."""
HOUSES_AND_SURNAMES = cued("house lodge court bank farm view place gardens grange manor villa towers")
"""The last word of the name of a home that is a surname too: a person behind a given name; Willow Bank is none."""
BEFORE_NO_PERSON = cued(
    "operation st saint hmp hmyoi storm hurricane project lake ben mount fort port mt programme exercise scheme "
    "software tool "
    "king queen prince princess pope emperor san santa el los las new north south east west upper lower great little "
    "methodology system app model framework theory case= hms rms lord lady baroness wards ward unit class"
)
"""A name with one of these words before it is no private person's."""
STORIES = _stories(
    "mann-whitney|harry potter|peter pan|robin hood|jack russell|jack frost|jack of|bloody mary|peeping tom|tom's "
    "hardware|ben nevis|"
    "thomas the|thomas tank|peppa pig|mickey mouse|john lewis|john deere|marie curie|mary seacole|florence "
    "nightingale|nelson mandela|"
    "anne frank|rosa parks|charles darwin|isaac newton|albert einstein|sigmund freud|anna freud|carl rogers|john "
    "bowlby|"
    "mary ainsworth|jean piaget|erik erikson|abraham maslow|william shakespeare|jane austen|charles dickens|"
    "george orwell|"
    "king charles|lewis carroll|jk rowling|roald dahl|malcolm knowles|david kolb|donald kirkpatrick|monte carlo|"
    "ronald mcdonald|"
    "tom kitwood|uri bronfenbrenner|dr seuss|joe bloggs|jane doe|john doe|fred bloggs|a n other|joseph rowntree|"
    "lucy faithfull|"
    "marie stopes|marie collins|stephen lawrence|sarah's law|clare's law|martha's rule|natasha's law|helen's law|"
    "awaab's law|"
    "jade's law|oliver mcgowan|valerie's law|kate's|alice in|romeo and|adam and|tom and jerry|jack and jill|jack jill|"
    "hansel and|microsoft|max planck|james lind|edward jenner|ruby on|julia language|jenkins|claude|alexa|"
    "victoria climbie|"
    "arthur labinjo-hughes|star hobson|daniel pelka|khyra ishaq|peter connelly|sara sharif|keanu williams|hamzah khan|"
    "ayeeshia jayne|dylan tighe|logan mwangi|finley boden|harry styles|taylor swift"
)
"""What begins like a person's name and is a story's, a shop's, a scholar's or that of a published review or a law."""
PEOPLES_AND_PLACES = cued(
    "world roma gypsy traveller travellers somali polish romanian bangladeshi pakistani indian chinese turkish "
    "kurdish afghan syrian "
    "iraqi iranian ukrainian albanian vietnamese nigerian ghanaian caribbean african asian european british "
    "english irish scottish "
    "welsh french german spanish portuguese italian greek bulgarian lithuanian latvian hungarian czech slovak "
    "russian american "
    "jewish muslim christian hindu sikh buddhist catholic anglican windrush grenfell hillsborough orthodox "
    "charedi haredi "
    "croydon bromley bexley lewisham sutton merton lambeth southwark greenwich hackney islington camden barnet "
    "brent ealing harrow "
    "hillingdon hounslow richmond kingston wandsworth westminster kensington hammersmith newham redbridge "
    "havering barking dagenham "
    "enfield haringey waltham tower kent surrey sussex essex hertfordshire bedfordshire buckinghamshire berkshire "
    "oxfordshire "
    "hampshire dorset devon cornwall somerset wiltshire gloucestershire herefordshire worcestershire warwickshire "
    "shropshire "
    "staffordshire derbyshire nottinghamshire leicestershire lincolnshire norfolk suffolk cambridgeshire "
    "northamptonshire rutland "
    "cheshire lancashire cumbria yorkshire durham northumberland tyneside merseyside manchester birmingham leeds "
    "sheffield "
    "bradford liverpool bristol leicester coventry nottingham newcastle sunderland brighton hull plymouth stoke "
    "wolverhampton "
    "derby southampton portsmouth oxford cambridge york exeter torbay swindon reading luton medway rochdale "
    "rotherham doncaster "
    "royal"
)
"""Peoples, faiths and places: with a capital letter, and no surname."""
KINDS_OF_FAMILY = cued(
    "nuclear extended host foster birth whole wider blended large holy young open modern traditional wider ofsted "
    "hub "
    "troubled supporting strengthening think kinship adoptive forces military refugee migrant homeless deaf "
    "disabled windrush "
    "early private public local national global first second third final next last"
)
"""What stands before `family` or `children` and is no surname."""


def is_a_house(name: str) -> bool:
    """Whether a name is that of a home or a provider: Hope House. One that is a surname too needs no given name."""
    words = name.lower().split()
    return len(words) > 1 and (
        words[-1] in HOUSES or (words[-1] in HOUSES_AND_SURNAMES and words[0] not in sure_names())
    )
