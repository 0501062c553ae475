import { computed } from '@preact/signals'
import type { Same } from './catalogue.ts'
import { enLater } from './en-later.ts'
import { esLater } from './es-later.ts'
import { type Language, language } from './index.ts'

/** The words that are on no first screen, in every language at once: fetched with the parts that say them. */
export const laterWordsIn = (spoken: Language): Same<typeof enLater> => {
  switch (spoken) {
    case 'en':
      return enLater
    case 'es':
      return esLater
  }
}
export const laterWords = computed(() => laterWordsIn(language.value))
