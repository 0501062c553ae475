import assert from 'node:assert/strict'
import test from 'node:test'
import { readText } from './reading.ts'

const story = `Police say the man was armed when an officer fired twice on Elm Street.

The department declined to comment on Thursday.`

/** What is read of a text, above the story's two paragraphs. */
const headOf = (head: string) => {
  const text = `${head}\n\n${story}`
  return readText(text)
    .paragraphs.slice(0, -2)
    .map(({ start, end }) => text.slice(start, end))
}

test('an issuer with its office and address is a letterhead, and the headline below it is kept', () => {
  assert.deepEqual(
    headOf(
      'City of Millbrook\nPolice Department\n100 Main Street, Millbrook\n\nShooting on Elm Street under review',
    ),
    ['Shooting on Elm Street under review'],
  )
})

test('an issuer’s name alone is folded above a headline, and left where nothing else heads the text', () => {
  assert.deepEqual(headOf('MILLBROOK POLICE DEPARTMENT\n\nShooting on Elm Street'), [
    'Shooting on Elm Street',
  ])
  assert.deepEqual(headOf('Department of Corrections'), ['Department of Corrections'])
})

test('a headline that ends with a place is no issuer', () => {
  assert.deepEqual(
    headOf(
      'Department of Corrections\nOffice of Communications\n\nDisturbance at Harrow Correctional Center',
    ),
    ['Disturbance at Harrow Correctional Center'],
  )
})

test('the outlet beside its writer, a menu and a label are folded', () => {
  assert.deepEqual(
    headOf(
      'News\nWeather\nInvestigations\n\nMan shot by officer on Elm Street, neighbors say\n\nBy Jo Bell\nThe Millbrook Pioneer',
    ),
    ['Man shot by officer on Elm Street, neighbors say'],
  )
})

test('two names that are no persons’ stay a headline', () => {
  assert.deepEqual(headOf('MILLBROOK NEWS\n\nCritical Incident, Lower Mill Apartments'), [
    'Critical Incident, Lower Mill Apartments',
  ])
})
