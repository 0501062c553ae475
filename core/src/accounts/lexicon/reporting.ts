import { wordSet } from '../words.ts'

/** Spanish verbs that hand on what someone said; they often stand before whoever says it, or alone. */
export const spanishSayingVerbs = wordSet(`
  dijo dice dicen dijeron decía afirmó afirma afirman afirmaron aseguró asegura aseguran aseguraron declaró declara declararon
  explicó explica explican explicaron señaló señala señalan señalaron indicó indica indican indicaron añadió añade agregó agrega
  agregaron contó cuenta cuentan contaron relató relata relatan relataron narró narra manifestó manifiesta manifestaron sostuvo
  sostiene sostienen respondió responde respondieron contestó preguntó pregunta gritó grita gritaron confirmó confirma
  confirmaron informó informa informaron expresó expresa comentó comenta comentaron precisó precisa recordó recuerda lamentó
  lamenta denunció denuncia denunciaron advirtió advierte insistió insiste niegan aseguraban estimaron calculan cifraron cifró exclamó reiteró reitera subrayó subraya destacó
  destaca apuntó apunta aclaró aclara detalló detalla reveló admitió admite reconoció reconoce negó niega negaron alegó alega
  argumentó argumenta concluyó opinó opina reclamó reclama exigió exige testificó escribió escribe anunció anuncia anunciaron
  calculó estimó describió describe replicó susurró suplicó confesó puntualizó matizó enfatizó remarcó criticó acusó refirió
  repetía repetían repite repitió gritaba gritaban insistía insistían explicaba explicaban respondía añadía agregaba sostenía sostenían
  lamentaba reconocía afirmaba afirmaban negaba negaban preguntaba decían comentaba denunciaba señalaba
  reza rezan contradice apostilló apostilla zanjó zanja espetó espeta ironizó ironiza enfatiza puntualiza remarca critica
  coreaba coreaban coreó corearon cantaba cantaban rezaba
  desmiente desmintió desmienten avisa avisó avisan zanjan remacha remachó confía confió sentencia sentenció bromea bromeó protesta protestó suspira solloza sollozó
  clama clamó implora imploró ruega rogó suplica susurra murmura murmuró musita corrige corrigió tercia apostillan resume resumió resumen cuestiona cuestionó
  adelantó adelanta adelantaron recalcó recalca recalcaron remarcaron rechazó rechaza rechazan rechazaron indicaban
  consideró considera consideraron consideran sugirió sugiere planteó plantea valoró valora
  declinó declinaron rehusó rehusaron coincide coinciden coincidieron sostenían
  defiende defendió rebate rebatió ataja atajó apostrofa asiente confiesa evoca evocó rememora rememoró relatan refiere asevera aseveró
  ordenó ordena ordenaron ordenaba quejó queja quejan quejaba expuso atribuyó atribuye atribuyeron relataba contaba aseguraba pidió pide calificó califica calificaron tildó tachó
`)

/** Verbs that hand on what someone said or wrote. */
export const sayingVerbs = wordSet(`
  said say says saying told tell tells telling added adds adding repeating asked ask asks asking replied replies reply replying responded
  responds answered answers stated states stating wrote writes writing announced announces announcing confirmed confirms
  confirming claimed claims claiming alleged alleges alleging argued argues explained explains explaining insisted insists
  acknowledged acknowledges admitted admits denied denies testified testifies testifying recalled recalls recounted
  described describes describing noted notes noting yelled yells yelling shouted shouts shouting screamed screams screaming
  cried cries called calls whispered muttered urged urges urging warned warns vowed promised promises pledged
  remarked continued continues concluded concludes read reads reported reports reporting posted tweeted declared declares
  maintained maintains contended contends suggested suggests believe believes believed estimated estimates begged begs
  identified identifies identifying named blamed decline refuse write
  declined declines refused refuses ruled rules determined found finds acknowledging denying praised blamed accused accuses thanked apologized apologised
  ordered commanded demanded demands repeated repeats exclaimed laughed joked quipped complained disputed disputes
  stressed stresses emphasized emphasised emphasizes cautioned conceded lamented reiterated countered retorted snapped asserted
  asserts disclosed commented speculated confided confides affirmed affirms averred swore attested texted messaged emailed
  tweets echoed complains recounts remembers remembered thinks sobbed hollered barked bellowed observed revealed relayed
  vows advised advises related assured assures agreed agrees thought hopes detailed guessed theorized opined
  fumed raged seethed wept sighed mused grumbled groaned roared thundered boomed interjected pleaded pleads implored wailed
  whimpered moaned howled chuckled scoffed sneered hissed growled snarled stammered stuttered mumbled murmured gasped
  volunteered offered barking pleading begging shrieked bawled blurted hollers barks pleaded jeered taunted scolded chided
  ranted vented attributed attributes allege argue explain insist acknowledge admit deny testify recall
  describe announce confirm warn urge contend maintain suggest dispute complain remember vow promise claim counter counters
  blasted blasts slammed slams branded brands dismissed dismisses condemned condemns decried decries denounced denounces derided labelled labeled
  chanted chants chanting sang sing sings radioed radios texts emails messages phoned
  characterized characterised likened compared compares hailed rubbished ridiculed expressed expresses voiced voices instructs instructed
  questioned questions criticized criticised criticizes criticises rejected rejects cited cites pointed
  suspect suspects suspected wonders treating listed lists offered offers welcomed welcomes applauded applauds lauded deplored
  informed informs inform intimated hinted hints mentioned mentions accepted accepts accept recommended recommends predicted predicts boasted bragged
  attests posits reasoned reasons surmised alleges figured figures reckons reckoned swears swear stated restated
  ${[...spanishSayingVerbs].join(' ')}
`)

