import { checkOptions, checkValue, isBoolean } from './check-options.ts'

/** Checks the options with which a snapshot is restored. */
export function checkRestore(what: string, options: { readonly otherPolicy?: unknown }): void {
  checkOptions(`${what}'s options`, options, ['otherPolicy'], '{ otherPolicy: true }')
  checkValue('otherPolicy', options.otherPolicy, isBoolean, 'true or false')
}
