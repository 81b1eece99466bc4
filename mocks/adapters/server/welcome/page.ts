import { htmlPage } from '../../html-page.ts'
import { stylesheet } from './stylesheet.ts'
import type { WelcomedUser, Welcome } from './welcome.ts'
import { escapeHtml } from '../../../../src/core/base/escape-html.ts'

/**
 * The page at `/plain`: the mock, its users, and command lines to try.
 *
 * @param note - A sentence below all others.
 */
export function pageOf(told: Welcome, note?: string): string {
  const { platform, policy, scenario, url, people, others, try: lines } = told
  return htmlPage({
    title: `Rolecall mock of ${platform}`,
    style: stylesheet,
    main: `<p>This server answers every operation of the API at <code>${escapeHtml(url)}</code>, keeps state,
and enforces the platform’s policy. The answer to a denied call names the rule, the missing
permission, and the calls that would allow it. <a href="${escapeHtml(url)}/reference">The reference</a> has every
operation, with examples; <a href="${escapeHtml(url)}/rules/${encodeURIComponent(policy)}">the rules</a>
have the words of the documentation that they come from.</p>
<dl>
<div><dt>Policy</dt><dd>${escapeHtml(policy)}</dd></div>
<div><dt>Scenario</dt><dd>${escapeHtml(scenario)}</dd></div>
<div><dt>Users</dt><dd>${people.length + others}</dd></div>
</dl>
${lines === undefined ? '' : tryIt(lines)}
<h2 id="people">Who can sign in</h2>
${people.length === 0 ? '<p>Nobody yet. Signing in with <code>"signUp": true</code> adds a user.</p>' : table(people)}
${others === 0 ? '' : `<p>And ${others} more, whom <code>GET /__mock/users</code> lists.</p>`}
${note === undefined ? '' : `<p>${escapeHtml(note)}</p>`}`,
  })
}

function tryIt({ email, list, signIn }: NonNullable<Welcome['try']>): string {
  return `<h2>Try it</h2>
<p>List users, signed in as ${escapeHtml(email)}:</p>
<pre><code>${escapeHtml(list)}</code></pre>
<p>Get a token for any user below:</p>
<pre><code>${escapeHtml(signIn)}</code></pre>
<p>Reset the mock: <code>POST /__mock/reset</code>, with <code>Content-Type: application/json</code>.</p>`
}

function table(people: readonly WelcomedUser[]): string {
  return `<table aria-labelledby="people">
<thead><tr><th scope="col">E-mail</th><th scope="col">Roles, by team</th><th scope="col">Who they are</th></tr></thead>
<tbody>
${people.map(row).join('\n')}
</tbody>
</table>`
}

function row({ email, roles, text }: WelcomedUser): string {
  return `<tr><th scope="row">${escapeHtml(email)}</th><td>${escapeHtml(roles)}</td><td>${escapeHtml(text)}</td></tr>`
}
