import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { type CopyKind, copyKinds, type ProofFrame } from '@sightline/core/conform'
import { SightlineError } from '@sightline/core/errors'
import { csvText } from '../csv.ts'
import { type ComparedFilm, compareFilm } from '../edits/compare-film.ts'
import { diffProof } from '../edits/diff-proof.ts'
import { type DiffReport, diffReport } from '../edits/diff-report.ts'
import { diffTable } from '../edits/diff-table.ts'
import { editClock } from '../edits/edit-clock.ts'
import { diffCsv } from '../edits/edit-csv.ts'
import { diffEdl } from '../edits/edit-edl.ts'
import { diffHtml } from '../edits/edit-html.ts'
import { diffOtio } from '../edits/edit-otio.ts'
import { stillsOf } from '../edits/frame-pairs.ts'
import { proofSentence, proofTable } from '../edits/proof-table.ts'
import { filmClock } from '../edits/summary.ts'
import { refuseGiven, refuseUnwritable, replace, replaceByCopy } from '../store/out-file.ts'
import { toolLabel } from '../version.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { shareTeller, stageWords } from './progress-lines.ts'
import { diffUsage } from './usages.ts'

const options = {
  json: { type: 'boolean' },
  out: { type: 'string', multiple: true },
  proof: { type: 'string' },
  keep: { type: 'string' },
  redacted: { type: 'string', multiple: true },
  published: { type: 'string', multiple: true },
  converted: { type: 'string', multiple: true },
} as const
const endings = ['.otio', '.edl', '.csv', '.html'] as const

type DiffIo = Pick<Io, 'out' | 'err' | 'signal'> & Partial<Pick<Io, 'isTerminal'>>

/**
 * How an edited film differs from recordings. `--keep` names a folder in which what is read of recordings stays, so that a further film
 * held against them costs only its own decoding. 3 when a file could not be read (the others are still compared), 1 when nothing of the film was found
 * in them.
 */
export async function diffCommand(args: readonly string[], io: DiffIo): Promise<number> {
  const { values, positionals } = readArgs(args, options, diffUsage)
  const [edited, ...raws] = positionals
  if (edited === undefined || raws.length === 0)
    throw new SightlineError(
      'usage.wrong',
      `expected an edited film and at least one recording, found ${positionals.length} ${positionals.length === 1 ? 'name' : 'names'}\nusage: ${diffUsage}`,
    )
  const copyOf = copiesAmong(values, raws)
  const targets = values.out ?? []
  await checkTargets(targets, positionals)
  if (values.proof !== undefined) await checkProof(values.proof, positionals)
  const began = performance.now()
  const workDir = await mkdtemp(join(tmpdir(), 'sightline-diff-'))
  const { tell, end } = shareTeller(io)
  try {
    const compared = await compareFilm(edited, raws, {
      ...{ workDir, signal: io.signal },
      ...(values.keep === undefined ? {} : { keep: values.keep }),
      isProbed: values.proof !== undefined,
      onProgress: (stage, share) =>
        tell(stage === 'reading' ? 'reading' : `comparing: ${stageWords[stage]}`, share),
      onUnread({ code, message }) {
        end()
        io.err(`${code}: ${message}\n`)
      },
    })
    end()
    for (const { name, troubles } of [compared.film, ...compared.raws])
      for (const trouble of troubles)
        io.err(`${JSON.stringify(name).slice(1, -1)}: read only in part: ${trouble}\n`)
    const seconds = Number(((performance.now() - began) / 1000).toFixed(2))
    const proof =
      values.proof === undefined
        ? null
        : await diffProof(compared, {
            ...{ workDir, signal: io.signal },
            onFraction: fraction => tell('making the proof', fraction),
          })
    end()
    const report = diffReport(compared, { tool: toolLabel, seconds, given: [...new Set(raws)], copyOf })
    for (const path of targets) {
      await replace(path, await textFor(path, { report, compared, proof, signal: io.signal }))
      io.err(`written: ${JSON.stringify(path).slice(1, -1)}\n`)
    }
    if (proof && values.proof !== undefined) {
      await replaceByCopy(values.proof, join(workDir, 'proof.mp4'))
      await replace(tableBeside(values.proof), csvText(proofTable(proof, name => basename(name))))
      for (const path of [values.proof, tableBeside(values.proof)])
        io.err(`written: ${JSON.stringify(path).slice(1, -1)}\n`)
      io.err(`${proofSentence(proof)}\n`)
    }
    io.out(values.json ? `${JSON.stringify(report)}\n` : diffTable(report, compared))
    if (compared.unread.length > 0) return exitCodes.input
    return report.segments.length > 0 || report.audio.some(({ raw }) => raw !== undefined)
      ? exitCodes.done
      : exitCodes.no
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

/** Which recordings were said to be copies, and of what kind. */
function copiesAmong(
  said: Readonly<Partial<Record<CopyKind, readonly string[]>>>,
  raws: readonly string[],
): (name: string) => CopyKind | null {
  const copies = new Map<string, CopyKind>()
  for (const kind of copyKinds)
    for (const name of said[kind] ?? []) {
      if (!raws.includes(name))
        throw new SightlineError(
          'usage.wrong',
          `--${kind} takes one of the recordings given, found "${name}"\nusage: ${diffUsage}`,
        )
      copies.set(name, kind)
    }
  return name => copies.get(name) ?? null
}

async function checkTargets(targets: readonly string[], given: readonly string[]): Promise<void> {
  for (const path of targets) {
    if (!endings.some(ending => path.toLowerCase().endsWith(ending)))
      throw new SightlineError(
        'usage.wrong',
        `--out takes a name that ends in ${endings.join(', ')}, found "${path}"\nusage: ${diffUsage}`,
      )
    await refuseGiven(path, given)
    await refuseUnwritable(path)
  }
}

async function checkProof(path: string, given: readonly string[]): Promise<void> {
  if (!path.toLowerCase().endsWith('.mp4'))
    throw new SightlineError(
      'usage.wrong',
      `--proof takes a name that ends in .mp4, found "${path}"\nusage: ${diffUsage}`,
    )
  for (const each of [path, tableBeside(path)]) {
    await refuseGiven(each, given)
    await refuseUnwritable(each)
  }
}

/** The table of every frame stands beside the film of the proof. */
function tableBeside(path: string): string {
  return `${path.slice(0, -'.mp4'.length)}.csv`
}

interface Written {
  readonly report: DiffReport
  readonly compared: ComparedFilm
  readonly proof: readonly ProofFrame[] | null
  readonly signal: AbortSignal
}

async function textFor(path: string, { report, compared, proof, signal }: Written): Promise<string> {
  const title = basename(path, extname(path))
  const boundariesOf = (file: ComparedFilm['film'] | undefined) =>
    file?.pictures ? { of: file.pictures.times, perSecond: 1 } : null
  const clock = editClock(boundariesOf(compared.film), name =>
    boundariesOf(compared.raws.find(each => each.name === name)),
  )
  switch (extname(path).toLowerCase()) {
    case '.otio':
      return diffOtio(report, title, clock)
    case '.edl':
      return diffEdl(report, title, clock)
    case '.csv':
      return diffCsv(report, compared)
    default:
      return diffHtml(report, {
        at: filmClock(compared.film),
        compared,
        proof,
        stills: await stillsOf(report, [compared.film, ...compared.raws], proof, signal),
      })
  }
}
