import { callText, type Decision, type RemedyCall } from 'rolecall'

/** Shows why a call is denied, with a button for each remedy. */
export function denial(
  { rule, text, alternatives }: Decision,
  allow: (calls: readonly RemedyCall[]) => void,
): Node {
  const shown = document.createDocumentFragment()
  const why = document.createElement('p')
  why.textContent = `Not allowed, by rule ${rule}: ${text}`
  shown.append(why)
  for (const { calls } of alternatives) {
    const button = document.createElement('button')
    const texts = calls.map((call) => `${callText(call)} as ${call.by[0]}`)
    button.textContent = `Allow it by ${texts.join(', then ')}`
    button.addEventListener('click', () => allow(calls))
    shown.append(button)
  }
  return shown
}
