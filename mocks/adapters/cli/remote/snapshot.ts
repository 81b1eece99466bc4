import { printable } from '../../../../src/core/base/printable.ts'
import { isError } from '../../../../src/core/base/kind-of.ts'
import { readSnapshot } from '../../../snapshot/read.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { brief } from '../../../shared/brief.ts'
import { ConfigurationError } from '../../../shared/configuration-error.ts'
import type { Given } from '../command.ts'
import { writeWhole } from '../data/write-whole.ts'
import { readFormat } from '../format/format.ts'
import { readJson } from '../read-json.ts'
import { readRemote } from './remote.ts'

/** Prints the state of a running mock, or writes it to a file. */
export async function takeSnapshot(given: Given): Promise<number> {
  readFormat(given, ['json'])
  const { control, url } = readRemote(given)
  const secrets = !given.has('no-secrets')
  const text = JSON.stringify(await control.snapshot({ secrets }))
  const file = given.get('out')
  if (file === undefined) {
    console.log(printable(text))
    return 0
  }
  try {
    await writeWhole(file, text)
  } catch (cause) {
    const code = isError(cause) && 'code' in cause ? String(cause.code) : String(cause)
    throw new ConfigurationError(`${brief(file, 300)}: the file can't be written (${code}).`, {
      cause,
    })
  }
  const held = secrets ? ', with keys and tokens; --no-secrets leaves them out' : ''
  console.log(printable(`${file} holds the state of ${url}${held}.`))
  return 0
}

/** Takes a running mock to the state in a file. */
export async function restoreSnapshot(
  given: Given,
  [file = '']: readonly string[],
): Promise<number> {
  const { control, url } = readRemote(given)
  await control.restore(snapshotIn(await readJson(file), file))
  console.log(printable(`${url} is in the state of ${file}.`))
  return 0
}

/** The snapshot in a file. A wrong one is refused before the mock hears of it. */
function snapshotIn(value: unknown, file: string): Snapshot {
  try {
    return readSnapshot(value)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    throw new ConfigurationError(`${brief(file, 300)}: ${error.message}`, { cause: error })
  }
}
