/** DejaVu Sans Mono as Debian installs it, by file: the fence lets no font cache be written. */
export const fontWords = 'fontfile=/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf'

/** A name as it can be burned in: what a filter would take for its own language becomes an underscore. */
export function burnable(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N} ._()+-]/gu, '_').slice(0, 60)
}
