/**
 * Makes scenes and writes what is measured at each stroke under the tail of a true impulse, one a line: `p` where another impulse begins, `n` for anything
 * else, then the measures. `train-score.ts seconds` trains on such lines.
 *
 *     bin/node scripts/listening/second-rows.ts FOLDER FIRST-SEED SCENES > rows.txt
 *
 * FOLDER holds found sounds as `found-sounds.ts` takes them. What is tested with must not be among them.
 */
import { blockLevels, blockSamplesAt } from '../../core/src/listening/block-levels.ts'
import { SecondStrokes } from '../../core/src/listening/second-strokes.ts'
import { backgroundKinds } from '../../test/cases/listening/backgrounds.ts'
import { channelKinds, throughChannel } from '../../test/cases/listening/channel.ts'
import { makeScene, plainPlan, type ScenePlan } from '../../test/cases/listening/scene.ts'
import { between, type Random, randomFrom } from '../../test/cases/sound/random.ts'
import { throughCodec } from './codecs.ts'
import { foundSounds } from './found-sounds.ts'
import { variedSounds } from './vary-sounds.ts'

const [folder = '', first = '1000', count = '50'] = process.argv.slice(2)
const found = foundSounds(folder)
/** A stroke is an impulse that begins so near to it; what is farther and within `partMs` after one is a part of that, or its rise. */
const [sameMs, partMs] = [4.5, 34]

/** Three scenes of pairs to one of single sounds with echoes and tails from walls; speech and recorders in turn. */
function planOf(n: number, random: Random): ScenePlan {
  const isWalled = n % 4 === 1
  const isPair = !isWalled
  return {
    ...plainPlan,
    seed: Number(first) + n,
    background: (n % 3 > 0 ? 'street' : backgroundKinds[(n / 3) % backgroundKinds.length]) ?? 'street',
    found: variedSounds(found, random),
    every: isPair ? 1.2 : 1.3,
    pairApart: isPair
      ? between(random, ...((n % 2 === 0 ? [0.033, 0.2] : [0.06, 0.1]) as [number, number]))
      : null,
    echoes: isWalled,
    snrDb: isWalled ? [10, 32] : [5, 30],
    smallPerTen: 3,
    speechPerTen: n % 8 === 3 ? 2 : 0,
  }
}

for (let n = 0; n < Number(count); n++) {
  const scene = makeScene(planOf(n, randomFrom((Number(first) + n) * 31 + 7)))
  const channel = n % 5 === 4 ? (channelKinds[1 + (Math.floor(n / 5) % 5)] ?? 'plain') : 'plain'
  const { samples: plain, rate, late } = throughChannel(channel, scene.samples)
  const samples = n % 5 === 2 ? await throughCodec(plain, rate, n) : plain
  const ms = blockSamplesAt(rate)
  const levels = blockLevels(samples, rate, 0)
  const strokes = new SecondStrokes(rate, ms)
  for (const { at } of scene.impulses) {
    const others = scene.impulses.filter(other => other.at !== at)
    for (const { block, measures } of strokes.find(samples, levels, Math.floor(((at + late) * rate) / ms))) {
      const after = others.map(other => 1000 * (((block + 0.5) * ms) / rate - late - other.at))
      const isImpulse = after.some(each => Math.abs(each) < sameMs)
      if (!isImpulse && after.some(each => each > -12 && each < partMs)) continue
      console.log([isImpulse ? 'p' : 'n', ...measures.map(value => value.toFixed(2))].join(' '))
    }
  }
}
