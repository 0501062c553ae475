// How each verb is used, as one line or a few: told without reading what the verb does.
import { trustUsage } from '../verify/trust-usage.ts'

export const demoUsage =
  'sightline demo [--port N] [--listen ADDRESS] [--no-browser]\n      [--key FILE --releases DIR [--tsa ADDRESS]] [--preview-port N]'

export const openUsage =
  'sightline open FOLDER [--case DIR] [--as NAME] [--port N] [--listen ADDRESS] [--no-browser]\n      [--recogniser WHISPER-CLI --model FILE [--language en]]\n      [--key FILE --releases DIR [--tsa ADDRESS]] [--preview-port N]'

export const syncUsage = 'sightline sync [--json] [--out FILE.otio|.fcpxml|.xml|.edl|.csv]... FILE...'

export const diffUsage =
  'sightline diff [--json] [--out FILE.otio|.edl|.csv|.html]... [--proof FILE.mp4] [--keep FOLDER] [--redacted|--published|--converted RAW]... EDITED RAW...'

export const compareUsage = 'sightline compare [--json] [--out FILE.html|FILE.csv]... [--full] ACCOUNT...'

export const accountsUsage =
  'sightline accounts CASE [--out FILE.csv|FILE.annotations.jsonld|FILE.claims.jsonld]...'

export const listenUsage = 'sightline listen [--json] [--all] FILE...'

export const listUsage = 'sightline list CASE [--json]'

export const releaseUsage =
  'sightline release CASE --out DIR --key FILE [--as NAME] [--compose FILE] [--override CODE=REASON]... [--override-all REASON] [--tsa ADDRESS | --tsa-file FILE] [--folder FOLDER] [--version N] [--json]\n  sightline release CASE --draft FILE'

export const keyUsage = `sightline key new FILE --identity NAME
  sightline key enter CASE --key FILE --as NAME --reason TEXT [--replaces FINGERPRINT]
  sightline key revoke CASE FINGERPRINT --as NAME --reason TEXT`

export const checkpointUsage = 'sightline checkpoint CASE|RELEASE [--entry N] [--since FILE]'

export const verifyUsage = `sightline verify FOLDER|CASE|RELEASE [--folder FOLDER] ${trustUsage} [--json]`
