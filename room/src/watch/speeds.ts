/** The speeds on offer, as factors of true speed. */
export const speeds = [0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 4, 8] as const

/** The next slower speed on offer, of the same direction. */
export function slower(speed: number): number {
  const found = speeds.findLast(each => each < Math.abs(speed) - 1e-9) ?? speeds[0]
  return Math.sign(speed) * found
}

export function faster(speed: number): number {
  const found = speeds.find(each => each > Math.abs(speed) + 1e-9) ?? speeds[speeds.length - 1] ?? 1
  return Math.sign(speed) * found
}

/** What a shuttle key does: the first press runs that way at true speed, each further one doubles it, up to 8×. */
export function shuttled(speed: number, isPlaying: boolean, way: 1 | -1): number {
  if (!isPlaying || Math.sign(speed) !== way) return way
  return way * Math.min(8, Math.max(1, Math.abs(speed) * 2))
}
