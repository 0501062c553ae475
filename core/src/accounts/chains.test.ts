import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'

/** The chains of an account's last sentence, each from who said it to the last hand. */
function lastChains(text: string): string {
  const { sentences, attributions } = readAccount(text)
  const last = sentences.at(-1)
  return attributions
    .filter(({ start }) => start === last?.start)
    .map(({ chain }) => chain.join(' > '))
    .join('; ')
}

function check(told: readonly (readonly [string, string])[]): void {
  for (const [text, chain] of told) assert.equal(lastChains(text), chain, text)
}

test('a source is called by its noun, and keeps what tells which one is meant', () => {
  check([
    ['A source close to the inquiry said the gate was locked.', 'A source'],
    ['Two officials briefed on the matter said the gate was locked.', 'Two officials'],
    ['An officer with a bullhorn said that the march was over.', 'An officer'],
    ['A recording of her call shows that she said it was a toy.', 'A recording'],
    ['The sheriff of Hollis County said the gate was locked.', 'The sheriff of Hollis County'],
    ['A spokesman for the county said the gate was locked.', 'A spokesman for the county'],
  ])
})

test('what is seen in a recording is not who tells of it, nor is where a camera hangs', () => {
  check([
    [
      'A phone is seen in his left hand and a stick in his right in the footage captured by the body camera of the officer who ran first.',
      'the footage',
    ],
    ['A camera mounted to the shed feet from where he sat showed a stick fall from his hand.', 'A camera'],
    ['The loss was confirmed by the coroner.', 'the coroner'],
  ])
})

test('declining to say something is said by whoever declines', () => {
  check([
    ['The union would not be drawn on whether the lock worked.', 'The union'],
    ['The prosecutor’s office had no comment.', 'The prosecutor’s office'],
    ['The marshal wouldn’t talk to us.', 'The marshal'],
    ['The minister did not want to go into details.', 'The minister'],
    ['El alcalde declinó hacer comentarios.', 'El alcalde'],
    ['La alcaldesa no respondió a las preguntas de este diario.', 'La alcaldesa'],
    [
      'HOST: And the school?\n\nROE: It rained.\n\nHOST: Who was there?\n\nROE: Principal Ann Lee declined to say.',
      'Roe; Ann Lee > Roe',
    ],
    [
      'HOST: And the school?\n\nROE: It rained.\n\nHOST: Who was there?\n\nROE: Principal Ann Lee declined the pills.',
      'Roe',
    ],
  ])
})

test('another outlet that words came through is a link of their chain, and the account’s own is none', () => {
  check([
    [
      'Milo Kantor was asleep, the Lakeshore Courier reported.\n\nThe airport authority told the Courier that staff had called police.',
      'The airport authority > the Courier',
    ],
    [
      'The Ridge Herald\n\nMan dragged from lounge\n\nBy Ann Lee\n\nThe airport authority told the Herald that staff had called police.',
      'The airport authority',
    ],
    ['The shooting was first reported by the Ellery Islander.', 'the Ellery Islander'],
    ['The Chronicle, citing two officials, reported that he had a warrant.', 'two officials > The Chronicle'],
  ])
})

test('verbs of handing on are read past what stands between them and what they tell', () => {
  check([
    ['Officer Brace informed me that a man had left the house.', 'Brace'],
    ['The clerk remembers, too, that it rained.', 'The clerk'],
    ['The Courier, which saw the footage, says Milo Kantor, 61, was asleep.', 'The Courier'],
    ['Un testigo contó a El Correo que el hombre estaba esposado.', 'Un testigo'],
    ['Su esposa, Delia Ríos, lo desmiente.', 'Delia Ríos'],
    ['Varios testigos coinciden en que hubo gas.', 'Varios testigos'],
  ])
})

test('what only somebody who speaks can do makes them a source, and what is done to them does not', () => {
  check([
    ['Neighbors described a loud crash.', 'Neighbors'],
    ['The chief characterized the shooting as unavoidable.', 'The chief'],
    ['Her lawyer pointed out that no camera was running.', 'Her lawyer'],
    ['Police have named the victim as Ann Lee.', 'Police'],
    ['The hospital reported him in stable condition.', 'The hospital'],
    ['Chief Quist asked for patience.', 'Quist'],
    ['The senator offered her condolences.', 'The senator'],
    ['Residents were urged to stay inside.', ''],
    ['The roommate was not questioned.', ''],
    ['Deputies answered a call about a fight.', ''],
  ])
})

test('papers, tests and recordings are sources by what they tell', () => {
  check([
    ['The paramedic’s run sheet describes the injury as minor.', 'The paramedic’s run sheet'],
    ['A draft report leaked to the press blames the pilot.', 'A draft report'],
    ['Ballistics tests matched the bullet to the gun.', 'Ballistics tests'],
    ['Nothing in the report mentions a knife.', 'the report'],
    ['The log, obtained through a records request, has no entry after two.', 'The log'],
    ['The paper reviewed hours of video, which shows no weapon.', 'video'],
    ['The doorbell video from across the street shows a man.', 'The doorbell video'],
    ['The company referred to an earlier statement.', 'The company'],
  ])
})

