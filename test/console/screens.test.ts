import { expect, test } from 'vitest'
import { describeConsole } from './open-console.ts'
import { save, screen, settle } from './pictures/tour.ts'

const views = [
  ['adaptive', 'log'],
  ['superannotate', 'members'],
  ['superannotate', 'team'],
  ['adaptive', 'team/research'],
  ['bigml', 'projects'],
  ['bigml', 'projects/triage'],
  ['ica', 'projects/genomes'],
  ['adaptive', 'matrix'],
  ['adaptive', 'can-i'],
  ['adaptive', 'policies'],
  ['adaptive', 'faults'],
  ['adaptive', 'snapshots'],
] as const

const looks = {
  light: screen,
  dark: { ...screen, colorScheme: 'dark' },
  narrow: { viewport: { width: 390, height: 844 } },
} as const

describeConsole('screens', (open) => {
  test.each(Object.entries(looks))(
    '%s: each view fits its width, and is kept as a screenshot',
    async (name, context) => {
      const tooWide: string[] = []
      for (const policy of new Set(views.map(([one]) => one))) {
        const { page, mock, go, expectedErrors } = await open({ mock: { policy }, context })
        // Nobody may see all that a view asks for.
        expectedErrors.push(/status of 403/)
        const admin = mock.client({ as: 'admin@acme.test' })
        await admin.users.list()
        await admin.roles.get('nobody').catch(() => {})
        for (const [, path] of views.filter(([one]) => one === policy)) {
          await go(`/${path}`)
          await settle(page)
          const file = `${path.replace('/', '-')}-${policy}-${name}.png`
          save(file, await page.screenshot({ animations: 'disabled', caret: 'hide' }))
          const fits = await page.evaluate(
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
          )
          if (!fits) tooWide.push(file)
        }
      }
      expect(tooWide).toEqual([])
    },
  )
})
