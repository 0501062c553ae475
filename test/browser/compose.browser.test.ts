// A release composed, previewed and published by a person in a real room, and checked by the command line.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import test, { after, before } from 'node:test'
import type { Locator } from 'playwright-core'
import { generate } from '../cases/media/clips.ts'
import { axeFaults } from './axe-faults.ts'
import { type OpenRoom, openRoom } from './open-room.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-compose-'))
const folder = join(dir, 'folder')
const releases = join(dir, 'releases')
let room: OpenRoom

function sightline(...args: readonly string[]) {
  return spawnSync(resolve(import.meta.dirname, '../../bin/sightline'), args, { encoding: 'utf8' })
}

before(async () => {
  mkdirSync(folder)
  mkdirSync(releases)
  await generate(
    folder,
    'J. Fictional, 12 Elm.mp4',
    '-f lavfi -i testsrc2=size=160x120:rate=25:duration=2 -c:v libx264 -preset ultrafast -g 15 -bf 0 -pix_fmt yuv420p -movflags +faststart',
  )
  sightline('key', 'new', join(dir, 'key'), '--identity', 'records@lark-yard.example')
  room = await openRoom(folder, { more: ['--key', join(dir, 'key'), '--releases', releases] })
  await room.settled()
})

after(async () => {
  await room?.[Symbol.asyncDispose]()
  rmSync(dir, { recursive: true, force: true })
})

const part = (name: RegExp): Locator =>
  room.page.locator('.compose-page .case-parts').getByRole('button', { name })
const why = (): Locator => room.page.getByRole('dialog').locator('input[name="reason"]')
const release = (): Locator =>
  room.page.locator('nav.views').getByRole('button', { name: 'Release', exact: true })

test('what a person composes by keyboard is kept as a draft, and is there again when the page comes back', async () => {
  const { page } = room
  await release().click()
  await page.getByLabel('Title for readers').fill('The yard, from the gate')
  await page.keyboard.press('Tab')
  await page.getByText('One change is not kept.').waitFor()
  await page.keyboard.press('Control+s')
  await page.getByText('Draft kept by Tester').waitFor()
  await page.getByLabel('What the law wants hidden').selectOption('none-needed')
  await page.getByRole('button', { name: 'Undo change' }).click()
  assert.equal(await page.getByLabel('What the law wants hidden').inputValue(), 'unknown')
  await page.getByLabel('What the law wants hidden').selectOption('none-needed')
  await part(/Readers/).click()
  await page.getByLabel('Title *').fill('What the yard saw')
  await page.getByLabel('Who releases it').fill('An office')
  await page.getByRole('button', { name: 'Add … Statements' }).click()
  await page.getByLabel('Whose statement').fill('The family')
  await page.getByLabel('Statement', { exact: true }).fill('We ask for quiet.')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Enter' }).click()
  await part(/What stays/).click()
  await page.getByLabel('Who looked for: children').fill('The records desk')
  await page.keyboard.press('Control+s')
  await page.getByText('Draft kept by Tester').waitFor()
  await page.reload()
  await page.locator('[data-cover="show"]').click()
  await release().click()
  assert.equal(await page.getByLabel('Title for readers').inputValue(), 'The yard, from the gate')
  await part(/Readers/).click()
  assert.equal(await page.getByLabel('Who releases it').inputValue(), 'An office')
  await page.getByText('We ask for quiet.').waitFor()
})

test('what is typed the moment a field stands there stays in it', async () => {
  await part(/Readers/).click()
  await part(/What stays/).waitFor()
  const typed = await room.page.evaluate(async () => {
    const field = () => document.querySelector<HTMLInputElement>('.looked-for input')
    const button = [...document.querySelectorAll<HTMLButtonElement>('.compose-page .case-parts button')]
    const appeared = new Promise<void>(resolve => {
      const watch = new MutationObserver(() => {
        if (!field()) return
        watch.disconnect()
        resolve()
      })
      watch.observe(document.body, { childList: true, subtree: true })
    })
    button.find(each => /What stays/.test(each.textContent))?.click()
    await appeared
    const input = field()
    if (!input) return null
    const before = input.value
    input.value = 'at once'
    // Twice as long as a page takes to be painted.
    for (let n = 0; n < 4; n++) await new Promise(requestAnimationFrame)
    await new Promise(resolve => setTimeout(resolve, 200))
    const after = input.value
    input.value = before
    return after
  })
  assert.equal(typed, 'at once')
})

