import { type BrowserMock, startMock } from 'rolecall/mocks/browser'
import { handlers } from 'rolecall/mocks/msw'
import { type PluginOptions, rolecall } from 'rolecall/mocks/vite'
import { mockTest } from 'rolecall/mocks/vitest'
import type * as coverage from 'rolecall/mocks/vitest/coverage'
import { CoverageReporter, type CoverageReporterOptions } from 'rolecall/mocks/vitest/reporter'
import { openTelemetry } from 'rolecall/otel'

// The subpaths whose declarations need those of a tool: MSW, Vite, Vitest or OpenTelemetry.
export const started: () => Promise<BrowserMock> = () => startMock({ baseUrl: '/api' })
export const plugin = (options: PluginOptions) => rolecall(options)
export const reporter = (options: CoverageReporterOptions) => new CoverageReporter(options)
export const others = [handlers, mockTest, openTelemetry]
export type Collected = typeof coverage
