import assert from 'node:assert/strict'
import test from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'
import type { LookWindow } from './look-page.tsx'

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } }
const textOf = async (place: Locator) => ((await place.textContent()) ?? '').replace(/\s+/g, ' ').trim()

async function openAccounts(page: Page, name = 'Accounts'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.locator('.said').first().waitFor()
}

const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const rowOf = (page: Page, words: string) => page.locator('.side-by-side tbody tr', { hasText: words })
const openCount = async (page: Page) =>
  Number(
    await page
      .getByRole('button', { name: /^Review/ })
      .locator('.count')
      .textContent(),
  )

for (const [size, viewport] of Object.entries(sizes))
  for (const colorScheme of ['dark', 'light'] as const)
    test(`nothing bars anybody from the ${colorScheme} accounts on a ${size}`, async () => {
      await using opened = await open({ viewport, colorScheme })
      const { page, complaints } = opened
      await openAccounts(page)
      const found = [...(await faultsOf(page))]
      await page.locator('.said-words').first().click()
      await page.locator('.account-text').waitFor()
      found.push(...(await faultsOf(page)))
      await press(page, 'Escape')
      await page.getByRole('button', { name: /^Review/ }).click()
      await page.locator('.link-card').waitFor()
      found.push(...(await faultsOf(page)))
      await press(page, 'c')
      await page.getByRole('dialog').waitFor()
      found.push(...(await faultsOf(page)))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.deepEqual([found, complaints, wide], [[], [], 0])
    })

test('one column for each account, one row for each matter, the words that differ underlined in both cells', async () => {
  await using opened = await open()
  const { page } = opened
  await openAccounts(page)
  const heads = await page.locator('.side-by-side thead th').allTextContents()
  assert.deepEqual(
    heads.map(head => head.replace(/\d.*|no date.*/, '')),
    ['Matter', 'Evening Radio', 'The Gatepost', 'Union Wire'],
  )
  const marks = (words: string) => rowOf(page, words).locator('.differs').allTextContents()
  assert.deepEqual(await marks('What did I do wrong'), ['did', 'do', 'am', 'doing'])
  assert.deepEqual(await marks('Three blanks'), ['Three', 'two'])
  assert.match(await textOf(rowOf(page, 'Three blanks')), /words that differ: Three.*words that differ: two/)
  assert.deepEqual(await marks('too short and too loud'), [
    'Corin Vale → Evening Radio',
    'the academy → the union',
  ])
  assert.match(
    await textOf(rowOf(page, 'no prop visible')),
    /prop, video ?Candidate conflict.*speaks of: the doorbell video/,
  )
  const colours = await page
    .locator('.differs')
    .evaluateAll(all => [...new Set(all.map(each => getComputedStyle(each).textDecorationColor))])
  assert.equal(colours.length, 1, 'one colour for every difference')
  assert.match(await textOf(page.locator('.said', { hasText: 'Academy shows recordings' })), /headline/)
})

test('kinds of rows and words narrow what is shown, and what is not found is said', async () => {
  await using opened = await open()
  const { page } = opened
  await openAccounts(page)
  const rows = page.locator('.side-by-side tbody tr')
  await page.getByRole('button', { name: /^Wording variant/ }).click()
  assert.equal(await soon(() => rows.count(), 1), 1)
  await page.getByRole('button', { name: /^Same/ }).click()
  await page.getByText('That is no proof that there is none.').waitFor()
  await page.getByRole('button', { name: /^All/ }).click()
  await page.getByRole('searchbox').fill('wednesday wire')
  assert.equal(await soon(() => rows.count(), 1), 1)
  await page.getByRole('searchbox').fill('unicorn')
  await page.getByText('No row has these words.').waitFor()
})

