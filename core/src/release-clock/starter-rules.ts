import type { CardSaid } from '../case/cards/index.ts'

type Rule = CardSaid<'rule'>

const unchecked = { applies: 'no', checkedBy: null, checkedOn: null } as const
const note =
  'From public descriptions, as a place to begin. Whether it applies, to what, from which day and with which exceptions is for a person who has read the text.'

/** Rules to begin with. None is legal advice, none applies until a person says so, and each can be changed like any card. */
export const starterRules: readonly Rule[] = [
  {
    ...unchecked,
    name: 'Chicago: video release policy',
    days: 60,
    countedIn: 'calendar-days',
    from: 'incident',
    extensionDays: 30,
    extensionWords:
      'once, on written request of a law-enforcement or prosecuting body; requester, reason and new date are published',
    familyFirst: 'customary',
    citation: 'City of Chicago, Video Release Policy (2016), sections III and IV',
    note,
  },
  {
    ...unchecked,
    name: 'California: critical incidents (AB 748)',
    days: 45,
    countedIn: 'calendar-days',
    from: 'knowledge',
    extensionDays: null,
    extensionWords:
      'longer while disclosure would substantially interfere with an investigation, with the reason and an estimated date in writing',
    familyFirst: 'not-stated',
    citation: 'California Government Code § 7923.625 (formerly § 6254(f)(4), AB 748 of 2018)',
    note,
  },
  {
    ...unchecked,
    name: 'New York City: critical incident footage',
    days: 30,
    countedIn: 'calendar-days',
    from: 'incident',
    extensionDays: null,
    extensionWords: null,
    familyFirst: 'required',
    citation:
      'New York City Police Department, policy on public release of critical incident body-worn camera footage (2020)',
    note,
  },
  {
    ...unchecked,
    name: 'Colorado: incident recordings',
    days: 21,
    countedIn: 'calendar-days',
    from: 'complaint',
    extensionDays: 24,
    extensionWords:
      'up to 45 days in all, where a prosecutor states in writing that release would substantially interfere with an investigation',
    familyFirst: 'required',
    citation: 'Colorado Revised Statutes § 24-31-902(2) (SB 20-217)',
    note,
  },
  {
    ...unchecked,
    name: 'New Jersey: use-of-force recordings',
    days: 20,
    countedIn: 'calendar-days',
    from: 'incident',
    extensionDays: null,
    extensionWords: 'about 20 days; later by a stated decision',
    familyFirst: 'not-stated',
    citation:
      'New Jersey Attorney General, directives on body-worn cameras and independent prosecutors (2018 to 2022)',
    note,
  },
]
