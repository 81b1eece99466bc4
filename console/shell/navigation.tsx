import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { Icon } from '../parts/icon.tsx'
import { hrefOf } from '../routing/hash-location.ts'
import { views } from './views.ts'
import style from './navigation.module.css'

/** Links to all views. */
export function Navigation({ onChoose }: { readonly onChoose?: () => void }): ReactNode {
  const [location] = useLocation()
  return (
    <nav aria-label="Views">
      <ul className={style.list}>
        {views.map(({ path, name, icon }, at) => {
          const isHere =
            location === path || location.startsWith(`${path}/`) || (at === 0 && location === '/')
          return (
            <li key={path}>
              <a
                href={hrefOf(path)}
                className={style.link}
                aria-current={isHere ? 'page' : undefined}
                onClick={onChoose}
              >
                <Icon name={icon} />
                {name}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
