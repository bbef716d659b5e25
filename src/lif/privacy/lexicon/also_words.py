"""Given names that are also words, months, places or the names of firms, in lower case.

From the baby names of the Office for National Statistics (Open Government Licence v3.0), the given names of the 1990
census of the United States (public domain) and a list of our own; decision 0031 says how they were chosen.
"""

NAMES = """\
abbey abe abir acacia achilles adelaide al alabama aland albany alexa alexandria alima alp alpha ama amba ambar amber
ameen amen amine amrita anay anderson angel angeline angelique ani apollo april ara archer archy ariel arizona arran
art ash ashley aspen aster aston athena atlanta atlas august aura aurelia austen austin autumn awa ayah azalea bahar
bailey bailie banks barack barney basil baxter bay beaux beck belle benn bennett bentley berat berry beryl bethel
bethlehem bexley beyonce bill birdie blade blair blake blaze blessing bliss blossom blue bluebell bo boden bodhi bonny
boston bow bowie boyd bracken bradford brandon bray bree breeze brent briar brock brogan bronte brook brooklyn brooks
buddy buster byron cade cadence cadi cain cairo cal calli camden camelia cameron campbell caprice carlisle carlo carol
carolina carrick carter cash cass cat cate celt cerise chad chance chandler charity chase chay chaya chelsea cherish
cherry chester chi china christ christian clark clarke claude clay clemence clemency clement cleveland clinton clover
clyde cohen cole colt columbus cooper cora coral corban corrie cove cree creed crystal dakota dale dallas dalton
danish darby darwin davis dawn dean delta demi denver derry desire destiny dev devon diamond diesel disney divine
dixie don douglas drake drew dudley duke dusty earl ed eden egan elsa elvis elysia em ember emerald emerson emery era
ester ethel evans eve faith ferguson fern fletcher flora florence florin ford forest fox frank franklin frazer gage
genesis georgia ginny glory goldie gordon grace grant gray grey griff griffin gruff gypsy hai hala halo hamilton hamsa
hao harbour hardy harley harlow harman harmony harper harris harrison harsh hayes heath heaven heer hero holden holly
honey honor honour hope hosanna houston howard hudson hunter ikra india indiana indigo iris isla islay iva ivy jackson
jade jagger jasmine jazz jericho jerry jersey jesus jet jewel jj jo johnson jones jordan joy juliet june junior
juniper jupiter justice kaiser kale kanye karma kay kazi kendal kennedy khan kingston kiri kobi koda kori kuba kyah
lacy lake lance laney larry laurel layne lee lev lewes lexus leyland liberty lilac lincoln linden lindsay lloyd loki
lori lourdes luna lux mac mace mack madonna mala manal maple marc margarita mark marks marli marlow marshal marshall
mary mason matin maud maverick max maximus meadow mel melody memphis mercedes mercy merlin messi messiah miami mica
milan miles miller mir miracle mirza misty mitchell mo moise montana montgomery moosa morgan morris munro murphy myron
nada nat navy neal nelson neo neve nieve nile nirvana nobel norma norman norton nova nye obi ocean olive onyx opal
orlando pandora param pari paris parker pat patience pavan peace pearl penny peony peri persia phoenix pierce piper
pixie poppy porsche portia posy praise precious preston primrose princeton prudence quinton rain raj ram raven rea red
reed reef reet reeve reid reign reina reis richmond rihanna rio ripley riva river rivers rob roberts robin robinson
rocky rodney rogue roma roman rome romeo romero ronaldo rose rosemary rowan rowen royce ruby rue ryder sabine saffron
sage sahib said saim saint sal salina salma saman sandy santa sapphire savanna savannah sawyer saya scarlet scout
selby senna serene serenity shad shalom shan sheik sheikh shell shelley shelly shirley siena sienna sierra silver
simar simba sion siri sky skye sol sophy sorrel soul spencer spike stanford star sterling stewart storm sue sully
summer sunday sunny sutton sylvester taha tali tanner tansy tao tate tea tel temperance thai thor tiara tiger titan
tor total travis treasure trent trinidad trinity troy tudor tula ty tyne tyson valencia valentine venice venus verona
vi vic victor victoria victory vienna viola violet violette virginia vita vogue wade wallace warren warwick watson
wilder will williams willow wilson winter wolf woodrow woody wren xenia yad zephyr zeus zion
"""
