/** How well impulses and speech are found on made scenes, and what that costs: `npm run bench -- listening`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadLevels } from '../../app/src/listening/levels.ts'
import { SpeechFinder } from '../../app/src/listening/speech-finder.ts'
import { SpeechNetwork } from '../../app/src/listening/speech-network.ts'
import { requireDone, runTool } from '../../app/src/media/run.ts'
import { loadFft } from '../../app/src/sound/fft.ts'
import { groupImpulses, isCounted, Listening, type ListeningResult } from '../../core/src/listening/index.ts'
import { mediaMicros } from '../../core/src/time/index.ts'
import { toSamples } from '../../test/cases/listening/channel.ts'
import {
  makeScene,
  overGroundDb,
  plainPlan,
  type Scene,
  type ScenePlan,
} from '../../test/cases/listening/scene.ts'
import { rate } from '../../test/cases/listening/sharp-sounds.ts'
import { between, randomFrom } from '../../test/cases/sound/random.ts'
import { wav } from '../../test/cases/sound/wav.ts'
import { foundFolder, foundSounds } from '../listening/found-sounds.ts'

/** Seeds that nothing was fitted on. */
const firstSeed = 910_000
/** As far as impulses stand over all else at least where they are to be told: the tail of a first is as much in the way of its second as the street is. */
const leastClearDb = 6

export async function benchListening(): Promise<void> {
  const fft = await loadFft()
  const network = await SpeechNetwork.load(fft)
  const levels = await loadLevels()
  const hear = async (samples: Int16Array): Promise<ListeningResult> => {
    const listening = new Listening({ fft, levels }, await SpeechFinder.create(network, rate), {
      rate,
      origin: mediaMicros(0),
    })
    listening.push(samples)
    return listening.finish()
  }
  await cost()
  const found = foundSounds(foundFolder)
  const sources = found.sharp.length > 0 ? (['made', 'made and found'] as const) : (['made'] as const)
  for (const source of sources) {
    const sounds = source === 'made' ? plainPlan.found : found
    const street = { found: sounds, every: 2.2, smallPerTen: 3 }
    await impulses(`${source} impulses in a street with small impacts`, hear, street)
    await impulses(`${source}, with speech`, hear, { ...street, speechPerTen: 1.5 })
    await impulses(`${source}, two 80 ms apart`, hear, { found: sounds, every: 3, pairApart: 0.08 })
    await impulses(`${source}, two 40 ms apart`, hear, { found: sounds, every: 3, pairApart: 0.04 })
    await impulses(`${source}, with echoes from walls`, hear, {
      found: sounds,
      every: 3,
      echoes: true,
      snrDb: [12, 30],
    })
    await speech(source, hear, { found: sounds, every: 100, speechPerTen: 2 })
  }
  await microphones(hear)
}

type Hear = (samples: Int16Array) => Promise<ListeningResult>

