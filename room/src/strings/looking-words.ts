import { computed } from '@preact/signals'
import type { Same } from './catalogue.ts'
import { enLooking } from './en-looking.ts'
import { esLooking } from './es-looking.ts'
import { language } from './index.ts'

/** What only the film strip, the magnifier, the spectrogram and the readout say: fetched with them, in every language. */
export const lookingWords = computed<Same<typeof enLooking>>(() => {
  const { value: spoken } = language
  switch (spoken) {
    case 'en':
      return enLooking
    case 'es':
      return esLooking
  }
})