test('a stop leads to where it is put right, and is gone past only by name and with a reason', async () => {
  const { page } = room
  await part(/Checklist/).click()
  await page.locator('[data-stop="not-looked-for"]').first().waitFor()
  assert.equal(await page.locator('[data-stop="redaction-unknown"]').count(), 0)
  await page.getByRole('button', { name: /^Go there screens/ }).click()
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-target') === 'screens')
  await part(/Preview and publish/).click()
  assert.equal(await page.getByRole('button', { name: 'Publish …' }).isDisabled(), true)
  await part(/Checklist/).click()
  const stops = await page.locator('[data-stop]').count()
  const past = page.locator('section[aria-label="Gone past"] [data-stop]')
  // Four things that nobody looked for, for one reason; then the others one by one, without a pointer.
  await page.getByRole('button', { name: 'Go past all 4 … Nobody looked for it' }).focus()
  for (let gone = 4; gone <= stops; gone += 1) {
    await page.keyboard.press('Enter')
    await why().fill('a staged exercise')
    await page.keyboard.press('Enter')
    await past.nth(gone - 1).waitFor()
    const isLast = gone === stops
    await page.waitForFunction(
      isLast => document.activeElement?.matches(isLast ? '#release h3' : '[data-past]'),
      isLast,
    )
  }
  await page.getByText('Nothing stands in the way.').waitFor()
  assert.deepEqual(await axeFaults(page), [])
})

test('the preview is the release itself behind its own door; just its bytes are published, and verify', async () => {
  const { page, complaints } = room
  await part(/Preview and publish/).click()
  await page.getByRole('button', { name: 'Approve …' }).click()
  await why().fill('as discussed')
  await page.keyboard.press('Enter')
  await page.getByText('Approved by Tester').waitFor()
  await page.getByRole('button', { name: 'Make preview' }).click()
  await page.getByText('This is what would be sealed.').waitFor()
  assert.deepEqual(await axeFaults(page), [])
  const sealed = await page.locator('.compose-page .hash').first().textContent()

  const context = page.context()
  const asked: string[] = []
  context.on('request', request => asked.push(request.url()))
  const opening = context.waitForEvent('page')
  await page.getByRole('link', { name: /Open the preview/ }).click()
  const preview = await opening
  for (const worded of ['What the yard saw', 'We ask for quiet.'])
    await preview.locator('dialog').getByText(worded).waitFor()
  await preview.locator('[data-cover="show"]').click()
  await preview.locator('[data-recording="The yard, from the gate"][data-state="ready"]').waitFor()
  const { origin } = new URL(preview.url())
  assert.notEqual(origin, new URL(room.address).origin)
  const elsewhere = asked.filter(url => !/^(data|blob):/.test(url) && !url.startsWith(origin))
  assert.deepEqual(
    elsewhere.filter(url => !url.startsWith(new URL(room.address).origin)),
    [],
  )
  assert.equal((await preview.content()).includes('Fictional'), false)
  await preview.close()

  await page.getByRole('button', { name: 'Publish …' }).click()
  await page.getByLabel(/^Type/).fill('the family v1')
  await page.keyboard.press('Enter')
  await page.getByText('Expected the public v1.').waitFor()
  await page.getByLabel(/^Type/).fill('the public v1')
  await page.keyboard.press('Enter')
  await page.getByText('Version 1 is published.').waitFor()
  const checked = sightline(
    ...['verify', join(releases, 'release-v1'), '--signers', join(dir, 'key.allowed_signers'), '--json'],
  )
  assert.equal(checked.status, 0, checked.stdout)
  assert.equal(JSON.parse(checked.stdout).sealed, sealed)
  const document = JSON.parse(readFileSync(join(releases, 'release-v1/release.json'), 'utf8'))
  assert.ok(document.overridden.every((each: { reason: string }) => each.reason === 'a staged exercise'))
  assert.equal(document.title, 'What the yard saw')

  await page.setViewportSize({ width: 360, height: 740 })
  await page.emulateMedia({ colorScheme: 'light' })
  assert.deepEqual(await axeFaults(page), [])
  for (const button of await page.locator('.compose-page .case-parts button').all()) {
    await button.click()
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
  }
  assert.deepEqual(
    complaints.filter(each => !each.includes('404')),
    [],
  )
})