async function impulses(title: string, hear: Hear, over: Partial<ScenePlan>): Promise<void> {
  const [scenes, seconds] = [8, 30]
  const errors: number[] = []
  const pairs = { told: 0, of: 0, clear: 0, ofClear: 0, alone: 0, ofAlone: 0 }
  const echoes = { quiet: 0, of: 0 }
  const clear = { found: 0, of: 0 }
  const intervals = { inside: 0, of: 0, widths: [] as number[] }
  let [hits, truths, counted, covered] = [0, 0, 0, 0]
  for (let n = 0; n < scenes; n++) {
    const scene = makeScene({ ...plainPlan, ...over, seed: firstSeed + n, seconds })
    const { listed, matches } = await heardIn(scene, hear)
    truths += scene.impulses.length
    counted += listed.length
    hits += matches.filter(match => match !== null).length
    for (const [at, match] of matches.entries()) {
      if (standsClear(scene, at)) clear.of++
      if (standsClear(scene, at) && match !== null) clear.found++
      if (match === null || !listed[match]) continue
      const off = listed[match].at / 1000 - 1000 * (scene.impulses[at]?.at ?? 0)
      errors.push(Math.abs(off))
      if (Math.abs(off) <= listed[match].errorMs) covered++
      const next = matches[at + 1]
      if (next == null || !listed[next]) continue
      const truth = 1000 * ((scene.impulses[at + 1]?.at ?? 0) - (scene.impulses[at]?.at ?? 0))
      const error = listed[match].errorMs + listed[next].errorMs
      intervals.of++
      intervals.widths.push(error)
      if (Math.abs((listed[next].at - listed[match].at) / 1000 - truth) <= error) intervals.inside++
    }
    if (over.pairApart != null) {
      const [first, second] = await foundAlone({ ...plainPlan, ...over, seed: firstSeed + n, seconds }, hear)
      for (let at = 0; at + 1 < matches.length; at += 2) {
        const told = matches[at] != null && matches[at + 1] != null ? 1 : 0
        const isClear = [at, at + 1].every(n => standsClear(scene, n))
        pairs.of++
        pairs.told += told
        if (isClear) pairs.ofClear++
        if (isClear) pairs.clear += told
        const isFound = first?.[at] != null && second?.[at + 1] != null
        if (isFound) pairs.ofAlone++
        if (isFound) pairs.alone += told
      }
    }
    for (const echo of scene.echoes) {
      if (scene.impulses.some(each => Math.abs(each.at - echo.at) < 0.03)) continue
      echoes.of++
      if (!listed.some(each => Math.abs(each.at / 1e6 - echo.at) < 0.006)) echoes.quiet++
    }
  }
  const share = (a: number, b: number) => (b === 0 ? '-' : (a / b).toFixed(3))
  console.log(
    `${title}: ${truths} impulses, recall ${share(hits, truths)}, precision ${share(hits, counted)}`,
  )
  console.log(
    `  of those that stand ${leastClearDb} dB or more over all else that sounds then, speech too, found ${share(clear.found, clear.of)} of ${clear.of}`,
  )
  console.log(
    `  onset error ${quantile(errors, 0.5)} ms median, ${quantile(errors, 0.95)} ms 95th percentile; within the stated error ${share(covered, hits)}`,
  )
  console.log(
    `  intervals inside the stated error ${share(intervals.inside, intervals.of)}, its median ${quantile(intervals.widths, 0.5)} ms`,
  )
  if (pairs.of > 0) {
    console.log(`  pairs told apart, all: ${share(pairs.told, pairs.of)} of ${pairs.of}`)
    console.log(
      `  pairs of which both stand ${leastClearDb} dB or more over all else that sounds then: ${share(pairs.clear, pairs.ofClear)} of ${pairs.ofClear}; less: ${share(pairs.told - pairs.clear, pairs.of - pairs.ofClear)} of ${pairs.of - pairs.ofClear}`,
    )
    console.log(
      `  pairs of which each is found where the other is left out: ${share(pairs.alone, pairs.ofAlone)} of ${pairs.ofAlone}`,
    )
  }
  if (echoes.of > 0) console.log(`  echoes not counted: ${share(echoes.quiet, echoes.of)} of ${echoes.of}`)
}

function standsClear(scene: Scene, at: number): boolean {
  const impulse = scene.impulses[at]
  return impulse !== undefined && overGroundDb(scene, impulse) >= leastClearDb
}

async function heardIn(scene: Scene, hear: Hear) {
  const { impulses: all } = await hear(toSamples(scene.samples))
  const listed = all.filter(isCounted)
  return { listed, matches: matched(scene, listed) }
}

/** What is found where the second of each pair is left out, and where the first is: of what is not found alone, no pair can be told. */
async function foundAlone(plan: ScenePlan, hear: Hear) {
  const matches: (readonly (number | null)[])[] = []
  for (const leftOut of ['second', 'first'] as const)
    matches.push((await heardIn(makeScene({ ...plan, leftOut }), hear)).matches)
  return matches
}

/** For each true impulse the nearest listed one within 10 ms, each used once; null where it was missed. */
function matched(scene: Scene, listed: readonly { readonly at: number }[]): readonly (number | null)[] {
  const used = new Set<number>()
  return scene.impulses.map(({ at }) => {
    let best: number | null = null
    for (const [n, each] of listed.entries()) {
      const off = Math.abs(each.at / 1e6 - at)
      const known = best === null ? 0.01 : Math.abs((listed[best]?.at ?? 0) / 1e6 - at)
      if (!used.has(n) && off < known) best = n
    }
    if (best !== null) used.add(best)
    return best
  })
}

/** F1 over 10 ms, leaving out 100 ms either side of where speech begins or ends. */
async function speech(source: string, hear: Hear, over: Partial<ScenePlan>): Promise<void> {
  let [right, wrong, missed] = [0, 0, 0]
  for (let n = 0; n < 5; n++) {
    const scene = makeScene({ ...plainPlan, ...over, seed: firstSeed + 500 + n, seconds: 40 })
    const result = await hear(toSamples(scene.samples))
    for (let at = 0; at < 40; at += 0.01) {
      if (scene.speech.some(({ from, to }) => Math.min(Math.abs(at - from), Math.abs(at - to)) < 0.1))
        continue
      const isSpeech = scene.speech.some(({ from, to }) => at >= from && at < to)
      const isHeard = result.speech.some(({ from, to }) => at * 1e6 >= from && at * 1e6 < to)
      if (isSpeech && isHeard) right++
      else if (isHeard) wrong++
      else if (isSpeech) missed++
    }
  }
  const f1 = (2 * right) / (2 * right + wrong + missed)
  console.log(
    `${source}, speech at 5 to 20 dB: F1 ${f1.toFixed(3)}, precision ${(right / (right + wrong)).toFixed(3)}, recall ${(right / (right + missed)).toFixed(3)}`,
  )
}

