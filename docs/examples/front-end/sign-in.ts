import { element } from './element.ts'
import type { Person } from './platform.ts'

/** Chooses the user to sign in as. The first one is signed in at the start. */
export function signIn(
  people: readonly Person[],
  onSignIn: (email: string) => Promise<void>,
): HTMLElement {
  const select = element(
    'select',
    { id: 'person' },
    ...people.map(({ email, text }) =>
      element('option', { value: email }, text === undefined ? email : `${email}: ${text}`),
    ),
  )
  const choose = () => void onSignIn(select.value)
  select.addEventListener('change', choose)
  choose()

  return element(
    'header',
    {},
    element('h1', {}, 'Who may create a role?'),
    element('label', { htmlFor: select.id }, 'Sign in as'),
    select,
  )
}
