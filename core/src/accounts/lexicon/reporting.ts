import { wordSet } from '../words.ts'

/** Verbs that hand on what someone said or wrote. */
export const sayingVerbs = wordSet(`
  said say says saying told tell tells telling added adds adding asked ask asks asking replied replies reply replying responded
  responds answered answers stated states stating wrote writes writing announced announces announcing confirmed confirms
  confirming claimed claims claiming alleged alleges alleging argued argues explained explains explaining insisted insists
  acknowledged acknowledges admitted admits denied denies testified testifies testifying recalled recalls recounted
  described describes describing noted notes noting yelled yells yelling shouted shouts shouting screamed screams screaming
  cried cries called calls whispered muttered urged urges urging warned warns vowed promised promises pledged
  remarked continued continues concluded concludes read reads reported reports reporting posted tweeted declared declares
  maintained maintains contended contends suggested suggests believe believes believed estimated estimates begged begs
  identified identifies identifying named blamed decline refuse
  declined declines refused refuses ruled rules determined found finds acknowledging denying praised blamed accused accuses thanked apologized apologised
  ordered commanded demanded demands repeated repeats exclaimed laughed joked quipped complained disputed disputes
  dijo dice dijeron afirmó afirma afirmaron aseguró aseguraron declaró declararon explicó explicaron señaló señalaron indicó
  indicaron añadió agregó agregaron contó relató manifestó sostuvo respondió preguntó gritó confirmó confirmaron informó
  informaron expresó comentó precisó recordó lamentó denunció advirtió pidió insistió
`)

/** Of these, the verbs that can also open a plain clause about a thing; alone they do not make a source. */
export const weakSayingVerbs = wordSet(`
  called calls ordered commanded demanded read reads continued continues reported reports suggested suggests believe believes
  believed estimated estimates noted notes repeated laughed cried writing found demands asked ask asks named decline refuse
  described describes describing pidió contó recordó saying warns maintained found finds ruled determined promised pledged praised blamed thanked apologized apologised accused accuses rules
`)

/** Nouns that stand for words issued by somebody. */
export const statementNouns = wordSet(`
  statement release report complaint affidavit lawsuit suit filing document documents records memo letter email post tweet
  transcript warrant bulletin advisory update summary notice indictment comunicado informe denuncia
`)

/** Nouns that stand for a recording. */
export const recordingNouns = wordSet(`
  video videos footage recording recordings bodycam camera cameras cctv audio clip clips livestream dashcam film tape tapes
  grabación grabaciones vídeo vídeos cámara cámaras imágenes images surveillance
`)

/** What a recording does in a sentence: "video shows", "the footage captured". */
export const showingVerbs = wordSet(`
  show shows showed shown showing capture captures captured depict depicts depicted reveal reveals revealed record recorded
  suggest suggests indicate indicates muestra muestran mostró capta captó revela
`)
