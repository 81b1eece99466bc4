import { client } from './platform.js'

export default async function Page() {
  const [me, create] = await Promise.all([
    client.users.me(),
    client.can('teams.create', { key: 'quality' }),
  ])
  return (
    <main>
      <h1>{me.email}</h1>
      {create.allowed ? <button>Create team</button> : <p>{create.text}</p>}
    </main>
  )
}
