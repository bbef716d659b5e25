"""Given names from S to Z that are no other word, in lower case.

From the baby names of the Office for National Statistics (Open Government Licence v3.0), the given names of the 1990
census of the United States (public domain) and a list of our own; decision 0031 says how they were chosen.
"""

NAMES = """\
saabir saachi saad saadia saagar saahil saahir saaim saajan saaleha saalih saaliha saalihah saam saami saamia saamiya
saania saanjh saanvi saanvika saara saarah saarim saatvik saavan saavi saba sabaa sabaah sabah sabahat sabastian sabba
sabbah sabbir sabeeha sabeehah sabeeka sabeel sabeen sabha sabia sabian sabiha sabihah sabin sabina sabir sabira
sabirah sabirin sabiya sabreen sabreena sabri sabrin sabrina sabrine sabriyah sacha sachi sachin sada sadaf sadan sade
sadhana sadhbh sadia sadiah sadie sadik sadika sadiq sadiqa sadiqah sadiya sadiyah saed saeed saeeda safa safaa safah
safal safeena safeer safeeya safeeyah saffa saffah saffi saffia saffie saffire saffiya saffiyah safi safia safiah
safian safina safira safiullah safiya safiyah safiye safiyya safiyyah safoora safoorah safreen safura safwaan safwan
safyaan safyan sagal sagar sahaj sahal sahana sahand sahar sahara saharsh sahas sahasra saheim sahej sahel saher
sahiba sahibdeep sahibjot sahid sahil sahin sahir sahira sahl sahla sahr sahra saiba saibah saida saif saifa saifan
saiful saifullah saifur saige saihaan saihan saikou saima saimah saimon saina sainabou saira sairah sairish saisha
saiya saiyan saja sajad sajan sajeda sajeel sajid sajida sajidah sajjad sajjan sakariya sakariye sakeena sakeenah
sakib sakina sakinah sakshi sakura salaar salah salahuddeen salahuddin salahudeen salahudin saleem saleena saleh
saleha salem salena sali salih saliha salihah salik salim salima sallie sally sallyann salmaan salmah salman salome
salomea saloni salsabeel salsabil salvador salvatore salwa sam sama samaa samad samah samaira samanta samantha samar
samara samarah samarth samarveer samatar samatha samay samaya samayra samed samee sameeha sameen sameena sameer
sameera sameerah samer samera samet sameya sami samia samiah samie samih samiha samihah samiira samik samiksha samim
samin samina samir samira samirah samit samiul samiullah samiya samiyah sammi sammie sammy sampson samra samrah samraj
samrat samrath samreen samreet samriddhi samsam samson samual samuel samuela samuele samuella samuil samy samya samyar
samyuktha sana sanaa sanad sanah sanam sanav sanaya sanayah sanchez sanchia sandeep sandi sandie sandor sandra sandro
sanford sangeeta sanha sania sanika saniya saniyah sanjana sanjay sanjeev sanjida sanjidah sanjit sanna sannah sansa
santana santanna santhosh santi santiago santina santino santo santos sanveer sanvi sanvika sanya saoirse saphia
saphira saphire saphron sapna sapphira saqib saqlain sara sarah sarai saran saranya saraya sarayah sarayu sardar
sareena sarena sarfaraz sargun saria sariah sarika sarim sarina sarinah sarish sarisha sarita sariya sariyah sarmad
saroop sarrah sarrinah sartaaj sartaj sarthak sarvan sarvesh sarwar sarya sascha sasha saskia sathvik satnam satveer
satvik saud sauda saudah saul saule saumya saundra saurav sava savan savana savanah savera savina savio saviour savraj
savreen savva savvas sawda sawdah sawera sawsan saxon sayam sayan sayed sayeda sayeed sayeeda sayem sayema sayf sayhan
saylor sayma saynab sayuri sayyed sayyeda sayyid sayyida sayyidah scarlett scarlette scarlott scarlotte scott scottie
scotty seamus sean seana seanna seb sebastiaan sebastian sebastiano sebastiao sebastien seda sedra seeley seema seerat
sefa sefora sehaj sehajdeep sehajpreet seham sehar sehej seher sehr sehrish seif sejal sekani sekou selen selena
selene selihom selim selin selina seline selma selvi selwyn sem sema semih semra sena senan senara senay seniz sennen
seona sepehr sephora sequoia serafim serafin serafina serah seran seraphina seraya serayah sereen sereena seren serena
serenna sergio sergiu serhan serhat serife serigne serina serish serkan seryn setareh setayesh seth seva sevda seve
sevgi sevyn seweryn seyed seyma seymour seyon sezen shaakirah shaam shaan shabaan shabaaz shaban shabana shabaz
shabbir shabina shabir shabnam shadae shadi shadia shae shafi shafia shafin shafiq shahaan shahab shahad shahan
shahana shahbaz shahd shahed shaheed shaheem shaheen shaheena shaheer shahid shahida shahina shahir shahla shahmeer
shahmir shahnaz shahriar shahrin shahriyar shahrukh shahveer shahwaiz shahzad shahzaib shahzain shahzeb shai shaila
shailen shaima shaimaa shaina shaine shaira shaista shaka shakai shakara shakayla shakeel shakeela shakeem shakera
shakia shakib shakiel shakiera shakil shakila shakir shakira shakirah shakur shalini shamaila shamar shamara shamari
shamas shameer shamia shamika shamil shamila shamim shamima shamina shamira shamiso shammah shams shamsa shamsher
shamus shana shanade shanae shanai shanaiya shanay shanaya shanaye shanaz shanda shane shanea shaneil shanel shanell
shanelle shaney shani shania shaniah shanice shanie shaniece shanika shanil shanine shaniqua shanique shanise shaniya
shaniyah shanley shanna shannagh shannah shannan shannay shannel shannen shannia shannice shannon shanon shantae
shantai shantay shantaya shante shantel shantell shantelle shanti shanum shanvi shanya shanza shanzay shaquan
shaquille shara sharan sharandeep sharanya sharaz shardae sharday shardonnay shareef shareen sharelle shari sharif
sharifa sharifah sharika shariq sharjeel sharla sharleen sharleez sharlene sharlotte sharmaine sharmarke sharmila
sharmin sharmina sharna sharnay sharne sharney sharni sharnie sharon sharona sharonda sharron sharvil sharvin shashank
shasmeen shaun shauna shaunagh shauni shaunie shaunna shaurya shawaiz shawn shawna shawnee shay shaya shayaan shayah
shayan shayana shayden shaydon shaye shayen shayla shaylah shaylan shaylee shayleigh shaylen shayley shayma shaymaa
shayna shayne shaynie shayon shaz shazad shazaib shazain shazeb shazia shazil shazmin shaznay shea sheema sheena
shefali shehbaaz shehroz shehryar shehzad sheikha sheila sheindel sheindy shekinah shelbi shelbie shelby sheldon
shelia shelina shellby shelli shellie shelton shem shemaiah shemar shen shenae shenai shenay shenaya shenelle shenice
sheniz sheraz sheree shereece shereen sherelle sheri sherice sheridan sherie sherise sherman sherri sherrie shervin
sherwin sherwood sheryar sheryl shevaun sheza shia shian shiann shianna shianne shiela shifa shifaa shifra shihab
shilah shilo shiloh shilpa shima shimon shinade shira shiraz shireen shirin shiv shiva shivaan shivaansh shivaay
shivai shivali shivam shivan shivangi shivani shivansh shivanshi shivanya shivay shiven shivesh shivraj shiya shiza
shko shloime shloimy shlok shloka shlomo shmiel shmuel shoaib shohaib shola sholom sholto shomari shon shona shonagh
shonda shontae shorna shoshana shourya shraga shravan shravya shray shreena shreeya shrey shreya shreyan shreyansh
shreyas shri shrihan shrinika shriya shriyan shruthi shruti shu shuaib shuayb shubh shubham shubhdeep shuhena shukri
shula shulem shuma shuraim shya shyam shyan shyann shyanna shyanne shyheim shyla shylah shyloh sia siaana siam sian
siana siani sianna sianne siar siara sibel sibora sicily sid sidak sidar siddarth siddhant siddharth siddhartha siddhi
siddiq siddiqa sidharth sidney sidonie sidra sidrah sidratul sieanna siem siennah siera sifat sigourney sigrid sihaam
siham sihana sikandar sikander sila silan silas silvana silvia silvie silviu sima simao simarpreet simas simay
simbarashe simcha simeon simge simi similoluwa simina simisola simon simona simonas simone simra simrah simran
simrandeep simranjeet simranjit simranpreet simrat simreet simren simrit simron simrun sina sinai sinan sindy sinead
sinem siobhan siofra siona sioned sira siraaj sirac siraj sirak sirat sireen sirena sirin sirine sirius sita sitara
siti siwan siya siyam siyana siyanna siyar siyara siyona skaiste skarlet skarlett skie skyela skyla skylah skylar
skyler skyrah sloane smilte sneha snit sobhan sobia socorro soffia sofi sofia sofiah sofian sofiane sofie sofiia
sofija sofina sofiya sofiyah sofya sofyan soha sohaib sohail sohan sohana sohrab sohum sokhna solana solange
soledad solei solene soliana solin soliyana solly soloman solomia solomon solyana somaya somer somia sommer
somtochukwu sona sonal sonali sonam sondos sondra soner sonia soniya sonja sonney sonni sonnie sonny sonya sookie
sophia sophie sophina sophiya soraia soraiya soraya sorayah sorcha soren sorin soriyah soroh sorrell sotiris
souleymane soumaya soumia sparsh sreya srihan srinika sriram srishti sriya sriyan sruli sruly sruthi stacey staci
stacia stacie stacy stan stanislav stanislaw stanlee stanley stanton starla starr stavros stefan stefani stefania
stefanie stefano stefanos stefany steffan steffanie steffen steffi stelios stella stellan stepan stephan stephania
stephanie stephany stephen stephenie stevan steve steven stevi stevie stevo stina stirling storie storme stormi stoyan
struan stu stuart stuti suad subhaan subhan subhana sudais sude sudenaz suela sufia sufian sufiyaan sufiyan
sufyaan sufyan suha suhaan suhaavi suhaib suhail suhaila suhan suhana suhani suhayb suhayl suhayla suhaylah suheyb
suheyla sujal sujan sukaina sukayna sukhdeep sukhdev sukhjeevan sukhleen sukhman sukhmani sukhpreet sukhraj sukhveer
sukhvir suki sukie sula sulaimaan sulaiman sulaymaan sulayman suleiman suleman suleyman suliman sullivan sumaia
sumaira sumaiya sumaiyah suman sumaya sumayah sumayo sumayya sumayyah sumeet sumer sumera sumeya sumeyye sumia sumit
sumiya summa summah summaya summayah summayyah sunaina sundas sundeep sundus sunil sunita sunnah sunni sunnie supriya
suraiya suraiyah suraj suranne suraya surayah surayya sureya suri suria surina suriya surraya surya susan susana
susanna susannah susanne susie suvi suwaibah suzan suzana suzanna suzannah suzanne suze suzette suzi suzie suzy sven
svetlana swaley swara swayam swayley swetha swyn syan sybil syd sydnee sydni sydnie syed syeda syedah syesha sylas
sylvia sylvie sylwester sylwia symone symran syon syra syrah syrus szofia szymon taaha taahir taaibah taalia taaliah
taaliyah taara taariq tabassum tabasum tabatha tabetha tabita tabitha tadas tadeusz tadgh tadhg tadiwa tadiwanashe
taegan taejah taela taeo tafadzwa tafara tafari tahani taheem taher tahera tahia tahir tahira tahirah tahiya tahiyah
tahlia tahmeed tahmid tahmida tahmina tahnee tahreem tahseen tahsin tahsina taia taiba taibah taigan taija taijah
taika taila taim taimoor taimur taina taine taio taisha taisia taite taiwo taiya taiyah taiyo taja tajah tajay
tajinder tajus tajveer tajwar takara takdeer taksh takshvi takudzwa takumi takunda talal talan talayah taleah taleen
talen talha talhah talia taliah talib taliesin talin talisa talisha talitha taliya taliyah tallia talliah tallie
tallon tallula tallulah talula talulah talulla talullah talvin talya talyn taman tamana tamanna tamar tamara tamarah
tamaya tameem tameka tamela tamera tami tamia tamiah tamica tamika tamilore tamim tamima tamina tamir tamira tamisha
tamiya tamjeed tamjid tammi tammy tamra tamsin tamsyn tamzin tamzyn tanaka tanatswa tanay tanaya tanayah tanbir
taneesha taneisha tanem taner tanesha tania taniesha tanika tanis tanish tanisha tanishka tanishq tanith tanitoluwa
taniya taniyah tanjina tanmay tanush tanveer tanvi tanvir tanwen tanya tanyaradzwa tanyel tanzeel tanzeela tanzil
tanzila tanzim tanzina taome tapiwa tapiwanashe taqdeer taqi taqiyah taqwa tara tarah taraji taran tarandeep taranjit
taranpreet taranveer taranvir taraoluwa taras tarek tarell taren tareq tarian tarik tariq tarique tariro tarkan tarlia
taron tarquin tarran tarren tarrin tarron tarryn tarun taryn taseen tasfia tash tasha tashan tashana tashi tashvi
tasia taslima tasmia tasmiah tasmin tasmina tasmiyah tasneem tasnia tasniim tasnim tasnima tasnimah tatenda tatiana
tatjana tatum tatyana tauheed tauras tauseef tavia tavis tavish tavleen tavonga tawana tawananyasha tawanda tawfiq
tawheed tawhid tawseef taya tayab tayabah tayah tayan tayana tayba taybah tayden taye tayeb tayeba tayiba tayibah
tayjah tayla taylah taylan taylar taylen tayler taylon taylor taym taymar taymiyyah tayo tayon tayte tayub tayvon
tayyab tayyaba tayyeb tayyeba tayyib tayyiba tayyibah tayyub tazkia tazmeen tazmin teagan teagen teaghan teague teah
teanna ted teddi teddie teddy tedi teegan teejay teela tegan tegen tegh teghan teghveer tegveer tegwen tehila tehilla
tehillah tehreem tehya tehzeeb teia teifi teifion teigan teighan teilo teisha tej teja tejal tejan tejas tejay tejveer
teleri telisha temi temidayo temilade temilola temiloluwa temitayo temitope tempany tena tendai teniola tenisha
tennyson tenzin teo teodor teodora teodoras teodoro teodors teoman teon teona teoni terell terence teresa teresita
tereza teri terra terrance terrel terrell terrence terri terrie terry tervel tesni tess tessa tessie tevin teya teyah
teyana teyla thabiso thabo thad thaddeus thady thahmina thaila thais thaleia thalia thamanna thamina thandeka thandi
thandie thandiwe thando thanh thania thanisha thanvi thanvika thara tharun thaslima thea theadora theda theeran theia
thelma thelonious theo theoden theodor theodora theodore theodoros theon theophilus theresa theron thia thiago thian
thibault thibaut thierno thierry thiya thom thomas thomasin thomasina thora thoren thorin thu thuraya thurman thurston
tia tiaan tiago tiah tiahna tiam tian tiana tianah tianey tiani tiann tianna tiannah tianne tiaraoluwa tiaraoluwanimi
tiarna tiarnan tiarni tiberius tibor tida tiegan tienna tiernan tierney tierra tifeoluwa tiffani tiffanie tiffany
tigan tigerlily tiggy tighe tihanna tija tijan tijana tilak tilda tilia tilli tillie tilly tim timas timea timeea
timmy timo timofey timotei timothee timothy timur timurs tina tinashe tinaye tinisha tino tinotenda tio tioluwani
tioluwanimi tion tiona tionne tippi tira tirenioluwa tirion tirth tirzah tisha titas titilayo tito titus tiwalade
tiwalola tiwatope tiya tiyana tiyanna tjay tobechukwu tobenna tobey tobi tobiah tobias tobiasz tobie tobiloba tobin
toby tobyn tochukwu todd todor toheed tola tolani tolga tolulope toluwalase toluwalope toluwani toluwanimi tom toma
tomas tomasa tomass tomasz tomer tomi tommaso tommee tommi tommie tommy tommylee tomos toms toney toni tonia tonicha
tonie tonisha tonja tony tonya tooba toprak torben toren torey tori torie torin torran torren torri torrie torrin
torsten torvi toryn tosha toula tova tove toyah tracey traci tracie tracy trae trafford trai tranter trayvon tre
tremaine tremayne trenton trev treva trevon trevor trey treyvon tricia trina trish trisha trishan trishika trista
tristan tristen tristian tristin triston tristram tristyn trixie troi tru trudi trudie trudy truman trystan tsion
tuana tudur tugce tulisa tulisha tullulah tully tulsi turan tushar tvisha twila twisha twm twyla tya tyana tyanna
tyanne tyde tyesha tyga tyger tyisha tyla tylah tylan tylar tylen tyler tylor tymon tymoteusz tyr tyra tyrah tyran
tyrece tyree tyreece tyreek tyreese tyreke tyrel tyrell tyrelle tyren tyrese tyresse tyrhys tyrik tyrion tyriq tyrique
tyron tyrone tyronne tyrrell tyrus tytus tziporah tzipporah tzippy tzivia tzvi ubaid ubaidullah ubayd ubaydah
ubaydullah uchechukwu uchenna uday udayveer udham ugne ugnius ugochi ugochukwu ugomsinachi ugonna ugur uhtred ula ulas
ulysses uma umaima umaimah umair umaira umairah umaiza umaizah umama umamah umar umara umarah umay umaya umayah umayma
umaymah umaynah umayr umayrah umayya umayyah umer umera umi umika ummay ummayah ummayyah umme ummehani umrah umut una
unais unaisa unaisah unathi unays unaysa unaysah uri uriah uriel urooj uroosa ursula urszula urte urvashi urvi urwa
urwah usaamah usaid usama usamah usayd usma usmaan usman uswa uswah uthmaan uthman uwais uyiosa uzair uzayr uzma vaani
vaanya vada vadim vaibhav vaidehi vaila vaishali vaishnavi vakare vakaris val valarie valen valentin valentina
valentino valeria valerie valerija valerio valery vallie vamika vance vaneeza vanesa vanessa vani vania vanisha vansh
vanshika vanya vardaan varisha varnika varun varvara vasco vasil vasile vasileios vasiliki vasilis vasilisa vaughan
vaughn vayu ved veda vedansh vedanshi vedant vedanth vedh vedha veena veer veera veeraj veeran vega velda velma venba
venessa venetia venisha venkata vera verda verena verity verla vern verna vernell vernice vernon veron veronica
veronika veronique vesa vesta viaan viaana viaansh vian viana vianna vianne vibha vicente vicki vickie vicky victoire
vida vidhi viet viggo vignesh viha vihaan vihan vihana vijay vikash vikesh vikki vikram vikrant viktor viktoria
viktorija vilius vilma vilte vinay vinaya vince vincent vincenzo vineet vinesh vinh vinicius vinisha vinni vinnie
vinny violeta violett violetta vir viraaj viraj viran virasat virat viren virgie virgil virgilio virgina vishaal
vishal vishali vishan vishnu vishruth vithushan vito vitor vitoria vittoria vittorio viv vivaan vivan vivek vivi
vivian viviana vivianna vivianne vivien vivienne viya viyaan viyan viyana viyona vlad vlada vladimir vladislav
vladyslav vlera volkan vonda vraj vrinda vrishank vyan vyom waad waaris wael wafa wafaa wafi wahab wahaj waheed
waheeda wahenoor wahid wahida wai wajahat wajeeha wajid wajiha wajihah waldo waleed wali walid waliyah wallis walter
walton wanda wania waniya waqar waqas warda wardah wareesha waris warisha warrick warsame waseem wasi wasif wasim
wasima wassim wateen waverly wayde waylon wayne waziha wei weldon wendell wendi wendy werner weronika wes wesam wesley
westley weston wezley whitney wiktor wiktoria wil wilber wilbert wilbur wilburn wilby wilda wiley wilf wilfie wilford
wilfred wilfredo wilfrid wilhelmina wiliam willa willard willem william willian willis willoughby wilma wilmer wilton
winford winfred winifred winnie winnifred winona winston winta wisam wissam witold wojciech wojtek wolfe wolfgang
wolfie wrenley wrenn wulfric wuraola wyatt wylder wynnie wynter xan xander xanthe xanthie xara xaria xavi xavia xavian
xavier xavion xaya xena xia xian xiang xiao xin xing xinyi xiomara xion xsara xuan xue xylia xzavier yaa yaakov yaara
yaaseen yaasir yacine yacob yacoub yacqub yadira yael yafet yafi yagiz yagmur yago yahia yahiya yahvi yahya yahyaa
yahye yakoub yakov yaksh yakub yakup yalda yalina yaman yameen yamin yamina yaminah yan yana yanet yani yanis yann
yanna yanni yannick yannis yaqeen yaqoob yaqoub yaqub yara yarah yaran yared yaren yaroslav yasa yasamin yasar yaseen
yaseer yasemin yaser yash yashfa yashica yashika yashna yashraj yashveer yashvi yasin yasir yasmeen yasmin yasmina
yasmine yasna yasseen yasser yassin yassine yassir yavor yavuz yaz yazan yazdan yazeed yazen yazid yazmin yazmine yazn
yechezkel yechiel yehoshua yehuda yehudah yehudis yelena yeliz yemariam yemaya yesenia yeshaya yeshua yesim yetunde
yeva yewande yezda yiannis yichen yigit yilin yilmaz ying yishai yisrael yisroel yitty yitzchok yitzi ylva ynyr yoadan
yoan yoana yoanna yoav yocheved yoel yohan yohana yohann yohanna yohannes yolanda yomna yona yonah yonas yonatan
yonathan yong yoni yonis yoonis yoosuf yordan yosan yosef yoseph yosif yosra yossi yostina yosuf yotam youcef youmna
younas younes youness younis younus yousaf yousef yousha yousif yousof yousra youssef yousuf ysabel ysabella ysabelle
ysella ysobel yue yuel yug yugan yuhan yui yuki yulia yumi yumna yumnah yun yuna yunes yunis yunus yuri yusaf yusairah
yusayrah yusef yusha yusif yusra yusraa yusrah yussuf yusuf yuto yuvaan yuvan yuvansh yuven yuvi yuvika yuvin yuvraaj
yuvraj yuxin yvaine yves yvette yvie yvonne zaahir zaakir zaakirah zaara zabrina zac zacariah zacarias zacary zaccai
zacchaeus zach zachari zacharia zachariah zacharias zacharie zachariya zachary zachery zack zackaria zackariah
zackariya zackary zackery zade zadie zadok zaeem zafar zafir zafira zafirah zafran zafreen zaha zahan zahara zaheen
zaheer zaheera zahi zahian zahid zahida zahin zahir zahira zahirah zahra zahraa zahrah zahran zahyan zai zaia zaiba
zaibaa zaid zaida zaidan zaiden zaila zaim zaima zain zaina zainab zainah zaine zaineb zainub zainul zaira zairah
zaire zaisha zaiya zaiyaan zaiyan zak zakai zakari zakaria zakariah zakariya zakariyah zakariye zakariyya zakariyyah
zakary zakarya zakery zakhar zaki zakia zakiah zakir zakira zakirah zakiya zakiyah zakiyya zakiyyah zakk zakkary
zakria zakriya zakwan zaky zala zalan zalman zamari zameer zamin zamir zamira zamzam zan zana zanab zanaya zanayah
zand zander zane zaneta zaniah zanib zaniyah zanna zara zarah zareen zareena zareenah zari zaria zariah zarif zarin
zarina zarish zariya zariyah zarnish zaroon zarrah zarrar zarrin zarwa zaryab zaryan zavi zavian zaviar zavier
zaviyaar zaviyan zaviyar zaya zayaan zayah zayan zayana zayba zayd zaydaan zaydan zayden zayed zayla zaylen zayn zayna
zaynab zaynah zayne zayneb zaynub zayon zayyaan zayyan zea zeb zeba zebedee zechariah zedekiah zeena zeenat zeeshaan
zeeshan zehna zehra zeina zeinab zekai zeke zeki zelal zelda zelia zelie zeliha zella zelma zemira zemirah zen zena
zenab zenaida zenaya zenayah zendaya zenia zeniyah zenna zennor zeno zenobia zenon zente zenya zeon zeph zephan
zephaniah zerah zerina zerya zeshaan zeshan zev zeva zevi zeya zeyad zeyd zeyn zeyna zeynab zeyneb zeynep zhane zhara
zhavia zhen zheng zhi zhuri zia ziad ziah zian ziana zianna zico zidaan zidan zidane zienna ziggy zihan zikora zikra
zilan zimal zina zineb zinedine zinneerah zinnia zipporah zirachi zirwa zishaan zishan zissy zita ziva zivah zixuan
ziya ziyaad ziyaan ziyad ziyah ziyan ziyana zlata zobia zoe zoey zoeya zofia zoha zohaan zohaib zohair zohal zohan
zoheb zohra zoi zoie zoila zoja zola zoltan zonaira zora zorain zoraiz zoran zoravar zorawar zorayz zosia zoya zoyah
zsofia zsolt zsombor zubaida zubaidah zubair zubaydah zubayr zubeyr zubin zuha zuhaib zuhair zuhal zuhayr zuhra
zulaikha zulaikhah zulaykha zuleika zuleikha zulekha zulqarnain zumra zunair zunaira zunairah zunaisha zunayrah zunera
zuri zuriel zuzana zuzanna zuzia zvi zya zyah zyair zyaire zyan zyana zyla zylah zymal zynah zyon zyra zyrah zyron
zyva
"""
