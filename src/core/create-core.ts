import { check, checkOptions, type Checks, must } from './base/check.ts'
import { isRecord, kindOf } from './base/kind-of.ts'
import { type Core, coreOf } from './core.ts'
import { commonChecks, type CoreOptions, readSettings, type Settings } from './options/settings.ts'
import type { Known } from './send/operations.ts'
import { createRaw, type RawClient } from './send/raw.ts'
import { createSend } from './send/send.ts'

const checks: Checks<CoreOptions> = {
  ...commonChecks,
  observer: check('an Observer', (value) => isRecord(value) && value.start),
}

const made = new WeakMap<Core, { settings: Settings; known: ReadonlyMap<string, Known> }>()

/**
 * Makes a core for single resources, so that a bundle holds only those. Resources behave as in a client, but
 * no option comes from the environment, and an `observer` takes the place of hooks and logger.
 *
 * @throws A RolecallError if an option is missing or wrong. It names the option.
 * @example
 * import { createCore } from 'rolecall/core'
 * import { rolesClient } from 'rolecall/resources/roles'
 *
 * const roles = rolesClient(createCore({ baseUrl: 'https://platform.example', token }))
 * await roles.get('reviewer')
 */
export function createCore(options: CoreOptions): Core {
  checkOptions<CoreOptions>("The core's options", options, checks)
  const settings = readSettings(options)
  const known = new Map<string, Known>()
  const core = coreOf(settings, createSend(settings), known)
  made.set(core, { settings, known })
  return core
}

/**
 * Makes the {@link RawClient} of a core: the typed client of openapi-fetch, for calls that no resource offers.
 *
 * @example
 * const raw = rawClient(createCore({ baseUrl: 'https://platform.example', token }))
 * const { data, error } = await raw.GET('/v1/me')
 */
export function rawClient(core: Core): RawClient {
  const parts = made.get(core)
  if (!parts) throw must('The core', 'one of createCore', kindOf(core))
  return createRaw(parts.settings, parts.known)
}
