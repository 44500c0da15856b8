// The focus is never lost: when what held it goes off the screen, it moves to the nearest place that stayed, so that no key falls into nothing.

/** The heading of the sheet one was in, of the work, or of the screen. */
function nearest(around: readonly Element[]): HTMLElement | null {
  const sheet = around.find((one) => one.isConnected && one.matches('.sheet, dialog'))
  return (
    sheet?.querySelector<HTMLElement>('h2') ??
    document.querySelector<HTMLElement>('main [data-work]') ??
    document.getElementById('screen') ??
    document.querySelector<HTMLElement>('main h1')
  )
}

const ancestorsOf = (element: Element): Element[] => {
  const all: Element[] = []
  for (let one = element.parentElement; one !== null; one = one.parentElement) all.push(one)
  return all
}

/** Watches until the returned function is called. */
export function keepFocus(): () => void {
  let held: Element | null = null
  let around: readonly Element[] = []
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return
    held = target
    around = ancestorsOf(target)
  }
  const look = () => {
    if (held === null || held.isConnected || document.activeElement !== document.body) return
    const place = nearest(around)
    // The next screen may still be on its way: whatever of it comes first is looked at again.
    if (place === null) return
    held = null
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1
    place.focus({ preventScroll: true })
  }
  // After the screen has had its own say where the focus goes.
  const watcher = new MutationObserver(() => {
    if (held !== null && !held.isConnected) setTimeout(look)
  })
  document.addEventListener('focusin', onFocus)
  watcher.observe(document.body, { childList: true, subtree: true })
  return () => {
    watcher.disconnect()
    document.removeEventListener('focusin', onFocus)
  }
}
