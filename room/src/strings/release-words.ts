import { computed } from '@preact/signals'
import type { Same } from './catalogue.ts'
import { enRelease } from './en-release.ts'
import { esRelease } from './es-release.ts'
import { type Language, language } from './index.ts'

/** The words of the page about a release, in every language: fetched with it. */
const releaseWordsIn = (spoken: Language): Same<typeof enRelease> => {
  switch (spoken) {
    case 'en':
      return enRelease
    case 'es':
      return esRelease
  }
}
export const releaseWords = computed(() => releaseWordsIn(language.value))
