import { computed } from '@preact/signals'
import type { Same } from './catalogue.ts'
import { enListening } from './en-listening.ts'
import { esListening } from './es-listening.ts'
import { type Language, language } from './index.ts'

/** The words of the page for listening, in every language at once: they come with the page. */
export const listeningWordsIn = (spoken: Language): Same<typeof enListening> => {
  switch (spoken) {
    case 'en':
      return enListening
    case 'es':
      return esListening
  }
}
export const listeningWords = computed(() => listeningWordsIn(language.value))
