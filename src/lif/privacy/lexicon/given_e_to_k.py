"""Given names from E to K that are no other word, in lower case.

From the baby names of the Office for National Statistics (Open Government Licence v3.0), the given names of the 1990
census of the United States (public domain) and a list of our own; decision 0031 says how they were chosen.
"""

NAMES = """\
eabha eadie eala eamon eamonn earle earlene earline earnestine easa easah eashan eason easton eathan eavie eban ebany
ebba eben ebenezer ebonee eboney eboni ebonie ebonnie ebony ebrahim ebrar ebrima ebru ebubechukwu ebunoluwa ecaterina
ece ecem ecrin eda edan eddie eddison eddy edee edel edem ederson edgar edgardo edi edie edin edina edis edison edith
ediz edlyn edmond edmund edmundo edna edoardo edon edona edouard edric edrick edris edson eduard eduarda eduardo
edvardas edvards edvin edvinas edward edwardo edwin edwina edwyn edyth edythe eemaan eeman eesa eesaa eesah eesha
eeshan eessa eeva eevee eevie efa efan efe effi effie effy efnan efosa efraim efrain efrata efrem efren ege eghosa
egor ehaan ehab ehan ehlana ehren ehsaan ehsan eibhlin eiden eifion eila eilah eileen eilidh eilis eilish eiliyah
eimaan eiman eimantas eimear einar eira eireann eiri eirian eirini eirinn eirlys eirwen eiry eisa eisah eisha eissa
eitan eithan eithne eito eiva ejaz ekam ekamjot ekampreet ekamveer ekansh ekaterina ekene ekin eknoor ekta ektoras ela
elaaf elaf elaha elahi elai elaia elaina elaine elaiya elan elana elani elanna elanor elanur elara elaria elarna elaya
elayah elayna elba elbert elbie elchonon elcie elda eldana eldar elden eldon eldridge elea eleana eleaner eleanor
eleanora eleanore eleasha eleazar electra eleen eleena eleesha eleeza eleftheria eleia eleisha elektra elen elena
elene eleni elenor elenora elenore elenya eleonor eleonora eleonore eleora eleri elese elesha elexa elexia elexis
eleya eleyna elfie elgan elham elhan eli elia eliab eliah eliakim eliam elian eliana elianah eliane elianna elianne
elias eliasz elice elicia elida elie eliel eliesha eliezer elif eligh elija elijah elijas elijus elika elim elimelech
elin elina eline elinor elinore elio elion eliona eliora elios eliot eliott elira elis elisa elisabeta elisabeth
elisabetta elise elisei eliseo elisha elisheba elisheva elishia elisia eliska elissa elisse elissia elita elivia eliya
eliyah eliyahu eliyana eliyanah eliyas eliyohu eliz eliza elizabella elizabet elizabeta elizabete elizabeth elizah
elizaveta elize eljay elka elkie ella ellah ellamae ellamay ellana ellanor ellaria ellarose elle elleanor ellecia
ellee elleigh ellemay ellen ellena ellenor ellerie ellery ellese ellesha ellesse elley elli ellia elliah elliana
ellianna ellias ellice ellicia ellie elliemae elliemai elliemay ellijah ellin ellina ellinor elliot elliott elliotte
ellis ellisa ellise ellisha ellisia ellison ellissa ellissia elliw elliyah ellodie elloise ellora ellouise ellowyn
ellsie ellsworth elly ellyn ellys ellyse ellysia elma elmer elmira elmo elna elnathan elnaz elnora eloa eloah elodi
elodie elody eloghosa elohim eloisa eloise elon elona elora elouisa elouise elowen elowyn eloy elroi elroy elsbeth
elsey elsi elsie elson elspeth elsy elton eluned elva elvi elvia elvie elvin elvina elvira elvy elwin elwood elwyn ely
elya elyan elyana elyanna elyas elycia elyes elyon elys elysa elyse elysha elyshia elyssa elysse elyssia elyza elza
elzbieta elze ema emaad emaan emad eman emani emanuel emanuela emanuele emanuella emaya emberly emeka emel emeli
emelia emelie emeline emely emelye emelyn emer emerie emersyn emese emi emie emika emiko emil emila emile emilee
emileigh emiley emili emilia emilian emiliana emiliano emilie emilija emilijus emilio emilis emiliya emillia emillie
emilly emils emily emin emina emine emir emira emirhan emlyn emma emmaline emman emmanuel emmanuela emmanuella
emmanuelle emme emmelia emmeline emmerson emmett emmi emmie emmitt emmy emmylou emory emrah emran emre emrys emy emyr
ena enara enas enaya enayah enda endri endrit enea eneko enes enfys enid enija eniola enis enisa enlli enna ennio
ennis enoch enoh enola enrico enrika enrique ensar ensley enver enya enys enzi enzo eoghan eoin eowyn ephelia ephraim
ephrem eponine eram eran erasmo eray erdem erdi eren erfan ergi erha erhan eri eric erica erich erick ericka
eriifeoluwa erik erika erikas erin erina erinn erioluwa erion eris erisa erjon erkan erla erlinda erma ermal ermias
ermis ern erna ernest ernestas ernestina ernestine ernesto ernie erol eron errin errol erryn ertugrul erum erva ervin
erwan erwin eryk eryka erykah eryn erynn erza esa esaa esah esam esben ese eseoghene eseosa esha eshaal eshaan eshal
eshan eshana eshani eshe esher eshika esila esin eslem esma esmae esmai esmanur esmay esme esmee esmeralda esmeray
esmerelda esmi esmie esmond esohe esosa espen esperanza esra esraa esrom essa essam essie essien esta este esteban
estee estela estella estelle estera estere esther esti estrella esty esyllt eszter etana ethan ethaniel ethen ethyn
etienne etinosa etta ettalie etti ettie ettore etty euan eugene eugenia eugenie eugenio eula eunice euphemia eusebio
eva evaan evah evaleigh evalie evalina evaline evalyn evalynn evan evana evanas evander evangelia evangelina
evangeline evangelos evani evania evann evanna evee eveie eveleen evelin evelina eveline evelyn evelyna evelyne
evelynn evelynne everest everett everette everlee everleigh everley everlie everly everlyn everlynn evette evey evi
evia evie eviee evin evita evleen evlyn evlynn evolet evren evy evyn ewa ewan ewaoluwa ewelina ewen exauce eyad eyal
eyana eyden eyla eylul eymen eyob eyoel eysan eytan eyva ezaan ezan ezana ezdan eze ezechiel ezekiel ezel ezequiel
ezgi eziah ezinne ezio ezlyn ezmae ezmai ezmay ezme ezmee ezra ezrae ezrah ezri ezriel ezzah faaiz faaiza faaizah
faaria faaris faatima faatimah faaz fabbiha fabeha fabia fabian fabiana fabien fabienne fabiha fabio fabiola fabricio
fabrizio fadi fadil faduma fadumo fae faelan fahad fahd faheem faheema faheemah fahim fahima fahimah fahmida faigy
faiha faiq faiqa faisa faisal faiyaz faiz faiza faizaan faizah faizal faizan fajar fajer fajr falak falaq faliha
falisha fallon falon fannie fanny fanta faolan fara faraaz farah farai faran faraz fardeen fardin fardowsa fareed
fareeda fareedah fareeha fares farha farhaan farhad farhan farhana farhat farheen farhiya faria fariah farid farida
faridah faridat fariha farihah faris farisha fariya farjana farley faron farooq farouk farouq farrah farran farrell
farren farris farron faruk faruq farwa farwah faryaal faryal faryl farzad farzan farzana fateh fateha fatehveer fatema
fatemah fatemeh fatheha fathema fathia fathima fatih fatiha fatihah fatima fatimah fatma fatmata fatou fatoumata
fatoumatta fatuma fatumata fausta faustas faustina faustino fausto fauzan fawad fawaz fawwaz fawzan fawzia fawziyah
fay faya fayaaz fayaz faye fayez fayha faysal fayth fayyaz fayzan fazal fazan fazila fearn fearne febe federica
federico fedor fehzan feigy felecia felicia felicita felicity felicja feliks felipe felix felton femi femke fenella
fenix fenn fenna fenton ferdinand fergal fergus fermin fernanda fernando ferne feroz ferran ferris feyza fezaan fezan
ffion fflur ffredi fia fiachra fiadh fianna fidel fifi filiberto filip filipa filipe filippa filippo filippos filomena
filsan filza finan finbar finbarr findlay findley fineas finian finlay finlee finleigh finley finlo finn finnan
finnbar finnbarr finneas finnegan finnian finnick finnigan finnlay finnley finola fintan finton finty fiona fionn
fionnuala fiora fiorella firas firat firdaus firdaws firdous fiyinfoluwa fiza fizaan fizah fizan fizza fizzah fjolla
flavia flavio flavius fleur flinn flo floella flor florance florencia florencio florentina florentino flori florian
floriana florie florina florine florrie flossie floy floyd flyn flynn foday folake folarin folasade folashade forrest
fouad fouzia fowzia foxley foxx fozia fraizer fran frances francesca francesco franceska francessca franchesca
francheska francie francine francis francisca francisco franciszek franco francois franek frankee frankey franki
frankie franklyn franko franky frantisek franz franziska fraser frasier fraya frayah frayer frazier fred freda freddi
freddie freddy frederic frederica frederick frederico frederik fredi fredric fredrick fredrik freeda freia freida
freidy freija freja frey freya freyah freydis freyja frida frieda friedrich fritz fryderyk fuad furkan furqaan furqan
fyfe fyn fynlay fynlee fynley fynn fynnley gabe gabia gabija gabor gabriel gabriela gabriele gabrielis gabrielius
gabriella gabrielle gabriels gadi gael gagan gagandeep gaia gaige gail gaius gaja galen gamze ganeev ganesh garan
gareth garfield garin garrett garry garv gary garyn gaspard gaston gaurav gauri gautam gautham gav gavin gavindeep
gavinder gavriel gayathri gaye gayla gayle gaylord gaynor gaz geena gelila gemima gemini gemma genaro gene genevieve
genna gennaro geno genoveva geoffrey geordie georga george georgea georges georgette georgi georgiana georgianna
georgie georgina georgio georgios georgy geraint gerald geraldine geraldo gerard gerardo gerda gergana gergo geri
germaine gerrard gerry gershon gertie gertrude gerwyn gethin gethyn ghaith ghalia ghassan ghazal gheorghe ghulam gia
giaan giacomo giada gian giana giancarlo gianfranco gianluca gianna gianni giavanna gibril gibson gideon gifty gigi
gil gila gilad gilbert gilberto gilda giles gillian gina ginevra gino gintare gioele gioia giorgi giorgia giorgio
giovani giovanna giovanni gisela gisele giselle gittel gitty giulia giuliana giuliano giulietta giulio giuseppe gizem
gladys glain glauk gleb glen glenda glenn glenna glenys glesni gloria glyn glynis glynn gobind goda godfrey godswill
godwill godwin gokhan golda goncalo gonzalo goodluck govind gozde gracelyn gracey graci gracia gracie graciela gracjan
gracy grady grae graeme graham graig grainne granit grantas granville grayce graysen grayson greg gregg gregoire
gregor gregoria gregorio gregory gresa greta gretchen gretel greysen greyson griffith griffydd griselda grover
gruffudd gruffydd gryff gryffin grzegorz guadalupe guilherme guillaume guillermina guillermo guinevere gulam guled
gulliver guneet gunes guney gunnar guntaj guransh gurasees gurbaaj gurbaaz gurbaj gurbani gurdas gurdeep gurdev gurdit
gurfateh gurinder gurjaap gurjas gurjeet gurjeevan gurjinder gurjit gurjot gurkaran gurkiran gurkirat gurleen gurmaan
gurman gurmehar gurmukh gurnaaz gurnadar gurnawab gurneet gurniwaaz gurniwaj gurniwaz gurnoor gurpal gurpreet
gurrehmat gursahib gursanjh gurseerat gursehaj gursevak gursewak gurshaan gurshabad gurshan gursharan gursharon
gursifat gursimar gursimran gursirat gurtaj gurtegh gurtej gurvansh gurveen gurveer gurvinder gurvir gurwaris gus
gustas gustav gustave gustavo gustavs gustaw guste guto guy gwawr gwen gwenan gwendolen gwendoline gwendolyn gwenevere
gwenlli gwenllian gwenna gwennan gwenno gwern gwilym gwion gwydion gwyn gwyneth gyan gypsie haadi haadia haadiya
haadiyah haafizah haajar haajarah haajirah haajra haajrah haala haalah haamid haani haania haaniah haaniya haaniyah
haaris haarisah haarith haaroon haashim haashir haaziq habeeb habeeba habeebah habib habiba habibah habibullah habibur
habil hadasa hadassa hadassah haddy hadeed hadeel hadeeqa haden hadi hadia hadid hadil hadiqa hadiqah hadiya hadiyah
hadjer hadleigh hadley hadrian hadriel hadrien hadya hadyn haf hafeez hafeeza hafiza hafizah hafsa hafsah hafza hagan
hagen haidar haidee haiden haider haifa haile hailee hailey hailie haiqa haisley haitham haiza haizel haja hajar
hajara hajarah hajer hajera hajira hajirah hajra hajrah hakan hakeem hakim halah haleem haleema haleemah haleena
haleigh halema halen haley hali halia halil halim halima halimah halimat halina halla hallam halle hallee halley halli
hallie hally hamaad hamad hamas hamda hamdaan hamdan hamdi hamed hameed hameeda hameedah hamera hamid hamida hamidah
hamim hamish hammaad hammad hamna hamnah hamse hamza hamzah hamze hana hanaa hanaan hanad hanae hanah hanan hanar
hanasa hanaya haneef haneefa haneefah haneen hanfa hani hania haniah haniel hanif hanifa hanifah hanin hanish hanisha
haniya haniyah haniyyah hanley hanna hannah hannan hannes hano hans hansen hansika hanson hanvika hany hanya hanzala
hanzalah harald haram haran harbaaz hardeep hardev hardin hareem hareer harees haresh harfateh hargun hari harini
haris harisa harish harishan harison harith harjan harjap harjas harjeet harjeevan harjinder harjit harjot harkaran
harkiran harkirat harla harlan harland harlee harleen harleigh harlem harlen harli harlie harlo harloe harlowe harly
harlyn harmani harmanpreet harmeet harminder harmoni harmonie harnaaz harnav harneet harnek harnoor harold haron
haroon haroun harpa harpal harpreet harri harrie harriet harriett harriette harrington harriot harriott harrish
harrisson harry harryson harseerat harshaan harshika harshil harshini harshita harshiv harsimran harsimrat harsirat
hartej hartley haru haruka haruki harun haruun harveen harveer harvey harvi harvie harvin harvinder harvir harvy
hasaan hasan hasanat haseeb haseeba haseena haset hashaam hasham hashem hashim hashir hasib hasiba hasina hasinah
hasini hasna hasnaat hasnain hasnan hasnat hassaan hassan hassnain hasti hatice hatim hattie hava havana havanna
havannah havin havish havva hawa hawaa hawah hawley hawra hawwa hawwaa haya hayaa hayaan hayaat hayah hayal hayan
hayat haydan haydar haydee hayden hayder haydn haydon haydyn hayfa hayla haylee hayleigh hayley haylie haytham haywood
hayyaan hayyan hazal hazar hazel hazem hazera hazim haziq haziqah heathcliff heather heba hebah hebe hebron hector
hedd hedley heeba heela heena heera heeya hefin heidi heitor hektor hela helaina helan helana helayna heledd helen
helena helene helga helia helin helina helios heloisa heloise hema hemali hemani hena henderson hendrick hendrik
hendrix henil henley henna hennah hennessy hennie henok henos henri henrie henrietta henriette henrik henrikas
henrique henry henryk henson henza hephzibah hera heran herbert herbie heriberto herkus herlinda herman hermela hermes
herminia hermione herschel hersh hershel hershy hesham hessa hester heston hetal heti hetti hettie hetty hetvi hetvik
heulwen hevin hewad heyan heyansh hezekiah hezlin hiba hibah hibaq hibatullah hibba hibbah hibo hicham hidaayah hidaya
hidayah hifsa hifsah hifza hijab hikma hikmah hila hilal hilario hilary hilda hildegard hillary hillel hilton himani
himesh himmat hina hinal hinda hindy hinna hinza hipolito hira hirah hiral hiram hiranur hiren hiroki hirra hishaam
hisham hiten hitesh hivda hiya hiyab hiyan hoang hobert hoda hodan hodo holleigh holley holli hollie hollis honie
honora honya hoor hoorab hoorain hooria hooriya hooriyah horace horacio horatio hortencia hosea hosna houda howie hoyt
hridaan hriday hridhaan hrishi hristo hrithik hubert huda hudaifa hudayfa hudhaifa hudhaifah hudhayfa hudhayfah huey
hugh hughie hugo hui hukam huma humaid humaira humairaa humairah humayd humayl humayra humayraa humayrah humayun
humberto humera humeyra humma humna humnah humphrey humza humzah hunain hunni hunnie hunor huntley hurain hurairah
huriya huriyah husaam husain husaina husam husayn husein huseyin husna husnaa husnain hussain hussam hussan hussein
hussien hussnain huw huxley huy huzaifa huzaifah huzayfa huzayfah hyder hyman hyrum hywel iacob iacov iago iain iair
ian iana iancu ianis iannis ianthe ianto iara iasmina iason iasonas ibaad ibad ibadat ibraaheem ibraheem ibrahiim
ibrahim ibrahima ibrar ibtihal ibtisam ibukunoluwa ida idella iden idil idiris idman idrees idris idriss idrissa ieaun
iesa iesha iestyn ieuan ieva ifan ifeanyi ifeanyichukwu ifechukwu ifeoluwa ifeoma iffah iffat ifor ifra ifrah iftikhar
ifunanya ifza iga iggy igle ignacio ignacy ignas ignatius igor ihsaan ihsan ihtishaam ihtisham ijaz ijeoma ike
ikechukwu ikenna iker ikhlaas ikhlas ikhra ikraam ikrah ikram ikran ila ilah ilai ilan ilana ilaria ilay ilayda ileana
ilene ilerioluwa ilhaam ilhaan ilham ilhan ilian iliana ilias ilie ilinca ilithyia iliya iliyana iliyas ilja illiana
illiyeen ilma ilona ilsa ilse ilwaad ilwad ilya ilyaas ilyan ilyana ilyas ilyes ima imaad imaan imaani imad iman imane
imani imara imarah imari imarni imelda imisioluwa immanuel immie immogen immy imogen imogene imraan imran imtiaz
imtiyaz ina inaam inaara inaaya inaayah inaiya inara inarah inari inas inaya inayah inayat inca indea inder inderjit
inderpal inderpreet inderveer indi indiah indianna indica indie indira indiya indiyah indra indy indya ines inesa
inessa inez inga ingrid inigo inioluwa iniya iniyan inka inna innaya innayah innes insha inshirah insiya insiyah
intisar inza ioachim ioan ioana ioanna ioannis iola iolo iona ionatan ione ionel ionela ionie ionut iori iorwerth
iosif iosua ipek iqbal iqra iqraa iqrah irah iraj iram irem iremide irena irene ireoluwa iretomiwa irfa irfaan irfan
irha irhaa iria irie irina irma irmak irram irsa irtaza irum irvin irving irwin irza isa isaa isaac isaak isaam isaaq
isabeau isabel isabela isabele isabell isabella isabelle isac isacc isadora isah isaia isaiah isaias isak isam
isambard isata isatou isatu isbah iseult isha ishaa ishaal ishaan ishaani ishaaq ishak ishal ishan ishana ishani
ishanvi ishaq ishar ishbel isher ishika ishita ishmael ishmail ishmeet ishraq ishrat ishtiaq isiah isidora isidore
isidro isioma islah isma ismaaeel ismaeel ismael ismah ismahan ismail ismat ismay isobel isobell isobella isobelle
isolde isra israa israfil israh israr isreal issa issabella issabelle issac issah issam issey issra issy istvan ita
itai italia iulia iulian iustin iustina ivaan ivan ivana ivanka ivanna ivar ivayla ivaylo ivee iver ivette ivey ivie
ivo ivon ivonne ivor iwan iwinosa iwo iya iyaad iyaaz iyad iyah iyana iyanna iyanuoluwa iyaz iyda iyesha iyla iylah
iyra iyrah iysha iza izaac izaak izaan izabel izabela izabele izabell izabella izabelle izac izack izah izahaak izaiah
izak izan izayah izel izhaan izhan iziah izma izna izobel izobella izobelle izyaan izyan izza izzabel izzabella
izzabelle izzah izzi izzie izzy jaabir jaan jaanvi jaap jabari jaber jabez jabir jabril jac jace jacek jacey jacie
jacinta jacinto jack jackie jacklyn jacky jaclyn jacob jacobi jacoby jacopo jacque jacquelin jacqueline jacquelyn
jacques jacquline jacson jacub jacy jad jada jadan jaden jadene jadesola jadie jadine jadon jadyn jadzia jae jaeda
jaeden jaedon jael jaelan jaelen jaelyn jafar jaffar jagdeep jagjeet jagjit jagna jago jagoda jagraj jagroop jagveer
jagvir jahaan jahan jahangir jahanzeb jahaziel jahed jaheem jaheim jahid jahiem jahkai jahmai jahmal jahmar jahmari
jahmiel jahnavi jahnvi jahsiah jahzara jahziah jaia jaicee jaicob jaida jaidan jaide jaideep jaiden jaidev jaidon
jaidyn jailen jaime jaimee jaimie jaimin jaimini jaina jainaba jainil jaipal jaipreet jairaj jairus jaison jaiveer
jaivin jaiya jaiyana jak jake jakey jakir jakk jakob jakobi jaksh jakson jakub jalal jaleel jalen jalil jaliyah jamaal
jamahl jamai jamaine jamal jamar jamari jame jameel jameela jameelah jamel jamelia james jameson jamey jamiah jamie
jamiee jamiel jamielee jamieleigh jamieson jamil jamila jamilah jamilla jamima jamison jan jana janae janai janaid
janaki janan janani janat janay janaya janayah jane janek janel janell janelle janessa janet janette janey janiah
janice janie janina janine janis janiya janiyah janka janki janna jannah jannat jannath jannatul jannie janos jansen
janvi japheth japji japleen japnaaz japneet japnoor jaq jaquan jaqueline jarad jardel jared jarell jareth jarnail
jarod jaron jaroslav jarrad jarred jarrell jarrett jarrod jarryd jarvis jasdeep jase jash jashan jasiah jasim jaskaran
jaskeerat jaskiran jaskirat jasleen jasmeen jasmeet jasmin jasmina jasminder jasmyn jasmyne jasneet jasnoor jason
jaspal jaspar jasper jaspreet jasraj jasreet jassim jasveen jasveer jatin jatinder javairia javan javaria javarn javed
javell javen javeria javid javier javine javon jawaad jawad jawaria jaweria jawwad jax jaxen jaxon jaxson jaxton jaxx
jaxxon jay jaya jayah jayan jayani jayce jaycee jaycie jaycob jayda jaydah jaydan jayde jaydee jaydeep jayden jaydene
jaydn jaydon jaydyn jaye jayen jayesh jayjay jayke jayla jaylah jaylan jaylee jayleigh jaylen jaylon jayme jaymee
jaymes jaymie jaymin jayna jayne jayon jayraj jaysen jayson jayveer jayven jayvon jaz jaziah jazib jaziel jazleen
jazlyn jazmin jazmine jazmyn jazmyne jazzmin jazzmine jean jeana jeanelle jeanette jeanie jeanine jeanna jeanne
jeannette jeannie jeannine jed jedaiah jedd jedediah jediah jedidah jedidiah jeena jeet jeevan jeevika jeeya jeff
jefferey jefferson jeffery jeffrey jeffry jehan jelani jelena jem jema jemal jemima jemimah jemma jemuel jena jenae
jenai jenaiah jenan jenaya jenelle jenessa jeni jenica jenifer jenika jenil jenish jenisha jenna jennah jenni jennie
jennifer jenny jens jensen jenson jeona jeorge jeorgia jerald jeramy jere jeremi jeremiah jeremiasz jeremie jeremy
jeri jeriah jermain jermaine jerold jerome jeromy jeron jerrell jerri jerrod jerrold jersie jerusha jerzy jesal jeshua
jeshurun jesiah jesica jesika jeslyn jesper jess jessa jesse jessenia jessi jessica jessicca jessie jessika jessy
jethro jetson jett jettson jevan jevon jewell jeyda jez jhanvi jhene jia jiaan jian jiana jianna jiayi jibraan
jibraeel jibrael jibran jibreel jibril jidenna jie jihan jill jillian jim jimena jimi jimmi jimmie jimmy jin jinan
jind jing jiraiya jireh jiri jisha jivan jiya jiyaan jiyan jiyana jiyansh jiyanshi joab joachim joah joakim joan joana
joanie joann joanna joanne joao joaquim joaquin joash joban jobe jobey jobi jobie joby jocasta jocelyn jochebed jodh
jodhveer jodi jodie jody joe joel joell joella joelle joely joeseph joesph joey johan johana johann johanna johannah
johannes john johnathan johnathon johnie johnna johnnie johnny johnpaul johny jojo jokubas jolan jolee joleen jolene
joley jolie jolyon jon jona jonah jonas jonatan jonathan jonathon jonelle joni jonjo jonjoe jonnie jonny jono jonty
jood jools jora jorah joravar jorawar jordaine jordana jordane jordann jordanna jordanne jordell jorden jordi jordie
jordon jordy jordyn jore jorge jorgi jorgia jorgie joris jorja jorjia jorjie jory jos joscelyn jose josef josefa
joseff josefina josefine joselyn joseph josephina josephine josette josey josh joshan joshua joshuah josiah josias
josie joslyn jospeh joss josslyn josue jotham joud joules jourdan jouri joury jovan jovana jovani jovanni joven jovi
jovie jovita jowan jowita joya joyce joycelyn jozef joziah jozsef juan juana juanita jubair jubril judah judd jude
judi judith judson judy judyta jugaad jugraj juhi jujhar julen jules juli julia julian juliana julianna julianne julie
julien julieta julietta juliette julija julita julius juliusz jumaimah juman jumana jumanah jumaymah jun juna junaid
junainah junayd juned jung juni junie juno juraj jurgen juri justas justin justina justinas justine justus justyn
justyna juwairia juwairiah juwairiya juwairiyah juwairiyyah juwariah juwariyah juwayria juwayriah juwayriya juwayriyah
jye jyoti kaamil kaan kaashif kaashvi kaavya kabeer kabiel kabir kace kacee kacen kacey kaci kacia kacie kacper kacy
kadan kade kadee kadeem kaden kadence kadey kadi kadiatou kadie kadija kadijah kadin kadir kadisha kady kadyn kaede
kaeden kaedon kaedyn kael kaela kaelan kaeleb kaelem kaelen kaelin kaelum kaelyn kaeson kagan kahlan kahlen kahlil kai
kaia kaiah kaian kaida kaidan kaide kaidee kaiden kaidence kaidi kaidie kaidon kaidy kaidyn kaie kaien kaif kaihan
kaii kaila kailah kailan kailani kailash kaileb kailee kaileigh kailem kailen kailey kailo kailum kailyn kain kainaat
kainan kainat kaine kainen kaio kaion kaira kairah kairaluchukwu kairan kairav kairen kairi kairo kairon kairos kais
kaisan kaisen kaisey kaisha kaison kaitlan kaitlen kaitlin kaitlyn kaitlynn kaito kaius kaiya kaiyaan kaiyah kaiyan
kaiyen kaiyon kaizen kaizer kaj kaja kajal kajetan kajol kajus kal kalam kalan kalani kalaya kalayah kalea kaleah
kaleb kaleem kaleesi kaleigh kaleisha kalel kalem kalen kaley kali kalia kaliah kalib kalid kalil kalila kalilah kalim
kalin kalina kalise kalisha kalista kaliyah kallam kallan kallem kallen kalli kallie kallum kally kalman kaloyan
kalsoom kalub kalum kalvin kalyan kalyani kamaal kamai kamal kamali kamani kamar kamara kamari kamarl kamarli kamarni
kamau kamaya kamden kameel kamelia kamen kameran kameron kami kamiah kamil kamila kamilah kamile kamilla kamiya
kamiyah kamraan kamran kamren kamron kamrul kamsi kamsiyochukwu kanan kanav kandice kane kaneez kani kanika kanish
kanisha kanishk kanishka kanwal kany kapil kar kara karah karam karamveer karan karandeep karanveer karanvir kardelen
kardo kareem kareema kareemah kareena karel karen karena karenza kari karim karima karimah karin karina karis karisha
karishma karisma kariss karissa karl karla karlee karleigh karley karli karlie karlis karlo karlos karlton karly
karman karmen karol karolina karolis karon karrie karris karsen karson karsten kartar karter karthik kartik karum
karun karyn karys kasam kaseem kasen kasey kash kasha kashaf kashan kashif kashish kashmala kashvi kasi kasia kasie
kasim kasjan kason kaspar kasparas kasper kaspian kasra kassandra kassia kassian kassidy kassie kassim kassius kat
katalea kataleja kataleya katalina katana katarina katarzyna kate katelan kateland katelen katelin katelyn katelynn
katelynne katerina kateryna katey katharina katharine katherina katherine katheryn kathi kathie kathleen kathrine
kathryn kathy kati katia katie katina katinka katja katlin katlyn katriel katrin katrina katrine katriona katy katya
kauan kausar kauthar kavalli kavan kavanagh kaveer kavell kaven kavi kavin kavir kavish kavisha kavita kaviya kavya
kawsar kawthar kawther kaya kayaan kayah kayal kayan kayanna kayce kaycee kaycey kayci kaycie kayda kaydan kayde
kaydee kayden kaydence kaydi kaydie kaydn kaydon kaye kayen kayhan kayin kayla kaylah kaylam kaylan kaylani kayle
kaylea kayleb kaylee kayleigh kaylem kaylen kayley kayli kaylib kaylie kayliegh kaylin kaylon kaylub kaylum kaylun
kaylyn kaynaat kaynan kaynat kayne kayode kayon kayra kaysan kaysen kaysey kaysha kaysie kayson kaytie kaytlin kaytlyn
kayvan kaz kazeem kazia kaziah kazim kazimierz kazuki keagan keah kealan kealeigh kealey kealy kean keana keanan keane
keanen keanna keano keanu keara kearan keatan keaton keavey keavie keavy kebba kebron keean keegan keela keelan
keeleigh keelen keeley keelie keelin keely keenan keenen keera keeran keerat keerthana keesha keeva keevah keeyan
kegan kehinde kehlani kei keia keian keiana keiara keigan keighley keiko keila keilah keilan keilani keileigh keiley
keinan keion keir keira keirah keiran keiren keiron keisha keisi keith keitija keiton keiva kejsi kelan kelby kelcey
kelci kelcie kelcy kelechi keleigh kelis kelise kelisha kellan kellen keller kelley kelli kellie kellis kelly kelsea
kelsey kelsi kelsie kelson kelsy kelton kelvin kemal kemar kemari kemi kemuel ken kenai kenan kenaya kenayah kendall
kendra kendrick kenechukwu keneth kenisha kenji kenley kenna kennady kennedi kenneth kennie kennith kenny kensa kensi
kensie kenton kenza kenzi kenzie kenzo kenzy keo keon keona keoni keonna keown kera kerem keren kerensa kerenza keri
kerim keris kermit keron kerr kerri kerrianne kerrie kerrigan kerrin kerris kerry kerryann kerryanne kerryn keryn
kerys kes kesha keshav keshia keshvi kesia kessia kester keston ketan ketsia keturah kev keva keval kevan keven kevin
kevinas kevins kevon keya keyaan keyan keyana keyanna keyara keyla keylan keyleigh keyon keyra keysha keyshia kezia
keziah khaalid khabib khadar khadeeja khadeejah khadeja khadidja khadija khadijah khadijat khadiza khadra khai khaira
khairah khairo khalani khalayah khaled khaleed khaleel khaleem khaleesi khali khalia khalid khalida khalif khalifa
khalifah khalil khalila khalilah khalis khalisa khalisah khaliyah khamani khamari khang khansa khari kharis khatija
khattab khawaja khawla khawlah khaya khayrah khia khian khiana khianna khiara khira khirad khivi khizar khizer khizr
khizra khloe khubaib khuram khurram khush khushal khushboo khushi khushpreet khyan khye khyla khylan khyle khyra
khyree kia kiaan kiah kiahna kial kiam kian kiana kiani kianna kiannah kianne kiano kiansh kiara kiarah kiaran kiari
kiarna kiaron kiarra kiaya kidus kie kiean kieara kiedis kiefer kiegan kielan kien kienan kienna kier kiera kierah
kieran kieren kiernan kieron kierra kierran kiersten kiesha kieth kika kiki kile kilian killian kim kimani kimaya
kimberlee kimberleigh kimberley kimberly kimi kimia kimiya kimora kimran kinan kinga kingsley kinjal kinley kinsey
kinsley kinza kinzah kion kiona kipp kira kirah kiran kirandeep kiranjeet kiranjit kiranpreet kirat kirbie kirby kiren
kiril kirill kirin kirk kiro kiron kirpa kirra kirsten kirsti kirstie kirstin kirsty kirstyn kirtan kisha kishan
kiswah kit kitana kitson kitt kitti kittie kitto kitty kiya kiyaan kiyah kiyan kiyana kiyanna kiyansh kiyara kiyomi
kiyra kizzi kizzie kizzy klaidas klara klaudia klaudija klaus klay klayton klea klein kleio kleo klevis kloe knox koah
koan kobe kobee koben kobey kobie koby kodey kodi kodie kody koen kofi kohan kohen koji kojo kol kolawole kolbie kolby
kole kolsuma kolton komal konan konna konner konnie konnor konor konrad konstantin konstantina konstantinos konstanty
kooper kora koray korban korben korbin korbyn kordell kordian korede koren korey korie kornel kornelia kornelija
korneliusz korra kory kosisochukwu kostas kotryna kourosh kourtney kovan kove kowsar kraig krasimir kray kree kreed
krid kripa kris krish krisha krishan krishav krishay krishen krishika krishiv krishma krishna krishnan krishvi krisia
krista kristal kristan kristaps kristel kristen kristers kristi kristian kristiana kristians kristie kristin kristina
kristine kristiyan kristof kristofer kristofers kristoffer kristopher kristupas kristy kristyna krisztian krithik
krithvik kriti kritika kriva kriya kriyan kriyansh kroi krrish krue krupa kruz kruze kryspin krystal krystian krystina
krystle krystyna krzysztof ksawery ksawier ksenia ksenija kubilay kubra kudakwashe kudrat kudus kudzai kulsoom kulsum
kulsuma kulthoom kulthum kumail kumayl kumba kunal kunashe kundai kuran kurran kurt kurtis kush kushal kushi kuzey
kwabena kwadwo kwaku kwame kwasi kweku kwesi kya kyaan kyal kyan kyana kyann kyanna kyanne kyara kydan kyden kydon kye
kyelan kyeran kyeron kyesha kyi kyia kyian kyla kylah kylan kyle kylen kyler kylian kylie kylo kylon kym kymani kymari
kymarni kymberley kymberly kyna kynan kyomi kyon kyra kyrah kyran kyree kyreece kyrell kyren kyrese kyri kyria
kyriacos kyriakos kyrie kyro kyron kyrone kyros kyrun kyson kyza kyzer
"""
