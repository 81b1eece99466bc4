import { useMemo, useState } from 'react'
import { queries } from 'rolecall/query'
import { RolecallProvider } from 'rolecall/react'
import { Everyone } from './everyone.tsx'
import { people, signIn } from './platform.ts'
import { Team } from './team.tsx'

export function App() {
  const [email, signInAs] = useState('admin@acme.test')
  const client = useMemo(() => signIn(email), [email])
  // The cache outlives a session: the prefix keeps the answers of each user apart.
  const platform = useMemo(() => queries(client, { prefix: email }), [client, email])

  return (
    <RolecallProvider client={client}>
      <label>
        Sign in as{' '}
        <select value={email} onChange={({ target }) => signInAs(target.value)}>
          {people.map((person) => (
            <option key={person}>{person}</option>
          ))}
        </select>
      </label>
      <Team platform={platform} team="support" />
      <Everyone platform={platform} />
    </RolecallProvider>
  )
}
