/** The style of the panel. What is important of its host outdoes all rules of the page. The system's own colours follow light, dark and forced colours. */
export const panelStyle = `
:host { all: initial !important; color-scheme: light dark !important; font: 14px/1.4 system-ui, sans-serif !important }
[hidden] { display: none !important }
button { font: inherit; min-height: 28px; padding: 0 12px; border: 1px solid GrayText; border-radius: 6px;
  background: Canvas; color: CanvasText; cursor: pointer }
button:hover { border-color: CanvasText }
:focus-visible { outline: 2px solid Highlight; outline-offset: 2px }
.open { position: fixed; z-index: 2147483646; inset: auto 16px 16px auto; box-shadow: 0 1px 4px #0004 }
section { position: fixed; z-index: 2147483647; inset: auto 0 0 0; height: min(var(--height, 50vh), 100vh);
  display: flex; flex-direction: column; background: Canvas; color: CanvasText; border-top: 1px solid GrayText;
  box-shadow: 0 -2px 12px #0003; box-sizing: border-box }
.bar { display: flex; gap: 8px; padding: 4px 8px }
[role=separator] { flex: 1; min-height: 28px; border-radius: 4px; cursor: ns-resize; touch-action: none;
  background: linear-gradient(GrayText, GrayText) center / 48px 3px no-repeat }
p { margin: 0; padding: 16px; max-width: 40em }
iframe { flex: 1; min-height: 0; width: 100%; border: 0; background: Canvas }
`
