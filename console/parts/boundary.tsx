import { Component, type ReactNode, useEffect, useRef } from 'react'
import { useLog } from '../mock/log-provider.tsx'
import { Failure } from './states.tsx'

/** A view that could not be loaded: its files come from where the mock is. */
export class NotLoaded extends Error {
  override readonly message = 'The mock can’t be reached.'
}

interface State {
  readonly failed: boolean
  readonly error?: unknown
}

/** Shows a failure of what is in it, and leaves the rest of the page as it is. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(error: unknown): State {
    return { failed: true, error }
  }

  override render(): ReactNode {
    const { failed, error } = this.state
    if (!failed) return this.props.children
    if (error instanceof NotLoaded) return <Unloaded error={error} />
    return <Failure error={error} onRetry={() => this.setState({ failed: false })} />
  }
}

/** Loads the page anew once the mock is back: a browser remembers an import that failed. */
function Unloaded({ error }: { readonly error: unknown }): ReactNode {
  const { liveness } = useLog()
  const lost = useRef(false)
  useEffect(() => {
    if (liveness === 'live' && lost.current) location.reload()
    lost.current = liveness === 'lost'
  }, [liveness])
  const retry = () =>
    void fetch(location.href).then(
      ({ ok }) => ok && location.reload(),
      () => undefined,
    )
  return <Failure error={error} onRetry={retry} />
}
