/** Builds the console if it is missing, or older than its sources. */
import { keepConsoleBuilt } from './keep-built.ts'

await keepConsoleBuilt()
