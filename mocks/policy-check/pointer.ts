import { pointerStep } from '../shared/json-pointer.ts'

/** The JSON pointer that the steps lead to. */
export const pointer = (...steps: readonly (string | number)[]): string =>
  steps.map((step) => `/${pointerStep(String(step))}`).join('')
