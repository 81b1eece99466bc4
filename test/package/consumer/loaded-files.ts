/** Imports its arguments, and prints the loaded files. */
import { registerHooks } from 'node:module'

const files: string[] = []
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) files.push(url)
    return nextLoad(url, context)
  },
})
await import(process.argv[2] ?? '')
console.log(JSON.stringify(files))
