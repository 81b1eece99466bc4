/**
 * Words that begin with a vowel and are spoken with a consonant: `use case`, `European`, `one-off`; not
 * `upload`.
 */
const soundsLikeConsonant = /^(?:u[^aeiou][aeiou]|eu|one)/i

/** The noun with its indefinite article: `a shelf`, `an issue`. */
export const withArticle = (noun: string): string =>
  `${/^[aeiou]/i.test(noun) && !soundsLikeConsonant.test(noun) ? 'an' : 'a'} ${noun}`
