import { computed } from '@preact/signals'
import type { Same } from './catalogue.ts'
import { enAccounts } from './en-accounts.ts'
import { esAccounts } from './es-accounts.ts'
import { type Language, language } from './index.ts'

/** The words of the page of the accounts, in every language at once: they come with the page. */
export const accountsWordsIn = (spoken: Language): Same<typeof enAccounts> => {
  switch (spoken) {
    case 'en':
      return enAccounts
    case 'es':
      return esAccounts
  }
}
export const accountsWords = computed(() => accountsWordsIn(language.value))