test('a statement opens in its account: its chain, the whole text, and folded parts that can be opened', async () => {
  await using opened = await open()
  const { page } = opened
  await page.evaluate(() => {
    const { room } = window as unknown as LookWindow
    const told: string[] = []
    Object.assign(window, { told })
    Object.assign(room.source, {
      saw: (viewing: Parameters<typeof room.source.saw>[0]) => {
        if (viewing.saw === 'account') told.push(`${viewing.account.slice(0, 2)} ${viewing.as}`)
      },
    })
  })
  await openAccounts(page)
  await page.getByRole('button', { name: /^“The word was too short/ }).click()
  assert.match(
    await textOf(page.locator('.statement-card')),
    /Statement · candidate.*Corin Vale → Evening Radio/,
  )
  const chosen = await page.locator('.account-text [data-chosen]').allTextContents()
  assert.equal(chosen.join(''), '“The word was too short and too loud,” director Corin Vale told us.')
  const fold = page.locator('.folded').first()
  assert.match(await textOf(fold.locator('summary')), /Folded: byline/)
  assert.equal(await fold.getByText('By Ruth Quill').isVisible(), false)
  await fold.locator('summary').click()
  assert.equal(await fold.getByText('By Ruth Quill').isVisible(), true)
  await page.getByRole('link', { name: 'Open the file as received' }).waitFor()
  const told = await page.evaluate(() => (window as unknown as { told: readonly string[] }).told)
  assert.deepEqual(
    told,
    ['61 statements', '62 statements', '63 statements', '61 text'],
    'who looked at what is told',
  )
  await press(page, 'Escape')
  assert.equal(await page.locator('.beside').count(), 0)
})

