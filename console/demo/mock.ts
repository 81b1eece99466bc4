/** The mock of the static page, in a file of its own: the console loads it by the name in its page's head. */
import { inMemory, keep as keepIn } from '../../mocks/adapters/browser/keep.ts'
import type { Message } from '../../mocks/message/message.ts'
import { createMock } from '../../mocks/mock/create-mock.ts'
import { fetchFrom } from '../../mocks/mock/fetch.ts'
import type { InnerMock, Kept } from '../host/inner-mock.ts'

const choice = 'rolecall demo keeps its state in'

/** Starts the mock, with the state that this browser keeps, unless memory was chosen. */
export async function start(): Promise<InnerMock> {
  const mock = createMock()
  const keeps = chosen()
  const state = keeps === 'memory' ? inMemory : await keepIn(mock, 'demo')
  return {
    fetch: fetchFrom((message: Message) => state.run(() => mock.handle(message))),
    keeps,
    keep(where) {
      localStorage.setItem(choice, where)
      location.reload()
    },
  }
}

function chosen(): Kept {
  try {
    return localStorage.getItem(choice) === 'memory' ? 'memory' : 'browser'
  } catch {
    // Browsers that store nothing throw.
    return 'memory'
  }
}
