/**
 * Makes scenes and writes what is measured at each onset in them, one a line: `p` for an impulse, `n` for anything else, `e` for an echo, `t` for a further
 * stroke of an impulse, then what a score is made of, in the order of `inputNames`, the picture, what an onset is scored by among others and what it is scored by once more.
 * `train-score.ts` trains on such lines.
 *
 *     bin/node scripts/listening/score-rows.ts FOLDER FIRST-SEED SCENES [looks|looks-near|among|near|many|many-near|under|under-near] > rows.txt
 *
 * With `looks` and `looks-near` what the looks take in, in the order of `closerNames`, and what the measures score by themselves: of scenes as without a word, and as with `near`. With `many` and `many-near` what `lessOfMany` takes, the odds that it takes from and how much it counts: of scenes as with `among` and `near`. With `under` and `under-near` of strokes under the tail of an impulse alone, and what `under-score.ts` asks: of pairs, echoes and scenes as with `among`, and of those as with `near`. With `among` the scenes are those of `row-scenes.ts`, most of them with voices, with `near` those of `near-scenes.ts`: steps, close voices and shots at a steady pace. FOLDER holds found sounds as `found-sounds.ts` takes them, or several folders do, with commas between. What is tested with must not be among them.
 */
import { SpeechFinder } from '../../app/src/listening/speech-finder.ts'
import { SpeechNetwork } from '../../app/src/listening/speech-network.ts'
import { loadFft } from '../../app/src/sound/fft.ts'
import { isWeaker } from '../../core/src/listening/echoes.ts'
import { ImpulseFinder } from '../../core/src/listening/impulse-finder.ts'
import {
  aloneScore,
  closerNames,
  impulseScore,
  inputNames,
  leastAlone,
} from '../../core/src/listening/impulse-score.ts'
import { defaultScore } from '../../core/src/listening/result.ts'
import { AmongOthers, oddsAmong, oddsOf } from '../../core/src/listening/score-among.ts'
import { secondScore } from '../../core/src/listening/second-strokes.ts'
import { type HeardAround, speechAround } from '../../core/src/listening/speech-around.ts'
import { type UnderScores, underInputs, underScore } from '../../core/src/listening/under-score.ts'
import { backgroundKinds } from '../../test/cases/listening/backgrounds.ts'
import { channelKinds, throughChannel } from '../../test/cases/listening/channel.ts'
import {
  type FoundSounds,
  makeScene,
  plainPlan,
  type Scene,
  type ScenePlan,
} from '../../test/cases/listening/scene.ts'
import { type Random, randomFrom } from '../../test/cases/sound/random.ts'
import { throughCodec } from './codecs.ts'
import { foundBeds, foundSounds } from './found-sounds.ts'
import { nearScene } from './near-scenes.ts'
import { type RowScene, rowScene } from './row-scenes.ts'
import { variedSounds } from './vary-sounds.ts'

const [folder = '', first = '1000', count = '50', wanted] = process.argv.slice(2)
const isUnder = wanted?.startsWith('under') === true
const isLooks = wanted?.startsWith('looks') === true
const isMany = wanted?.startsWith('many') === true
const isNear = wanted?.endsWith('near') === true
const isAmong = isNear || isUnder || isMany || wanted === 'among'
const [firstSeed, scenes] = [Number(first), Number(count)]
const folders = folder.split(',')
const sets = folders.map(foundSounds)
const found: FoundSounds = {
  sharp: sets.flatMap(({ sharp }) => sharp),
  small: sets.flatMap(({ small }) => small),
  speech: sets.flatMap(({ speech }) => speech),
}
const beds = folders.flatMap(foundBeds)
const fft = await loadFft()
const network = await SpeechNetwork.load(fft)

/** Backgrounds, pairs, echoes, speech, quiet places and recorders in turn, so that each meets each. */
function planOf(n: number, random: Random): ScenePlan {
  const isQuiet = n % 4 === 3
  return {
    ...plainPlan,
    seed: firstSeed + n,
    background: (n % 2 === 1 ? 'street' : backgroundKinds[(n / 2) % backgroundKinds.length]) ?? 'street',
    backgroundSeed: firstSeed + (n % 2 === 1 ? n % 5 : 100 + (n % 14)),
    found: variedSounds(found, random),
    every: 1.6,
    snrDb: isQuiet ? [12, 45] : [5, 30],
    smallPerTen: 7,
    smallDb: isQuiet ? [0, 32] : [-4, 16],
    speechPerTen: n % 3 === 0 ? 0 : 2.5,
    speechDb: isQuiet ? [10, 40] : [5, 24],
    echoes: n % 4 === 1,
    pairApart: n % 3 === 2 ? 0.04 + 0.006 * ((n * 7) % 10) : null,
  }
}

