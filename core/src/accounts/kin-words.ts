import { wordSet } from './words.ts'

/** Words for what somebody is to another, each of which says little without whose: "mother", "widow", "lawyer". */
const kin = wordSet(`
  mother father mum mom dad sister brother son daughter wife husband widow widower cousin aunt uncle niece nephew grandmother grandfather
  grandson granddaughter grandma grandpa stepfather stepmother stepson fiancé fiancée girlfriend boyfriend partner roommate housemate neighbor
  neighbour colleague lawyer attorney solicitor friend
  madre padre mamá papá hermana hermano hijo hija esposa esposo marido viuda viudo prima primo tía tío sobrina sobrino abuela abuelo nieto
  nieta novia novio suegra suegro cuñada cuñado abogada abogado vecina vecino amiga amigo
`)

export const isKin = (lower: string): boolean => kin.has(lower)

/** Words of several tongues and registers for one kind of kin. */
const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mother: 'mother mum mom mamá madre',
    father: 'father dad papá padre',
    sister: 'sister hermana',
    brother: 'brother hermano',
    son: 'son hijo',
    daughter: 'daughter hija',
    wife: 'wife widow esposa viuda',
    husband: 'husband widower esposo marido viudo',
    grandmother: 'grandmother grandma abuela',
    grandfather: 'grandfather grandpa abuelo',
    aunt: 'aunt tía',
    uncle: 'uncle tío',
    lawyer: 'lawyer attorney solicitor abogada abogado',
    neighbour: 'neighbour neighbor vecina vecino',
    friend: 'friend amiga amigo',
    cousin: 'cousin prima primo',
    niece: 'niece sobrina',
    nephew: 'nephew sobrino',
    girlfriend: 'girlfriend novia',
    boyfriend: 'boyfriend novio',
  }).flatMap(([kind, words]) => words.split(' ').map(word => [word, kind] as const)),
)

export const kinOf = (lower: string): string => kinds.get(lower) ?? lower

/** Who calls somebody a son is his mother or father: what those are to whoever is called so. */
const turned: Readonly<Record<string, readonly [string, string]>> = {
  son: ['mother', 'father'],
  daughter: ['mother', 'father'],
  mother: ['daughter', 'son'],
  father: ['daughter', 'son'],
  wife: ['wife', 'husband'],
  husband: ['wife', 'husband'],
  sister: ['sister', 'brother'],
  brother: ['sister', 'brother'],
  grandmother: ['granddaughter', 'grandson'],
  grandfather: ['granddaughter', 'grandson'],
  grandson: ['grandmother', 'grandfather'],
  granddaughter: ['grandmother', 'grandfather'],
  niece: ['aunt', 'uncle'],
  nephew: ['aunt', 'uncle'],
  aunt: ['niece', 'nephew'],
  uncle: ['niece', 'nephew'],
  cousin: ['cousin', 'cousin'],
}

/** What the owner of a calling is to whom it calls: of a woman, of a man. Null where the words say nothing of it. */
export const turnedKin = (lower: string): readonly [string, string] | null => turned[kinOf(lower)] ?? null
