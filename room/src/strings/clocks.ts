import { computed } from '@preact/signals'
import type { Same } from './catalogue.ts'
import { enClocks } from './en-clocks.ts'
import { esClocks } from './es-clocks.ts'
import { type Language, language } from './index.ts'

/** What only the parts about clocks and places say: kept out of the first load, and fetched with them in every language. */
export const clocksIn = (spoken: Language): Same<typeof enClocks> => {
  switch (spoken) {
    case 'en':
      return enClocks
    case 'es':
      return esClocks
  }
}
export const clockSayings = computed(() => clocksIn(language.value))
