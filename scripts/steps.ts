/** Runs checks one after another, prints what each one found, and ends with one summary. */
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Outcome =
  | { readonly kind: 'passed'; readonly tests: number }
  | { readonly kind: 'failed'; readonly tests: number; readonly failures: number }

export interface Step {
  readonly name: string
  readonly run: () => Promise<Outcome> | Outcome
}

export const root = fileURLToPath(new URL('..', import.meta.url))

type Command = readonly [string, ...string[]]

const node: Command = [process.execPath, '--disable-warning=ExperimentalWarning']

/** The project's own tools, as commands to be run in `root`. */
export const tools = {
  biome: ['bin/biome'],
  tsc: [...node, 'node_modules/typescript/bin/tsc'],
} as const satisfies Record<string, Command>

/** Each of some hundred test files is a process of its own: types are stripped and modules compiled once for all of them. */
const compileCache = join(root, 'node_modules/.cache/node-compile')

/** A hung browser must not hang CI: no step may take longer than this. */
const stepLimitMs = 40 * 60_000

/** A step that passes when the program ends with 0. What it prints is shown as it comes; it gets no input. */
export function program(name: string, command: Command): Step {
  return {
    name,
    run: async () => {
      const { code } = await run(command)
      return code === 0 ? { kind: 'passed', tests: 0 } : { kind: 'failed', tests: 0, failures: 1 }
    },
  }
}

/** A step of `node --test` over files. */
export function tests(name: string, files: readonly string[], options: readonly string[]): Step {
  const args = ['--test', '--test-reporter=./scripts/reporter.ts', '--test-reporter-destination=stdout']
  return testStep(name, files, [...node, ...args, ...options, ...files])
}

/** The counts come from the last line of `reporter.ts`. No files are a pass. */
function testStep(name: string, files: readonly string[], command: Command): Step {
  return {
    name,
    run: async () => {
      if (files.length === 0) return { kind: 'passed', tests: 0 }
      const { code, output } = await run(command)
      const [passed, failed] = /(\d+) passed, (\d+) failed/.exec(output)?.slice(1).map(Number) ?? []
      if (code === 0 && failed === 0 && passed !== undefined) return { kind: 'passed', tests: passed }
      return { kind: 'failed', tests: passed ?? 0, failures: failed || 1 }
    },
  }
}

/** Files of the repository that a glob matches, sorted. */
export function filesOf(...patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: root, exclude: path => path.includes('node_modules') }).sort()
}

/** A step of test files, so many at once and each a process of its own, in the order given. */
export function testsInOrder(name: string, files: readonly string[], atOnce: number): Step {
  return testStep(name, files, [...node, 'scripts/run-tests.ts', `${atOnce}`, ...files])
}

/** Runs every step, even after a failure, those of a list at the same time, prints the summary and sets the exit code. */
export async function runSteps(steps: readonly (Step | readonly Step[])[]): Promise<void> {
  const began = performance.now()
  const failedSteps: string[] = []
  let passed = 0
  let failures = 0
  const through = async ({ name, run }: Step) => {
    console.log(`▶ ${name}`)
    const stepBegan = performance.now()
    const outcome = await run()
    const took = secondsSince(stepBegan)
    const count = outcome.tests > 0 ? `, ${outcome.tests} tests passed` : ''
    console.log(`${outcome.kind === 'passed' ? '✔' : '✖'} ${name} (${took}${count})`)
    // A check that holds no tests counts as one.
    if (outcome.kind === 'passed') passed += outcome.tests || 1
    else {
      passed += outcome.tests
      failures += outcome.failures
      failedSteps.push(name)
    }
  }
  for (const next of steps) await Promise.all([next].flat().map(through))
  if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join(', ')}`)
  console.log(`Took ${secondsSince(began)}`)
  console.log(`${passed} passed, ${failures} failed`)
  process.exitCode = failures === 0 ? 0 : 1
}

function secondsSince(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}

interface Ended {
  readonly code: number
  readonly output: string
}

/** Runs a program in a process group of its own, so that a step that hangs is ended with all its children. */
function run([command, ...args]: Command): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: {
        ...process.env,
        TZ: process.env['TEST_TZ'] ?? 'UTC',
        NODE_COMPILE_CACHE: compileCache,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    })
    const endGroup = () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }
    const timer = setTimeout(() => {
      console.log(`  ended after ${stepLimitMs / 60_000} minutes`)
      endGroup()
    }, stepLimitMs)
    process.once('SIGINT', endGroup).once('SIGTERM', endGroup)
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      process.stdout.write(text)
    })
    child.on('error', reject)
    child.on('close', code => {
      clearTimeout(timer)
      process.removeListener('SIGINT', endGroup).removeListener('SIGTERM', endGroup)
      resolve({ code: code ?? 1, output })
    })
  })
}
