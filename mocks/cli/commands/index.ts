import type { Command } from '../command.ts'
import { mock } from './mock.ts'

/** Every command, by the name that is typed. */
export const commands: Readonly<Record<string, Command>> = { mock }
