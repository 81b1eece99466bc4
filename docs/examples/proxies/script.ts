import { createClient } from 'rolecall'

const client = createClient()
console.log((await client.users.me()).email)
