import type { ReactNode } from 'react'
import style from './icon.module.css'

/** The strokes of each icon, on a square of 16 by 16. */
const strokes = {
  log: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  members:
    'M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M11 2.8a2.4 2.4 0 0 1 0 4.5M12 9.8c1.6.5 2.5 1.8 2.5 3.7',
  team: 'M8 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM3.5 8.500a1.500 1.500 0 1 0 0-3M12.500 8.500a1.500 1.500 0 1 1 0-3M4.500 13.500c0-2.300 1.500-4 3.500-4s3.500 1.700 3.500 4M1.500 12c0-1 .6-1.800 1.500-2.200M14.500 12c0-1-.6-1.800-1.500-2.200',
  projects: 'M1.500 4.500v8h13v-6.500h-7l-1.500-2h-4.500ZM1.500 6h13',
  matrix: 'M2 2h12v12H2ZM2 6h12M2 10h12M6 2v12M10 2v12',
  question:
    'M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM6 6.200c.2-1 1-1.700 2-1.700 1.200 0 2 .8 2 1.800 0 1.300-2 1.500-2 2.900M8 11.500v.1',
  policies:
    'M8 1.500 2.500 3.500v4c0 3.500 2.300 6 5.500 7 3.200-1 5.500-3.500 5.500-7v-4ZM5.500 8l1.800 1.800L10.800 6.300',
  faults: 'M8.800 1.500 3 9.200h4.200l-.9 5.300L13 6.800H8.400Z',
  snapshots: 'M8 4.200V8l2.800 1.800M2 8a6 6 0 1 0 1.800-4.300M2 2.500V6h3.500',
  yes: 'M3 8.500 6.500 12 13 4.500',
  no: 'M4 4l8 8M12 4l-8 8',
  depends: 'M8 2.500v7M8 12.500v.5',
  pending: 'M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM8 4.500V8l2.500 1.500',
  more: 'M3.500 8h.1M8 8h.1M12.500 8h.1',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  back: 'M10 4 6 8l4 4',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.600 10.600 14 14',
  add: 'M8 3v10M3 8h10',
  copy: 'M5.500 5.500h8v8h-8ZM10.500 5.500v-3h-8v8h3',
  undo: 'M5.500 2.500 2.500 5.500l3 3M2.500 5.500h7a4 4 0 0 1 0 8h-4',
  clock: 'M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM8 4.500V8h3',
  person:
    'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.500 14c0-2.800 2.400-4.500 5.500-4.500s5.500 1.700 5.500 4.500',
  lock: 'M3.500 7h9v6.500h-9ZM5.500 7V5a2.500 2.500 0 0 1 5 0v2',
  open: 'M3.500 7h9v6.500h-9ZM5.500 7V5a2.500 2.500 0 0 1 4.900-.7',
  menu: 'M2 4h12M2 8h12M2 12h12',
  download: 'M8 2v8M4.500 7 8 10.500 11.500 7M2.500 13.500h11',
  upload: 'M8 10.500V2.500M4.500 5.500 8 2l3.500 3.500M2.500 13.500h11',
  share: 'M8 9.500V1.500M5 4.200 8 1.500l3 2.700M3.500 7v7h9V7',
  edit: 'M2.500 13.500l.8-3.300 7.600-7.700 2.500 2.500-7.600 7.700Z',
  remove: 'M2.500 4h11M6 4V2.500h4V4M4 4l.6 9.500h6.800L12 4',
  keyboard: 'M1.500 4h13v8h-13ZM4 6.500h.1M6.700 6.500h.1M9.300 6.500h.1M12 6.500h.1M5 9.500h6',
} as const

/** The name of an icon. */
export type IconName = keyof typeof strokes

/** An icon beside its text: it is hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className={style.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  )
}
