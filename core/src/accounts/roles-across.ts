import { rolesCalled } from './called-again.ts'
import { type Case, type Group, plain } from './calling-case.ts'
import { type Calling, isHead } from './callings-in.ts'
import { matterOf } from './features.ts'
import { isKin, kinOf } from './kin-words.ts'
import { type Deed, linkedDeeds } from './linked-deeds.ts'
import type { Gender } from './people.ts'
import type { PlaceInAccount } from './people-across.ts'
import { canBe, grownUp, isCalled, type KnownCalling, type Profile, youngWords } from './profiles.ts'
import type { Link } from './related.ts'
import { wordSet } from './words.ts'

/**
 * Words by which an account may mean somebody whom accounts name: "the officer" of one, Officer Lane of another. A candidate: that
 * they do is for a person to say.
 */
export interface RoleAcross {
  /** Index into the people. */
  readonly person: number
  readonly account: number
  /** As they stand at the first place. */
  readonly words: string
  readonly places: readonly PlaceInAccount[]
  /** What speaks for it, the strongest first: "quote: I walked the track …", "office: mayor", "kin: mother of Devon Tolliver". */
  readonly why: readonly string[]
  /** What speaks against it: "several: officer". */
  readonly against: readonly string[]
  /** Nothing speaks against it, and the words can hardly mean anybody else: an office of which one is named, or exact words that only one says. */
  readonly isSure: boolean
}

/** Offices that one person holds in one place. */
const singleOffices = wordSet(
  `mayor alcalde alcaldesa sheriff governor gobernador gobernadora coroner superintendent principal warden headteacher headmaster headmistress commissioner
  comisario comisaria intendente chief president presidente presidenta`,
)
/** Several of these are part of most incidents, named or not: one who is named is hardly all of them. */
const manyOf = wordSet(
  `officer deputy trooper constable agent agente oficial cop policeman policewoman uniformado uniformada guard guardia warden passenger pasajero pasajera witness testigo eyewitness
  bystander onlooker neighbor neighbour vecino vecina resident residente protester demonstrator student pupil estudiante alumno alumna inmate prisoner preso presa recluso interno friend amigo amiga
  worker employee trabajador trabajadora empleado empleada nurse doctor medic paramedic firefighter bombero steward member volunteer shopper customer rider fan caller reporter journalist periodista
  teacher detective sergeant investigator official spokesman spokeswoman spokesperson portavoz vocero lawyer attorney expert victim víctima suspect
  sospechoso colleague activist marcher visitor patient vendor tenant manager supervisor`,
)
/** Words that tell nobody apart by themselves. */
const tellNobodyApart = wordSet(
  `man woman boy girl child kid baby teen teenager youth male female subject individual person guy lad lady gentleman toddler youngster adult juvenile minor
  hombre mujer niño niña joven menor muchacho muchacha chico chica señor señora persona local stranger figure pensioner loved one`,
)

/**
 * Finds whom the words without a name may mean, in each account, among those whom any account names. Where links are given, what linked
 * statements put down to both, or tell both to have done, counts too.
 */
export function rolesAcross(whole: Case, links: readonly Link[] = []): readonly RoleAcross[] {
  if (whole.profiles.length === 0) return []
  const linked = linkedDeeds(whole, links)
  return whole.groups.flatMap(group => meantBy(group, whole, linked.get(group) ?? []) ?? [])
}

/** Whether one word can call whoever another calls: "officer" a trooper, "mother" a madre; no trooper is a deputy. */
function isOneHead(said: string, known: string): boolean {
  if (said === known) return true
  if (isKin(said) || isKin(known)) return kinOf(said) === kinOf(known)
  return (
    rolesCalled.get(said)?.has(known) === true ||
    (matterOf(said) === matterOf(known) &&
      matterOf(said) !== 'officer' &&
      !/^conductora?$/.test(said + known))
  )
}

interface Fit {
  readonly profile: Profile
  /** The calling of theirs that says so; null where they are called nothing that fits, and nothing else either. */
  readonly calling: KnownCalling | null
  /** That both say more of them, and the same. */
  readonly isTold: boolean
}

/** Whether a person can be whom some words mean, and by which of their callings. */
function fitOf(group: Group, profile: Profile, profiles: readonly Profile[]): Fit | null {
  if (!canBe(group.gender, profile.gender) || !isOfAge(group, profile)) return null
  let best: Fit | null = null
  for (const calling of profile.callings) {
    if (!isOneHead(group.head, calling.head) || !isSameStanding(group, calling)) continue
    const owned = isKin(group.head) ? ownerFit(group, calling, profiles) : 'maybe'
    if (owned === 'no' || areApart(group.qualifiers, calling.qualifiers)) continue
    const isTold = owned === 'same' || [...group.qualifiers].some(word => calling.qualifiers.has(word))
    if (!best || (isTold && !best.isTold)) best = { profile, calling, isTold }
  }
  return best
}

