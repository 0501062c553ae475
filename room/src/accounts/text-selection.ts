/** A stretch of the account's text; UTF-16 code units, half-open. */
export interface Selected {
  readonly start: number
  readonly end: number
}

/**
 * What a person has selected of the text under `root`, whose pieces carry the place they begin at in `data-at` and hold
 * nothing but text. Null where nothing of it is selected.
 */
export function selectedIn(root: HTMLElement, selection: Selection | null): Selected | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null
  const start = placeOf(root, range.startContainer, range.startOffset, 'start')
  const end = placeOf(root, range.endContainer, range.endOffset, 'end')
  return start === null || end === null || end <= start ? null : { start, end }
}

function placeOf(root: HTMLElement, node: Node, offset: number, edge: 'start' | 'end'): number | null {
  if (node.nodeType === Node.TEXT_NODE) {
    const piece = node.parentElement?.closest<HTMLElement>('[data-at]')
    return piece ? Number(piece.dataset['at']) + offset : null
  }
  // Between pieces: the next piece that begins there, or the end of the one before.
  const pieces = [...root.querySelectorAll<HTMLElement>('[data-at]')]
  const after = document.createRange()
  after.setStart(node, offset)
  after.setEndAfter(root)
  const next = pieces.find(piece => after.intersectsNode(piece) && after.comparePoint(piece, 0) >= 0)
  if (edge === 'start' && next) return Number(next.dataset['at'])
  const before = next ? pieces[pieces.indexOf(next) - 1] : pieces.at(-1)
  return before ? Number(before.dataset['at']) + (before.textContent?.length ?? 0) : null
}

/** A text area holds every line end as one line feed: where a place in it stands in the text, for each of its characters. */
export function placesInArea(text: string): { readonly area: string; readonly placeOf: readonly number[] } {
  const placeOf: number[] = []
  let area = ''
  for (let at = 0; at < text.length; at++) {
    placeOf.push(at)
    if (text[at] === '\r') {
      area += '\n'
      if (text[at + 1] === '\n') at++
    } else area += text[at]
  }
  placeOf.push(text.length)
  return { area, placeOf }
}
