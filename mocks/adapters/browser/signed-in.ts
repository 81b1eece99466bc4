/** The user that this tab is signed in as. */
export interface SignedIn {
  /** Their e-mail address or id, as it was given. */
  readonly user: string
  /** The token for the client. */
  readonly token: string
}

/** The parameter of the page's URL that names the user to sign in as. */
const parameter = 'mock-user'

const key = (base: string): string => `rolecall ${base} ${parameter}`

/** The user named by the page's URL. */
export const userInUrl = (): string | undefined =>
  new URL(location.href).searchParams.get(parameter) ?? undefined

/** The user that this tab was signed in as before it was loaded again. */
export function rememberedUser(base: string): string | undefined {
  try {
    return sessionStorage.getItem(key(base)) ?? undefined
  } catch {
    // Browsers that store nothing throw.
    return undefined
  }
}

/** Remembers the user until the tab is closed. */
export function rememberUser(base: string, user: string): void {
  try {
    sessionStorage.setItem(key(base), user)
  } catch {
    // The tab then asks again after a reload.
  }
}
