import {
  lazy,
  type ReactNode,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { useLocation } from 'wouter'
import { useLog } from '../../mock/log-provider.tsx'
import { Button } from '../../parts/button.tsx'
import { Loading } from '../../parts/states.tsx'
import { View } from '../../parts/view.tsx'
import { decoded, hrefOf, navigate } from '../../routing/hash-location.ts'
import { useSearchValue } from '../../routing/search.ts'
import { LogEmpty } from './log-empty.tsx'
import { readFilter } from './filter.ts'
import { LateDetail, loadDetail } from './late-detail.tsx'
import { linesOf } from './lines.ts'
import { LogSearch } from './log-search.tsx'
import style from './log.module.css'
import { useToggled } from './use-toggled.ts'

// An empty log needs no list.
const LogList = lazy(async () => ({ default: (await import('./log-list.tsx')).LogList }))

/** What the mock was asked, what it answered, and why. */
export function Log(): ReactNode {
  const { requests: live, clear } = useLog()
  const [search, setSearch] = useSearchValue('q')
  const [location] = useLocation()
  const chosen = decoded(location.split('/')[2] ?? '')
  const [paused, pause] = useState<typeof live>()
  const [open, toggle] = useToggled()
  const requests = useDeferredValue(paused ?? live)
  const filter = useMemo(() => readFilter(search), [search])
  const lines = useMemo(() => linesOf(requests, filter, open), [requests, filter, open])
  const request = live.find(({ id }) => id === chosen)
  const isEmpty = requests.length === 0
  // Once there is a request to look at, so that the first look does not wait either.
  useEffect(() => {
    if (!isEmpty) void loadDetail()
  }, [isEmpty])

  const placeOf = (id: string): string => {
    const path = id === '' ? '/log' : `/log/${encodeURIComponent(id)}`
    return search === '' ? path : `${path}?${new URLSearchParams({ q: search })}`
  }
  const missed = paused === undefined ? 0 : live.length - paused.length
  return (
    <View
      title="Log"
      scrolls={false}
      actions={
        <>
          <Button
            aria-pressed={paused !== undefined}
            onClick={() => pause(paused === undefined ? live : undefined)}
          >
            {paused === undefined ? 'Pause' : `Resume${missed > 0 ? ` (${missed} new)` : ''}`}
          </Button>
          <Button
            icon="remove"
            aria-keyshortcuts="c"
            title="Clear the log on the screen (c)"
            onClick={clear}
          >
            Clear
          </Button>
        </>
      }
    >
      <LogSearch
        search={search}
        onSearch={setSearch}
        problems={filter.problems}
        requests={requests}
        found={lines.length}
        onClear={clear}
      />
      {isEmpty ? (
        <LogEmpty />
      ) : (
        <div className={style.panes}>
          <Suspense fallback={<Loading what="the requests" />}>
            <LogList
              lines={lines}
              chosen={chosen}
              hrefFor={(id) => hrefOf(placeOf(id))}
              onToggle={toggle}
            />
          </Suspense>
          {chosen !== '' && (
            <LateDetail
              key={chosen}
              id={chosen}
              request={request}
              hrefFor={(id) => hrefOf(placeOf(id))}
              onClose={() => {
                focusLine(chosen)
                navigate(placeOf(''))
              }}
            />
          )}
        </div>
      )}
    </View>
  )
}

/** Moves the focus from a request to its line, or to the heading if the line is out of view. */
function focusLine(id: string): void {
  const line = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"] a`)
  const next = line ?? document.querySelector<HTMLElement>('main h1')
  next?.focus()
}
