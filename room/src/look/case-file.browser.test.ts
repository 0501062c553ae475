import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'
import { fictionalCards } from './case-file-cards.ts'
import type { LookWindow } from './look-page.tsx'

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } }
const parts = [
  'Overview',
  'Claims',
  'People',
  'Proceedings',
  'Documents',
  'Release clock',
  'Calendar',
  'Search',
]
const shots = process.env['LOOK_SHOTS']

async function openCase(page: Page, isEmpty = false): Promise<void> {
  await page.getByRole('button', { name: 'Case', exact: true }).click()
  await page.locator('.case-parts').waitFor()
  if (isEmpty) return
  const refused = await page.evaluate(
    async cards => {
      const { room } = window as unknown as LookWindow
      const ids = new Map<string, string>()
      for (const [key, of, said, hidden] of cards) {
        const named = Object.entries(said).map(([name, value]) => [
          name,
          typeof value === 'string' && value.startsWith('@') ? ids.get(value.slice(1)) : value,
        ])
        const answer = await room.source.submit({
          do: 'enter-card',
          of,
          said: Object.fromEntries(named) as Record<string, unknown>,
          hidden: hidden ?? null,
        })
        if (answer.kind !== 'done') return `${key}: ${JSON.stringify(answer)}`
        ids.set(key, `k${hidden ? answer.seq - 1 : answer.seq}`)
      }
      return null
    },
    fictionalCards as never as (typeof fictionalCards)[number][],
  )
  assert.equal(refused, null)
}

const goTo = (page: Page, part: string) =>
  page.locator('.case-parts').getByRole('button', { name: part, exact: true }).click()

for (const [size, viewport] of Object.entries(sizes))
  for (const colorScheme of shots
    ? (['dark', 'light'] as const)
    : [size === 'desk' ? ('dark' as const) : ('light' as const)])
    test(`nothing bars anybody from the ${colorScheme} case file on a ${size}`, async () => {
      await using opened = await open({ viewport, colorScheme })
      const { page, complaints } = opened
      await openCase(page)
      for (const part of parts) {
        await goTo(page, part)
        if (part === 'Claims') await page.locator('.claim-row').first().click()
        if (part === 'Search') await page.getByRole('searchbox').fill('recordings')
        if (shots)
          await page.screenshot({ path: `${shots}/${part.replace(' ', '-')}-${size}-${colorScheme}.png` })
        assert.deepEqual(await faultsOf(page), [], part)
        const wide = await page.locator('#case').evaluate(each => each.scrollWidth - each.clientWidth)
        assert.equal(wide, 0, `${part} does not scroll sideways`)
      }
      assert.deepEqual(complaints, [])
    })

/** What stands in the field of a dialog under its label. */
const field = (page: Page, label: string) => page.locator('dialog').getByLabel(label)

