// Shows a PDF with the viewer built into Chromium (both shells have it), from a blob of this page: no copy on disk, no second PDF library.
// Electron needs `plugins: true` for it; the page's CSP needs `frame-src blob:`.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bytesOf } from './bytes.ts'

/** Bytes (base64) as a blob address that lives as long as the part is on screen. */
function useBlobUrl(base64: string): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytesOf(base64)], { type: 'application/pdf' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [base64])
  return url
}

/** `isPrinted`: the print dialog of the PC opens as soon as the pages are there, and the viewer keeps its own print button. */
export function PdfPages(props: {
  readonly base64: string
  readonly title: string
  readonly isPrinted?: boolean
  /** 100 % of the page, as it will lie on the desk; else as wide as there is room. */
  readonly isTrueSize?: boolean
}) {
  const url = useBlobUrl(props.base64)
  if (url === null) return null
  return (
    <iframe
      className="pdf"
      src={props.isPrinted === true ? url : `${url}#toolbar=0&navpanes=0&${props.isTrueSize === true ? 'zoom=100' : 'view=FitH'}`}
      title={props.title}
      onLoad={(event) => {
        if (props.isPrinted === true) event.currentTarget.contentWindow?.print()
      }}
    />
  )
}

/** The same bytes as a file to keep, through the browser's own download. */
export function PdfDownload(props: { readonly base64: string; readonly fileName: string }) {
  const { t } = useTranslation()
  const url = useBlobUrl(props.base64)
  return url === null ? null : (
    <a href={url} download={props.fileName}>
      {t('paper.download')}
    </a>
  )
}
