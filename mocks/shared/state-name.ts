/** 1 to 100 characters that need no escape in a path. */
const pattern = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,99}$/

/** Whether a state can have the name. */
export const isStateName = (name: string): boolean => pattern.test(name)

/** The names that a state can have, after `must be`. */
export const stateNames = '1 to 100 letters, digits, "-", "_", "." or "~", and not begin with "."'
