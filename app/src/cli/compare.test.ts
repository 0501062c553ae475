import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { compareCommand } from './compare.ts'
import { compareHtml } from './compare-html.ts'
import { CompareReport } from './compare-report.ts'
import { compareTable } from './compare-table.ts'
import { exitCodes } from './io.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-compare-test-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const { signal } = new AbortController()

function account(name: string, text: string): string {
  const path = join(dir, name)
  writeFileSync(path, text)
  return path
}

const one = account(
  'one.txt',
  'A guard fired five shots at the van on Mill Road.\n\n“Stay <back> & wait,” Ann Lee said.\n\nThe shop was shut.\n',
)
const two = account('two.txt', 'The guard fired four shots at the van.\n\n=SUM(A1) was on the wall.\n')
const three = account('three.txt', 'The library opens on Monday.\n')

async function run(...args: readonly string[]) {
  let out = ''
  let err = ''
  const code = await compareCommand(args, {
    out: text => {
      out += text
    },
    err: text => {
      err += text
    },
    signal,
  })
  return { code, out, err }
}

test('the answer for programs has the form that is published, and offsets into the file’s own text', async () => {
  const { code, out } = await run('--json', one, two)
  assert.equal(code, exitCodes.done)
  const report = CompareReport.parse(JSON.parse(out))
  assert.equal(report.accounts[one]?.text, readFileSync(one, 'utf8'))
  const [link] = report.links
  assert.deepEqual(
    [link?.a.account, link?.b.account, link?.relation, link?.differing],
    [one, two, 'conflict', ['five', 'four']],
  )
  assert.equal(
    report.accounts[one]?.text.slice(link?.a.start, link?.a.end),
    'A guard fired five shots at the van on Mill Road.',
  )
})

test('a person reads candidates, what stands alone, and no verdict', async () => {
  const { out } = await run(one, two)
  assert.match(out, /Candidate conflicts:\n\n {2}"five" \/ "four": a number that differs/)
  assert.match(out, /only in one account:\n[\s\S]*The shop was shut\./)
  assert.match(out, /“Stay <back> & wait,” Ann Lee said\. \[Ann Lee\]/)
  assert.match(out, /says nothing about who is right/)
})

test('where no conflict is found it is said what that does not mean', async () => {
  const { out } = await run(one, three)
  assert.match(out, /Candidate conflicts: none found\. That does not mean that the accounts agree/)
})

