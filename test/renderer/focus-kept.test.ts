// Where the focus goes when the place that held it is taken away, at once or while the next screen is still on its way.
import { waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepFocus } from '../../renderer/focus-kept.ts'

let stop: () => void
beforeEach(() => {
  document.body.innerHTML = '<main><section class="sheet"><h2>Điểm danh</h2><button>Ghi</button></section></main>'
  stop = keepFocus()
  document.querySelector('button')?.focus()
})
afterEach(() => {
  stop()
  document.body.innerHTML = ''
})

test('a button that goes leaves the focus with the heading of its sheet', async () => {
  document.querySelector('button')?.remove()
  await waitFor(() => expect(document.activeElement).toBe(document.querySelector('h2')))
})

test('a screen that goes before the next one is there leaves it with the next one', async () => {
  const main = document.querySelector('main')
  main?.replaceChildren('đang đọc')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(document.activeElement).toBe(document.body)
  main?.replaceChildren(Object.assign(document.createElement('h1'), { id: 'screen', textContent: 'Hồ sơ' }))
  await waitFor(() => expect(document.activeElement).toBe(document.querySelector('h1')))
})

test('whoever took the focus meanwhile keeps it', async () => {
  document.querySelector('main')?.insertAdjacentHTML('beforeend', '<input>')
  const box = document.querySelector('input')
  box?.focus()
  document.querySelector('button')?.remove()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(document.activeElement).toBe(box)
})
