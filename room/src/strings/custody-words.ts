import { computed } from '@preact/signals'
import type { Same } from './catalogue.ts'
import { enCustody } from './en-custody.ts'
import { esCustody } from './es-custody.ts'
import { type Language, language } from './index.ts'

/** The words of the page of the custody log, in every language: fetched with it. */
const custodyWordsIn = (spoken: Language): Same<typeof enCustody> => {
  switch (spoken) {
    case 'en':
      return enCustody
    case 'es':
      return esCustody
  }
}
export const custodyWords = computed(() => custodyWordsIn(language.value))