test('the page stands alone, shows short pieces, and marks whole statements as internal', async () => {
  const page = join(dir, 'page.html')
  const long = account(
    'long.txt',
    `The guard fired six shots at the van ${'and then again '.repeat(20)}on Mill Road.\n`,
  )
  await run('--out', page, one, two, long)
  const html = readFileSync(page, 'utf8')
  assert.match(html, /Stay &#60;back&#62; &#38; wait/)
  assert.match(html, /<u>five<\/u>/)
  assert.doesNotMatch(html, /<script|src=|href=|Internal\./)
  assert.match(html, / …/)
  await run('--full', '--out', page, one, two, long)
  assert.match(readFileSync(page, 'utf8'), /<strong>Internal\.<\/strong>/)
})

test('a spreadsheet gets one line per link, and no formula from a stranger', async () => {
  const table = join(dir, 'table.csv')
  await run('--out', table, one, two)
  const rows = readFileSync(table, 'utf8').split('\r\n')
  assert.match(rows[0] ?? '', /^"relation","kind"/)
  assert.match(rows[1] ?? '', /^"candidate conflict","fact"/)
  assert.doesNotMatch(rows.join('\n'), /(?:^|,)"[=+@]/m)
})

test('every file that is asked for is written, and none of them over an account', async () => {
  const [page, table] = [join(dir, 'both.html'), join(dir, 'both.csv')]
  const { out, err } = await run('--out', page, '--out', table, one, two)
  assert.equal(out, '')
  assert.deepEqual(err.trim().split('\n'), [`written: ${page}`, `written: ${table}`])
  assert.match(readFileSync(page, 'utf8'), /^<!doctype html>/)
  assert.match(readFileSync(table, 'utf8'), /^"relation"/)
  const story = account('story.html', '<p>The guard fired four shots at the van.</p>\n')
  await assert.rejects(
    run('--out', story, one, story),
    /is the account .*story\.html, which is never written to/,
  )
  assert.match(readFileSync(story, 'utf8'), /four shots/)
})

test('who is named, what one utterance was and which may be versions is told to programs and people', async () => {
  const story = (quote: string) =>
    `A van hit a wall on Mill Road on Monday, police said.\n\nAmy Lund, 16, was in the van with her brother at the time.\n\n${quote}\n\nThe road was closed until noon for repairs.\n`
  const [early, late] = [
    account('early.txt', story('“Nobody told us that the road was wet that night,” Ann Lee said.')),
    account('late.txt', story('“Nobody warned us that the road was wet that night,” Ann Lee said.')),
  ]
  const { out } = await run('--json', early, late)
  const { people, utterances, versions } = CompareReport.parse(JSON.parse(out))
  assert.deepEqual(
    people.map(({ name, minor, mentions }) => [name, minor, mentions.length]),
    [
      ['Amy Lund', true, 2],
      ['Ann Lee', false, 2],
    ],
  )
  assert.deepEqual(
    utterances[0]?.pieces.map(piece => (piece.kind === 'gap' ? null : piece.text)),
    ['Nobody', 'told', 'warned', 'us that the road was wet that night'],
  )
  assert.deepEqual(
    versions.map(({ a, b }) => [a, b]),
    [[early, late]],
  )
  const shown = (await run(early, late)).out
  assert.match(shown, /may be two versions of one account: early\.txt, late\.txt/)
  assert.match(shown, /named with an age under 18: Amy Lund/)
})

test('words without a name that may mean somebody named elsewhere are told with what speaks for it', async () => {
  const [wire, blog] = [
    account('mayor-wire.txt', 'Mayor Regina Solis defended the clearance of the square.\n'),
    account('mayor-blog.txt', 'We wrote to her.\n\nThe mayor did not answer.\n'),
  ]
  const { roles } = CompareReport.parse(JSON.parse((await run('--json', wire, blog)).out))
  assert.deepEqual(roles, [
    {
      ...{ person: 0, account: blog, words: 'The mayor', why: ['office: mayor'], against: [], sure: true },
      places: [{ account: blog, start: 18, end: 27 }],
    },
  ])
  const { out } = await run(wire, blog)
  assert.match(
    out,
    /mayor-blog\.txt +"The mayor" may mean Regina Solis \(the only one named in that office: mayor\)/,
  )
  const [page, table] = [join(dir, 'mayor.html'), join(dir, 'mayor.csv')]
  await run('--out', page, '--out', table, wire, blog)
  assert.ok(
    readFileSync(table, 'utf8').endsWith(
      `"may mean","person","${blog}","18","27","The mayor","${wire}","6","18","Regina Solis","","","the only one named in that office: mayor"\r\n`,
    ),
  )
  const html = readFileSync(page, 'utf8')
  assert.match(
    html,
    /“The mayor” <small>mayor-blog\.txt<\/small> may mean <b>Regina Solis<\/b>: the only one named/,
  )
})

test('one unreadable account ends with 3 and the others are still compared', async () => {
  const { code, out, err } = await run('--json', one, join(dir, 'gone.txt'), two)
  assert.equal(code, exitCodes.input)
  assert.match(err, /expected a file at \S*gone\.txt, found nothing there/)
  assert.equal(JSON.parse(out).links.length, 1)
})

test('wrong words are refused with the usage', async () => {
  await assert.rejects(run(), { code: 'usage.wrong' })
  await assert.rejects(run('--out', 'x.pdf', one), /\.html or \.csv/)
  await assert.rejects(run('--wings', one), /^SightlineError: Unknown option '--wings'\.\nusage: /)
})

test('two accounts too long for each other are named, with what they have, to a person and to a program', async () => {
  const { out } = await run('--json', one, two)
  const report = CompareReport.parse({
    ...JSON.parse(out),
    tooLong: [{ a: one, b: two, statements: [12_000, 9000] }],
  })
  const words =
    'one.txt (12,000 statements) and two.txt (9,000) are too long to be compared with each other; compare the parts of them that matter'
  assert.ok(compareTable(report, false).startsWith(`${words}\n`))
  assert.ok(compareHtml(report, false).includes(`<p>${words}.</p>`))
})
