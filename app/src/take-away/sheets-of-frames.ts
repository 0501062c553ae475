import type { MediaMicros } from '@sightline/core/time'
import { type FrameRun, squareFilters, takeFrames } from './frames.ts'
import { fontWords } from './lettering.ts'

export const sheetColumns = 4
export const mostOnSheet = 24
const cellWidth = 480
const footHeight = 26

/** Which of a span's frames (media times, ascending) stand on its contact sheet: the first, the last, and evenly between. */
export function framesForSheet(times: readonly MediaMicros[]): readonly MediaMicros[] {
  if (times.length <= mostOnSheet) return times
  return Array.from(
    { length: mostOnSheet },
    (_, n) => times[Math.round((n * (times.length - 1)) / (mostOnSheet - 1))] as MediaMicros,
  )
}

/** A contact sheet as PNG: frames of the original, each with its PTS in seconds below it. The same throws as `takeFrames`. */
export async function takeContactSheet(
  run: Pick<FrameRun, 'file' | 'video' | 'at' | 'outputDir' | 'signal'>,
): Promise<Uint8Array> {
  const columns = Math.min(sheetColumns, run.at.length)
  const rows = Math.ceil(run.at.length / columns)
  return await takeFrames({
    ...run,
    filters: [
      ...squareFilters(run.video),
      `scale=${cellWidth}:-2:flags=lanczos`,
      `pad=iw:ih+${footHeight}:0:0:black`,
      `drawtext=${fontWords}:text='PTS %{pts} s':x=8:y=h-${footHeight - 6}:fontsize=15:fontcolor=white`,
      `tile=${columns}x${rows}:padding=4:margin=4:color=black`,
      'format=rgb24',
    ],
    output: ['-c:v', 'png', '-f', 'image2pipe', 'pipe:1'],
  })
}
