// The focus is never lost: when what held it goes off the screen, it moves to the nearest place that stayed, so that no key falls into nothing.

/** A fold that shut over it, the heading of the sheet one was in, of the work, or of the screen: the first of them that takes the focus. */
function places(around: readonly Element[]): readonly HTMLElement[] {
  const fold = around.findLast((one) => one.isConnected && one instanceof HTMLDetailsElement && !one.open)
  const sheet = around.find((one) => one.isConnected && one.matches('.sheet, dialog'))
  const found = [
    fold?.querySelector<HTMLElement>('summary'),
    sheet?.querySelector<HTMLElement>('h2'),
    document.querySelector<HTMLElement>('main [data-work]'),
    document.getElementById('screen'),
    document.querySelector<HTMLElement>('main h1'),
  ]
  return found.filter((one) => one !== null && one !== undefined)
}

/** On the page, and in no fold that is shut. */
const isSeen = (element: Element): boolean => element.isConnected && element.checkVisibility?.() !== false

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
    if (held === null || isSeen(held) || document.activeElement !== document.body) return
    for (const place of places(around)) {
      if (!place.hasAttribute('tabindex') && place.tagName !== 'SUMMARY') place.tabIndex = -1
      place.focus({ preventScroll: true })
      if (document.activeElement === place) return
    }
    // The next screen may still be on its way: whatever of it comes first is looked at again.
  }
  // After the screen has had its own say where the focus goes.
  const watcher = new MutationObserver((changes) => {
    if (held === null) return
    if (!held.isConnected) setTimeout(look)
    // What a fold hides loses the focus when the page is drawn next.
    else if (changes.some(({ type }) => type === 'attributes')) requestAnimationFrame(() => setTimeout(look))
  })
  document.addEventListener('focusin', onFocus)
  // The viewer of a PDF takes the focus as it comes, and drops it as it goes.
  const onReturn = () => setTimeout(look, 100)
  window.addEventListener('focus', onReturn)
  watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['open', 'hidden', 'src'] })
  return () => {
    watcher.disconnect()
    document.removeEventListener('focusin', onFocus)
    window.removeEventListener('focus', onReturn)
  }
}
