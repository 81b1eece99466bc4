import { escapeHtml } from '../../src/core/base/escape-html.ts'
import { pageStyle } from './page-style.ts'

/** A page of the mock. */
export interface HtmlPage {
  /** Plain text, also of the heading. */
  readonly title: string
  /** What the page adds to the style that all share. */
  readonly style: string
  /** HTML below the heading. */
  readonly main: string
  /** HTML before the main part, such as a link that skips to something in it. */
  readonly before?: string
}

/** A whole page in HTML, without external resources. */
export const htmlPage = ({ title, style, main, before = '' }: HtmlPage): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${pageStyle}${style}</style>
</head>
<body>
${before}
<main>
<h1>${escapeHtml(title)}</h1>
${main}
</main>
</body>
</html>
`
