export { markdownOf } from './markdown.ts'
export { anchorOf } from './page.ts'
export type { Example, RuleOnPage, RulePage } from './page.ts'
export { rulePage } from './pages.ts'
