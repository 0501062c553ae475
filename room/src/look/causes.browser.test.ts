import assert from 'node:assert/strict'
import test from 'node:test'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'

test('a person says why a stretch has no sound, apart from what is measured, and withdraws it with a reason', async () => {
  await using opened = await open({}, { hash: '#angle=bodycam%2FBody%20camera%20A.mp4' })
  const { page, complaints } = opened
  const measured = page.locator('.oddities', { hasText: 'no samples 12.0 s from pts 0.000' })
  const section = page.locator('.section', { hasText: 'Why sound or picture lacks' }).last()
  await section.getByText('Nobody has said why for the stretch above').waitFor()
  await section.getByRole('button', { name: 'Say why …' }).click()
  const dialog = page.getByRole('dialog')
  assert.equal(await dialog.getByLabel('From, in the file’s own time').inputValue(), '00:00')
  assert.equal(await dialog.getByLabel('To', { exact: true }).inputValue(), '00:12')
  await dialog.getByLabel('Cause, in your words').fill('keeps no sound before it is started')
  await dialog.getByLabel('Reason').fill('manual of the device, page 4')
  assert.deepEqual(await faultsOf(page), [])
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await section.getByText('keeps no sound before it is started').waitFor()
  assert.match(
    (await section.textContent()) ?? '',
    /said by R\. Imani.*known from: manual of the device, page 4/,
  )
  // The measurement stands as it stood.
  assert.equal(await measured.count(), 1)
  const told = async () =>
    (await page.locator('.lane-names li[aria-current] .lane-name .unseen').textContent()) ?? ''
  assert.match(
    await told(),
    /no samples 12\.0 s from 00:02\.000; R\. Imani: keeps no sound before it is started from 00:02\.000/,
  )
  await section.getByRole('button', { name: 'Withdraw …' }).click()
  await page.getByLabel('Reason').fill('that is another model')
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await section.getByText('One withdrawn').click()
  await section.getByText(/withdrawn by R\. Imani.*that is another model/).waitFor()
  assert.doesNotMatch(await told(), /R\. Imani/)
  await page.keyboard.press('u')
  assert.equal(await soon(() => section.getByText('One withdrawn').count(), 0), 0)
  assert.match(await told(), /R\. Imani: keeps no sound/)
  await page.getByRole('button', { name: 'Custody' }).click()
  assert.match(
    (await page.locator('tbody').textContent()) ?? '',
    /Cause of missing sound or picture statedbodycam\/Body camera A\.mp4 · 0\.000 to 12\.000/,
  )
  assert.deepEqual(complaints, [])
})
