import { computed } from '@preact/signals'
import { type CardWords, cardWordsIn } from '@sightline/core/case-file'
import type { Same } from './catalogue.ts'
import { enCase } from './en-case.ts'
import { esCase } from './es-case.ts'
import { type Language, language } from './index.ts'

/** The words of the page of the case, in every language at once: they come with the page. */
export const caseWords = computed(() => caseWordsIn(language.value))

/** What each kind of card, each field and each choice is called: said by written reports too, so it stands in core. */
export const cardWords = computed<CardWords>(() => cardWordsIn(language.value))

export function caseWordsIn(spoken: Language): Same<typeof enCase> {
  switch (spoken) {
    case 'en':
      return enCase
    case 'es':
      return esCase
  }
}
