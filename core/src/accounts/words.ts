/** A run of letters or digits with its place in the text (UTF-16, half-open). */
export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lower: string
}

const wordPattern = /[\p{L}\p{N}]+(?:[.][\p{L}](?=[.\s]|$))*(?:['’][\p{L}]+)*/gu

/** The words of a stretch of text, in order. Apostrophes inside a word belong to it; hyphens part words. */
export function wordsOf(text: string, from = 0, to = text.length): readonly Word[] {
  const part = from === 0 && to === text.length ? text : text.slice(from, to)
  const words: Word[] = []
  for (let at = 0; at < part.length; ) {
    const code = part.charCodeAt(at)
    if (code <= lastAscii && !isPlain(code)) {
      at++
      continue
    }
    let end = at
    while (isPlain(part.charCodeAt(end))) end++
    if (end === at || maySpread(part.charCodeAt(end))) {
      wordPattern.lastIndex = at
      const match = wordPattern.exec(part)
      if (!match) break
      at = match.index
      end = at + match[0].length
    }
    const word = part.slice(at, end)
    const lower = word.toLowerCase()
    words.push({
      start: from + at,
      end: from + end,
      text: word,
      lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
    })
    at = end
  }
  return words
}

// Most words are plain letters and digits with something plain behind them: the pattern is asked of the others only.
const lastAscii = 0x7f
const [apostrophe, point] = [0x27, 0x2e]
const isPlain = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
const maySpread = (code: number) => code > lastAscii || code === apostrophe || code === point

const irregular: Readonly<Record<string, string>> = {
  said: 'say',
  says: 'say',
  ran: 'run',
  running: 'run',
  fled: 'flee',
  fell: 'fall',
  fallen: 'fall',
  shot: 'shoot',
  held: 'hold',
  took: 'take',
  taken: 'take',
  told: 'tell',
  saw: 'see',
  seen: 'see',
  died: 'die',
  dying: 'die',
  dead: 'die',
  death: 'die',
  found: 'find',
  left: 'left',
  drove: 'drive',
  driven: 'drive',
  struck: 'strike',
  hit: 'hit',
  men: 'man',
  women: 'woman',
  children: 'child',
  people: 'person',
  feet: 'foot',
  hid: 'hide',
  hidden: 'hide',
  went: 'go',
  gone: 'go',
  gave: 'give',
  given: 'give',
  knew: 'know',
  came: 'come',
  heard: 'hear',
  began: 'begin',
  begun: 'begin',
  broke: 'break',
  broken: 'break',
  threw: 'throw',
  thrown: 'throw',
  brought: 'bring',
  kept: 'keep',
  lost: 'lose',
  made: 'make',
  paid: 'pay',
  sent: 'send',
  stood: 'stand',
  caught: 'catch',
  knives: 'knife',
  lives: 'life',
  lay: 'lie',
  lying: 'lie',
  put: 'put',
  rose: 'rise',
  woke: 'wake',
}

/** The stem under which two forms of one word meet. Light on purpose: a wrong merger costs more than a missed one. */
export function stemOf(lower: string): string {
  const bare = lower.replace(/'s$|'$/, '')
  const known = irregular[bare]
  if (known !== undefined) return known
  if (bare.length <= 3 || /\d/.test(bare)) return bare
  if (bare.endsWith('ies') && bare.length > 4) return `${bare.slice(0, -3)}y`
  if (bare.endsWith('ied') && bare.length > 4) return `${bare.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh|z)es$/.test(bare)) return bare.slice(0, -2)
  if (bare.endsWith('ing') && bare.length > 5) return undoubled(bare.slice(0, -3))
  if (bare.endsWith('ed') && bare.length > 4) return undoubled(bare.slice(0, -2))
  if (bare.endsWith('s') && !/(?:ss|us|is)$/.test(bare)) return withoutE(bare.slice(0, -1))
  return withoutE(bare)
}

function undoubled(stem: string): string {
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1)
  return withoutE(stem)
}

/** "fire", "fired" and "firing" meet without their e. */
function withoutE(stem: string): string {
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem
}

/** A set of words written as one line of text, as the tables in `lexicon` are. */
export function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.trim().split(/\s+/))
}
