import { computed } from '@preact/signals'
import type { Same } from './catalogue.ts'
import { enLog } from './en-log.ts'
import { esLog } from './es-log.ts'
import { type Language, language } from './index.ts'

/** The words for entries of the log, in every language at once: fetched with what tells of entries, not with the first script. */
export const logWordsIn = (spoken: Language): Same<typeof enLog> => {
  switch (spoken) {
    case 'en':
      return enLog
    case 'es':
      return esLog
  }
}
export const logWords = computed(() => logWordsIn(language.value))
