import { expect, test } from 'vitest'
import { withArticle } from '../../mocks/policy/explain/article.ts'

test.each(['a shelf', 'an issue', 'a use case', 'an upload', 'an entry', 'a user', 'an artifact'])(
  'nouns have the article that is spoken: %s',
  (words) => {
    expect(withArticle(words.replace(/^an? /, ''))).toBe(words)
  },
)
