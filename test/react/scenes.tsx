import { type CanState, Can, useCan, useRefreshDecisions } from 'rolecall/react'
import { createStage, type Sent } from './stage.tsx'

const lead = 'lead@acme.test'
const admin = 'admin@acme.test'

function Line({ name }: { name: string }) {
  const { status, decision } = useCan('roles.create', { key: name, permissions: [] })
  return <p>{`${name} ${status} ${decision?.rule ?? ''}`}</p>
}

/** 200 buttons on one page, each asking for itself, and each question asked twice. */
export async function manyButtons() {
  const { sent, client, render, shows } = createStage()
  const names = Array.from({ length: 100 }, (_, index) => `role${index}`)
  render(
    client(lead),
    <>
      {[...names, ...names].map((name, index) => (
        <Can
          key={index}
          operation="roles.create"
          args={[{ key: name, permissions: [] }]}
          denied={({ rule }) => <i>{rule}</i>}
        />
      ))}
      <p>end</p>
    </>,
  )
  const text = await shows('AD-04')
  return { sent, denials: text.match(/AD-04/g)?.length }
}

/** All states of a component, with a call in between that changes the answer. */
export async function statesInOrder() {
  const { mock, client, render, shows } = createStage()
  const states: CanState[] = []
  let refresh = () => {}
  function Watched() {
    const state = useCan('roles.create', { key: 'qa', permissions: [] })
    refresh = useRefreshDecisions()
    if (states.at(-1) !== state) states.push(state)
    return state.status
  }
  render(client(lead), <Watched />)
  await shows('denied')
  await mock.client({ as: admin }).users.update(lead, { teams: { admin: 'platform_admin' } })
  refresh()
  await shows('allowed')
  return states.map(({ status, allowed, asking, decision }) => ({
    status,
    allowed,
    asking,
    rule: decision?.rule,
    remedies: decision?.alternatives.length,
  }))
}

/** The same question in new objects, then another one before the answer arrives. */
export async function otherArguments() {
  const { sent, hold, client, render, shows } = createStage()
  const asked = client(lead)
  const question = (name: string, turned: boolean) =>
    turned ? { permissions: [], key: name } : { key: name, permissions: [] }
  const Turning = ({ name, turned }: { name: string; turned: boolean }) =>
    `${name} ${useCan('roles.create', question(name, turned)).status}`
  render(asked, <Turning name="first" turned={false} />)
  await shows('first denied')
  render(asked, <Turning name="first" turned />)
  await shows('first denied')
  const afterTheSame = sent.length

  const release = hold()
  render(asked, <Turning name="second" turned />)
  await shows('second loading')
  render(asked, <Turning name="third" turned />)
  await shows('third loading')
  release()
  await shows('third denied')
  return { afterTheSame, sent }
}

/** A component that unmounts before the answer, beside one that stays. */
export async function gone(): Promise<{ alone: Sent[]; together: Sent[] }> {
  const stage = createStage()
  const release = stage.hold()
  const asked = stage.client(lead)
  stage.render(asked, <Line name="first" />)
  await stage.shows('first loading')
  await sentBy(stage, 1)
  stage.leave()
  await until(() => stage.sent[0]?.aborted === true)
  const alone = stage.sent.map((one) => ({ ...one }))

  stage.render(asked, [<Line key="1" name="second" />, <Line key="2" name="third" />])
  await stage.shows('third loading')
  await sentBy(stage, 2)
  stage.render(asked, [<Line key="1" name="second" />])
  release()
  await stage.shows('second denied')
  return { alone, together: stage.sent.slice(1) }
}

const sentBy = ({ sent }: { sent: readonly Sent[] }, count: number) =>
  until(() => sent.length === count)

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => requestAnimationFrame(resolve))
}

/** Another user signs in. */
export async function anotherClient() {
  const { client, render, shows } = createStage()
  render(client(lead), <Line name="qa" />)
  const first = await shows('denied')
  render(client(admin), <Line name="qa" />)
  return [first, await shows('allowed')].map((text) => text.trim())
}

/** No answer at first; then there is one. */
export async function failure() {
  const { client, render, shows } = createStage()
  const broken = client(lead)
  let refresh = () => {}
  function Refresh() {
    refresh = useRefreshDecisions()
    return null
  }
  let isBroken = true
  const sometimes: Pick<typeof broken, 'can'> = {
    can: Object.assign(
      (operation: string, ...args: readonly unknown[]) =>
        isBroken ? Promise.reject(new Error('no network')) : broken.can(operation, ...args),
      { all: broken.can.all },
    ),
  }
  render(
    Object.assign({}, broken, sometimes),
    <>
      <Refresh />
      <Can
        operation="roles.list"
        args={[]}
        loading="loading"
        failed={(error) => `failed: ${String(error)}`}
        denied="denied"
      >
        {({ rule }) => `allowed by ${rule}`}
      </Can>
    </>,
  )
  const failed = await shows('failed')
  isBroken = false
  refresh()
  return [failed, await shows('allowed')]
}
