import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

const quiet = ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y']

/** Runs ffmpeg to its end; throws with what it complained about. */
export function ffmpeg(words: readonly string[], input?: Buffer): Buffer {
  const done = spawnSync('ffmpeg', [...quiet, ...words], { maxBuffer: 1 << 30, ...(input ? { input } : {}) })
  if (done.status !== 0)
    throw new Error(`ffmpeg ended with ${done.status}: ${done.stderr.toString().slice(-400)}`)
  return done.stdout
}

export function ffprobe(words: readonly string[]): string {
  const done = spawnSync('ffprobe', ['-hide_banner', '-loglevel', 'error', ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (done.status !== 0) throw new Error(`ffprobe ended with ${done.status}: ${done.stderr.slice(-400)}`)
  return done.stdout
}

/** The presentation time of every frame, as the file's own ticks and what a tick is. */
export function frameTicks(file: string): { readonly ticks: readonly number[]; readonly timescale: number } {
  const base = ffprobe([
    '-select_streams',
    'v:0',
    '-show_entries',
    'stream=time_base',
    '-of',
    'csv=p=0',
    file,
  ]).trim()
  const frames = ffprobe(['-select_streams', 'v:0', '-show_entries', 'frame=pts', '-of', 'csv=p=0', file])
  return {
    ticks: frames
      .split('\n')
      .filter(row => row !== '')
      .map(row => Number.parseInt(row, 10)),
    timescale: Number.parseInt(base.split('/')[1] ?? '', 10),
  }
}

/** Raw pictures of a size in, an encoded film out. */
export function encoder(words: readonly string[]) {
  const child = spawn('ffmpeg', [...quiet.filter(word => word !== '-nostdin'), ...words], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const ended = once(child, 'exit')
  return {
    async write(pixels: Buffer): Promise<void> {
      if (!child.stdin.write(pixels)) await once(child.stdin, 'drain')
    },
    async end(): Promise<void> {
      child.stdin.end()
      const [code] = await ended
      if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
    },
  }
}
