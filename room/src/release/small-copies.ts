import { signal } from '@preact/signals'
import { recalled, remember } from '../preferences.ts'
import { isSparing } from './slow-line.ts'

/** Of how many recordings the release brings a small copy, and whether those are shown. */
export const smallCopies = signal({ offered: 0, areShown: false })

/** Takes up what the reader chose, or else what the browser says of the line: some readers pay for every megabyte. */
export function offerSmallCopies(offered: number): boolean {
  const chosen = recalled('small-copies')
  const areWanted = chosen === null ? isSparing(navigator) : chosen === 'yes'
  smallCopies.value = { offered, areShown: offered > 0 && areWanted }
  return smallCopies.value.areShown
}

/** What is open was opened from the other files: the page is loaded anew. */
export function chooseSmallCopies(areWanted: boolean): void {
  remember('small-copies', areWanted ? 'yes' : 'no')
  location.reload()
}
