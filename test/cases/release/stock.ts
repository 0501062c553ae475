// Runs the commands of VERIFY.txt, word for word, as somebody would who has nothing of ours.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The commands for Linux in a VERIFY.txt: the lines that stand four spaces in. */
export function stockCommands(verifyText: string): readonly string[] {
  return verifyText.match(/^ {4}\S.*$/gm)?.map(line => line.trim()) ?? []
}

/**
 * Runs them over a release, in order, until one complains: fails, or prints where silence means well. Gives that one, or
 * null. `known` is the head written down earlier, which the last command is held against; `first` is typed before each.
 */
export function stockComplaint(
  root: string,
  commands: readonly string[],
  known: { readonly head: string },
  first = '',
): string | null {
  const complains = (command: string) => {
    const { status, stdout } = spawnSync('bash', ['-c', `${first}\n${command}`], {
      cwd: root,
      encoding: 'utf8',
    })
    if (/^sed -n \d+p/.test(command)) return !stdout.startsWith(known.head)
    if (/^(wc|tail|openssl|ssh-keygen) /.test(command)) return status !== 0
    return status !== 0 || stdout.trim() !== ''
  }
  return commands.find(complains) ?? null
}

export function commandsOf(root: string): readonly string[] {
  return stockCommands(readFileSync(join(root, 'VERIFY.txt'), 'utf8'))
}
