import type { Network } from '../engine/byte-ranges.ts'

/**
 * A network over servers that may know no ranges: where one answers a request for a part with the whole file, that file is
 * kept (the browser puts large ones on the disk) and parts are cut from it.
 */
export function cutWholeFiles(network: Network): Network {
  const whole = new Map<string, Promise<Blob>>()
  return {
    ...network,
    fetch: async (input, init) => {
      const url = String(input)
      const range = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init?.headers).get('range') ?? '')
      if (!range) return await network.fetch(input, init)
      const held = whole.get(url)
      if (held !== undefined) return partOf(await held, range)
      const response = await network.fetch(input, init)
      if (response.status !== 200) return response
      const known = whole.get(url)
      if (known !== undefined) {
        // Another request for the same file was answered first.
        await response.body?.cancel()
        return partOf(await known, range)
      }
      const coming = response.blob()
      whole.set(url, coming)
      coming.catch(() => whole.delete(url))
      return partOf(await coming, range)
    },
  }
}

function partOf(blob: Blob, [, from = '', to = '']: RegExpExecArray): Response {
  const [start, end] = [Number(from), Math.min(Number(to) + 1, blob.size)]
  const headers = { 'content-range': `bytes ${start}-${end - 1}/${blob.size}` }
  return new Response(blob.slice(start, end), { status: 206, headers })
}
