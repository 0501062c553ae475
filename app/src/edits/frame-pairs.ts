import { realpath } from 'node:fs/promises'
import { type ProofFrame, worstFrames } from '@sightline/core/conform'
import { openMediaFile } from '../media/media-file.ts'
import { runTool } from '../media/run.ts'
import type { DiffReport } from './diff-report.ts'
import type { ReadFilm } from './read-film.ts'

/** A report of more pairs than this would be too large to send. */
export const mostPairs = 80

/** Frames with most left that are shown. */
export const mostWorst = 6

/** JPEGs of frames by file name and frame number. */
export type Stills = ReadonlyMap<string, ReadonlyMap<number, Uint8Array>>

/** The frames of film and recordings that show what was found, each file read once. */
export async function stillsOf(
  report: DiffReport,
  films: readonly ReadFilm[],
  proof: readonly ProofFrame[] | null,
  signal: AbortSignal,
): Promise<Stills> {
  const wanted = new Map<string, Set<number>>()
  for (const { raw, pair } of report.segments.slice(0, mostPairs)) {
    wanted.set(report.edited.file, (wanted.get(report.edited.file) ?? new Set()).add(pair[0]))
    wanted.set(raw, (wanted.get(raw) ?? new Set()).add(pair[1]))
  }
  for (const { frame, raw, rawFrame } of worstFrames(proof ?? [], mostWorst)) {
    wanted.set(report.edited.file, (wanted.get(report.edited.file) ?? new Set()).add(frame))
    if (raw !== null && rawFrame !== null) wanted.set(raw, (wanted.get(raw) ?? new Set()).add(rawFrame))
  }
  const stills = new Map<string, ReadonlyMap<number, Uint8Array>>()
  for (const [name, frames] of wanted) {
    const film = films.find(each => each.name === name)
    if (film)
      stills.set(
        name,
        await stillsIn(
          film,
          [...frames].sort((a, b) => a - b),
          signal,
        ),
      )
  }
  return stills
}

async function stillsIn(
  film: ReadFilm,
  frames: readonly number[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Uint8Array>> {
  const track = film.facts.video?.track ?? 0
  const parts: Uint8Array[] = []
  await using media = await openMediaFile(await realpath(film.name))
  // What could not be decoded is missing among the pairs, and the report says so.
  await runTool({
    tool: 'ffmpeg',
    input: media,
    inputOptions: ['-an', '-sn', '-dn'],
    args: [
      ...[
        '-map',
        `0:${track}`,
        '-vf',
        `select='${frames.map(frame => `eq(n\\,${frame})`).join('+')}',scale='min(400\\,iw)':-2`,
      ],
      ...[
        '-fps_mode',
        'passthrough',
        '-c:v',
        'mjpeg',
        '-q:v',
        '5',
        '-pix_fmt',
        'yuvj420p',
        '-f',
        'image2pipe',
        'pipe:1',
      ],
    ],
    onStdout: chunk => {
      parts.push(chunk)
    },
    signal,
    timeLimitSeconds: 6 * 3600,
    isBackground: true,
  })
  return new Map(
    jpegsIn(Buffer.concat(parts)).flatMap((bytes, n) =>
      frames[n] === undefined ? [] : [[frames[n], bytes] as const],
    ),
  )
}

/** Cuts a stream of JPEGs at the marks of their beginnings; within coded data FF is always followed by 0 or a restart mark. */
function jpegsIn(bytes: Buffer): readonly Uint8Array[] {
  const starts: number[] = []
  for (let at = 0; at + 2 < bytes.length; at++)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd8 && bytes[at + 2] === 0xff) starts.push(at)
  return starts.map((start, n) => bytes.subarray(start, starts[n + 1] ?? bytes.length))
}