for (let n = 0; n < scenes; n++) {
  const random = randomFrom(firstSeed + n * 31 + 7)
  // Those that `planOf` draws for strokes under tails all hold pairs.
  const isInTurn = !isAmong || (wanted === 'under' && n % 2 === 0)
  const { scene, sound, channel, codec } = isInTurn
    ? inTurn(isUnder ? 3 * n + 2 : n, random)
    : recorded(n, random)
  const { samples: plain, rate } = throughChannel(channel, sound)
  const samples = codec === null ? plain : await throughCodec(plain, rate, codec)
  // Among others an onset is scored with those that are kept; for what is scored before, all are wanted.
  const finder = new ImpulseFinder({ fft }, rate, isAmong && !isLooks ? leastAlone : 0)
  finder.push(samples)
  const speech = await SpeechFinder.create(network, rate)
  speech.push(samples)
  const probabilities = speech.finish()
  const { onsets, course } = finder.finish()
  const heard = onsets.map(({ at }) => speechAround(probabilities, at / rate))
  const alone = onsets.map(({ features, picture }, n) =>
    aloneScore(features, heard[n] as HeardAround, picture),
  )
  const others = new AmongOthers(onsets, alone, { speech: probabilities, course, rate })
  const labels = labelsOf(
    scene,
    onsets.map(({ at }) => at / rate),
  )
  const scoreAt = new Map<number, { readonly power: number; readonly score: number }>()
  for (const [place, { at, power, features, picture, isEdge, second }] of onsets.entries()) {
    if (isEdge) continue
    if (isLooks) {
      const looked = [...closerNames.map(name => features[name]), impulseScore(features)]
      console.log([labels[place], ...looked.map(value => value.toFixed(3))].join(' '))
      continue
    }
    const around = heard[place] as HeardAround
    if (isUnder) {
      const among = others.score(place, around)
      const first = second === null ? undefined : scoreAt.get(second.of)
      const sound = alone[place] as number
      const said: UnderScores | null =
        second !== null && first && first.score >= defaultScore
          ? { stroke: secondScore(second.measures, sound), among, first: first.score, alone: sound }
          : null
      const score = said && first ? underScore(said, !isWeaker({ power }, first)) : among
      scoreAt.set(at, { power, score })
      if (said) console.log([labels[place], ...underInputs(said).map(value => value.toFixed(3))].join(' '))
      continue
    }
    const inputs = { ...features, ...around }
    const { among, like } = others.inputs(place, around)
    if (isMany) {
      const { many, odds, share } = others.manyInputs(place, among, like)
      console.log([labels[place], ...[...many, odds, share].map(value => value.toFixed(3))].join(' '))
      continue
    }
    const odds = oddsOf(alone[place] as number)
    const values = [...inputNames.map(name => inputs[name]), ...picture, ...among, odds, ...like]
    values.push(oddsAmong(odds, among))
    console.log([labels[place], ...values.map(value => value.toFixed(3))].join(' '))
  }
}

interface RowSound {
  readonly scene: Scene
  readonly sound: Float32Array
  readonly channel: (typeof channelKinds)[number]
  /** Which codec it went through, if any. */
  readonly codec: number | null
}

function inTurn(n: number, random: Random): RowSound {
  const scene = makeScene(planOf(n, random))
  const sound = beds.length > 0 && n % 5 < 2 ? withBed(scene.samples, random) : scene.samples
  const channel = n % 3 === 0 ? (channelKinds[1 + (Math.floor(n / 3) % 5)] ?? 'plain') : 'plain'
  return { scene, sound, channel, codec: channel === 'plain' && n % 4 === 0 ? n / 4 : null }
}

/** Some through a recorder that changes much, calls as the telephone or half as much again lets them through, some through a codec. */
function recorded(n: number, random: Random): RowSound {
  const made: RowScene = (isNear ? nearScene : rowScene)(n, firstSeed + n, found, random)
  const { kind, scene, sound } = made
  const any =
    random() < (isNear ? 0.3 : 0.2) ? (channelKinds[1 + Math.floor(5 * random())] ?? 'plain') : 'plain'
  const channel = kind === 'call' ? (random() < 0.5 ? 'telephone-8k' : 'wide-16k') : any
  const codec = channel === 'plain' && random() < (isNear ? 0.35 : 0.15) ? Math.floor(6 * random()) : null
  return { scene, sound, channel, codec }
}

/** The street and something found beside it, 3 dB louder to 9 dB weaker. */
function withBed(street: Float32Array, random: Random): Float32Array {
  const bed = beds[Math.floor(random() * beds.length)] as Float32Array
  const from = Math.floor(random() * bed.length)
  const gain = 0.006 * 2 ** (2 * random() - 1.5)
  return street.map((value, n) => value + gain * (bed[(from + n) % bed.length] as number))
}

/** Each impulse takes the onset that is nearest to it, within 12 ms. */
function labelsOf({ impulses, echoes }: Scene, times: readonly number[]): readonly string[] {
  const labels: string[] = times.map(time => {
    if (impulses.some(({ at }) => time > at - 0.012 && time < at + 0.032)) return 't'
    return echoes.some(({ at }) => Math.abs(at - time) < 0.01) ? 'e' : 'n'
  })
  for (const { at } of impulses) {
    let nearest = -1
    for (const [place, time] of times.entries()) {
      const off = Math.abs(time - at)
      const known = nearest < 0 ? 0.012 : Math.abs((times[nearest] as number) - at)
      if (labels[place] !== 'p' && off < known) nearest = place
    }
    if (nearest >= 0) labels[nearest] = 'p'
  }
  return labels
}
