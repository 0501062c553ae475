import assert from 'node:assert/strict'
import test from 'node:test'
import { entryDetails, oddities } from '@sightline/core/case'
import { errorCodes } from '@sightline/core/errors'
import { accountsWordsIn } from './accounts-words.ts'
import { caseWordsIn } from './case-words.ts'
import { editsWordsIn } from './edits-words.ts'
import { en as enAtOnce } from './en.ts'
import { enClock } from './en-clock.ts'
import { enLooking } from './en-looking.ts'
import { es as esAtOnce } from './es.ts'
import { esClock } from './es-clock.ts'
import { esLooking } from './es-looking.ts'
import { helpWordsIn } from './help-words.ts'
import { languageFrom } from './index.ts'
import { laterWordsIn } from './later-words.ts'
import { listeningWordsIn } from './listening-words.ts'
import { logWordsIn } from './log-words.ts'
import { numbersIn } from './numbers.ts'
import { placingWordsIn } from './placing-words.ts'

const en = {
  ...enAtOnce,
  later: { ...enAtOnce.later, clocks: placingWordsIn('en'), looking: enLooking, case: caseWordsIn('en') },
  ...enClock,
  ...logWordsIn('en'),
  ...helpWordsIn('en'),
  ...laterWordsIn('en'),
  accounts: accountsWordsIn('en'),
  listening: listeningWordsIn('en'),
}
const es = {
  ...esAtOnce,
  later: { ...esAtOnce.later, clocks: placingWordsIn('es'), looking: esLooking, case: caseWordsIn('es') },
  ...esClock,
  ...logWordsIn('es'),
  ...helpWordsIn('es'),
  ...laterWordsIn('es'),
  accounts: accountsWordsIn('es'),
  listening: listeningWordsIn('es'),
}

/** Every message by its path; functions are called with ones and twos to see both their forms. */
function messages(catalogue: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(catalogue).flatMap(([key, value]): readonly (readonly [string, string])[] => {
    const at = `${path}.${key}`
    if (typeof value === 'string') return [[at, value]]
    if (typeof value !== 'function') return messages(value, at)
    return [1, 2].map(n => {
      const said = String(value(...Array.from({ length: value.length }, () => n)))
      return [`${at}(${n})`, said] as const
    })
  })
}

test('every message of one language is there in the other, and none is empty', () => {
  const [english, spanish] = [messages(en), messages(es)]
  assert.deepEqual(
    spanish.map(([path]) => path),
    english.map(([path]) => path),
  )
  for (const [path, text] of [...english, ...spanish]) assert.ok(text.trim().length > 0, path)
})

test('no Spanish sentence was left in English', () => {
  const english = new Map(messages(en))
  const left = messages(es).filter(([path, text]) => text.includes(' ') && english.get(path) === text)
  // What only puts values side by side reads alike in both.
  const alike =
    /case\.due\.(by|counted)|pinnedBy|count\.said|[mM]etres|distance\.stated|work\.(seconds|minutes)|listening\.(measured\.dbfs|sound\.(hz|db)|keys|impulses\.(error|level|windowMs|hear|keys\.\d+\.0))/
  assert.deepEqual(
    left.map(([path]) => path).filter(path => !alike.test(path)),
    [],
  )
})

test('every entry, oddity and reason that the case can hold has its words', () => {
  assert.deepEqual(Object.keys(en.entries).sort(), Object.keys(entryDetails).sort())
  for (const code of oddities) assert.ok(code in en.oddities, code)
  const reasons = Object.keys(errorCodes).filter(code => /^(intake|media)\.|^cancelled/.test(code))
  for (const code of reasons) assert.ok(code in en.why, code)
})

test('the first known language that a reader wants is taken, else English', () => {
  assert.equal(languageFrom(['fr-CA', 'es-MX', 'en']), 'es')
  assert.equal(languageFrom(['de']), 'en')
})

test('days of the calendar are told whole, and whole months and years by their names', () => {
  const told = (from: string, to: string) => [
    numbersIn('en').days({ from, to }),
    numbersIn('es').days({ from, to }),
  ]
  assert.deepEqual(told('2026-06-17', '2026-06-18'), ['Wed, Jun 17, 2026', 'mié, 17 jun 2026'])
  assert.deepEqual(told('2026-12-01', '2027-01-01'), ['December 2026', 'diciembre de 2026'])
  assert.deepEqual(told('2024-01-01', '2025-01-01'), ['2024', '2024'])
  assert.match(told('2026-06-17', '2026-06-19')[0] ?? '', /^Wed, Jun 17.*Thu, Jun 18, 2026$/)
})

test('numbers carry as many digits as mean something, in the reader’s own notation', () => {
  assert.equal(numbersIn('en').ms(0.42), '0.4')
  assert.equal(numbersIn('es').ms(0.42), '0,4')
  assert.deepEqual([0, 0.001, 0.04, 9.96].map(numbersIn('en').ms), ['0.0', '< 0.01', '0.04', '10.0'])
  assert.equal(numbersIn('en').ms(43.7), '44')
  assert.equal(numbersIn('en').signedMs(-12.345), '−12.345')
  assert.equal(numbersIn('en').bytes(48_211_904), '48.2 MB')
  assert.equal(numbersIn('en').utc('2031-05-03T09:01:08.040Z'), '2031-05-03 09:01:08.040')
})

test('what stands where a bar has no room is shorter than the words that it stands for', () => {
  for (const words of [editsWordsIn('en'), editsWordsIn('es')])
    for (const [kind, short] of Object.entries(words.shortTags)) {
      const long = { ...words.kinds, ...words.sounds }[kind as keyof typeof words.kinds]
      assert.ok(short.length < long.length, `${kind}: ${short}, ${long}`)
    }
})
