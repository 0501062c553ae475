/** What is read of one file at most. A day of speech at 180 words a minute is 260,000 words. */
export const mostCharacters = 64 * 2 ** 20
export const mostLines = 200_000
export const mostWords = 1_000_000
