/** Lines of a page, from top to bottom, each with something in it. */
type PageLines = readonly string[]

/** A head or foot has no more lines than this. */
const mostLines = 4

/**
 * Takes from pages what stands at the head or foot of several of them ("Case 14 · page 2 of 9"): the lines are one but for numbers, and
 * every number stays the same or counts the pages. Each is given back once, so that nothing said is lost, and a sentence goes on
 * from page to page. A line that differs in any other way is the text's.
 */
export function withoutRunningLines(pages: readonly PageLines[]): {
  readonly heads: readonly string[]
  readonly pages: readonly PageLines[]
  readonly feet: readonly string[]
} {
  const top = runningAt(pages, (lines, depth) => lines[depth])
  const rest = pages.map((lines, page) => lines.slice(top.depths[page]))
  const bottom = runningAt(rest, (lines, depth) => lines.at(-1 - depth))
  return {
    heads: top.lines,
    pages: rest.map((lines, page) => lines.slice(0, lines.length - (bottom.depths[page] ?? 0))),
    feet: bottom.lines.toReversed(),
  }
}

function runningAt(
  pages: readonly PageLines[],
  lineAt: (lines: PageLines, depth: number) => string | undefined,
): { readonly depths: readonly number[]; readonly lines: readonly string[] } {
  const depths = pages.map(() => 0)
  const lines: string[] = []
  let open = pages.map((_, page) => page)
  for (let depth = 0; depth < mostLines && open.length > 1; depth++) {
    const alike = new Map<string, number[]>()
    for (const page of open) {
      const shape = lineAt(pages[page] ?? [], depth)
        ?.replace(/\d+/g, '#')
        .trim()
      if (shape) alike.set(shape, [...(alike.get(shape) ?? []), page])
    }
    open = []
    for (const group of alike.values()) {
      const told = group.map(page => lineAt(pages[page] ?? [], depth) ?? '')
      // A third: odd and even pages may have heads of their own, and the first of a part none.
      if (group.length < 2 || group.length * 3 < pages.length || !areNumbered(told, group)) continue
      for (const page of group) depths[page] = depth + 1
      lines.push(told[0]?.trim() ?? '')
      open.push(...group)
    }
  }
  return { depths, lines }
}

/** Whether each number of the lines is one on all pages, or goes up with them. */
function areNumbered(lines: readonly string[], pages: readonly number[]): boolean {
  const numbers = lines.map(line => (line.match(/\d+/g) ?? []).map(Number))
  return (numbers[0] ?? []).every((first, place) => {
    const isOne = numbers.every(each => each[place] === first)
    const counts = numbers.every(
      (each, at) => (each[place] ?? 0) - (pages[at] ?? 0) === first - (pages[0] ?? 0),
    )
    return isOne || counts
  })
}
