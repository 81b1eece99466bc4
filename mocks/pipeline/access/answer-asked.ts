import type { Refused } from '../../message/refusal.ts'
import type { Asked } from '../../operations/access/asked.ts'
import type { Platform } from '../../platform/platform.ts'
import type { UserRecord } from '../../policy/language/records.ts'
import { type Answers, evaluateAll, evaluateOne } from './evaluate.ts'
import { searchActions, searchResources, searchSubjects } from './search.ts'

/** Answers a request of `access.*`, by rehearsing the calls that it asks about. */
export function answerAsked(
  platform: Platform,
  actor: UserRecord,
  asked: Asked,
): Answers | Refused {
  const asker = { platform, world: platform.world, actor }
  switch (asked.asks) {
    case 'question':
      return evaluateOne(asker, asked.question)
    case 'questions':
      return evaluateAll(asker, asked)
    case 'subjects':
      return { ok: true, value: searchSubjects(asker, asked) }
    case 'resources':
      return { ok: true, value: searchResources(asker, asked) }
    case 'actions':
      return { ok: true, value: searchActions(asker, asked) }
  }
}