/** Of these, the verbs that can also open a plain clause about a thing; alone they do not make a source. */
export const weakSayingVerbs = wordSet(`
  called calls ordered commanded demanded read reads continued continues reported reports suggested suggests believe believes
  believed estimated estimates noted notes repeated laughed cried writing found demands asked ask asks named decline refuse write
  repeating described describes describing pidió pide cuenta contó recordó recuerda apunta niega
  announced announces announce describe maintain suggest remember promise claim joked offered attributed
  attributes volunteered figured figures reckons reckoned reasons counter swear
  blasted blasts slammed slams branded brands dismissed dismisses condemned condemns decried decries denounced denounces derided labelled labeled
  characterized characterised likened compared compares hailed rubbished ridiculed expressed expresses voiced voices instructs instructed
  questioned questions criticized criticised criticizes criticises rejected rejects cited cites pointed rechazó rechaza rechazan rechazaron
  suspect suspects suspected wonders treating listed lists offers welcomed welcomes applauded applauds lauded deplored
  informed informs inform hinted hints mentioned mentions accepted accepts accept recommended recommends predicted predicts coincide coinciden coincidieron
  sang sing sings radios texts emails messages phoned rezaba
  radioed texted emailed messaged
  observed revealed remembers remembered thinks thought advised advises related assured assures agreed agrees hopes detailed
  guessed echoed swore saying warns maintained found finds ruled determined promised pledged praised blamed thanked apologized apologised accused accuses rules
`)

/** Of the weak verbs, what only somebody who speaks can do. */
export const speechActs = wordSet(`
  attributes attributed guessed blames remembered recalled described describes describe remembers welcomed welcomes applauded applauds hailed hails lauded deplored wonders characterized characterised characterizes thanked thanks praised praises condemned condemns questioned questions criticized criticised
  criticizes criticises rejected rejects dismissed dismisses denounced denounces decried decries blamed blames promised promises hinted hints
  pledged vowed cited cites lamented apologised apologized rechazó rechazan rechaza criticó condenó
`)

/** Nouns that stand for words issued by somebody. */
export const statementNouns = wordSet(`
  minutes transcripts statement release report complaint affidavit lawsuit suit filing document documents records memo letter email post tweet
  transcript warrant bulletin advisory update summary notice indictment comunicado informe denuncia inventory log logs ledger
  analysis emails messages texts calculations reconstruction
  order spreadsheet certificate autopsy audit data figures files review memorandum ruling minutes entry entries study paperwork
  receipt receipts papers paperwork manifest chart charts survey registro registros acta expediente parte orden
`)

/** Nouns that stand for a recording. */
export const recordingNouns = wordSet(`
  video videos footage recording recordings bodycam camera cameras cctv audio clip clips livestream dashcam film tape tapes
  radio dispatch photo photos photograph photographs grabación grabaciones vídeo vídeos cámara cámaras imágenes images surveillance
`)

/** What a recording does in a sentence: "video shows", "the footage captured". */
export const showingVerbs = wordSet(`
  records contains picks show shows showed shown showing capture captures captured depict depicts depicted reveal reveals revealed record recorded
  suggest suggests indicate indicates confirm confirms confirmed contradict contradicts document documents documented
  prove proves proved muestra muestran mostró capta captó revela
`)
