// The peer of a drawn and sealed record: the same sentences set by pdfmake, one signature by @signpdf with an RSA-2048 key.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plainAddPlaceholder } from '@signpdf/placeholder-plain'
import { P12Signer } from '@signpdf/signer-p12'
import { SignPdf } from '@signpdf/signpdf'
import pdfmake from 'pdfmake'
import type { Paper } from '../../workflows/papers/paper.ts'

const password = 'bench'

/** Draws and signs once, milliseconds apart from all set-up: fonts are loaded and the key is made before. `folder`: for the key. */
export function pdfmakeMaker(paper: Paper, folder: string, fonts: readonly string[]): () => Promise<Uint8Array> {
  const face = (style: string) => fonts.find((file) => file.endsWith(`_${style}.ttf`)) ?? ''
  pdfmake.setFonts({
    Tinos: {
      normal: face('400Regular'),
      bold: face('700Bold'),
      italics: face('400Regular_Italic'),
      bolditalics: face('700Bold_Italic'),
    },
  })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => fonts.includes(path))
  const p12 = newKey(folder)
  const sentences = sentencesOf(paper)
  return async () => {
    const content = sentences.map((text) => ({ text, fontSize: 14, margin: [0, 0, 0, 6] as [number, number, number, number] }))
    const drawn = await pdfmake.createPdf({ pageSize: 'A4', defaultStyle: { font: 'Tinos' }, content }).getBuffer()
    const prepared = plainAddPlaceholder({
      pdfBuffer: Buffer.from(drawn),
      reason: 'bench',
      contactInfo: '',
      name: 'bench',
      location: 'Tỉnh Mẫu',
      subFilter: 'ETSI.CAdES.detached',
    })
    // One signer signs once: its bytes are read to their end. The key file is sealed with a single round, so opening it costs the peer nothing.
    return new SignPdf().sign(prepared, new P12Signer(p12, { passphrase: password }))
  }
}

function newKey(folder: string): Buffer {
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' })
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=bench', '-keyout', at('k.pem'), '-out', at('c.pem'))
  openssl(
    'pkcs12',
    '-export',
    '-legacy',
    '-iter',
    '1',
    '-inkey',
    at('k.pem'),
    '-in',
    at('c.pem'),
    '-out',
    at('k.p12'),
    '-passout',
    `pass:${password}`,
  )
  return readFileSync(at('k.p12'))
}

/** Every text of the paper, longest first to last as it stands: the peer sets as many letters as we do. */
function sentencesOf(part: unknown): string[] {
  if (typeof part === 'string') return part.length > 1 ? [part] : []
  if (Array.isArray(part)) return part.flatMap(sentencesOf)
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(sentencesOf) : []
}
