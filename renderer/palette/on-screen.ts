// What can be done on the screen one is on, read from the screen itself: every act has a visible button, so no list of acts can grow stale.

export type ScreenAct = { readonly id: string; readonly label: string; readonly about: string; readonly element: HTMLElement }

const named = (element: HTMLElement): string => {
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  const copy = element.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return ''
  for (const key of copy.querySelectorAll('kbd, svg, .hid')) key.remove()
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}

/** The row or sheet the button stands in says what it acts on. */
const aboutOf = (element: HTMLElement, label: string): string => {
  const row = element.closest('tr, li')
  const words = (row?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
  if (words !== '' && words !== label && words.length < 160) return words.replace(label, '').trim()
  return element.closest('section, aside, nav')?.querySelector('h2')?.textContent?.trim() ?? ''
}

const isVisible = (element: HTMLElement): boolean => typeof element.checkVisibility !== 'function' || element.checkVisibility()

/** Buttons, links and folds of the screen that can be pressed now, in reading order; cases of a list are found by search instead. */
export function actsOnScreen(): readonly ScreenAct[] {
  const pressable = document.querySelectorAll<HTMLElement>('main button, main a[href], main summary')
  return [...pressable].flatMap((element, index): readonly ScreenAct[] => {
    if (element.closest('.case-row') !== null || element.matches(':disabled, [aria-disabled="true"], [tabindex="-1"]')) return []
    const label = named(element)
    if (label === '' || !isVisible(element)) return []
    return [{ id: `act-${index}`, label, about: aboutOf(element, label), element }]
  })
}

/** Goes to the button and presses it; a seal only gets the focus, for it is pressed by whoever reads its sentence. */
export function pressOnScreen({ element }: ScreenAct): void {
  if (!element.isConnected) return
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest' })
  if (!element.classList.contains('seal')) element.click()
}
