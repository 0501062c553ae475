import { isConcept, matterOf } from './features.ts'
import { wordSet } from './words.ts'

/** Of the concepts those that happen to somebody, or harm; persons, places and things stand in names, too. */
const events = wordSet(`
  shoot gun knife armed unarmed chase flee crash die injure ambulance arrest blaze smoke evacuate drop fall warn hit
  spray taser chain crush throw suspend restrain breathe charge unconscious homicide explode bite ignore attack stab steal comply resist
  threaten wait trap drown rescue overdose vomit suicide hostage bomb leak handcuff slam punch grab choke facedown kneel drag frisk slip
  lunge swing afraid knock breach raid siren search trespass disperse stitch concussion fracture bruise cut bone seizure racism
  evict flood outage naked spit standoff surrender resuscitate tourniquet blood cry scream lock
`)

/** Words of denial, of persons who do something, and verbs that end a clause: no label holds them. */
const clause =
  /\b(?:no|not|none|nothing|nobody|never|without|unknown|is|are|was|were|has|had|did|does|says?|said|told|he|she|they|him|her|them|his|their|i|we|my|fled|sin|nadie|ningun[oa]?|ningún|fue|eran?|estaba|había)\b|n['’]t\b/iu

/** Whether a short line tells something of an event, in what words so ever: "Injuries: two", "Death of a prisoner", "door forced". */
export function tellsEvent(text: string): boolean {
  return clause.test(text) || namesEvent(text)
}

/** Whether a line has a word for something that happens to people: "shots", "restraint", "muerte". */
export const namesEvent = (text: string) =>
  (text.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? []).some(word => {
    const matter = matterOf(word)
    return isConcept(matter) && events.has(matter) && word !== 'run' && word !== 'follow'
  })

/** "14:02 | Unit 4 | arrived on scene": a row of a log, with when it was in front. */
export const isLogRow = (text: string) =>
  /^\W{0,2}(?:T?\+)?\d{1,2}[:.h]?\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?|\s?hrs?)?\W{0,2}\s*[|•·–—/-]?\s*\S/iu.test(
    text,
  ) &&
  /\p{Ll}{2,} \p{Ll}{2,}|\p{Lu}{3,} \p{Lu}{2,}/u.test(text) &&
  !/\b(?:19|20)\d{2}\b|\d{1,2}[/.]\d{1,2}[/.]\d{2}|\b(?:ago|read|updated|published|posted|by|min|listen)\b/iu.test(
    text,
  )

/** "The transcript was edited by the city to remove a name": who did it is told, and no page's own word of its editors. */
export const isCutByOthers = (text: string) =>
  /\b(?:edited|redacted|altered|cut) by (?!(?:the |our |an? )?(?:editors?|newsroom|staff|producers?|hosts?|authors?|writers?|volunteers?|magazine|paper|machine|software)\b)(?:(?:the|an?|its) )?\p{Ll}/u.test(
    text,
  )
