// Why the browser of this PC opened no window, in one line of the terminal instead of the driver's call log.

/** `error`: what the driver threw; `path`: of the browser. */
export function browserTrouble(error: unknown, path: string): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  if (/profile is already in use|existing browser session/i.test(first))
    return 'Tiến Cử đang mở trong một cửa sổ khác trên máy này. Dùng cửa sổ đó, hoặc đóng nó rồi chạy lại.'
  const reason = first.replace(/^[\w.]+: /, '')
  return `Không mở được trình duyệt ${path}: ${reason} Có thể chọn trình duyệt khác bằng biến TIEN_CU_BROWSER.`
}
