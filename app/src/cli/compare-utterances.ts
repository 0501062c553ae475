import type { CompareReport } from './compare-report.ts'

type Utterance = CompareReport['utterances'][number]

/** Others' words are shown in short pieces: the first and last few of each. */
const wordsAtEachEnd = 6

/** Whether the accounts quote it in different words, or different parts of it: else the rows say all there is. */
export function isToldDifferently({ pieces }: Utterance): boolean {
  return pieces.length > 1
}

/** The words of a piece, in the middle cut short unless whole texts are wanted. */
export function pieceWords(text: string, isFull: boolean): string {
  const words = text.split(' ')
  return isFull || words.length <= 2 * wordsAtEachEnd + 2
    ? text
    : `${words.slice(0, wordsAtEachEnd).join(' ')} … ${words.slice(-wordsAtEachEnd).join(' ')}`
}

/** One line for each piece, under the first account that has it; what nobody quotes across is said. */
export function utteranceLines(
  { pieces }: Utterance,
  isFull: boolean,
  line: (account: string, words: string) => string,
): readonly string[] {
  return pieces.map(piece => {
    if (piece.kind === 'gap') return line('', '[not quoted by any]')
    const others = piece.accounts.length - 1
    const more = others === 0 ? '' : ` (and ${others} more)`
    return line(piece.accounts[0] ?? '', `${pieceWords(piece.text, isFull)}${more}`)
  })
}
