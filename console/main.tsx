import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { readHost } from './host/host.ts'

const place = document.querySelector('#console')
if (!place) throw new Error('The page has no place for the console.')

const host = await readHost()

createRoot(place).render(
  <StrictMode>
    <App host={host} />
  </StrictMode>,
)
