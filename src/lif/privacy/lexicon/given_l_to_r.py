"""Given names from L to R that are no other word, in lower case.

From the baby names of the Office for National Statistics (Open Government Licence v3.0), the given names of the 1990
census of the United States (public domain) and a list of our own; decision 0031 says how they were chosen.
"""

NAMES = """\
laaiba laaibah laasya labeeb labib labiba labibah lacee lacey lachlan lachlann laci lacie laciee ladan ladislav
ladonna lael laela laetitia lagertha lahna laia laiba laibah laicee laicey laighton laike laiken laila lailaa lailah
laina lainee lainey lainie laiqa laiqah laith laiton laiya lakai lakeisha laken lakesha lakisha laksh lakshana lakshmi
lakshya lale lalita lamaisah lamar lamara lamarr lamees lamek lamiah lamine lamis lamisa lamisah lamiya lamiyah lamont
lamorna lamya lana lanae lanah lanaya landen lando landon lani lania lanie laniyah lanna lanny lano lanya laoise
laquan laquita lara larae larah laraib laraya larayah lareen laren lariah larisa larissa lariyah larna larni larnie
larosa lars larson larsson lashae lashawn lashay lashonda laszlo latanya latasha lataya lateef latesha latham lathan
latia latif latifa latifah latika latisha latonya latoya latoyah latrell latrice lauchlan launa laura lauran laurelle
lauren laurence laurent laurentiu lauretta lauri laurie lauryn laurynas lavanya lavayah lavelle lavern laverne lavin
lavina lavinia lavonne lawan lawand lawanda lawe lawerence lawi lawin lawrence lawrie lawson lawy laxmi laya layaan
layah layal layali layan layana layba laycee laycie layke layla laylaa laylah laylan laylen layna laynee laynie layson
layth layton lazaro lazarus lazer lazo lea leah leaha leala leana leander leandra leandre leandro leandros leane leann
leanna leanne learna leart lebron leda ledion leea leeann leeanne leejay leela leelah leelan leeland leen leena leenah
leeroy leesha leeson leevi leeya leeza lehat leia leiah leiana leif leigh leigha leighanna leighanne leighla leighland
leighton leila leilah leiland leilani leina leisha leith leja lejla lela lelan leland lelia lema lemar lemmy lemuel
len lena lenae lenaya leni lenka lenna lennan lennard lenni lennie lennon lennox lenny lenora lenore lenox leo leola
leon leona leonard leonardas leonardo leonas leondre leone leonel leoni leonid leonidas leonie leonis leonna leonnie
leonor leonora leonore leopold leopoldo leora leota leroy lerryn lesa lesedi lesley leslie lessie lester leta letha
letia leticia letisha letitia letizia leto letti lettie letty leuan leul leusa levaeh levan levana leven levent
levente levi levison levon lewan lewhat lewi lewie lewin lewis lewy lewyn lewys lex lexa lexi lexie lexii lexis lexxi
lexxie lexy leya leyah leyan leyana leyla leylah leylan leyna leyton lia liaba liabah liah liam lian liana liane
lianna lianne liara liarna liba liban libbi libbie libby libi licia lida lidia lidya lielle lienna liepa liesel liesl
lila lilah lilee lili lilia liliah lilian liliana liliane lilianna lilianne lilibet lilibeth lilie lilien lilija
lilijana lilith liliwen liliya lilja lilla lillah lillee lilley lilli lillia lilliah lillian lilliana lillianna
lillianne lilliarna lillie lillith lilly lillyana lillyann lillyanna lillyanne lillymae lillymay lillyrose lilo lilou
lilwen lily lilya lilyan lilyana lilyann lilyanna lilyanne lilybelle lilybeth lilyella lilymae lilymay lilyrose lima
lina linas lincon linda lindon lindsey linh linkoln linnea linton linus linzi lio liona lionel lior liora lisa
lisamarie lisbeth lisha lissie lissy lita liv liva livi livia livie livinia livvi livvie livvy livy liwia liwsi liya
liyaana liyaanah liyah liyan liyana liyanah liyanna liyba liylah liz liza lizzie lizzy lleu lleucu llew llewellyn
llewelyn llewyn lleyton llinos llio llion llyr llywelyn lochie lochlain lochlainn lochlan lochlann lochlyn locke
lockie locklan locryn logan logen loghan logun loic lois lojain lok lola lolah lolita lollie lon lona lonan londyn
lonnie lonny lora loraine lorcan lordina loredana lorelai lorelei lorella lorelle loren lorena lorene lorenna lorenz
lorenza lorenzo loreta loretta lorie lorien lorik lorin lorine loris lorna lorne lorraine lorren lorri lorrie lotan
lotanna loti lotta lotte lotti lottie lotty lou louann louanna louanne louay louca loucas louella loui louie louis
louisa louise louisha louix louiza loujain louka loukas loula loulou lourenco loveday loveleen lovell lovella lovelle
lowe lowell lowen lowena lowenna lowri lowrie loxley loyd loz loza lua luan luana luann luanna luanne luay lubaba
lubna luc luca lucah lucan lucas lucca luchia luci lucia lucian luciana lucianna lucianne luciano lucie lucien
lucienne lucifer lucila lucile lucille lucinda lucio lucious lucius lucja lucjan lucretia lucrezia lucus lucy ludo
ludovic ludovica ludovico ludwig ludwik luella luen luena luey lui luie luigi luis luisa luiz luiza luize lujain
lujane lujayn luka lukah lukas lukass lukasz luke lukman lukne lukrecija lukus lula lulabelle lulah lulia lullah lulu
lumi lunah luned lunna luqmaan luqman lusia luther luz lwsi lya lyall lyan lyana lyanna lyba lybah lydia lydon lyla
lylah lyle lylia lylla lyman lyn lyna lyncoln lyncon lynda lynden lyndon lyndsay lyndsey lynette lynn lynne lynnette
lynsey lynton lynwood lyon lyra lyrah lysander lyssia lyvia lyza maab maahi maahir maahirah maahnoor maalik maame maan
maanav maanvi maanya maaran maaria maariah maariya maariyaah maariyah maarya maaya maayan maaz mabel mabelle mable
mabli mabon macaulay macauley macaully macauly macayla macee maceo macey maci macie maciej maciek mackenna mackenzi
mackenzie mackinley macorley macs macsen macy madalaine madaleine madalena madalin madalina madaline madalyn madara
maddalena maddi maddie maddison maddox maddy maddyson madeeha madeha madelaine madeleine madelene madelin madeline
madelyn madelyne madelynn madge madhav madi madia madiha madihah madilyn madina madinah madison madisson madisyn
madiya madiyah madlen madoc madyson mae maebel maebh maeesha maegan mael maela maelie maelle maely maelys maeson maeva
maeve maevie maevis mafalda magda magdalen magdalena magdalene maggi maggie magnus mags maha mahaan mahad mahak mahala
mahalia maham mahamad mahamadou mahamed mahammad mahammed mahamud mahan mahathi mahbeer mahbub mahbuba mahd mahdi
mahdia mahdiya mahdiyah mahdiyyah maheen maheer maheera mahek maher mahera mahesh mahfuz mahfuza mahfuzah mahfuzur
mahi mahia mahibah mahid mahida mahika mahima mahin mahir mahira mahirah mahisha mahiya mahjabeen mahjabin mahlia
mahmood mahmoud mahmud mahmuda mahmut mahnaz mahnoor mahomed mahra mahreen mahrez mahrosh mahrukh mahsa mahum mahveen
mahya mai maia maiah maicey maicie maicy maida maidah maija maila maile mailey maily maimoona maimoonah maimouna
maimuna maimunah mair maira mairah mairead mairi mais maisa maisee maisey maisha maisie maison maissa maisy maita
maite maive maiwand maiya maiyah maiza maizee maizey maizi maizie maizy maja majd majed majeed majid majida majka
majorie majus makai makaio makanaka makar makari makayla makbel makeda makenna makenzie makkah maks maksim maksims
maksym maksymilian malaak malachai malachi malachy malaeka malaika malaikah malak malakai malakhai malakhi malaki
malakie malakye malala malaya malayah malayeka malayka malaz malcolm malcom malea maleah maleeha maleehah maleek
maleeka maleekah malek malena malgorzata mali malia maliah maliaka malick maliha malik malika malikah malikai maliki
malin malina malinda malini maliq malique malissa maliya maliyah malka malki malky mallie mallika mallory mally malone
malvin malvina malwina malyka mamadou mamadu mame mamie manaal manahal manahil manan manar manasa manasseh manasvi
manav mandeep mandi mandy maneeha maneet manel manha mani maninder manish manisha manjinder manjot mankirat manmeet
mann mannat manni mannix manny manon manpreet manraaj manraj manreet manroop mansa mansi mansirat mansoor mansour
mansur mantaj mantas mantasha mantej manu manuel manuela manuella manveer manvi manvik manvinder manvir manya mara
marah maram marat maraya marcel marcela marcelina marcelino marcell marcella marcelle marcello marcellus marcelo
marcey marci marcia marcie marcin marcio marco marcos marcu marcus marcy mard mardin mared marek maren margaret
margarida margarito margaux marged margery margherita margie margo margot margret mari maria mariah mariam mariama
marian mariana marianna marianne mariano maribel maricela marie mariel mariela mariella marielle mariem marietta
mariette mariha marihah marija marika marilena marilyn marilynn marin marina mario marion marios marisa marisela
marisha mariska marisol marissa marita maritza marium marius mariusz mariya mariyah mariyam mariyum marjan marjana
marjorie marjory markas markel marko markos markus markuss marla marlee marleigh marlena marlene marley marlia marliah
marlie marliya marliyah marlo marlon marlowe marlyn marlys marney marni marnie marques marquita marria marriam
marriyah marsel marsha marta martell martha marti martim martin martina martine martino martins marton marty martyn
martyna martynas maruf marva marvella marvin marwa marwaan marwah marwan marya maryah maryam maryama maryan maryann
maryanne marybeth maryellen maryem maryiam maryjane marykate marylou marysia maryum marzia marzuq masal masen masie
masood masooma masoud masroor massimiliano massimo masud masum masuma masumah matan matas mataya mateen matei matej
mateja mateo mateus mateusz matheo matheus mathew mathias mathieu mathilda mathilde mathis mathura mathusha mathys
mati matia matias matilda matilde matipa matis matiss matisse matt mattea matteo matthew matthias matthieu mattia
mattias mattie mattis matty matus matvei matvey matvii matyas matylda maude maudie maura maureen maurice mauricio
maurine mauro maven mavi mavie mavis mavish mawa mawada mawaddah mawgan maxen maxence maxi maxie maxim maxime
maximilian maximiliano maximilien maximillian maximillion maximo maximos maxine maxon maxson maxton maxwell maxx
maxymilian maya mayah mayan mayank mayar mayara maybel maybelle maycee maycie maye mayeda mayer mayesha mayla maylee
mayme maymoona maymoonah maymuna maymunah maynard mayowa mayra maysa maysam maysie mayson maysoon mayssa mayumi mayur
mayuri mayzee mayzie maz mazen mazey mazhar mazie mazikeen mazin mazvita mcauley mccauley mckai mckayla mckenna
mckenzi mckenzie mckinley mckye mea meabh meagan meaghan meah meda medeea medha medi medina medinah medine meeka meela
meelah meena meenakshi meer meera meerab meesam meesha meg megan meggan meggie megha meghan meghana meghann meghna
megi megija meha mehak mehar mehdi mehek meher mehjabeen mehmed mehmet mehmoona mehnaz mehnoor mehr mehrab mehraj
mehran mehreen mehrima mehrin mehrish mehtaab mehtab mehul mehvish mehwish mei meia meida meika meila meilani meilir
meir meira meisha meja mekhi meklit melaher melani melania melanie melanija melany melat melba melchizedek melek melia
melih meliha melika melike melina melinda melis melisa melisha melissa melita meliyah meliz mellisa mellissa melodi
melodie melona melva melvin melvina melvyn memet memoona mena menaal menachem menashe mendel mendy menelik menna mera
merab meral mercedez merci meredith mergim meriam merida meriel meriem merin merissa merlyn meron merrick merrill
merryn mert merve merveille mervin mervyn meryam meryem meryl meryn mesha meshach metehan metin meva mevish meya meyer
mhairi mhari mia miabella miah miaya micaela micah micaiah micayla micha michael michaela michaella michail michal
michala michale michalina michalis micheal micheala michel michela michelangelo michele michell michella michelle
mickael mickayla mickel mickey mickie micky mieke miela miesha mieszko migdalia migle miguel mihaela mihai mihail
mihailo mihika mihir mihnea mihra mihran mihrimah miia mija mika mikaal mikaeel mikael mikaela mikah mikail mikala
mikayeel mikayla mike mikel mikey mikhaeel mikhael mikhail miki mikkel mikki miko mikolaj miks mikyle mila milad
milagros milah milana milani milania milano milcah milda mildred mileena mileigh mileja milen milena miley milford
mili miliana milica milissa milita milka milla millan millar millard millee millen milli millicent millie millissa
milly milo milos milosz milton mimi mina minaal minah minahil minal mindy minerva minesh minh minha minhaj minhaz
minna minnah minnie minsa mio miqdad miquel mira miraal mirabel mirabella mirabelle mirac mirah mirain miraj miral
miran miranda miray miraya miraz mircea mireille mirel mirela mirella miren mireya mirha miri miriam mirielle mirko
mirna miron miroslav miroslava mirren miruna miryam misa misba misbah mischa misha mishaal mishael mishal mishall
mishel mishika mishka mishkat mishti misk miski missi missie missy misti mitansh mitch mitchel mitesh mithra mithran
mithun mitul mitzi mitzie mivaan miya miyah miyla miylah mizan mkenzie moana moayad moaz mobeen modesto modou modupe
moeez moesha mofeoluwa mofiyinfoluwa mohab mohamad mohamed mohamedamin mohammad mohammed mohammod mohammud mohamoud
mohamud mohan mohanad mohd mohib mohid mohima mohini mohit mohmed mohmmad mohmmed mohsan mohsen mohsin mohummed moin
moira moises moishe moishy moiz mojolaoluwa moksh moli molli mollie molly momena momin momina mominah momna momodou
mona monae monalisa moneeb monet monica monika monique monira monisha monroe montagu montague montanna montel montell
monty morag morayo mordche mordecai mordechai morena morenike morgana morgane morganne moriah morireoluwa moritz
morley morrigan morten mortimer morton morven morwenna mose moses moshe mosiah mostafa mostyn motiejus motti motty
motunrayo mouad mouhamed mouna mounir mourad mousa moussa moustafa moya moyinoluwa moyosoreoluwa mozelle muaad muaadh
muaaz muad muadh muawiyah muaz mubarak mubarik mubashar mubashir mubeen mubin mudasir mudassar mudassir mueez mufaro
muhaimin muhamad muhamed muhammad muhammed muhammet muhammod muhanad muhannad muhaymin muhib muhmmad muhsin muireann
muiz muizz mujahid mujeeb mujtaba mukhtar mumin mumina muminah mumtaz muna munachi munachimso munachiso munasar
munashe muneeb muneeba muneebah muneer muneera munib muniba munibah munir munira munirah muntaha muntasir munyaradzi
muqadas muqaddas murad murael murat murdo muriel murray murron mursal murtaza musa musaab musab musammad musammat
musammath muscab musfirah mushtaq muska muskaan muskan mussa mustaf mustafa mustafaa mustafah mustafe mustapha
mustaqeem mutasim muzamil muzammil muzzammil mya myah myan mycah myeisha myer myesha myfanwy myfi myia myiah myiesha
myka mykolas myla mylah mylan mylea mylee myleene myleigh myles myley mylie mylo myra myrah myriam myrna mysha naailah
naana naarah naavya naba nabeeha nabeel nabeela nabeelah nabhan nabiha nabihah nabiil nabil nabila nabilah nachman
nadar nadav nadeem nadeen nader nadia nadim nadine nadir nadira nadirah nadiya nadiyah nadja nadra nadya naeem naeema
naeemah nael naema naemi naetochukwu naeve naevia nafas nafees nafeesa nafeesah nafis nafisa nafisah naftali naftoli
naftuli nagina naglis naheem naher nahia nahid nahida nahim nahima nahla nahom nahum nahyan naia naiara naila nailah
naim naima naimah naimal naina nainika naiomi naira nairah nairobi naisha naithan naitik naiya naiyah najah najat
najeeb najia najib najiyah najla najma najwa nakai nakia nakisha nakita nakoa naksh nakshatra nala nalah nalani naledi
nali naly naman nameer nami namira namirah namish namra nanaki nanci nancie nancy nandika nandini nandita nanette
nannie nansi nanw naod naoise naomi naomie naphtali naqeeb nara narayan narcis narcisa nardos narges nargis nariah
narin nariyah narjis narla narmeen naryan nasar naseem naseema naseer naser nashita nasif nasiha nasim nasima nasir
nasr nasra nasreen nasri nasrin nasser nassim nassir nastassja nasteha nasteho nasya natacha natali natalia natalie
natalija nataliya nataly natalya natan natanael natania nataniel natas natasa natascha natasha natasja natassia
natassja natasza nataya nate nathalia nathalie nathan nathanael nathaneal nathania nathanial nathaniel nathen natisha
natnael nauman nava navaeh navaya navayah navdeep naveah naveed naveen naveena navey navid navie navin navjot navleen
navneet navpreet navraj navreet navya nawaal nawaf nawal nawaz nawfal naya nayaab nayab nayah nayan nayana nayara
nayeem nayeema nayef nayel nayeli nayim nayla naylah nayomi nayra naysa nayyab naz nazanin nazar nazeeha nazeem nazia
nazifa naziha nazira nazish nazli nazma nazmeen nazmin nazmul nazneen nazreen ndey neah neala neamh neave neavh
nechama neco nectaria nectarie ned neda nedas nedw neeko neel neela neelam neema neena neeraj neesha neev neeva neeve
nefeli nefertari negan neha nehal nehan nehemiah nehir neidas neiko neil neila neilas neirin neisha neitanas neitas
neiva neive neko nel nela nelda neli nelia nell nella nelle nelli nellie nelly nena neneh neomi nerea nereida neriah
nerissa neriyah nero nerys nesrine nessa nesta nestor netanel nethra nettie nev neva nevaan nevaeh nevan nevaya
nevayah neveah neville nevin neya neyla neymar neyo neziah ngoc ngozi nhi nhyira nia niah nial niall niam niamh niaomi
niara niaz nic nicco niccolo nichol nichola nicholas nichole nick nicki nickolas nicky nico nicodem nicol nicola
nicolae nicolai nicolas nicole nicoleta nicoletta nicolette nicolle nicolo nida nidhi niels niesha nieva nigel niha
nihaal nihad nihal nihan nihara niharika nihira nii nik nika nikan nikesh nikhil nikhita niki nikisha nikita nikitha
nikitta nikki nikkita nikko niklas niklaus niko nikodem nikol nikola nikolai nikolaj nikolaos nikolas nikolay nikole
nikoleta nikolina nikos nila nilah nilan nilay nilda niles nilesh nilima nils nima nimah nimco nimisha nimo nimra
nimrah nimrat nimrit nimrita nimrod nimue nina nino niomi niraj nirali niran nirav nirvaan nirvair nirvan nirvi nisa
nisanur nisha nishaan nishan nishant nishat nishath nishi nishika nishil nishita nishka nishtha nissi nita nitara
nitasha nithin nithya nitin nitya niva nivaan nivan niven nivin nixon niya niyah niyam niyamat niyan niyati niyaz
niyla niylah niyyah nizar nkechi nma nnaemeka nnamdi nneka nnenna nneoma noa noah noam noar noe noel noela noelia
noella noelle noemi noemie noh noha nojus nokutenda nola nolah nolan nolawi nolen nomaan noman nona nooh noor noora
noorah noorain nooreh noori nooriya noorjahan noorulain nora norah noraiz norbert norberto noreen norina normand
norris nosakhare nosheen noshin nosson nouf nouh nouman nour noura nourah nouran noureen novah novak novalee novaleigh
novi novie noya noyan nuala nuh nuha nuhaa nula numa numaan numair numan nuno nur nura nurah nuri nuria nuriyah nurul
nusaiba nusaibah nusayba nusaybah nusrat nusrath nuzhat nya nyah nyal nyall nyasha nyima nyla nylah nyle nyomi nyra
nyrah nyree nysha nyssa nyx nza oaklan oaklee oakleigh oaklen oakley oaklie oaklyn oaklynn oana obadiah obafemi obaid
obaloluwa obed oberon obie obinna obrempong ocea oceana oceane oceanna ocie octavia octavian octavio octavius odelia
odell oden odessa odette odhran odie odin odis odysseas odysseus ofelia ogechi oghenebrume oghenetega oghosa oguzhan
ohana ohemaa ohene oheneba oisin ojas okan oksana ola olachi oladapo oladimeji oladipupo olaedo olaf olajide olalekan
olamide olamilekan olamiposi olan olanna olanrewaju olaoluwa olasubomi olatokunbo olawale olayinka oleg olek oleksandr
olen oleta olga oli olimpia olin olina olisaemeka oliver oliveris olivers olivia olivier olivija oliwer oliwia oliwier
olli ollie olliver olly ololade olsen olta olti olu oluchi olufemi olukayode olumide olusegun oluwabukunmi oluwadabira
oluwadamilare oluwadamilola oluwadara oluwadarasimi oluwademilade oluwadunsin oluwadurotimi oluwafemi oluwaferanmi
oluwafeyikemi oluwafifehanmi oluwafikayomi oluwafunmilayo oluwajomiloju oluwakayode oluwakemi oluwakorede oluwalonimi
oluwamayowa oluwanifemi oluwapelumi oluwarotimi oluwasegun oluwasemilore oluwaseun oluwaseyi oluwaseyifunmi
oluwashindara oluwatamilore oluwateniola oluwatimilehin oluwatimileyin oluwatise oluwatishe oluwatobi oluwatobiloba
oluwatofunmi oluwatomi oluwatomisin oluwatomiwa oluwatoni oluwatosin oluwatoyin oluwatoyosi oluwatumininu olwen olwyn
olympia olyvia oma omaima omair omaira omar omari omario omarion omaya omed omer omera omid omkar omnia omolara
omolola omotara omotayo omotola omran ondrej onkar onni onur onyedikachi onyekachi onyinyechi onyinyechukwu oona
oonagh opemipo opeoluwa opeyemi ophelia opie oralia oran orelia oren oreofeoluwa oreoluwa orestas orestis orfeas
orhaan orhan ori oriah orian oriana oriane orianna orianne orin orion orla orlagh orlah orlaigh orlaith orlan orli
orly ornela ornella orpheus orran orren orrin orry orson orval orville oryn osama osamah osaze osca oscar oshan osher
osian osinachi osiris oska oskar oskaras oskars oslo osman ossama ossian ossie ostara osten ostin ostyn osvaldo oswald
oswaldo oswin otha othman othniel otilia otis ottalie ottavia ottie ottilia ottilie ottillie ottis otto ottoline
otylia oumar oumie oumou ousman ousmane oussama ovi ovie oviya owain owais owen owi owyn oxley oyindamola oyinkansola
ozair ozan ozge ozgur ozias ozil ozioma ozkan ozlem ozzie ozzy paa paarth pablo pacey pacha paddy padraic padraig
paige paighton paignton paislee paisleigh paisley paislie paiton paityn pak pakeeza palak pallavi paloma palwasha pam
pamala pamela panagiotis panashe panav panayiota panayiotis panna panth paola paolo paramveer paramvir paras pardeep
pareesa parin parisa parisha parishay pariss pariza parmeet parminder parmis parneet parnika parris parsa parth
parthiv parv parveen parya parys pascal pascale pasha pasquale patric patrica patricia patricija patrick patrik
patriks patrisia patrycja patryk patsy patti pattie paul paula paulette paulina pauline paulius paulo pavandeep pavel
pavit pavitar pavleen pavlina pavlos pavneet pavol pawan pawandeep pawel paxton payal payge payton peaches pearce
pearla pearlie pearline pearse pebbles pedro peggie peggy pei peighton pele pelin penelope peniel penina pennie pera
perc percival percy perdita perel perez perla perran perri perrie perrin perry persephone perseus pessy peta petar
peter petr petra petrina petros petru peyton phaedra pharaoh pharell pharrell phebe phelan pheobe pheobie pheonix phia
phil philip philipa philipp philippa philippe philippos phillip phillipa phillippa phillis philomena phineas phoebe
phoebie phong phuong phyllis pia piero pierre piers pieter pietra pietro pihu pijus pinar pinchas pinchos piotr pip
pippa pippi piran piya plamen platon pola polina pollie polly pollyanna pooja poonam poppi poppie porcha porfirio
porscha porsha posie poyraz prabh prabhdeep prabhjot prabhleen prabhnoor prachi pranav pranavi pranay praneel pranika
pransh pranshi prapti prashant pratham pratik pratyush praveen praveena pravin pravya prayan preena preesha preet
preeti preeya prem presley preya pria priam prianka pricilla prina princy prisca priscilla prish prisha pritesh
prithika prithvi pritika pritpal priya priyah priyal priyan priyana priyanka priyansh priyanshi priyen priyesh prue
przemyslaw ptolemy pui puneet purdey pyper qaasim qaim qais qamar qasim qassim qaylah qays qazi qirat quade quaid
qudsia qudsiyah queenie quentin quhey quiana quillan quincy quinlan quinn quinten quoc quorra quratulain qusai qusay
raabia raabiah raafi raahi raahil raahim raajan raameen raavi raaya raayan rabaab rabab rabail rabia rabiah rabiya
rachael racheal rachel rachele rachelle radek radeyah radha radhika radhya radia radin radiya radiyah radka radley
radoslav radoslaw radu radvin radwa radwan rae raea raeanne raed raees raeesa raeesah raef raegan raei raekwon rael
raelle raelyn raelynn raena raeven raeya raf rafa rafael rafaela rafaella rafal rafan rafay rafe rafee raffael
raffaele raffaella raffaello rafferty raffi raffie raffy rafi rafia rafiah rafik rafiq rafsan raghad raghav ragnar
raha rahaf rahan rahand rahat raheel raheela raheem raheema raheemah rahees raheim rahel rahela rahi rahib rahiem
rahil rahila rahim rahima rahimah rahma rahmah rahman rahmat rahul rai raiden raiens raif raife raigan raiha raihaan
raihan raihana raima raina raine rainey rainie rainn raisa raisah raisha raissa raith raiya raiyaan raiyah raiyan
raizel raizy raja rajab rajan rajbir rajdeep rajesh rajinder rajiv rajni rajpal rajpreet rajun rajveer rajvinder
rajvir rakeem rakesh rakib rakim rakin raksha raleigh ralf ralfie ralfs ralph ralphi ralphie ralphy raluca rama
raman ramandeep ramanpreet ramatoulie ramaya ramazan rameen rameesa rameesah rameesha rameez ramel rami ramiah
ramin ramir ramiro ramisa ramisha ramiyah ramiz ramla ramlah ramneek ramneet ramon ramona ramone ramsay ramsey ramsha
ramy ramya ramzan ramzi ramzy rana ranbir randa randal randall randeep randell randi randolph raneem ranell rani rania
raniya raniyah ranjit ranjodh ranulph ranveer ranvir ranya rao raoul rapha raphael raphaela raphaella raphaelle raqeeb
raqib raqiya raquel rares rasan raseel rasha rashaad rashaan rashad rasharn rashaun rashawn rashed rasheed rashid
rashida rasmus rateel ratu rauf raul raunak rauri raveen raveena ravenna ravi ravina ravinder ravleen ravneet rawa
rawan rawand rawdah rawen raya rayaan rayah rayan rayana rayane rayann rayanna rayanne rayansh rayden raye rayen
rayford rayhaan rayhan rayhana rayhanah raylan raym raymon raymond raymundo rayn rayna rayne raynie raysa rayssa rayya
rayyaan rayyan raz raza razan razia razvan razwan reace reagan reagen reah reann reanna reanne reba rebbeca rebbecca
rebeca rebecca rebeccah rebecka rebeckah rebeka rebekah rebekka rebekkah reda redford redmond redwan reece reegan
reeha reehan reem reema reena reenie rees reese reesha reeva reevah reevie reeya reeyan refoel refugio reg regan reggi
reggie regina reginald reha rehaan reham rehan rehana rehanna rehma rehman rehmat rei reia reian reice reigan reiley
reilly reily reinaldo reine reisel reiss reisy reiva reizel rejan rejus reka rema remae remai remas remaya remayah
remee remel remell remi remiah remie remiel remigiusz remington remiyah remmi remmie remmy remo remus remy ren rena
renad renae renai renaldo renas renata renate renato renay renaya renayah renaye rendall rene renea renee renell
renesmae renesmai renesmay renesme renesmee reneya renezmae reni renita renley renly renn rennae rennie renny reno
renz renzo reo reon reshma reta retaj retal retha reu reuban reuben reubyn reuel reuven reva revan rewan rex rexford
rey reya reyaan reyaansh reyah reyan reyansh reyes reyhan reyhana reyna reynaldo reyon reyyan reza rezwan rezwana
rhaenyra rhaya rhea rheanna rheanne rheannon rheia rheo rheon rhett rheya rhia rhiain rhian rhiana rhiane rhiann
rhianna rhiannah rhiannan rhianne rhiannon rhianon rhianwen rhianydd rhidian rhiley rhion rhiya rhoda rhodes rhodri
rhome rhona rhonda rhuben rhun rhya rhyan rhyanna rhyanne rhyannon rhyce rhydian rhylan rhylee rhyley rhylie rhys
rhyse ria riaan riad riah rian riana riann rianna riannah rianne riannon riaz ricardo ricards riccardo ricco richa
richard richelle richie ricki rickie ricky rico rida ridah riddhi ridha ridhaan ridhi ridhima ridhwaan ridhwan ridley
ridwaan ridwan riece riella rielle rielly riely rien rieva rifat rifka rifky rigby riggs rigoberto rihaan riham rihan
rihana rihannah rihanne rija rijja rikardo rikesh riki rikki riko riku rilee rileigh riley rilwan rima rimas rimini
rimsha rimshah rina rinad rinesa rinoa rinor rion riona riordan risa risha rishaan rishab rishabh rishan rishav rishi
rishik rishika rishikesh rishita rishiv rishon rita ritaj rital ritchie ritesh rithanya rithik rithika rithvik ritik
ritika ritisha ritvik rivaan rivah rivaldo rivan rivka rivkah rivky riya riyaad riyaan riyad riyadh riyah riyan riyana
riyansh riyanshi riyaz riyon riza rizwaan rizwan rizwana roaa roan roanna roary robat robbie robbo robby robel robert
roberta robertas roberto robson robt roby robyn robynn robynne rocco rochel rochelle rocio rockie rocko roco roda
roddy roderick rodger rodi rodin rodina rodolfo rodrick rodrigo roel roen rogan rogelio roger roha rohaan rohail roham
rohan rohanna rohat rohima rohin rohini rohit rohith roise roisin rojda rojhat rojin rojus rokas roksana roland
rolando rolf rolland rollo romaan romain romaisa romana romane romani romanie romano romany romari romario romaya
romaysa romee romeesa romel romell romelle romello romessa romey romi romie romilly romily romina romola romona romy
ron rona ronak ronald ronan ronav ronda ronel roni ronia ronika ronin ronit ronja ronni ronnie ronny ronya roo rooney
roop roosevelt rorey rori rorie rory rosa rosabel rosabella rosabelle rosalba rosalea rosalee rosaleen rosaleigh
rosalia rosalie rosalina rosalind rosalinda rosaline rosalyn rosamund rosana rosanna rosannah rosanne rosaria rosco
roscoe roseann roseanna roseanne roseline rosella roselyn rosemarie rosendo rosetta rosey roshaan roshan roshane
roshaun rosheen roshni rosie rosina rosita roslyn ross rossi rosy rourke roux rovan rowanne rowe rowena rowenna
rowland rowyn roxana roxane roxann roxanna roxanne roxi roxie roxy roy roya royston roza rozalia rozeena rozerin rozh
rozina rron rua ruadhan ruaidhri ruairi ruairidh ruan ruaraidh ruari ruaridh ruba rubab ruban rubani rubee rubel ruben
rubens rubi rubie rubin rubina rubyn ruchel ruchi rudi rudie rudolf rudolph rudra rudransh rudy rudyard rueban rueben
ruel rufael rufaida rufaidah rufaro rufta rufus rugile ruhaan ruhama ruhan ruhani ruhel ruhi ruhul rui rukaiya rukaya
rukayat rukayya rukhsaar rukhsar rukia rukiya ruksana ruksar rukshana rumaan rumaanah rumaisa rumaisah ruman rumana
rumaysa rumaysaa rumaysah rumbidzai rumer rumeysa rumi rummanah runa ruo rupert rupinder ruqaiya ruqaiyah ruqaya
ruqayah ruqayya ruqayyah ruqiya rushda rushil ruslan rusne russ russell rustam ruta rutendo ruth ruthie ruti rutvi
ruvarashe ruvimbo ruwaida ruwayda ruwaydah ruweyda ruya ruzgar rya ryaan ryah ryan ryana ryandeep ryanna ryden ryhan
ryker ryla rylan ryland rylea rylee ryleigh rylen ryley rylie rylo rym ryo ryszard ryu ryver
"""
