import type { Ground } from './grounds.ts'

/** What a link rests on, in English; the room's other languages have words of their own. */
export const groundWords = {
  number: 'a number that differs',
  'how-many': 'a count that differs',
  bound: 'a number with a bound',
  time: 'a time that differs',
  age: 'an age that differs',
  dimension: 'two values of one thing',
  answers: 'two answers to one question',
  'said-denied': 'said by one, denied by the other',
  'not-in-recording': 'said by one, by the other not seen in a recording',
  'who-to-whom': 'who did it to whom',
  order: 'what came first',
  speakers: 'one text, put down to different speakers',
  'same-quoted': 'the same words quoted',
  utterance: 'one utterance in different words',
  shared: 'shared words',
  matter: 'a question both speak to',
  issue: 'an issue both speak to',
} as const satisfies Record<Exclude<Ground['kind'], 'words'>, string>