test('who told it first stands first in the chain', () => {
  check([
    ['Investigators learned from a clerk that the door was open.', 'a clerk'],
    ['The radio station quoted a medic as saying that 14 had died.', 'a medic > The radio station'],
    ['The arrest was confirmed by a sheriff’s spokeswoman.', 'a sheriff’s spokeswoman'],
    ['He is remembered by friends as gentle.', 'friends'],
  ])
})

test('“it shows” and what can be seen go on with the recording or the paper of the sentence before', () => {
  check([
    ['Fen TV has seen forty seconds of footage. It shows smoke.', 'footage'],
    ['Fen TV has seen forty seconds of footage. No masks can be made out.', 'footage'],
    ['Her lawyer filed a complaint. It alleges that the guards slept.', 'a complaint'],
    ['She watched the video. It does not show a rifle.', ''],
    ['The mayor said the order was lawful; the chief would not comment.', 'The mayor; the chief'],
    ['The union has written to the minister. In the letter it says the doors were faulty.', 'The union'],
  ])
})

test('a headline, an account that is spoken of and a passive name whose words they give', () => {
  const story = '\n\nPolice dragged a man out of the lounge, and nobody helped him there.'
  const headed = (head: string) =>
    readAccount(head + story)
      .attributions.filter(({ start }) => start === 0)
      .map(({ source }) => source)
  assert.deepEqual(headed('Airport police dragged blind passenger from lounge: report'), ['report'])
  assert.deepEqual(headed('Bodycam: Officer tased teen four times behind school'), ['Bodycam'])
  check([
    ['In the account that Nestor Quill gave to me, there was no knife.', 'Nestor Quill'],
    ['A recording of her call, obtained by the agency, bears out part of that.', 'A recording'],
    ['La noticia fue adelantada por Radio Cañas.', 'Radio Cañas'],
    ['The station obtained the video through a public records request.', ''],
  ])
})

test('who joins in, who sees it otherwise and by whose count it is are sources', () => {
  check([
    ['The nurse said the door was locked. So did the guard at the gate.', 'the guard'],
    ['The nurse saw the door. So did the guard at the gate.', ''],
    ['Neither of the two porters waiting inside recalled a bell.', 'the two porters'],
    ['Two porters were inside. Both remembered a bell.', 'both porters'],
    ['Passengers gave varying accounts of the noise.', 'Passengers'],
    ['The van covered four miles, by the paper’s own measurement.', 'the paper'],
    ['The gate opens at nine, by the yard camera.', 'the yard camera'],
    ['The chief wants us to believe that nobody knocked.', 'The chief'],
    ['The family sees it otherwise: he was asleep.', 'The family'],
    ['The brakes held, or at least that is the position of the bus company.', 'the bus company'],
    ['Three separate witnesses place the van at the gate.', 'Three separate witnesses'],
    ['He burned it, the ministry said the next morning, as if that were an answer.', 'the ministry'],
    ['The engine failed, according to council minutes.', 'council minutes'],
    ['Her hand was broken, according to a federal lawsuit filed Tuesday.', 'a federal lawsuit'],
    ['According to an aide, Mr. Roe said to the guard, “Take him out,” and laughed.', 'Roe > an aide'],
    ['21:16:10 SECURITY DESK ADVISES TWO SHOTS HEARD.', 'SECURITY DESK'],
  ])
})

test('Spanish reports between commas go back to whoever spoke last', () => {
  check([
    ['Un vecino contó que lo amarraron. Los guardias, agregó, tardaron diez minutos.', 'Un vecino'],
    ['Un vecino contó que lo amarraron. Según él, el guardia dormía.', 'Un vecino'],
    ['El chófer lo negó. Así lo confirmaron también dos enfermeras.', 'dos enfermeras'],
  ])
})

test('what was done to somebody hands nothing on', () => {
  check([
    [
      'The officer had warned him first and “had reason to be afraid,” the police union said.',
      'the police union',
    ],
    ['Our steward, Mr. Dov Adler, objected in writing.', ''],
  ])
})

test('who a sentence of its own says was interpreted speaks through the interpreter', () => {
  check([
    [
      'Amparo Roe spoke in Spanish, and her nephew, Saul Ray, interpreted. “They shut the door,” she said.\n\n“Nobody called me,” Roe added.',
      'Amparo Roe > Saul Ray',
    ],
    [
      'Amparo Roe said through an interpreter that they shut the door. “Nobody called me,” she added.',
      'Amparo Roe',
    ],
  ])
})

test('what somebody goes by in what they tell is the first link, and their own letter is none', () => {
  check([
    [
      'A lawyer for the family, Ann Lee, said doorbell video shows the door was open.',
      'doorbell video > Ann Lee',
    ],
    ['Coroner Ann Lee said that an autopsy found no drugs.', 'an autopsy > Ann Lee'],
    ['Blood tests showed no alcohol, said an attorney for his family, Ann Lee.', 'Blood tests > Ann Lee'],
    ['The mayor said that the officer found the door open.', 'The mayor'],
    ['The park district said in a statement that a ranger threw a rope.', 'The park district'],
    ['Ann Lee said through an interpreter that the door was open.', 'Ann Lee > an interpreter'],
  ])
})

