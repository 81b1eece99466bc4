/** Writes docs/authzen.md: `node test/authzen/page/main.ts`. */
import { writeFileSync } from 'node:fs'
import { format } from '../../../openapi/generator/format.ts'
import { page, pageFile } from './page.ts'

writeFileSync(pageFile, await format('docs/authzen.md', page()))
