import { computed } from '@preact/signals'
import type { Same } from './catalogue.ts'
import { enEdits } from './en-edits.ts'
import { esEdits } from './es-edits.ts'
import { type Language, language } from './index.ts'

/** The words of the page of edited films, in every language at once: they come with the page. */
export const editsWordsIn = (spoken: Language): Same<typeof enEdits> => {
  switch (spoken) {
    case 'en':
      return enEdits
    case 'es':
      return esEdits
  }
}
export const editsWords = computed(() => editsWordsIn(language.value))
