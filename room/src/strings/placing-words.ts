import { computed } from '@preact/signals'
import type { Same } from './catalogue.ts'
import { enPlacing } from './en-placing.ts'
import { esPlacing } from './es-placing.ts'
import { type Language, language } from './index.ts'

/** What only the parts about clocks and places say: kept out of the first load, and fetched with them in every language. */
export const placingWordsIn = (spoken: Language): Same<typeof enPlacing> => {
  switch (spoken) {
    case 'en':
      return enPlacing
    case 'es':
      return esPlacing
  }
}
export const placingWords = computed(() => placingWordsIn(language.value))
