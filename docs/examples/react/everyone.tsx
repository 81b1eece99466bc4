import { useInfiniteQuery } from '@tanstack/react-query'
import type { Platform } from './platform.ts'

/** All users, a page at a time. */
export function Everyone({ platform }: { platform: Platform }) {
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(
    platform.users.list.infiniteQueryOptions({ limit: 8 }),
  )
  if (error) return <p role="alert">{error.message}</p>
  return (
    <section aria-label="Everyone">
      <ol>
        {data?.pages
          .flatMap((page) => page.data)
          .map(({ id, email, teams }) => (
            <li key={id}>
              {email} ({Object.keys(teams).join(', ')})
            </li>
          ))}
      </ol>
      {hasNextPage && <button onClick={() => void fetchNextPage()}>More</button>}
    </section>
  )
}
