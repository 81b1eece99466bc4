import type { RemedyCall } from 'rolecall'
import { Denial } from 'rolecall/react'
import { createStage } from './stage.tsx'

/** A denial whose remedy takes a while to run: the page presses the button again meanwhile. */
export async function remedyByKeyboard() {
  const { client, render, shows } = createStage()
  const lead = client('lead@acme.test')
  const decision = await lead.can('roles.create', { key: 'qa', permissions: [] })
  const ran: RemedyCall[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const onRun = (call: RemedyCall) => {
    ran.push(call)
    return promise
  }
  render(lead, <Denial decision={decision} onRun={onRun} canRun={() => true} />)
  await shows('Run')
  const button = document.querySelector('button')
  button?.focus()
  button?.click()
  const isBusy = () => document.querySelector('button[aria-busy=true]') !== null
  while (!isBusy()) await new Promise(requestAnimationFrame)
  button?.click()
  resolve()
  while (isBusy()) await new Promise(requestAnimationFrame)
  return {
    ran: ran.map(({ operation }) => operation),
    isFocused: document.activeElement === button,
    group: document.querySelector('[role=group]')?.getAttribute('aria-labelledby'),
    heading: document.querySelector('h3')?.id,
  }
}

/** A remedy that is refused at first, and runs the second time. */
export async function refusedRemedy() {
  const { client, render, shows } = createStage()
  const lead = client('lead@acme.test')
  const decision = await lead.can('roles.create', { key: 'qa', permissions: [] })
  let count = 0
  const onRun = async () => {
    count += 1
    if (count === 1) throw new Error('Somebody was faster.')
  }
  render(lead, <Denial decision={decision} onRun={onRun} canRun={() => true} />)
  await shows('Run')
  const alert = () => document.querySelector('[role=alert][data-part=failure]')
  const press = () => document.querySelector('button')?.click()
  press()
  await shows('Somebody was faster.')
  const failure = alert()?.textContent
  press()
  while (alert() !== null) await new Promise(requestAnimationFrame)
  return { failure, count }
}
