import { computed } from '@preact/signals'
import { enClock } from './en-clock.ts'
import { esClock } from './es-clock.ts'
import { type Language, language } from './index.ts'

/**
 * The words of the clock's page, in every language at once: they come with the page, so that nobody who only watches has to
 * fetch them with the first script.
 */
export const clockWords = computed(() => wordsIn(language.value))

function wordsIn(spoken: Language) {
  switch (spoken) {
    case 'en':
      return enClock.clockPage
    case 'es':
      return esClock.clockPage
  }
}