/** Three to six microphones, each with its own street, up to 100 m apart: groups as they are. */
async function microphones(hear: Hear): Promise<void> {
  let [right, all] = [0, 0]
  for (let n = 0; n < 8; n++) {
    const seed = firstSeed + 900 + n
    const random = randomFrom(seed)
    const source = makeScene({ ...plainPlan, seed, seconds: 20, every: 1.6, snrDb: [16, 28] })
    const truths: string[][] = source.impulses.map(() => [])
    const placed: Parameters<typeof groupImpulses>[0][number][] = []
    const microphoneCount = 3 + (n % 4)
    for (let microphone = 0; microphone < microphoneCount; microphone++) {
      const delay = Math.round(between(random, 0, 0.29) * rate)
      const level = between(random, 0.4, 1)
      const noise = makeScene({ ...plainPlan, seed: seed * 10 + microphone, seconds: 20, every: 1000 })
      const heard = noise.samples.map((value, at) => value + level * (source.samples[at - delay] ?? 0))
      const { impulses: found } = await hear(toSamples(heard))
      for (const [at, impulse] of found.entries()) {
        if (!isCounted(impulse)) continue
        const recording = `m${microphone}`
        const truth = source.impulses.findIndex(
          each => Math.abs(each.at + delay / rate - impulse.at / 1e6) < 0.006,
        )
        const key = `${recording} ${at}`
        if (truth >= 0) truths[truth]?.push(key)
        else truths.push([key])
        placed.push({
          ...{
            recording,
            take: recording,
            impulse: at,
            clock: 'g1',
            at: impulse.at + between(random, -500, 500),
          },
          ...{ onsetErrorMs: impulse.errorMs, placementErrorMs: 0.6 },
        })
      }
    }
    const groups = new Set(
      groupImpulses(placed).groups.map(({ hearings }) =>
        hearings
          .map(({ recording, impulse }) => `${recording} ${impulse}`)
          .sort()
          .join(),
      ),
    )
    for (const truth of truths.filter(each => each.length > 0)) {
      all++
      if (groups.has([...truth].sort().join())) right++
    }
  }
  console.log(`groups over three to six microphones: ${(right / all).toFixed(3)} of ${all} right`)
}

/** CPU of the whole verb, its start included, against decoding alone to nothing. */
async function cost(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-listening-bench-'))
  try {
    const scene = makeScene({
      ...plainPlan,
      seed: firstSeed,
      seconds: 120,
      every: 8,
      smallPerTen: 2,
      speechPerTen: 1.5,
    })
    writeFileSync(join(dir, 'scene.wav'), wav(toSamples(scene.samples), rate))
    const file = join(dir, 'scene.m4a')
    const made = ['-v', 'error', '-stream_loop', '19', '-i', 'scene.wav']
    const { signal } = new AbortController()
    const end = await runTool({
      ...{ tool: 'ffmpeg', input: null, args: [...made, '-c:a', 'aac', '-b:a', '96k', 'scene.m4a'] },
      ...{ outputDir: dir, signal, timeLimitSeconds: 600 },
    })
    requireDone(end, 'making the sound')
    const sightline = join(import.meta.dirname, '../../bin/sightline')
    // Once before: the program's own text is then kept ready, as after any first use.
    cpuOf([sightline, 'listen', '--json', join(dir, 'scene.wav')])
    const spent = { decoding: [] as number[], listening: [] as number[] }
    // In turns, and the median of each: what else the machine does makes either dearer from one minute to the next.
    for (let n = 0; n < 5; n++) {
      spent.decoding.push(cpuOf(['ffmpeg', '-v', 'error', '-i', file, '-f', 'null', '-']))
      spent.listening.push(cpuOf([sightline, 'listen', '--json', file]))
    }
    const [decoding, listening] = [
      Number(quantile(spent.decoding, 0.5)),
      Number(quantile(spent.listening, 0.5)),
    ]
    console.log(
      `40 minutes of AAC: decoding ${decoding.toFixed(2)} s of CPU, listening (decoding and start included) ${listening.toFixed(2)} s: ${(listening / decoding).toFixed(1)} times`,
    )
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** User and system seconds of a program and its children, as the shell counts them. */
function cpuOf(words: readonly string[]): number {
  const { stderr } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time "$@" > /dev/null', 'bash', ...words],
    {
      encoding: 'utf8',
    },
  )
  const [user, system] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return (user ?? Number.NaN) + (system ?? Number.NaN)
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(2)
}
