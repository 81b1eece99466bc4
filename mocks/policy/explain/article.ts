/** As they are spoken: `a use case`, `a European office`, `a one-off`, but `an upload`. */
const soundsLikeConsonant = /^(?:u[^aeiou][aeiou]|eu|one)/i

/** The noun with its indefinite article: `a shelf`, `an issue`. */
export const withArticle = (noun: string): string =>
  `${/^[aeiou]/i.test(noun) && !soundsLikeConsonant.test(noun) ? 'an' : 'a'} ${noun}`
