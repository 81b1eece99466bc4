/** A person of the default scenario, who may list roles and not create any. */
export const subject = { type: 'user', id: 'lead@acme.test' }
export const allowed = { name: 'roles.list' }
export const denied = { name: 'roles.create' }
export const resource = { type: 'organization', id: 'current' }

/** A question that is answered with yes. */
export const question = { subject, action: allowed, resource }

/** A question without the key. */
export const without = (whole: object, key: string): object =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key))

/** Values that are no strings. */
export const noStrings = [undefined, null, 1, true, {}, ['text']] as const
