import { unlistedFiles } from '@sightline/core/release'

export interface VerifyText {
  readonly title: string
  readonly version: number
  readonly identity: string
  readonly fingerprint: string
  /** Whose stamp it bears; null for none. */
  readonly stampedBy: string | null
  readonly log: { readonly length: number; readonly head: string }
}

/** What a Macintosh has instead: the same words then do the same. */
export const macSum = 'sha256sum() { shasum -a 256 "$@"; }'

/**
 * `VERIFY.txt`: how anybody checks the release with what their computer has. Commands stand four spaces in, so that a test
 * runs the very lines that people are told to type.
 */
export function verifyText({ title, version, identity, fingerprint, stampedBy, log }: VerifyText): string {
  const unlisted = unlistedFiles.filter(name => stampedBy !== null || !name.endsWith('.tsr'))
  return `HOW TO CHECK THIS RELEASE

${title}
Version ${version}

You need nothing of ours. What you need from elsewhere, never from this folder:

  allowed_signers   a text file of one line, the key of those who released this. Get it
                    from their own pages or letters. Its fingerprint is
                    ${fingerprint}
                    Compare all of it with the one that they published elsewhere.
${
  stampedBy === null
    ? ''
    : `  tsa-ca.pem        the certificate of the authority that stamped this: ${stampedBy}
`
}
A check that ends with no complaint says: not one byte was changed, added or taken away since
the holder of that key sealed this folder. It does not say that what is in it is true.


LINUX, MACOS (and Windows with WSL). Open a terminal in this folder. Put the files named above beside
it, one folder up. Each command should end without a complaint. On a Macintosh type this first:

  ${macSum}

1. Nothing was added, and there are only files and folders (this prints nothing when all is well; go on only then):

    find . ! -type d ! -type f
    find . -type d -empty
    { sed 's/^[0-9a-f]*  //' manifest-sha256.txt tagmanifest-sha256.txt; printf '%s\\n' ${unlisted.join(' ')}; } | LC_ALL=C sort > ../listed.txt
    find . ! -type d | sed 's/^..//' | LC_ALL=C sort | diff ../listed.txt -

2. Every file is as it was sealed:

    sha256sum -c --strict --quiet manifest-sha256.txt tagmanifest-sha256.txt

3. The list of files was sealed with that key:

    ssh-keygen -Y verify -f ../allowed_signers -I ${shellWord(identity)} -n sightline-release -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt
${
  stampedBy === null
    ? `
4. This release bears no time stamp: only those who released it say when they sealed it.
`
    : `
4. It was sealed before the time that the stamp says:

    openssl ts -verify -data tagmanifest-sha256.txt -in tagmanifest-sha256.txt.tsr -CAfile ../tsa-ca.pem
    openssl ts -reply -in tagmanifest-sha256.txt.tsr -text | grep 'Time stamp'
`
}
5. The custody log is whole: each line names the SHA-256 of the one before (prints nothing when
   all is well; a long log takes a while), and every entry that is shown says what was entered:

    prev=${'0'.repeat(64)}; while IFS= read -r line; do case "$line" in *'"prev":"'"$prev"'"'*) ;; *) echo "broken at: $line" ;; esac; prev=$(printf %s "$line" | sha256sum | cut -c 1-64); done < custody/log.jsonl
    sed -n 's/.*"seq":\\([0-9]*\\),.*"bodySha256":"\\([0-9a-f]*\\)"}/\\2 \\1/p' custody/log.jsonl | while read -r hash number; do file=$(printf 'custody/bodies/%06d.json' "$number"); if [ -e "$file" ]; then echo "$hash  $file"; fi; done | sha256sum -c --strict --quiet

6. It is the log you know. Write down these two, and keep them somewhere else:

    wc -l < custody/log.jsonl
    tail -n 1 custody/log.jsonl | tr -d '\\n' | sha256sum

   In this release they are ${log.length} and
   ${log.head}
   When a later version comes, its line of that number must have that hash:

    sed -n ${log.length}p custody/log.jsonl | tr -d '\\n' | sha256sum


What names only .DS_Store (Thumbs.db, desktop.ini) names what a Macintosh (Windows) leaves in folders that it shows. Nothing
vouches for such a file: take it away, or copy the release anew, and check again.


WINDOWS, without WSL. Open PowerShell in this folder. Every file is as it was sealed, and nothing was added
(prints nothing when all is well):

  $listed = @{}; Get-Content manifest-sha256.txt, tagmanifest-sha256.txt | ForEach-Object { $listed[$_.Substring(66)] = $_.Substring(0, 64) }
  $from = (Get-Item -LiteralPath .).FullName.TrimEnd('\\').Length + 1
  $found = Get-ChildItem -Recurse -File -Force | ForEach-Object { $_.FullName.Substring($from).Replace('\\', '/') }
  $listed.Keys | Where-Object { -not (Test-Path -LiteralPath $_ -PathType Leaf) -or (Get-FileHash -LiteralPath $_ -Algorithm SHA256).Hash -ne $listed[$_] }
  $found | Where-Object { -not $listed.ContainsKey($_) -and @(${unlisted.map(name => `'${name}'`).join(', ')}) -notcontains $_ }

The custody log is whole (prints what is broken, and at the end the head, which in this release is
${log.head}):

  $prev = '0' * 64; $sha = [Security.Cryptography.SHA256]::Create()
  foreach ($line in [IO.File]::ReadLines((Get-Item custody/log.jsonl).FullName)) { if (-not $line.Contains('"prev":"' + $prev + '"')) { "broken at: $line" }; $prev = -join ($sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($line)) | ForEach-Object { $_.ToString('x2') }) }
  $prev

The list of files was sealed with that key (in the command prompt cmd.exe; ssh-keygen comes with Windows 10 and later):

  ssh-keygen -Y verify -f ..\\allowed_signers -I ${isPlain(identity) ? identity : `"${identity.replaceAll('"', '')}"`} -n sightline-release -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt
${
  stampedBy === null
    ? ''
    : `
Windows has nothing of its own for time stamps. Git for Windows brings openssl; with it, in cmd.exe:

  "%ProgramFiles%\\Git\\usr\\bin\\openssl.exe" ts -verify -data tagmanifest-sha256.txt -in tagmanifest-sha256.txt.tsr -CAfile ..\\tsa-ca.pem
`
}

WITH OUR PROGRAM, on any of them, where Node.js 20 or later is there. It does all of the above at once. Do not take it
from this folder's neighbour either: get it from where Sightline is published.

  node sightline-verify.mjs . --signers ../allowed_signers${stampedBy === null ? '' : ' --tsa-ca ../tsa-ca.pem'}
`
}

/** Whoever made the key chose its identity: a blank or a sign in it must not become part of a command. */
function shellWord(text: string): string {
  return isPlain(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

function isPlain(text: string): boolean {
  return /^[\w@.+-]+$/.test(text)
}
