import { type CardWords, en } from './en.ts'
import { es } from './es.ts'

export type { CardWords } from './en.ts'

export const wordsLanguages = ['en', 'es'] as const
export type WordsLanguage = (typeof wordsLanguages)[number]

export function cardWordsIn(language: WordsLanguage): CardWords {
  switch (language) {
    case 'en':
      return en
    case 'es':
      return es
  }
}

/** What a field or a choice is called; its own name where nobody put it into words. */
export function fieldWords(words: CardWords, name: string): string {
  return (words.fields as Readonly<Record<string, string>>)[name] ?? name
}

/** What a kind is called; its own name where a later version brought it. */
export function kindWords(words: CardWords, of: string): string {
  return (words.kinds as Readonly<Record<string, { readonly one: string }>>)[of]?.one ?? of
}

/** What a value that is chosen from a list is called. */
export function choiceWords(words: CardWords, value: string): string {
  return (words.choices as Readonly<Record<string, string>>)[value] ?? value
}
