import { isError } from '../../../../src/core/base/kind-of.ts'
import { brief } from '../../../shared/brief.ts'
import { ConfigurationError } from '../../../shared/configuration-error.ts'
import type { Message } from '../../../message/message.ts'
import type { Mock } from '../../../mock/mock.ts'
import type { DataFile } from './data-file.ts'
import { saver } from './saver.ts'

/** A mock whose state is kept in a file. */
export interface KeptMock {
  /** The same mock. It hears of the requests that it answers. */
  readonly mock: Mock
  /** Writes the state now. */
  save(): Promise<void>
  /** Notes a change that no request made. */
  changed(): void
  /** Writes what is not written yet. Resolves with whether all is. */
  end(): Promise<boolean>
}

/** The methods of requests that change nothing. */
const safe: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/**
 * Keeps the state of a mock in a file: it is written soon after each request that may have changed it. Named
 * states are not kept.
 *
 * @param warn - Hears when the file can't be written. The mock goes on without.
 */
export function keepMock(mock: Mock, file: DataFile, warn: (text: string) => void): KeptMock {
  const write = () => file.write(JSON.stringify(mock.snapshot()))
  const { changed, end } = saver(write, (error) =>
    warn(`${unwritten(file, error)} The mock goes on, and tries again at the next change.`),
  )
  const save = async () => {
    try {
      await write()
    } catch (cause) {
      throw new ConfigurationError(unwritten(file, cause), { cause })
    }
  }
  const handle = (message: Message) => {
    const answer = mock.handle(message)
    if (!safe.includes(message.method)) changed()
    return answer
  }
  const heard = new Proxy(mock, {
    get: (target, key): unknown => (key === 'handle' ? handle : Reflect.get(target, key)),
  })
  return { mock: heard, save, changed, end }
}

function unwritten({ name }: DataFile, error: unknown): string {
  const code = isError(error) && 'code' in error ? String(error.code) : String(error)
  return `${brief(name, 300)} can't be written (${brief(code)}).`
}
