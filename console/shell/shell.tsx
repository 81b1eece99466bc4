import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { useActor } from '../mock/actor.tsx'
import { Boundary } from '../parts/boundary.tsx'
import { Button } from '../parts/button.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { whenIdle } from '../parts/when-idle.ts'
import { hrefOf } from '../routing/hash-location.ts'
import { views } from './views.ts'
import { useActions } from './actions.ts'
import { Identity } from './identity.tsx'
import { useKeepFocus } from './keep-focus.ts'
import { Navigation } from './navigation.tsx'
import { loadOverlays, Overlay, type OverlayName } from './overlay.tsx'
import style from './shell.module.css'
import { useShortcuts } from './shortcuts.ts'
import { StatusBar } from './status-bar.tsx'

/** The frame around every view: who acts, the navigation, and the state of the mock. */
export function Shell(): ReactNode {
  const [overlay, setOverlay] = useState<OverlayName>()
  const main = useRef<HTMLElement>(null)
  const [location] = useLocation()
  const { goBack } = useActor()
  const actions = useActions()
  useKeepFocus()
  useEffect(() => whenIdle(() => void loadOverlays()), [])
  // What is typed while a dialogue is on its way is meant for the dialogue.
  useShortcuts(
    overlay
      ? {}
      : {
          palette: () => setOverlay('palette'),
          actAs: () => setOverlay('act-as'),
          goBack,
          undo: () => void actions[0]?.run(),
          help: () => setOverlay('keys'),
          search: () =>
            main.current?.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
        },
  )

  return (
    <div className={style.shell}>
      <header className={style.side}>
        <a
          className={style.skip}
          href={hrefOf(location)}
          onClick={(event) => {
            event.preventDefault()
            main.current?.querySelector('h1')?.focus()
          }}
        >
          Skip to the view
        </a>
        <div className={style.top}>
          <p className={style.name}>Rolecall</p>
          <Button
            className={style.menu}
            look="plain"
            icon="menu"
            iconOnly
            onClick={() => setOverlay('navigation')}
          >
            Views
          </Button>
        </div>
        <Identity onSwitch={() => setOverlay('act-as')} />
        <div className={style.wide}>
          <Navigation />
          <div className={style.foot}>
            <Button look="plain" icon="search" onClick={() => setOverlay('palette')}>
              Go to or do <kbd>k</kbd>
            </Button>
            <Button look="plain" icon="keyboard" onClick={() => setOverlay('keys')}>
              Keys <kbd>?</kbd>
            </Button>
            <StatusBar />
          </div>
        </div>
      </header>
      <main ref={main} className={style.main}>
        <Boundary key={location.split('/')[1]}>
          <Suspense fallback={<Loading what="the view" />}>
            <Switch>
              {views.map(({ path, component }) => (
                <Route key={path} path={`${path}/*?`} component={component} />
              ))}
              <Route path="/">
                <Redirect to={views[0]?.path ?? '/'} replace />
              </Route>
              <Route>
                <Empty icon="search" title="There is no such view">
                  <a href={hrefOf('/log')}>Go to the log</a>
                </Empty>
              </Route>
            </Switch>
          </Suspense>
        </Boundary>
      </main>
      {overlay && <Overlay name={overlay} onChange={setOverlay} />}
    </div>
  )
}
