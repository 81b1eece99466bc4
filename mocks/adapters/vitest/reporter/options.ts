import { checkOptions, checkValue, isBoolean, isText } from '../../../shared/check-options.ts'

/** The least shares that must be seen, in percent. */
export interface CoverageThreshold {
  /** Of operations, allowed and denied. */
  operations?: number
  /** Of rules, guards and invariants, allowed and denied. */
  rules?: number
  /** Of single requirements, met and unmet. */
  leaves?: number
}

/** Options of {@link CoverageReporter}. */
export interface CoverageReporterOptions {
  /** Fails the run if less was seen, for each policy by itself. Default: none. */
  threshold?: CoverageThreshold
  /** The folder for the files, relative to Vitest's root. Default: `coverage/policy`. */
  outputDir?: string
  /** Whether to write `index.html`. Default: true. */
  html?: boolean
  /** Whether to write `coverage.json`. Default: true. */
  json?: boolean
}

export const parts = ['operations', 'rules', 'leaves'] as const

const names = ['threshold', 'outputDir', 'html', 'json'] as const

/** Checks the options, and fills in defaults. */
export function readOptions(options: CoverageReporterOptions): Required<CoverageReporterOptions> {
  const what = "CoverageReporter's options"
  checkOptions(what, options, names, '{ threshold: { operations: 80 } }')
  const { threshold = {}, outputDir = 'coverage/policy', html = true, json = true } = options
  checkOptions('threshold', threshold, parts, '{ operations: 80 }')
  for (const part of parts) {
    checkValue(`threshold.${part}`, threshold[part], isPercentage, 'a number from 0 to 100')
  }
  checkValue('outputDir', outputDir, isText, 'a path such as coverage/policy')
  checkValue('html', html, isBoolean, 'true or false')
  checkValue('json', json, isBoolean, 'true or false')
  return { threshold, outputDir, html, json }
}

const isPercentage = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && value <= 100