test('a claim is entered by hand with keys alone, then changed, withdrawn and restored, and its history tells all of it', async () => {
  await using opened = await open()
  const { page } = opened
  await openCase(page, true)
  await goTo(page, 'Claims')
  const add = page.getByRole('button', { name: 'Add Claim', exact: true })
  await add.focus()
  await page.keyboard.press('Enter')
  await field(page, 'Matter, in neutral words').fill('Is the gate open?')
  await field(page, 'Of which recordings it speaks').selectOption('no-recording-named')
  await field(page, 'Asked of each recording').selectOption('yes')
  await page.keyboard.press('Enter')
  const row = page.locator('.claim-row')
  await row.focus()
  await page.keyboard.press('Enter')
  const card = page.locator('.claim-details > .card')
  await card.getByRole('button', { name: /^Change/ }).click()
  await field(page, 'Matter, in neutral words').fill('Is the gate open at 00:41?')
  await page.locator('dialog').getByRole('button', { name: 'Enter' }).click()
  await row.filter({ hasText: 'at 00:41' }).waitFor()
  await card.getByRole('button', { name: /^Withdraw/ }).click()
  await field(page, 'Reason').fill('asked twice')
  await page.locator('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await page.getByText('No claim was entered').waitFor()
  await page.getByLabel('1 withdrawn').check()
  await page.locator('.claim-details > .card').getByText('Withdrawn: asked twice').waitFor()
  await card.getByRole('button', { name: /^Restore/ }).click()
  await field(page, 'Reason').fill('it was another gate')
  await page.locator('dialog').getByRole('button', { name: 'Restore' }).click()
  await card.getByRole('button', { name: /^History/ }).click()
  const steps = page.locator('.card-history li')
  await steps.nth(3).waitFor()
  const told = await steps.allTextContents()
  assert.match(told[0] ?? '', /entered.*Is the gate open\?/)
  assert.match(told[1] ?? '', /changed.*Is the gate open at 00:41\?/)
  assert.match(told[2] ?? '', /asked twice/)
  assert.match(told[3] ?? '', /it was another gate/)
})

test('of two people who change one field of a claim the second sees both wordings, and loses no word', async () => {
  await using opened = await open()
  const { page } = opened
  await openCase(page)
  await goTo(page, 'Claims')
  await page.locator('.claim-row').first().click()
  await page
    .locator('.claim-details > .card')
    .getByRole('button', { name: /^Change/ })
    .click()
  await field(page, 'Matter, in neutral words').fill('Mine')
  await field(page, 'More exactly').fill('Only mine')
  await page.evaluate(async () => {
    const { room } = window as unknown as LookWindow
    const claim = [...room.source.state.peek().cards.values()].find(({ of }) => of === 'claim')
    if (!claim) throw new Error('there is a claim')
    const said = { matter: 'Theirs' }
    await room.source.submit({ do: 'change-card', card: claim.id, rev: claim.rev, said, hidden: null })
  })
  await page.locator('dialog').getByRole('button', { name: 'Enter' }).click()
  const conflict = page.locator('dialog [role="alert"]')
  await conflict.waitFor()
  assert.match((await conflict.textContent()) ?? '', /Nothing was written over.*as it stands now: ?Theirs/)
  assert.equal(await field(page, 'Matter, in neutral words').inputValue(), 'Mine')
  assert.equal(await field(page, 'More exactly').inputValue(), 'Only mine')
  await page.locator('dialog').getByRole('button', { name: 'Enter mine now' }).click()
  await page.locator('.claim-row').filter({ hasText: 'Mine' }).waitFor()
  await page
    .locator('.claim-details > .card')
    .getByRole('button', { name: /^History/ })
    .click()
  await page.locator('.card-history li').filter({ hasText: 'Theirs' }).waitFor()
})

test('one key plays the moments of a claim, all angles at true speed, and the page keys go from one to the next', async () => {
  await using opened = await open()
  const { page } = opened
  await openCase(page)
  await goTo(page, 'Claims')
  await page.evaluate(() => (window as unknown as LookWindow).room.setSpeed(0.25))
  await page.locator('.claim-row').first().focus()
  await page.keyboard.press('p')
  const bar = page.locator('.claim-bar')
  await bar.getByText('Moment 1 of 2').waitFor()
  const engine = () =>
    page.evaluate(() => {
      const { engine: now } = (window as unknown as LookWindow).room
      return { time: now.time.peek(), speed: now.speed.peek(), playing: now.playing.peek() }
    })
  assert.equal(await soon(async () => (await engine()).speed, 1), 1)
  // The lamp is an instant at 43.867 s of the clock: half a second before and after it is played, and then it waits.
  assert.equal(await soon(async () => (await engine()).playing, false), false)
  const { time } = await engine()
  assert.ok(Math.abs(time - 44.367e6) < 1000, `stopped at ${time}`)
  await page.keyboard.press('PageDown')
  await bar.getByText('Moment 2 of 2').waitFor()
  assert.equal(await soon(async () => (await engine()).time >= 45.9e6, true), true)
  await page.keyboard.press('PageUp')
  await bar.getByText('Moment 1 of 2').waitFor()
  await page.getByRole('button', { name: 'Back to the claim' }).click()
  await page.locator('.claim[aria-current]').waitFor()
})

test('the release clock shows its arithmetic, names what is missing, and goes on only with a reason', async () => {
  await using opened = await open()
  const { page } = opened
  await openCase(page)
  await goTo(page, 'Release clock')
  const due = page.locator('[data-due="2031-07-31"]')
  assert.deepEqual(await due.locator('.due-steps li').allTextContents(), [
    '2031-05-02: the incident, by call log. This day is not counted.',
    '+ 60 calendar days = 2031-07-01',
    '+ 30 days by extension = 2031-07-31: requested by county prosecutor, decided by law department',
  ])
  // Midnight in Chicago in summer.
  assert.match((await due.textContent()) ?? '', /2031-08-01 05:00 UTC/)
  assert.match((await due.textContent()) ?? '', /Nobody has held this rule against the text it cites/)
  await page.locator('[data-to="reviewing"]').getByRole('button').click()
  await field(page, 'Reason').fill('all is collected')
  await page.locator('dialog').getByRole('button', { name: 'Move to: Reviewing' }).click()
  const sealing = page.locator('[data-to="sealed"]')
  await sealing.getByText('Redaction is not settled: Call log of the dispatch centre').waitFor()
  await sealing.getByRole('button').click()
  await field(page, 'Hash of what is sealed (SHA-256)').fill('f'.repeat(64))
  await field(page, 'Reason').fill('the deadline')
  await field(page, 'Go on all the same, because').fill('the log is sealed without that document')
  await page.locator('dialog').getByRole('button', { name: 'Move to: Sealed' }).click()
  await page.getByText('Steps so far (2)').click()
  await page.getByText(/went on although 1 thing was missing: the log is sealed without/).waitFor()
})

test('the search finds words of cards, and nothing private or walled', async () => {
  await using opened = await open()
  const { page } = opened
  await openCase(page)
  await goTo(page, 'Search')
  const found = async (words: string) => {
    await page.getByRole('searchbox').fill(words)
    return await page.locator('.found li').count()
  }
  assert.equal(await soon(() => found('barrier'), 2), 2)
  assert.equal(await soon(() => found('through the union'), 0), 0)
  assert.equal(await soon(() => found('compelled'), 0), 0)
  await page.getByRole('searchbox').fill('actor stopped')
  await page.locator('.found .link').first().click()
  await page.locator('.card[aria-current]').filter({ hasText: 'Why was the actor stopped?' }).waitFor()
  // What nobody has taken up yet is found too, where it stands in its account.
  await goTo(page, 'Search')
  await page.getByRole('searchbox').fill('announced advance')
  await page.getByRole('button', { name: 'The exercise was announced in advance.' }).click()
  await page.locator('.account-text [data-chosen]').waitFor()
})

test('everything is said in Spanish, and nobody is kept out there either', async () => {
  await using opened = await open({ locale: 'es-MX' })
  const { page } = opened
  await page.getByRole('button', { name: 'Caso', exact: true }).click()
  await page.locator('.case-parts').waitFor()
  assert.deepEqual(await page.locator('.case-parts button').allTextContents(), [
    ...['Resumen', 'Afirmaciones', 'Personas', 'Procedimientos', 'Documentos', 'Plazo de publicación'],
    ...['Calendario', 'Buscar', 'Llevarse …'],
  ])
  await page.locator('.case-parts').getByRole('button', { name: 'Personas' }).click()
  await page.getByRole('button', { name: 'Añadir Participante' }).click()
  await page.locator('dialog').getByLabel('Papel').waitFor()
  assert.deepEqual(await faultsOf(page), [])
})

test('on the cover the words of family and agency stand with one weight, in the order of entry', async () => {
  await using opened = await open({ viewport: sizes.phone }, { isCovered: true })
  const { page, complaints } = opened
  await page.evaluate(async () => {
    const { room } = window as unknown as LookWindow
    for (const [party, words, onCover] of [
      ['family', 'Please look at all of it.', 'yes'],
      ['agency', 'We draw no conclusion.', 'yes'],
      ['other', 'Not for the cover.', 'no'],
    ]) {
      const said = { party, who: 'them', words, onCover }
      await room.source.submit({ do: 'enter-card', of: 'party-statement', said, hidden: null })
    }
  })
  const told = page.locator('dialog.cover blockquote')
  await told.nth(1).waitFor()
  const sizesOf = await told.evaluateAll(all =>
    all.map(each => [
      each.querySelector('p')?.textContent,
      getComputedStyle(each).fontSize,
      each.clientWidth,
    ]),
  )
  assert.equal(sizesOf.length, 2)
  assert.deepEqual(sizesOf[0]?.slice(1), sizesOf[1]?.slice(1))
  assert.equal(sizesOf[0]?.[0], 'Please look at all of it.')
  assert.deepEqual(await faultsOf(page), [])
  assert.deepEqual(complaints, [])
  if (shots) await page.screenshot({ path: `${shots}/cover-phone.png` })
})