test('text is selected by keyboard and becomes a statement; undo takes it back', async () => {
  await using opened = await open()
  const { page } = opened
  await openAccounts(page)
  await page.getByRole('button', { name: 'The Gatepost', exact: true }).click()
  await page.getByRole('button', { name: 'Select by keyboard' }).press('Enter')
  await page.locator('textarea.account-text').waitFor()
  const area = page.locator('textarea.account-text')
  const held = await area.inputValue()
  await page.keyboard.type('typed over')
  await press(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'Home')
  assert.equal(await area.inputValue(), held, 'the text cannot be changed')
  await press(page, 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'Tab', 'Enter')
  const said = page.locator('.said', {
    has: page.getByRole('button', { name: 'There appears', exact: true }),
  })
  await said.getByText(/taken up as s\d+/).waitFor()
  await page.getByRole('button', { name: 'Custody', exact: true }).click()
  await page.getByText('Statement taken up', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Accounts', exact: true }).click()
  await press(page, 'u')
  assert.equal(await soon(() => page.getByText(/taken up as s\d+/).count(), 0), 0)
})

test('text is selected by pointer and becomes a quote', async () => {
  await using opened = await open()
  const { page } = opened
  await openAccounts(page)
  await page.getByRole('button', { name: 'Union Wire', exact: true }).click()
  const piece = page.locator('.account-text [data-at]', { hasText: 'A policy is due' })
  await piece.evaluate(element => {
    const text = element.firstChild as Text
    document.getSelection()?.setBaseAndExtent(text, 2, text, 15)
  })
  assert.match(await textOf(page.locator('.selected-bar')), /Selected: “policy is due”/)
  await page.getByRole('button', { name: 'Make a quote' }).click()
  await page.locator('.account-text [data-taken]', { hasText: 'policy is due' }).first().waitFor()
  // Words of which no rule knows that they tell a time are given a day by a person.
  const due = page.locator('.account-text [data-taken]', { hasText: 'policy is due' }).first()
  await due.evaluate(element => {
    const text = element.firstChild as Text
    document.getSelection()?.setBaseAndExtent(text, 10, text, 13)
  })
  await page.getByRole('button', { name: 'Its day …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Which day “due” means').waitFor()
  await dialog.getByLabel('Day', { exact: true }).fill('2031-06-30')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('the agenda of the council')
  await press(page, 'Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.account-text [data-days="Mon, Jun 30, 2031"]').waitFor()
})

test('the review is worked by keyboard alone: taken up, corrected, set aside with a reason, taken up again', async () => {
  await using opened = await open()
  const { page } = opened
  await openAccounts(page)
  const before = await openCount(page)
  await page.getByRole('button', { name: /^Review/ }).press('Enter')
  await page.locator('.review .link-card').waitFor()
  assert.match(await textOf(page.locator('.review')), /a conflict · candidate/)
  await press(page, 'x')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('they speak of two recordings')
  await press(page, 'Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  assert.equal(await soon(() => openCount(page), before - 1), before - 1)
  await page.locator('.review-head', { hasText: `1 of ${before - 1}` }).waitFor()
  await press(page, 'a')
  assert.equal(await soon(() => openCount(page), before - 2), before - 2)
  await page.locator('.review-head', { hasText: `1 of ${before - 2}` }).waitFor()
  await press(page, 'c')
  await page.getByRole('dialog').waitFor()
  await page.getByRole('radio', { name: 'the same', exact: true }).press('Space')
  await page.getByRole('textbox', { name: 'Note' }).press('Tab')
  await page.getByRole('button', { name: 'Enter', exact: true }).press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  assert.equal(await soon(() => openCount(page), before - 3), before - 3)
  await press(page, 'Escape')
  assert.match(await textOf(page.locator(':focus')), /^Review/, 'who closes it is where they were')
  await page.getByText('1 candidate set aside').click()
  assert.match(await textOf(page.locator('.below-table')), /they speak of two recordings · by R\. Imani/)
  await page.getByRole('button', { name: 'Take up again …' }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('look again')
  await page.getByRole('dialog').getByRole('button', { name: 'Enter', exact: true }).click()
  assert.equal(await soon(() => openCount(page), before - 2), before - 2)
})

test('a person links two statements, corrects a chain, splits, and names a matter that stands first', async () => {
  await using opened = await open()
  const { page } = opened
  await openAccounts(page)
  await page.getByRole('button', { name: /^An instructor declined/ }).click()
  const card = page.locator('.statement-card')
  await card.getByRole('button', { name: 'Link …' }).click()
  await page.locator('.linking-bar').waitFor()
  await page.getByRole('button', { name: /^A policy is due/ }).click()
  await page.getByRole('radio', { name: 'one matter, other details' }).check()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click()
  await rowOf(page, 'An instructor declined').getByText('A policy is due').waitFor()
  await dialog.waitFor({ state: 'detached' })

  await card.getByRole('button', { name: 'Correct …' }).click()
  await dialog.getByRole('textbox', { name: /Through whom/ }).fill('Pell Hask, instructor\nEvening Radio')
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click()
  await rowOf(page, 'An instructor declined').getByText('Pell Hask, instructor → Evening Radio').waitFor()
  await dialog.waitFor({ state: 'detached' })

  await rowOf(page, 'An instructor declined').locator('.row-head').click()
  await page.getByRole('button', { name: 'Name this matter …' }).click()
  await dialog.getByRole('textbox', { name: /Name of the matter/ }).fill('Why he was stopped')
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click()
  const first = page.locator('.side-by-side tbody tr').first()
  await first.getByText('Why he was stopped').waitFor()
  await dialog.waitFor({ state: 'detached' })
  await first.locator('.row-head').click()
  await page
    .locator('.row-statement', { hasText: 'A policy is due' })
    .getByRole('button', { name: 'Take out of this matter' })
    .press('Enter')
  // The empty cell leads to what its account says there.
  await first.getByRole('button', { name: 'linked, not in this row' }).press('Enter')
  await card.locator('.statement-words', { hasText: 'A policy is due' }).waitFor()

  await page.getByRole('button', { name: /^The exercise was announced/ }).click()
  await card.getByRole('button', { name: 'Split …' }).click()
  await dialog.getByRole('combobox').selectOption({ label: 'before “announced in advance.”' })
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click()
  await page.getByRole('button', { name: 'The exercise was', exact: true }).waitFor()
  await page.getByRole('button', { name: 'announced in advance.', exact: true }).waitFor()
  await dialog.waitFor({ state: 'detached' })

  // What is split is withdrawn as it was entered, with a reason, and the sentence is whole again.
  await page.getByRole('button', { name: 'The exercise was', exact: true }).click()
  await card.getByRole('button', { name: 'Withdraw …' }).click()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('one thing said')
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click()
  await page.getByRole('button', { name: 'The exercise was announced in advance.', exact: true }).waitFor()
})

test('two statements are merged and parted again by undo, and what is said of the one goes on', async () => {
  await using opened = await open()
  const { page } = opened
  await openAccounts(page)
  const one = page.getByRole('button', { name: /^The exercise was announced in advance\.$/ })
  await one.click()
  const card = page.locator('.statement-card')
  await card.getByRole('button', { name: 'Take up' }).press('Enter')
  await card.getByText(/^Statement · s\d+ /).waitFor()
  await card.getByRole('button', { name: 'Merge with the next' }).press('Enter')
  const both = page.getByRole('button', {
    name: /^The exercise was announced.*from the gate with the director\.$/,
  })
  await both.waitFor()
  assert.equal(await one.count(), 0)
  // What was pressed is gone: what stands at its place is shown.
  await card.getByText(/in place of s\d+$/).waitFor()
  await card.getByText('History').click()
  await card.getByText('Statements split or merged').waitFor()
  await press(page, 'Escape', 'u')
  await one.waitFor()
  assert.equal(await both.count(), 0)
})

test('relative days stay relative until a person states a day; then the days stand beside the words, on that person’s word', async () => {
  await using opened = await open()
  const { page } = opened
  await openAccounts(page)
  const wednesday = page.locator('.said', { hasText: 'the academy said on Wednesday' })
  assert.match(await textOf(wednesday), /on Wednesday \[Wed, Apr 30, 2031\]\./)
  await page.getByRole('button', { name: /^Days/ }).press('Enter')
  const panel = page.locator('.beside')
  const wire = panel.locator('.day-anchor', { hasText: 'Union Wire' })
  assert.match(await textOf(wire), /bears Sat, May 3, 2031, as .+ stated/)
  await wire.getByRole('button', { name: 'State the day it was written …' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Day', { exact: true }).fill('2031-05-08')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('the capture says so')
  await press(page, 'Enter')
  await dialog.waitFor({ state: 'detached' })
  await wednesday.getByText('[Wed, May 7, 2031]').waitFor()
  assert.match(
    await textOf(wire),
    /written Thu, May 8, 2031, as R\. Imani stated.*Why: the capture says so.*the last Wednesday up to it; counted from Thu, May 8/,
  )
  // A person's word on the words themselves counts before any rule, and can be withdrawn.
  await wire.getByRole('button', { name: 'State which day is meant …' }).first().press('Enter')
  await dialog.getByLabel('Day', { exact: true }).fill('2031-04-23')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('the academy’s own release is of that day')
  await press(page, 'Enter')
  await dialog.waitFor({ state: 'detached' })
  await wednesday.getByText('[Wed, Apr 23, 2031]').waitFor()
  await press(page, 'Escape')
  await page.getByRole('searchbox').fill('2031-04-23')
  await page.locator('.side-by-side tbody tr', { hasText: 'At least two blanks' }).waitFor()
  await wednesday.locator('.said-words').click()
  assert.equal(
    await page.locator('.account-text [data-days]').first().getAttribute('data-days'),
    'Wed, Apr 23, 2031',
  )
  assert.match(
    (await page.locator('.account-text').textContent()) ?? '',
    /said on Wednesday\.\s/,
    'the text is the account’s own',
  )
})

test('an utterance is laid together with who quotes what and where nobody does; stated minors are flagged', async () => {
  await using opened = await open()
  const { page } = opened
  await openAccounts(page)
  assert.match(
    await textOf(page.locator('.accounts-bounds')),
    /Ages under 18 are stated of people in: The Gatepost\./,
  )
  await page
    .locator('.said', { hasText: 'A pupil, 15' })
    .getByText('an age under 18 is stated here: 15')
    .waitFor()
  await page.getByRole('button', { name: /^Utterances/ }).press('Enter')
  const told = await page.locator('.stitched').allTextContents()
  assert.deepEqual(
    told.map(each => each.replace(/\s+/g, ' ').trim()),
    [
      'The word was (Evening Radio) A too short and too loud (Evening Radio and The Gatepost) AB',
      'What (Evening Radio and The Gatepost) AB did (Evening Radio) A or am (The Gatepost) B I (Evening Radio and The Gatepost) AB not quoted by any wrong (Evening Radio and The Gatepost) AB',
    ],
  )
  await page.locator('.excerpts').first().getByRole('button', { name: 'The Gatepost' }).press('Enter')
  await page.locator('.statement-card').getByText('part of an utterance that 2 accounts quote').click()
  await page.locator('.utterances [data-chosen]').waitFor()
  assert.deepEqual(await faultsOf(page), [])
})

test('whom an account names is put to a participant of the case file, and says so from then on', async () => {
  await using opened = await open()
  const { page } = opened
  await openAccounts(page)
  await page.getByRole('button', { name: /^People/ }).press('Enter')
  const dialog = page.getByRole('dialog')
  const maybe = page.getByRole('button', { name: '“the director” means Corin Vale …' })
  await page.getByText('candidate: nobody else who is named is called so: director').waitFor()
  // Said not to be so, with a reason, and taken up again.
  await page.getByRole('button', { name: '“the director” does not mean Corin Vale …' }).press('Enter')
  await dialog.getByRole('textbox').fill('the director of the school')
  assert.deepEqual(await faultsOf(page), [])
  await dialog.getByRole('button', { name: 'Enter', exact: true }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  assert.equal(await maybe.count(), 0, 'people have said that it is not so')
  await page.getByText('1 candidate set aside').click()
  await page
    .locator('li', { hasText: 'the director of the school' })
    .getByRole('button', { name: 'Take up again …' })
    .press('Enter')
  await dialog.getByRole('textbox').fill('it is he')
  await dialog.getByRole('button', { name: 'Enter', exact: true }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await maybe.press('Enter')
  // The case file has no participants yet: one is entered here.
  await dialog.getByRole('textbox', { name: 'Role (not a name)' }).fill('the director')
  await dialog.getByRole('button', { name: 'Enter', exact: true }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  const put = page.locator('.person-named', { hasText: 'in the case file: the director' })
  await put.first().getByText('“the director” in The Gatepost').waitFor()
  assert.equal(await maybe.count(), 0, 'people have said who is meant')
  assert.deepEqual(await faultsOf(page), [])
  // And taken back: the words mean nobody then.
  await put
    .first()
    .getByRole('button', { name: /^Withdraw: / })
    .first()
    .press('Enter')
  await dialog.getByRole('textbox').fill('another of that name')
  await dialog.getByRole('button', { name: 'Enter', exact: true }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
})

test('on a phone two accounts stand side by side, and any two can be chosen', async () => {
  await using opened = await open({ viewport: { width: 390, height: 844 } })
  const { page } = opened
  await openAccounts(page)
  const heads = () => page.locator('.column-name').allTextContents()
  assert.deepEqual(await heads(), ['Evening Radio', 'The Gatepost'])
  // A third account speaks to the matter too, and that is told.
  await page.locator('.row-above', { hasText: 'blanks, fired' }).getByText('also in Union Wire').waitFor()
  await page.getByRole('combobox', { name: 'Account: Right' }).selectOption({ label: 'Union Wire' })
  assert.deepEqual(await soon(heads, ['Evening Radio', 'Union Wire']), ['Evening Radio', 'Union Wire'])
  await page.getByRole('combobox', { name: 'Account: Left' }).selectOption({ label: 'Union Wire' })
  assert.deepEqual(await soon(heads, ['Union Wire', 'Evening Radio']), ['Union Wire', 'Evening Radio'])
})

test('the page speaks Spanish, and every candidate is called one', async () => {
  await using opened = await open({ locale: 'es-MX' })
  const { page } = opened
  await openAccounts(page, 'Relatos')
  assert.match(await textOf(rowOf(page, 'no prop visible')), /Candidato a contradicción/)
  await page.getByRole('button', { name: /^Revisar/ }).click()
  assert.match(await textOf(page.locator('.link-card')), /una contradicción · candidato/)
})