const isOfAge = ({ age, head }: Calling, { ages }: Profile): boolean =>
  ages.size === 0 ||
  ((age === null || ages.has(age)) && (!youngWords.has(head) || [...ages].some(each => each < grownUp)))

const isSameStanding = (one: Calling, two: Calling): boolean =>
  [...one.standing].every(word => two.standing.has(word)) &&
  [...two.standing].every(word => one.standing.has(word))

const areApart = (one: ReadonlySet<string>, two: ReadonlySet<string>): boolean =>
  one.size > 0 && two.size > 0 && ![...one].some(word => two.has(word))

/** Whether "his mother" can be the mother of whoever a calling says. */
function ownerFit(
  { owner }: Calling,
  { of, owner: known }: KnownCalling,
  profiles: readonly Profile[],
): 'same' | 'maybe' | 'no' {
  if (owner === null) return 'maybe'
  const whose = of === null ? undefined : profiles[of]
  if (owner.isName) {
    if (whose) return isCalled(whose, owner.word) ? 'same' : 'no'
    return known?.word === owner.word ? 'same' : known?.isName ? 'no' : 'maybe'
  }
  if (/^(?:their|su|sus|his|her)$/.test(owner.word))
    return canBe(genderOfPronoun(owner.word), whose?.gender) ? 'maybe' : 'no'
  if (!whose) return known?.word === owner.word ? 'same' : 'no'
  if (!canBe(owner.gender, whose.gender)) return 'no'
  if (tellNobodyApart.has(owner.word))
    return isOfAge({ ...bareOf(owner.word), age: null }, whose) ? 'same' : 'no'
  return whose.callings.some(({ head }) => isOneHead(owner.word, head))
    ? 'same'
    : isHead(owner.word)
      ? 'no'
      : 'maybe'
}

const bareOf = (head: string): Calling => ({
  ...{ start: 0, end: 0, head, kind: 'bare', owner: null, age: null, gender: 'unknown' },
  ...{ qualifiers: new Set(), standing: new Set() },
})

const pronouns = wordSet('his her their su sus')

const genderOfPronoun = (word: string): Gender =>
  word === 'his' ? 'male' : word === 'her' ? 'female' : 'unknown'

/** Whom the words of one account mean, where exactly one person fits and something speaks for it. */
function meantBy(group: Group, whole: Case, deeds: readonly Deed[]): RoleAcross | null {
  const { profiles } = whole
  const fits = profiles.flatMap(profile => fitOf(group, profile, profiles) ?? [])
  const reasons = new Map<Profile, { readonly why: string[]; isSure: boolean; readonly against: string[] }>()
  const add = (profile: Profile, why: string, isSure: boolean, against: readonly string[] = []) => {
    const known = reasons.get(profile) ?? { why: [], isSure: false, against: [] }
    known.why.push(why)
    known.against.push(...against)
    reasons.set(profile, { ...known, isSure: known.isSure || isSure })
  }
  byQuote(group, fits, whole, add)
  byAge(group, whole, add)
  byCalling(group, fits, whole, add)
  byDeeds(group, fits, deeds, whole, add)
  const several = isSeveral(group, [...reasons.keys()], whole) ? [`several: ${group.head}`] : []
  const [only, ...more] = [...reasons]
  if (!only || more.length > 0) return null
  const [{ index }, { why, against, isSure }] = only
  const all = [...new Set([...against, ...several])]
  return {
    ...{ person: index, account: group.account, words: group.words, why: [...new Set(why)], against: all },
    places: group.places.map(({ start, end }) => ({ account: group.account, start, end })),
    isSure: isSure && all.length === 0,
  }
}

type Add = (profile: Profile, why: string, isSure: boolean, against?: readonly string[]) => void

