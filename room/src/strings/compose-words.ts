import { computed } from '@preact/signals'
import type { Same } from './catalogue.ts'
import { enCompose } from './en-compose.ts'
import { esCompose } from './es-compose.ts'
import { type Language, language } from './index.ts'

/** The words of the page on which a release is composed, in every language: fetched with it. */
const composeWordsIn = (spoken: Language): Same<typeof enCompose> => {
  switch (spoken) {
    case 'en':
      return enCompose
    case 'es':
      return esCompose
  }
}
export const composeWords = computed(() => composeWordsIn(language.value))
