import { computed } from '@preact/signals'
import type { Same } from './catalogue.ts'
import { enHelp } from './en-help.ts'
import { esHelp } from './es-help.ts'
import { type Language, language } from './index.ts'

/** The words of the list of keys, in every language at once: fetched when somebody asks for the list. */
export const helpWordsIn = (spoken: Language): Same<typeof enHelp> => {
  switch (spoken) {
    case 'en':
      return enHelp
    case 'es':
      return esHelp
  }
}
export const helpWords = computed(() => helpWordsIn(language.value).help)