/** The same words, word for word, put down to these words here and to a name there, and to nobody else. */
function byQuote(group: Group, fits: readonly Fit[], { spoken, profiles }: Case, add: Add): void {
  for (const each of spoken) {
    const isIt =
      each.account === group.account &&
      group.places.some(({ start, end }) => start < each.end + nearQuote && end > each.start - nearQuote) &&
      plain(each.speaker) === plain(group.words)
    if (!isIt) continue
    const [index, ...others] = each.people
    const profile = index === undefined ? undefined : profiles[index]
    if (!profile || others.length > 0 || !canBe(group.gender, profile.gender) || !isOfAge(group, profile))
      continue
    const isFit = fits.some(fit => fit.profile === profile)
    const isCalledOtherwise = !isFit && profile.callings.length > 0
    if (isCalledOtherwise && isKin(group.head)) continue
    add(
      profile,
      `quote: ${each.words}`,
      each.isLong && !isCalledOtherwise,
      isCalledOtherwise ? [`called: ${profile.callings[0]?.head}`] : [],
    )
  }
}

const nearQuote = 400

/** One age, borne by one of all who are named. */
function byAge(group: Group, { profiles }: Case, add: Add): void {
  const { age } = group
  if (age === null) return
  const bearers = profiles.filter(({ ages }) => ages.has(age))
  const fits = bearers.filter(
    profile => canBe(group.gender, profile.gender) && !profile.accounts.has(group.account),
  )
  const [only, ...more] = fits
  if (!only || more.length > 0) return
  const isOther =
    !tellNobodyApart.has(group.head) &&
    only.callings.length > 0 &&
    !only.callings.some(({ head }) => isOneHead(group.head, head))
  if (!isOther) add(only, `age: ${age}`, false)
}

/** One person alone of all who are named is called so. */
function byCalling(group: Group, fits: readonly Fit[], whole: Case, add: Add): void {
  const [only, ...more] = fits
  if (!only || more.length > 0 || only.calling === null || group.kind !== 'definite') return
  const { profile, calling, isTold } = only
  if (group.qualifiers.size > 0 && !isTold) return
  if (isKin(group.head)) {
    if (group.owner === null && (manyOf.has(group.head) || !isTold)) return
    if (group.owner && isSeveralOwners(group, whole)) return
    const whose = calling.of === null ? null : whole.profiles[calling.of]?.person.name
    const isNamed = whose !== null && whose !== undefined && group.owner !== null
    if (!isNamed && group.owner && pronouns.has(group.owner.word)) return
    if (manyOf.has(group.head) && !isNamed && !isTold) return
    const of = isNamed ? whose : isTold ? calling.owner?.word : undefined
    add(profile, of === undefined ? `only: ${calling.head}` : `kin: ${calling.head}, ${of}`, false)
    return
  }
  if (tellNobodyApart.has(group.head)) return
  const isOffice = singleOffices.has(group.head) && !manyOf.has(group.head)
  if (manyOf.has(group.head) && !isTold && isSeveral(group, [profile], whole)) return
  const isOther = whole.groups.some(
    each =>
      each !== group &&
      isOneHead(each.head, group.head) &&
      (each.standing.size > 0 || areApart(each.qualifiers, group.qualifiers) || each.qualifiers.size > 0),
  )
  const isAgreed = calling.standing.size === 0 && singleOffices.has(calling.head)
  add(profile, `${isOffice ? 'office' : 'only'}: ${calling.head}`, isOffice && isAgreed && !isOther)
}

/** "The boy's mother", where an account tells of two boys. */
const isSeveralOwners = ({ owner, account }: Group, { several }: Case): boolean =>
  owner !== null && !owner.isName && several[account]?.has(owner.word) === true

/** Whether any account of those that count tells of several such people. */
const isSeveral = ({ account, head }: Group, profiles: readonly Profile[], { several }: Case): boolean =>
  [account, ...profiles.flatMap(({ accounts }) => [...accounts])].some(each =>
    [...(several[each] ?? [])].some(other => isOneHead(head, other) || isOneHead(other, head)),
  )

/** What linked statements tell that both did or said, where all of them tell it of one person. */
function byDeeds(
  group: Group,
  fits: readonly Fit[],
  deeds: readonly Deed[],
  { profiles }: Case,
  add: Add,
): void {
  for (const kind of ['act', 'report'] as const) {
    const here = deeds.filter(each => each.kind === kind)
    const [first] = here
    const profile = first && profiles[first.person]
    if (!first || !profile || here.some(({ person }) => person !== first.person)) continue
    if (
      profile.accounts.has(group.account) ||
      !canBe(group.gender, profile.gender) ||
      !isOfAge(group, profile)
    )
      continue
    const isFit = fits.some(fit => fit.profile === profile)
    const isAnybody = tellNobodyApart.has(group.head) || profile.callings.length === 0
    if (isFit || (kind === 'act' && isAnybody && !isKin(group.head)))
      add(profile, `${kind}: ${first.words.join(', ')}`, false)
  }
}
