import { expect, test } from 'vitest'
import { describePage } from './describe-page.ts'

type Scenes = typeof import('../react/scenes.tsx') &
  typeof import('../react/scenes-of-denials.tsx') &
  typeof import('../react/scenes-of-writes.tsx')

describePage('useCan and <Can> in StrictMode', 'test/react', (page) => {
  const play = (scene: keyof Scenes): Promise<unknown> => page().evaluate(`play('${scene}')`)

  test('<Denial> says beside the button why a call failed, until it is run again', async () => {
    expect(await play('refusedRemedy')).toEqual({
      failure: 'Somebody was faster.',
      count: 2,
    })
  })

  test('a button of <Denial> runs its call once, keeps the focus, and is in a named group', async () => {
    const shown = await play('remedyByKeyboard')
    expect(shown).toMatchObject({ ran: ['users.update'], isFocused: true })
    expect(shown).toHaveProperty('group', Reflect.get(Object(shown), 'heading'))
  })

  test('200 on a page ask 100 questions in one request', async () => {
    expect(await play('manyButtons')).toEqual({
      sent: [{ questions: 100, aborted: false }],
      denials: 200,
    })
  })

  test('the whole decision is cached, and refreshed on demand without a gap', async () => {
    const denied = { status: 'denied', allowed: false, rule: 'AD-04', remedies: 1 }
    expect(await play('statesInOrder')).toEqual([
      { status: 'loading', allowed: false, asking: true },
      { ...denied, asking: false },
      { ...denied, asking: true },
      { status: 'allowed', allowed: true, asking: false, rule: 'AD-04', remedies: 0 },
    ])
  })

  test('arguments are compared by value; answers to earlier ones are dropped', async () => {
    expect(await play('otherArguments')).toEqual({
      afterTheSame: 1,
      sent: [
        { questions: 1, aborted: false },
        { questions: 1, aborted: true },
        { questions: 1, aborted: false },
      ],
    })
  })

  test('a request is aborted once no component waits for any of its answers', async () => {
    expect(await play('gone')).toEqual({
      alone: [{ questions: 1, aborted: true }],
      together: [{ questions: 2, aborted: false }],
    })
  })

  test('another client starts without any answers', async () => {
    expect(await play('anotherClient')).toEqual(['qa denied AD-04', 'qa allowed AD-04'])
  })

  const once = { questions: 2, aborted: false }

  test('a write of the client refreshes everything, once, without wiring', async () => {
    expect(await play('writeByItself')).toEqual([once, once])
    expect(await play('writesInOneTick')).toEqual({ heard: 3, sent: [once, once] })
    expect(await play('writeByDerived')).toEqual([once, once])
  })

  test('a provider that does not listen refreshes on request', async () => {
    expect(await play('toldNotTo')).toEqual({ unasked: [once], sent: 3 })
  })

  test('writes of other clients, and late writes, have no effect', async () => {
    expect(await play('otherClients')).toEqual({ unasked: true })
    expect(await play('clientThatOnlyAnswers')).toEqual([once])
    expect(await play('writeAfterAll')).toBe(1)
  })

  test('a question without an answer is neither allowed nor denied', async () => {
    expect(await play('failure')).toEqual(['failed: Error: no network', 'allowed by AD-04'])
  })
})