test('where somebody speaks is no part of who does, and who is told or warned says nothing', () => {
  check([
    ['On that recording a voice says “Drop it” one time.', 'a voice > recording'],
    ['From the back seat a small voice can be heard crying, “Make him stop!”', 'a small voice'],
    ['When he became unwell, officers called 999 at once.', ''],
    ['The driver was warned that a stun gun would be used.', ''],
    ['At no point did the man say that he could not breathe.', ''],
    ['The clip shows the deputy walk up to the car and bark: “Out.”', 'the deputy > The clip'],
  ])
})

test('who speaks for or against something, moves it or treats it as something is its source', () => {
  check([
    ['Ann Lee spoke in favor of the program.', 'Ann Lee'],
    ['Member Ann Lee moved to suspend the agreement for 60 days.', 'Member Ann Lee'],
    ['Member Ann Lee moved to the window.', ''],
    ['Police are treating the death as unexplained.', 'Police'],
    ['La familia no lo cree.', 'La familia'],
  ])
})

test('those whom an account asked are whom “they”, “one” and “three of them” mean', () => {
  const asked = 'We spoke to four students who were there. '
  check([
    [`${asked}They all said the fight was over.`, 'four students'],
    [`${asked}One said a teacher had parted the girls.`, 'one student'],
    [`${asked}The girl was not in it, three of them said.`, 'three students'],
  ])
})

test('two who say it together are two sources', () => {
  check([
    [
      'Police broke up a march, injuring several students, witnesses and officials said.',
      'witnesses; officials',
    ],
    [
      'The deputy gave no warning, the worker’s wife and two co-workers said.',
      'the worker’s wife; two co-workers',
    ],
    ['The driver ran, and officers said the road was wet.', 'officers'],
  ])
})

test('behind a comma whoever spoke goes on, and not whom they told', () => {
  check([
    ['Dietrich told reporters, adding that the round had bounced.', 'Dietrich'],
    [
      'She said it was late. The chief told jurors the gate was shut, saying the lock had failed.',
      'The chief',
    ],
  ])
})

test('somebody who is heard on a recording comes through it', () => {
  check([
    ['On the dashcam video, Trooper Ann Lee says “stop”.', 'Ann Lee > the dashcam video'],
    ['On the recording a voice says “drop it” twice.', 'a voice > the recording'],
  ])
})

test('what is told in the present behind a recording goes on with it, and what somebody says does not', () => {
  check([
    [
      'A cellphone video shows an officer holding a girl by the arms. He lifts her off her feet.',
      'A cellphone video',
    ],
    [
      'A cellphone video shows an officer holding a girl. Then he puts his knee on her back.',
      'A cellphone video',
    ],
    ['A cellphone video shows an officer holding a girl. He is on leave.', ''],
  ])
})

test('whom an account that tells in the past lets speak in the present behind a recording is heard on it', () => {
  const lead =
    'A spokesman said the driver was calm. On the recording, a trooper calls out a speed of “ninety.”\n\n'
  check([
    [`${lead}“Do you want to break off?” a dispatcher asks.`, 'a dispatcher > the recording'],
    [`${lead}“He is all over the road,” a dispatcher said on Friday.`, 'a dispatcher'],
    [`${lead}The road is closed.\n\nIt is wet.\n\n“We want answers,” the mayor says.`, 'the mayor'],
    [
      'The mayor says it was late. The chief says no. On the recording, a trooper calls out a speed of “ninety.”\n\n“We want answers,” a neighbor says.',
      'a neighbor',
    ],
  ])
})

test('“it” goes on with a paper that others have spoken since', () => {
  check([
    [
      'The sheriff’s press release says he was alone. Vesna Ilic says his wrists were black.\n\nIt also says he was seen at six.',
      'The sheriff’s press release',
    ],
  ])
})

test('who told somebody, and who is asked to stop saying something, is a source', () => {
  check([
    ['She was told of his death by a chaplain.', 'a chaplain'],
    ['I would ask the Sheriff, with respect, to stop saying “narcotics.”', 'the Sheriff'],
    ['Officer Ann Lee arrived at six. In her words, the man was calm.', 'Ann Lee'],
    ['Three inmates in Pod C state that he called for help.', 'Three inmates'],
    ['La víctima fue identificada por sus familiares como Evaristo Luna.', 'sus familiares'],
  ])
})

test('nouns, acts and another office are no sources', () => {
  check([
    ['One warning is audible.', ''],
    ['Service will resume on Thursday.', ''],
    ['Police declared the gathering an unlawful assembly at 8:40 p.m.', ''],
    [
      'Gene Marsh, the family’s attorney, met us. The district attorney has said that she will decide.',
      'The district attorney',
    ],
    ['Paul Treviño, portavoz de la policía, aseguró que la orden se leyó.', 'Paul Treviño'],
    ['Chief Dennis Ruud, Ash Grove Police Department, stated that the officer slipped.', 'Dennis Ruud'],
    ['The suspect, identified in court papers as Kyle Brenner, was arrested.', 'court papers'],
  ])
})
