/**
 * Makes scenes and writes what is measured at each stroke under the tail of an impulse, one a line: `p` where another impulse begins, `n` for anything
 * else, then what it is scored by. `train-score.ts seconds` trains on such lines.
 *
 *     bin/node scripts/listening/second-rows.ts FOLDER FIRST-SEED SCENES > rows.txt
 *
 * FOLDER holds found sounds as `found-sounds.ts` takes them, or several folders do, with commas between. What is tested with must not be among them.
 */
import { loadLevels } from '../../app/src/listening/levels.ts'
import { SpeechFinder } from '../../app/src/listening/speech-finder.ts'
import { SpeechNetwork } from '../../app/src/listening/speech-network.ts'
import { loadFft } from '../../app/src/sound/fft.ts'
import { ImpulseFinder } from '../../core/src/listening/impulse-finder.ts'
import { aloneScore, leastAlone } from '../../core/src/listening/impulse-score.ts'
import { defaultScore } from '../../core/src/listening/result.ts'
import { secondInputs } from '../../core/src/listening/second-strokes.ts'
import { speechAround } from '../../core/src/listening/speech-around.ts'
import { backgroundKinds } from '../../test/cases/listening/backgrounds.ts'
import { channelKinds, throughChannel } from '../../test/cases/listening/channel.ts'
import { makeScene, plainPlan, type ScenePlan } from '../../test/cases/listening/scene.ts'
import { between, type Random, randomFrom } from '../../test/cases/sound/random.ts'
import { throughCodec } from './codecs.ts'
import { foundSounds } from './found-sounds.ts'
import { variedSounds } from './vary-sounds.ts'

const [folder = '', first = '1000', count = '50'] = process.argv.slice(2)
const sets = folder.split(',').map(foundSounds)
const found = {
  sharp: sets.flatMap(({ sharp }) => sharp),
  small: sets.flatMap(({ small }) => small),
  speech: sets.flatMap(({ speech }) => speech),
}
const fft = await loadFft()
const levels = await loadLevels()
const network = await SpeechNetwork.load(fft)
/** A stroke is an impulse that begins so near to it; what is farther and within `partMs` after one is a part of that, or its rise. */
const [sameMs, partMs, riseMs] = [8, 34, 12]
/** The first of a pair is so near to the onset that was taken for it. */
const firstMs = 10

/** Three scenes of pairs to one of single sounds with echoes and tails from walls; speech and recorders in turn. */
function planOf(n: number, random: Random): ScenePlan {
  const isWalled = n % 4 === 1
  const isPair = !isWalled
  return {
    ...plainPlan,
    seed: Number(first) + n,
    background: (n % 3 > 0 ? 'street' : backgroundKinds[(n / 3) % backgroundKinds.length]) ?? 'street',
    found: variedSounds(found, random),
    every: isPair ? 1 : 1.3,
    pairApart: isPair
      ? between(random, ...((n % 3 === 0 ? [0.035, 0.2] : [0.06, 0.1]) as [number, number]))
      : null,
    echoes: isWalled,
    snrDb: isWalled ? [10, 32] : [5, 30],
    smallPerTen: 3,
    speechPerTen: n % 16 === 3 ? 2 : 0,
  }
}

for (let n = 0; n < Number(count); n++) {
  const scene = makeScene(planOf(n, randomFrom((Number(first) + n) * 31 + 7)))
  const channel = n % 5 === 4 ? (channelKinds[1 + (Math.floor(n / 5) % 5)] ?? 'plain') : 'plain'
  const { samples: plain, rate, late } = throughChannel(channel, scene.samples)
  const samples = channel === 'plain' && n % 5 === 2 ? await throughCodec(plain, rate, n) : plain
  const speechFinder = await SpeechFinder.create(network, rate)
  speechFinder.push(samples)
  const speech = speechFinder.finish()
  const finder = new ImpulseFinder({ fft, levels }, rate, leastAlone, 0)
  finder.push(samples)
  const scoreAt = new Map<number, number>()
  for (const { at, features, picture, isEdge, repeatOf, second } of finder.finish().onsets) {
    const alone = aloneScore(features, speechAround(speech, at / rate), picture)
    scoreAt.set(at, alone)
    if (second === null || isEdge || repeatOf !== null) continue
    if ((scoreAt.get(second.of) ?? 0) < defaultScore) continue
    const after = scene.impulses
      .filter(impulse => Math.abs(1000 * (second.of / rate - late - impulse.at)) >= firstMs)
      .map(impulse => 1000 * (at / rate - late - impulse.at))
    const isImpulse = after.some(each => Math.abs(each) < sameMs)
    if (!isImpulse && scene.impulses.some(impulse => isPartAt(1000 * (at / rate - late - impulse.at))))
      continue
    const values = secondInputs(second.measures, alone).map(value => value.toFixed(2))
    console.log([isImpulse ? 'p' : 'n', ...values].join(' '))
  }
}

function isPartAt(after: number): boolean {
  return after > -riseMs && after < partMs
}
