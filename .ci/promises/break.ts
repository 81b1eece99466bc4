/** A change that can break a program which works with the last release. */
export interface Break {
  /** What changed, such as `RequestOptions.timeout` or `users.create: body.name`. */
  readonly subject: string
  /** How, in a few words. */
  readonly change: string
}
