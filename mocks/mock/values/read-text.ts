import { createReadStream } from 'node:fs'
import { isError } from '../../../src/core/base/kind-of.ts'
import { brief } from '../../shared/brief.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import { decodeUtf8, withoutBom } from '../../shared/utf8.ts'

/** The size of the largest file that is read: 100 MiB. */
const usualLimit = 104_857_600

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  ENOTDIR: 'there is no such file: the part before the last / is no folder.',
  EISDIR: 'this is a folder. Name the file in it.',
  EACCES: 'the file may not be read.',
  EPERM: 'the file may not be read.',
  ENAMETOOLONG: 'there is no such file: the name is too long.',
  ELOOP: 'there is no such file: its links form a loop.',
  ERR_INVALID_ARG_VALUE: 'there is no such file: no name has a null character.',
}

/** Reads a UTF-8 file, without its byte order mark. Throws a {@link ConfigurationError} that names the file and the reason. */
export async function readText(file: string, limit = usualLimit): Promise<string> {
  const refuse = (reason: string, cause?: unknown) =>
    new ConfigurationError(`${brief(file, 300)}: ${reason}`, { cause })
  const chunks: Buffer[] = []
  let size = 0
  try {
    // A stream, because a pipe or a device has no size until it ends.
    for await (const chunk of createReadStream(file)) {
      if (!Buffer.isBuffer(chunk)) continue
      chunks.push(chunk)
      size += chunk.length
      if (size > limit) break
    }
  } catch (cause) {
    const code = isError(cause) && 'code' in cause ? String(cause.code) : String(cause)
    throw refuse(unreadable[code] ?? `the file can't be read (${code}).`, cause)
  }
  if (size > limit) throw refuse(`the file is too large. It may have at most ${limit} bytes.`)
  const text = withoutBom(decodeUtf8(Buffer.concat(chunks)))
  if (text.isWellFormed()) return text
  throw refuse('the file is not UTF-8. Save its text as UTF-8.')
}
