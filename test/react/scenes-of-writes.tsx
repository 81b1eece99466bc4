import { Can, useCan, useRefreshDecisions } from 'rolecall/react'
import { createStage, type Stage } from './stage.tsx'

const admin = 'admin@acme.test'

/** Shows whether there is still a role to create, and one to delete. */
function Roles() {
  const create = useCan('roles.create', { key: 'qa', permissions: [] })
  return (
    <>
      <p>{`create ${create.status}`}</p>
      <Can operation="roles.delete" args={['qa']} denied="delete denied" loading="delete loading">
        delete allowed
      </Can>
    </>
  )
}

const before = 'create allowed\n\ndelete denied'
const after = 'create denied\n\ndelete allowed'

/** Two frames later: requests caused by a write are sent by then. */
const settled = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

async function shown(stage: Stage, text: string) {
  await stage.shows(text)
  return stage.sent.map(({ questions, aborted }) => ({ questions, aborted }))
}

/** A write by the client itself, without wiring; then the answers arrive, and nothing more is sent. */
export async function writeByItself() {
  const stage = createStage()
  const client = stage.client(admin)
  stage.render(client, <Roles />)
  await shown(stage, before)
  await client.roles.create({ key: 'qa', permissions: [] })
  await shown(stage, after)
  await settled()
  return shown(stage, after)
}

/** Writes answered in one tick. */
export async function writesInOneTick() {
  const stage = createStage()
  const client = stage.client(admin)
  const heard: string[] = []
  client.onWrite((operation) => heard.push(operation))
  stage.render(client, <Roles />)
  await shown(stage, before)
  stage.together(3)
  await Promise.all([
    client.roles.create({ key: 'qa', permissions: [] }),
    client.teams.create({ key: 'legal' }),
    client.teams.create({ key: 'sales' }),
  ])
  await shown(stage, after)
  await settled()
  return { heard: heard.length, sent: await shown(stage, after) }
}

/** A write by a derived client, such as a mutation's own. */
export async function writeByDerived() {
  const stage = createStage()
  const client = stage.client(admin)
  stage.render(client, <Roles />)
  await shown(stage, before)
  await client.withOptions({ timeout: 5_000 }).roles.create({ key: 'qa', permissions: [] })
  return shown(stage, after)
}

/** A provider that does not listen: nothing is asked until requested. */
export async function toldNotTo() {
  const stage = createStage()
  const client = stage.client(admin)
  let refresh = () => {}
  function Refresh() {
    refresh = useRefreshDecisions()
    return null
  }
  const page = [<Roles key="1" />, <Refresh key="2" />]
  stage.render(client, page, false)
  await shown(stage, before)
  await client.roles.create({ key: 'qa', permissions: [] })
  await settled()
  const unasked = await shown(stage, before)
  refresh()
  await shown(stage, after)
  // Once told to listen, it does.
  stage.render(client, page, true)
  await settled()
  await client.roles.delete('qa')
  await shown(stage, before)
  return { unasked, sent: stage.sent.length }
}

/** Writes of another client, or of one no longer provided, have no effect. */
export async function otherClients() {
  const stage = createStage()
  const [first, second] = [stage.client(admin), stage.client(admin)]
  stage.render(first, <Roles />)
  await shown(stage, before)
  stage.render(second, <Roles />)
  while (stage.sent.length < 2) await settled()
  await shown(stage, before)
  await first.roles.create({ key: 'qa', permissions: [] })
  await settled()
  const unasked = stage.sent.length === 2
  await second.teams.create({ key: 'legal' })
  await shown(stage, after)
  return { unasked }
}

/** A custom client that only answers `can`. */
export async function clientThatOnlyAnswers() {
  const stage = createStage()
  const { can } = stage.client(admin)
  stage.render({ can }, <Roles />)
  return shown(stage, before)
}

/** A write after the page is gone asks nothing. */
export async function writeAfterAll() {
  const stage = createStage()
  const client = stage.client(admin)
  stage.render(client, <Roles />)
  await shown(stage, before)
  stage.leave()
  await settled()
  await client.roles.create({ key: 'qa', permissions: [] })
  await settled()
  return stage.sent.length
}
