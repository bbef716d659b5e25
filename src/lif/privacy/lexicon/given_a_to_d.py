"""Given names from A to D that are no other word, in lower case.

From the baby names of the Office for National Statistics (Open Government Licence v3.0), the given names of the 1990
census of the United States (public domain) and a list of our own; decision 0031 says how they were chosen.
"""

NAMES = """\
aaban aabid aadam aadarsh aaden aadhav aadhi aadhini aadhira aadhiran aadhvik aadhya aadi aadil aadit aaditya aadvik
aadvika aadya aaeesha aafia aafiya aafiyah aafreen aahaan aahad aahan aahana aahid aahil aahna aaila aaima aaira
aairah aaisha aaishah aaiza aaizah aakash aakif aakifa aakifah aala aalaa aalayah aaleyah aalia aaliah aalimah aaliya
aaliyah aaliyan aaliyha aalya aamani aamaya aamena aamenah aamer aamilah aamina aaminah aamir aamira aamirah aamna
aamnah aana aanav aanaya aania aanisah aaniya aaniyah aanvi aanya aaqib aaqil aara aaradhya aaraf aaran aarav aaravi
aaren aarez aari aaria aariah aarian aariana aarib aarif aarifah aarika aarin aarini aaris aarish aariv aariya aariyah
aariyan aariz aarna aarnav aarohi aaron aarondeep aarron aarti aaruhi aarun aarush aarushi aarvi aarvik aarya aaryan
aaryav aarzoo aasha aashi aashika aashir aashish aashna aashni aashvi aasia aasim aasiya aasiyah aastha aathira
aathiran aatif aatika aatikah aava aavya aaya aayaan aayah aayan aayana aayansh aayat aayden aayesha aayla aayra
aayush aayushi abaan abaas abagail aban abanoub abass abayomi abbaas abbas abbeygail abbi abbie abbiegail abbigail
abbigale abbigayle abby abbygail abd abdalla abdallah abdel abdellah abdelrahman abdi abdiaziz abdifatah abdihakim
abdikarim abdilahi abdillahi abdimalik abdinasir abdiqani abdirahim abdirahman abdirashid abdirisaq abdirizak
abdisamad abdishakur abdou abdoul abdoulaye abdoulie abdu abdul abdulah abdulahad abdulahi abdulai abdulazeez
abdulaziz abdulbasit abdulhadi abdulhakeem abdulhakim abdulhamid abdulkadir abdulkareem abdulkarim abdulla abdullaah
abdullah abdullahi abdulmajid abdulmalik abdulqadir abdulraheem abdulrahim abdulrahman abdulrehman abdulsalam
abdulsamad abdulwahab abdur abdurahman abdurraheem abdurrahmaan abdurrahman abdus abeeha abeer abeera abeerah abel
abella abena abenezer abhay abhi abhijeet abhijot abhimanyu abhinav abhiraj abhiram abhishek abi abia abid abida
abidah abidur abie abiel abigael abigail abigaile abigale abigayle abigel abiha abimbola abinash abinaya abiola abira
abirami abisha abishan abishek abisola abner aboubacar abraar abraham abrahim abram abrar abrianna abrielle abril
abrish abshir abubacarr abubakar abubaker abubakr abukar abul abuzar abyan abygail acelya acer achille achilleas achim
ada adaam adaeze adah adal adalaide adalberto adalee adalia adalie adalind adaline adalyn adalynn adam adama adan
adanna adannaya adaobi adaora adar adara adarsh adas adaugo addalyn addam addie addilyn addison addyson ade adea
adebayo adebola adebowale adedamola adedayo adedeji adedoyin adeeb adeeba adeel adeela adeen adeena adeeva adekunle
adel adela adele adeleine adelia adelie adelin adelina adeline adella adelle adelyn adelynn adem ademide ademola aden
adenike adeola adeoluwa aderinsola aderyn adesewa adesola adesuwa adetayo adetokunbo adetola adewale adeyemi adham
adharv adhira adhrit adhvik adhya adi adia adian adib adiba adie adiel adil adila adilah adin adina adira adison
adithi adithya aditi aditri aditya adiva adiy adiya adiyan adjoa adler adley adna adnaan adnan adolfo adolph adom
adomas adon adonai adonay adonia adonis adora adrees adria adrian adriana adrianna adrianne adriano adrians adriel
adrielle adrien adrienne adrija adrijus adrina advait advaith advay advik advika advit advith adwoa adya adyaan adyan
aedan aeddan aeden aela aelia aella aemelia aemilia aengus aerin aeris aerith aeron aeryn aesha aeson aeva aeysha
afaan afan afeefa afeefah affaan affan afia afifa afifah afiya afiyah afizah afnaan afnan afolabi afonso afra afraa
afrah afraz afreen afrin afsa afsana afsha afshan afsheen aftab afua afzal agam agambir agamdeep agamjot agampreet
agamveer agamvir agaran agastya agata agatha agathe aggelos agnes agnesa agnese agnieszka agota agustin ahaan ahaana
ahad ahamed ahan ahana aharan aharon ahil ahiyan ahlaam ahlam ahmad ahmadou ahmed ahmet ahnaf ahren ahri ahron ahsan
ahsen ahyaan ahyan aibhlinn aicha aida aidah aidan aidas aideen aiden aidon aidy aidyn aiesha aika aikaterini aiken
aiko aila ailah ailani ailbe ailbhe aileen ailie ailis ailish ailla ailsa aima aimal aiman aime aimee aimen aimi aimie
aina ainara aine ainhoa aini ainsley aira airah airidas airlie airon aironas aisa aisha aishah aishani aishat aishleen
aishling aishwarya aisla aislin aisling aislinn aisosa aissatou aiste aistis aitana aiva aivah aiya aiyah aiyana
aiyanna aiyaz aiyla aiylah aiyra aiysha aiza aizah aizal aizel aizen aja ajai ajan ajani ajax ajay ajeet aji ajit ajla
ajmal ajooni ajuni ajus ajwa ajwad akaal akaash akachukwu akai akam akanksha akaran akari akash akasha akay akbar
akeeb akeel akeelah akeem akhil akib akif akifah akil akila akilah akim akira akiva aklima akmal akorede akos akosua
akram aksa aksah aksel aksh akshaj akshana akshar akshara aksharan akshat akshay akshaya akshayan akshita akua akvile
akwasi alaa alaia alain alaina alaiya alaiyah alaiza alam alamin alan alana alanah alanas alani alanis alanna alannah
alanta alanya alara alarah alaria alaric alarna alarnah alasdair alastair alaw alaya alayah alayha alayla alayna
alaynah alaysia alaz alba alban albert alberta albertine alberto albey albi albie albin albina albion alby alden aldo
aldous aldrin alea aleah aleasha alec alecia aled aleeah aleeha aleem aleema aleemah aleen aleena aleenah aleesa
aleesha aleeya aleeyah aleeza aleezah aleezay aleha aleia aleigha aleina aleisha alejandra alejandro alek aleks aleksa
aleksandar aleksander aleksandr aleksandra aleksandras aleksandrs aleksas aleksei aleksey aleksi alekss aleksy alena
alene alesha aleshia alesia alesio alessa alessandra alessandro alessia alessio alessya aletha alethea aletheia alex
alexanda alexandar alexander alexandr alexandra alexandre alexandrea alexandrina alexandro alexandros alexandru
alexcia alexei alexey alexi alexia alexie alexina alexios alexis alexsandra alexsis alexus alexys alexzander aleya
aleyah aleyna aleysha alf alfee alfey alffi alfi alfie alfonzo alfred alfreda alfredo alfy algernon alhaji alhassan
alhena ali alia aliah aliana alianna alica alican alice alicea alicia alicja aliesha alieu alifa aliha alihan alijah
alika aliki alilah alim alimah alin alina alinah aline aliona alireza alis alisa alisdair alise alisha alishah alishba
alishbah alishia alisia alison alissa alissia alistair alister alita alivia alix alixandra aliya aliyaan aliyah aliyan
aliyana aliyar aliye aliysha aliyyah aliz aliza alizah alizay alize alizee alizeh alizey alla allan allana allanah
allannah allayah alleah allegra allen alleyah allie allisha allison allister alliyah ally allysha allysia allyson
allyssa alma almaas alman almas almina almir almira alon alona aloniab alonso alonzo alora alorah aloysius alparslan
alper alperen alphie alphonse alphonso alta altan altay altea alteo althea alton alun aluna alva alvaro alveena alvey
alvi alvie alvin alvina alvy alwin alwyn alya alyaan alyaanah alyah alyan alyana alyanna alyas alyce alycia alyesha
alyna alyra alys alysa alyse alysha alyshia alysia alyson alyssa alyssia alyvia alyx alyza alyzah alzbeta amaad amaal
amaan amaana amaanah amaani amaar amaara amaarah amaari amaaya amabel amad amadeo amadeus amado amadu amaia amaiah
amaira amairah amaiya amaiyah amal amalee amali amalia amalie amalya aman amana amanah amanat amanda amandeep amandine
amani amanjot amanpreet amanuel amanveer amanvir amar amara amarachi amarachukwu amarah amardeep amare amari amaria
amariah amarie amarii amario amarion amaris amarissa amariyah amarlia amarni amarpreet amaru amarveer amaryllis
amatullah amaury amay amaya amayah amayra amayrah amaziah amberleigh amberley amberly ambia ambika ambra ambre ambreen
ambrin ambrose amed amedeea amee ameelia ameena ameenah ameer ameera ameerah ameila ameilia ameira ameis amel amela
ameli amelia ameliah amelie amelija ameliya ameliyah amelle amellia amely amelya amena amenah amer amera amerah amerie
amey ameya ami amia amiah amias amicia amie amiee amiel amiera amii amiin amiira amika amila amilah amilee amilia
amilie amillia amily amima amin amina aminah aminat aminata aminul aminur amir amira amirah amirat amiri amirul amish
amisha amit amitoj amiya amiyah amjad ammaar ammaarah ammad ammar ammara ammarah ammie amna amnah amneet amogh amon
amora amore amory amos amoura amparo amr amraj amran amreen amreet amrik amrin amrit amritpal amro amrom amtul amun
amy amya amyah amye amylee amyleigh amyra amyrah amza ana anaaya anaayah anab anabel anabela anabell anabella anabelle
anabia anabiya anae anaelle anagha anah anahat anahi anahita anaia anaiah anaika anaira anais anaisa anaise anaisha
anaiya anaiyah anaiza anaizah anakin analeigh analia analiese analise anam anamaria anamika anamta anand anant ananya
anara anas anaser anashe anass anastacia anastasia anastasija anastasios anastasiya anastazia anastazja anatole anaum
anav anaya anayah anayat anayra anays anaysha ander anders andi andie andile andra andrada andras andre andrea andreas
andreea andrei andreia andrej andreja andres andrew andrey andria andriana andrianna andrius andromeda andrzej andy
andzelika aneeka aneel aneela aneeq aneeqa aneeqah anees aneesa aneesah aneesh aneesha aneira aneirin aneka anelia
anelise anelisse anesa anesha anest anesu aneta aneurin aneya anfa anfal angad angadveer ange angela angeli angelia
angelica angelie angelika angelina angelita angelo angelos angharad angie angus anh anhad anhar ania aniah anibal
anica aniela aniella anik anika aniket anil anila aniq aniqa aniqah anirudh anis anisa anisah anish anisha anishka
anisia anissa anita aniya aniyah anja anjalee anjali anjana anjani anjelica anjola anjolaoluwa anjum anjuma ankit
ankita ankush anmol ann anna annabel annabell annabella annabelle annabeth annah annalea annalee annaleigh annaleise
annalese annalie annaliese annalisa annalise annalyse annam annamaria annamarie annas annastasia annaya annayah anne
anneka anneke anneli annelie anneliese annelise annemarie annest annetta annette anni annia annice annie annika annis
annisa anniyah annmaria annmarie annora annum annya anokhi anoop anoosha anora anouk anousha anoushka anouska ans
ansel ansh ansha ansharah anshi anshika anshul anshveer ansi anson antara antek anthea anthonia anthony antigone
antione antionette antoine antoinette anton antone antonella antonette antoni antonia antonietta antonin antonina
antonino antonio antonios antonis antony antwan antwone anu anuar anuj anum anuoluwa anuoluwapo anureet anush anusha
anushka anvay anveer anvi anvika anvit anvita anvitha anwar anwen anwyn anya anyah anzal anzar anzish aodhan aoibhe
aoibheann aoibhin aoibhinn aoife aous aparna aphra aphrodite apolline apollonia apolonia apphia apryl aqeeb aqeel
aqeela aqeelah aqib aqil aqila aqsa aqsah arabel arabella arabelle araceli aradhana aradhya araf arafa arafah arafat
arafath araiya araiyah araiz aram aramide araminta aramis aran arandeep araoluwa aras arash arav araya arayah araz
arbaaz arbab arbaz arben arber arbi archana archey archi archibald archibold archie archit arda ardan arden ardi ardie
ardil ardit areeb areeba areebah areeha areej areen areena arees areesa areesha areez arel areli arella aren ares
aretha areya arez arfa arfah arfan arha arhaam arhaan arham arhan arhum ari aria ariadna ariadne ariadni ariah ariam
arian ariana ariane arianna arianne arianwen ariarna arib ariba aribah aribella aric arie ariela ariele ariella
ariellah arielle aries arif arifa arifah ariful ariha arij arija arijus arik arika arin arina arinze ario arion aris
arisa arish arisha arissa aristotelis arius ariya ariyaan ariyah ariyan ariyana ariz arjan arjen arjin arjun arjuna
arkadiusz arkan arla arlah arlan arlea arlee arleen arlen arlene arlette arley arli arlia arliah arlie arlind arline
arliyah arlo arlow arlowe armaan arman armand armandas armando armani armarni armela armin armina arminas armish
armita arnaaz arnas arnaud arnav arne arnie arnika arnis arno arnold arnoldo arnulfo aro arohi aron aronas aroob arooj
aroosa aroosh arora aros aroush arpan arqam arrabella arren arriana arrietty arron arrun arry arsal arsalaan arsalan
arsam arsema arsen arsh arsha arshaan arshad arshan arshdeep arshi arshia arshiya arshman arshpreet arslaan arslan
arta artan arte artem artemis artemisia artemus arthur arti artie artin artiom artis artjom artjoms arto artur arturo
arturs artyom arub arun aruna arundeep arush arushan arushi arvan arveen arvi arvid arvin arvind arvinder arwa arwaa
arwah arwel arwen arwin arwyn arya aryaan aryah aryam aryaman aryan aryana aryanna aryav aryeh aryia aryo arzaan arzoi
arzoo arzoyi arzu asa asad asadullah asael asaf asaiah asal asam asante asaph asbah aseda aseel asees asel asen asena
asenat aser asghar asha ashaan ashalina ashan ashana ashani ashante ashanti ashar ashaz ashby ashden ashdon asher
ashfaq ashia ashika ashir ashira ashish ashkan ashlea ashlee ashleen ashleigh ashli ashlie ashlin ashly ashlyn ashlynn
ashmeet ashmi ashna ashni ashpreet ashraf ashraful ashton ashveer ashvi ashvik ashvika ashvin ashvini ashwaq ashwin
ashwini ashwyn asiah asif asifa asil asim asima asiya asiyah aslam aslan asli asma asmaa asmah asmara asmi asmin
asmita asmitha asna asra assad asser assia asten astin astoria astra astraea astrid aswin asya ata atakan atal
atalanta atalia atalya atanas atara atarah atas ateeb ateeq atena atene athalia athaliah athan athanasios atharv
atharva athavan athea athene athina athira athiran atia atif atifa atika atikah atilla atina atinuke atiqa atiya
atiyah atiyyah atlantis atley atreus atreyu atticus attila attiya auberon aubin aubree aubrey aubrie aubriella auden
audley audra audrey audrina augusta augustas auguste augustin augustine augusto augustus aukse aun auraelia auraya
aurea aureja aurel aurelie aurelien aurelio aurelius auri auriella aurla auron aurora auryn austeja austyn autum ava
avaan avaani avah avais avaiyah avaleigh avalon avalyn avan avana avaneesh avani avanna avanthika avantika avarie
avarni avary avaya avayah aveah aveen aveer aveline avelyn aven averie avery avesta aveyah avi avia aviah aviana
avianna avie aviel aviella avielle avigail avigdor avik avika avin avina avinash avir avira aviraj avis avisha avishai
avitaaz avitaj aviva aviya avleen avneet avni avnoor avraam avraham avraj avram avreen avreet avril avrohom avrumi
avtar avy avyaan avyan avyanna avyukt avyukth awab awad awais awel awen awo aws awwal axel axell axelle axl axton aya
ayaah ayaan ayaana ayaanah ayaansh ayaat ayaaz ayad ayaka ayala ayan ayana ayanah ayanda ayanna ayansh ayash ayasha
ayat ayaz ayce ayda aydah aydan ayden aydin aydon ayeesha ayeisha ayelet ayesha ayeshah ayeza ayham ayhan ayisha
ayishah ayla aylah aylan ayleen aylin aylish ayliz aylla ayma aymaan ayman aymen ayna aynoor aynur ayo ayobami ayodeji
ayodele ayokunle ayomide ayomikun ayomiposi ayoob ayoola ayooluwa ayotomiwa ayotunde ayoub ayra ayrah ayron ayrton
ayse aysegul aysel aysenur aysha ayshah ayshe ayshia aysia aysu ayub ayush ayushi ayuub ayva ayvah ayven ayyan ayyash
ayyat ayyoub ayyub ayza ayzaan ayzah ayzal ayzel azaan azad azai azaiah azaleea azalia azaliah azam azan azara azari
azaria azariah azariyah azaya azayah azaylia azayliah azeem azeemah azeez azeezat azel azhaan azhar aziah aziel azim
azima aziyah aziz aziza azizah azizur azka azlaan azlan azma azmina azora azra azraa azrael azrah azriel azryah
azuolas azura azwa azza azzam azzurra baani baaz babar babatunde baboucarr badar baden bader badr bahja bahram bai
baila bailee baileigh baillie baily bakary bakhtawar balaj balal balazs baldeep balin balint balqees balqis balraj
balthazar bambi bamidele bana baneen banita banu bao baptiste baraa baraka barakah baran barbara barbora barbra
barclay bardia bareen bareera bareerah barin barirah barkat barkley barnabas barnaby barnie barrett barrie barry bart
bartek bartholomew bartlomiej bartosz baruch bashar bashir basim basit basma basmah bassam bassel bassy bastian
bastien basya batool batoul batsheva batu batuhan batul batya bawan bayan bayden baye baylee bayleigh bayley baylie
bayram baz bea beatrice beatris beatrix beatriz beau beauden beaumont bebe beca becca beckett beckham becki beckie
becks becky bede bedirhan bedwyr begw behzad bela belal belen belinay belinda bella bellamy bellarose bellatrix belva
ben benaiah benas bence bendeguz benedek benedict benedicta benedicte benedikt benediktas benedita benett beniamin
benicio benita benito benjaman benjamen benjamim benjamin benjamyn benji benjiman benny benoit benson benton benyamin
benzion beorn berdan beren berenice berfin beril berish beritan berivan berk berkan berkay berke bernadette bernadine
bernard bernardo bernice bernie berniece berra berrie bert berta bertan bertha bertie bertram bertrand berty berzan
bess bessie betania beth bethan bethaney bethani bethanie bethannie bethany bethen betheny bethia bethney beti betiel
betsan betsey betsi betsie betsy bette bettie bettina betty bettye betul betzalel beulah bev bevan beverley beverly
bex beyza bezalel bhargav bhavesh bhavik bhavika bhavin bhavini bhavisha bhavneet bhavya bhodi bhumi bhumika bianca
bianka biba bibi bibiana bijal bilaal bilal bilan billal billi billie billiejo billy billyjoe bilqees bilqis binky
binta bintou bintu binyameen binyamin binyomin bisma bismah bitania bitanya bjorn bladen blaidd blaine blaire blaise
blaize blakeley blakely blanche blane blanka blayke blayne blayze blazej bleddyn blen bleona bleu bligh blima blimi
blousey blu bluebelle blythe boadicea boaz bobbi bobbie bobby bobi bodi bodie boe bogdan boglarka bohan bohdan bohdi
bojidar boluwatife bonita bonni bonnie boran boris borislav boruch borys bosco botan botond boux bowden bowe bowen
boyan boyce boycie bozhidar bozhidara bracha brad bradan bradd braden bradie bradlee bradleigh bradley bradly brady
braedan braeden braedon braiden braidon braidy brajan brajen bram bramwell brandan branden brandi brandie brando
brandonlee brandyn brannan brannon branwen brax braxton brayan braydan brayden braydon brayen braylen braylin braylon
brayson brea breah breanna breanne brecon breindy brenda brendan brenden brendon brenin brenna brennan brennen brennon
brenton brett breya bria brian briana brianna briannah brianne brice bridey bridget bridgett bridgette bridie brie
brieanna briella brielle brienne brigid brigita brigitte brihanna briley brinley brioney briony britany britney
brittani brittanie brittany brittney brixton brocha brodee broden broderick brodey brodhi brodi brodie brody brogen
broghan broly bronagh bronia bronson bronwen bronwyn bronya brooke brookelyn brooklynn bruce brucha bruchi bruk bruna
bruno bryan bryana bryanna bryant bryany bryce brychan brydie brydon bryher brylee bryn brynley brynmor brynn bryon
bryoni bryonie bryony bryson buckley buddie buddug buford bukhari bulut bunnie burak buraq burcu burhaan burhan
burhanuddin buse bushra busra byran caben cabhan cacey cadan cadee cadel cadell caden cadey cadhla cadie cady caeden
cael caelan caeleb caelen caelum caelyn caerwyn cagan cagla cai caia caian caidan caiden caidon caila cailan cailean
caileb cailen cailey cailin cailum cailyn cainan caine caio caira cairan cairon caisey caison cait caitlain caitlan
caitland caitlen caitlin caitlyn caitlynn caitriona caius caja calam calan calder cale caleb caleigh calem calen caley
cali calia calib calin calise calista caliyah calla callaghan callahan callam callan calleigh callen callia callie
calliope callista callum callun cally calon calub calum calvin camaron camellia cameran cameren cami camila camilla
camille camilo camran camren camron camryn canaan candace candi candice cansu caoilainn caoimhe caolan capri cara
caragh caren carenza carey cari cariad caridad carina caris carissa carl carla carlee carleigh carlene carley carli
carlie carlito carlos carlota carlotta carlson carlton carly carmel carmela carmelita carmella carmelo carmen
carolann carolanne carole caroline carolyn carra carrera carrie carrigan carris carrol carroll carsen carson carsten
cartier carwyn cary caryn carys casandra casen casey casi casian casiana casie casimir cason caspar casper caspian
cassandra cassey cassi cassia cassian cassidy cassie cassiel cassiopeia cassius cassy castiel cataleya catalin
catalina catarina catelin catelyn caterina cathal cathan catharine catherine cathleen cathrine cathryn cathy catia
catie cato catrin catrina catriona catryn cattaleya cauley cavalli cavan cavani cavell caven caydan cayde cayden
caydence caydon cayla caylan cayleb caylee cayleigh caylem caylen cayley caylum cayson caz ceara cece cecelia cecil
cecile cecilia cecilie cecily cecylia cedric cedrick ceejay ceinwen ceira ceiran ceirion ceiron celeste celestia celia
celina celine cellan celline celsey celyn cem cemal cemre cengiz cenk ceren ceri cerian ceridwen ceris cerith ceryn
cerys cesar cesare ceyda ceylan ceylin cezar cezara cezary chace chadley chadwick chae chael chahat chaim chana chanae
chanai chanay chandni chandra chanel chanell chanelle chani chanice chanise channah channelle channing channon chantae
chantai chantal chantalle chantay chante chantel chantell chantelle chara charan charbel chardae chardonay chardonnay
charis charissa charisse charla charlea charlee charleen charleigh charlene charles charlette charley charli charlie
charlize charlotte charlton charly charmaine charna charnelle charvi charvik chas chasity chaudhary chaudhry chauncey
chava chavi chayce chayse chayton chaz cheikh chel chelcie chelsee chelsey chelsi chelsie chelsy chen chenai chenelle
chenice chenise cher cherelle cheri cherice cherie cherise cherrie cheryl chesky chesney chet chetan chevelle chevonne
chey cheyanne cheyenne chiagoziem chiamaka chiana chiara chibueze chibuike chibuikem chidera chidi chidiebere
chidiebube chidimma chidinma chido chidubem chiedza chiemerie chigozie chigozirim chika chikaima chikamso chima
chimamanda chimaobi chimbusomma chimdiebube chimeremeze chinaza chinedu chinedum chinelo chinemerem chinenye chinonso
chinyere chioma chiquita chirag chisimdi chisom chizara chizaram chizitere chiziterem chloe chloee chloie chole chong
choudhry chris chrissie chrissy christa christabel christabelle christal christan christel christelle christi
christiaan christiana christiane christianna christiano christie christin christina christine christo christoper
christoph christophe christopher christos christy chrystal chukwudi chukwudubem chukwuebuka chukwuemeka chukwuka
chukwuma chukwunonso chung chyanne chyna chynna cian ciana cianan cianna ciara ciaran ciaren ciaron ciarra cicely cici
cielo cienna ciera cieran cieron cierra cihan cillian cinar cindi cindy ciprian cira cirilla ciro cjay clair claire
clara clarabelle clare clarence clarice clarissa clarisse claud claudette claudia claudie claudine claudio claudiu
clayton clea clemente clementina clementine clemmie cleo cleopatra cletus clifford clifton clio cliodhna cliona clive
clodagh cloe coady cobain coban coben cobey cobi cobie coby coco coden codey codi codie cody coel coen cohan colbey
colbie colby coleby coleen coleman coleton colette colin colleen collette colm colson colton colum conah conal conall
conan conar concepcion concetta conlan conna connagh connah connal connall connan connar connel connell conner connie
connor conor conrad conran constance constantin constantina constantine constantinos consuelo coralie coraline coran
corben corbin corby corbyn cordelia cordell coree corey cori corie corin corina corine corinna corinne corley cormac
cornelia cornelius cornell corran correy corrin corrina corrine cortney cory coryn cosette cosima cosimo cosmin cosmo
costel courtenay courteney courtnay courtnee courtney courtnie cowan craig crawford cressida crina crispin cristal
cristian cristiana cristiano cristina cristobal cristopher cristy croia cru crue cruiz cruize cruz cruze csenge cuan
cullan cullen curtis cuthbert cybi cydnee cydney cydnie cyle cynan cynthia cyprian cyra cyril cyrus daania daanish
daanya daanyaal daanyal daenerys dafne dafydd dagan dagmara dahen dahir dahlia daiana daijon daina daine dainton daire
daisey daisha daisi daisie daisy daisymay daithi daiton daivik daiwik daiyaan daiyan daizy dajana dakarai daksh daksha
dalal daley dalia daliah dalila dalilah dalya damani damari damario damaris damian damiano damien damilare damilola
damini damion damir damla damon dan dana danae danah danai danar danas danaya dane daneen danesh danette dani dania
daniaal danial danica daniel daniela daniele danielis danielius daniella danielle daniels daniil danika danil danila
danilo danisha danita daniya daniyaal daniyah daniyal danna danni dannie danniella dannielle dannii dannika danny
dantae dante dany danya danyaal danyal danyar danyelle danyl danylo daoud daphne dara daragh darasimi darcee darcey
darci darcia darcie darcy dardan dareen darell daren daria darian dariel darien darija darin darina dario darion daris
darius dariush dariusz dariya darja darla darleen darlene darlia darnell daron darragh darran darrel darrell darren
darrian darrick darrin darron darryl darsh darshan darya daryan daryl daryll dasha dashiell dasia dastan daud dave
daveena davey davi davian david davide davids davie davin davina davinder davinia dawda dawid dawit dawood dawoud
dawson dawud dax daxton daya dayaan dayan dayana daylan dayle dayna dayne dayton dayyan daz dea deacan deaglan deakin
deakon deana deandre deane deangelo deann deanna deanne deano dearbhla debbie debora deborah debra debs decklan declan
decland declyn deegan deejay deeksha deema deen deena deenah deepa deepak deepali deepika deeqa deetya deeya deeyan
defne deia deian deidra deidre deighton deimantas deimante deina deinas deiniol deio deion deirdre deividas deivids
deja dejan dejaun dejon dejuan deklan dekota dela delal delan delana delaney delano delara delbert delcie delfina
delia delicia delila delilah delina delisha della delma delmar delmer delois delores deloris delphi delphie delphine
delroy delsa delvin delylah delyth demarco demarcus demari demario demba demelza demetra demetri demetria demetrios
demetrius demian demie demilade demilea demilee demileigh demir demitri demmi dempsey dena denas denby denholm deni
denice denika deniro denis denisa denise denisha denislav deniz denley denni dennie dennis dennon denny denon denton
denys denzel denzell denzil deon deondre deontay deqa derek deren deri derick derin dermot deron derren derrick derron
derryn dervla derya deryn deshaun deshawn desiree desmond despina dessie destan destin destina destinee destiney
destini destinie devaansh devam devan devansh devanshi devante devarsh deven devesh devi devika devin devina devine
devlin devoiry devontae devontay devonte devora devorah devraj devran devrim devyn dewayne dewey dewi dewitt dex
dexter deya deyan deyana dhairya dhani dhanish dhanvi dhanya dhanyaal dhanyal dhara dharam dhaya dheer dheeran dhiaan
dhian dhilan dhillon dhiren dhiya dhiyan dhrish dhrisha dhriti dhriya dhru dhruti dhruv dhruva dhruvan dhruvi dhruvin
dhuha dhvani dhwani dhyaan dhyan dhyani dhyey dhylan dia diako diala diana diane diann dianna dianne diar diara
diarmuid diaz diba didier diego diellza diezel digby diggory dijon dila dilan dilanas dilara dilawar dilek diljot
dillan dillion dillon dilon dilpreet dilraj dilsher dilys dima dimitar dimitra dimitri dimitrie dimitrios dimitris
dina dinah dinesh dini dinis dino diogo dion diona dione dionis dionne dior diora dipesh disha ditya divina divisha
divit divjot divya divyam divyan divyansh divyanshi dixon diya diyaan diyako diyan diyana diyanah diyar diyon djamel
django djibril dmitri dmitriy dmitry doaa dogan dogukan doha dolce dolcee dolci dolcie dollie dolly dolores dolton dom
domanic domantas domas domenic domenica domenico dominga domingo dominic dominica dominick dominik dominika dominikas
dominiks dominique dominyka dominykas domonic dona donal donald donatella donell donia donika donn donna donnacha
donnel donnell donnie donny donovan dontae dontai dontay donte donya dora dorcas doreen dorene doretha dorian dorina
doris dorota dorothea dorothy dorris dorsa dorsey dorthy doruk dotti dottie dotty douaa doug dougal dougie douglass
dounia dov dovi dovid dovie dovydas doyle draco drae dragos draven dre dren drey drilon drin drishti driti dru dua
duaa duane duarte duha dulce dulcie dumitru duncan dunia dunya duran duru dusan dustie dustin duygu dwain dwaine
dwayne dwight dwij dyfan dylan dylen dyllan dyllon dylon dziugas
"""
