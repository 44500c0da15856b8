// Tokens in software: SoftHSM 2 with a store of its own, filled by opensc's pkcs11-tool as a token would be by its issuer.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestSigner } from './pki.ts'

export const softDriver =
  ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so', '/usr/lib64/softhsm/libsofthsm2.so'].find(
    (file) => existsSync(file),
  ) ?? 'libsofthsm2.so'

export type SoftTokens = {
  /** A token with one key and its certificate; `extra` certificates (issuers) beside it. */
  add(token: { label: string; pin: string; signer: TestSigner; id?: string; extra?: readonly Uint8Array[] }): void
  /** As if every token were pulled out; gives back how to put them in again. */
  pullOut(): () => void
  end(): void
}

/** Points this process, and every process it starts, at a store of its own until `end`. */
export function softTokens(): SoftTokens {
  const folder = mkdtempSync(join(tmpdir(), 'tien-cu-tokens-'))
  const store = join(folder, 'tokens')
  mkdirSync(store)
  const before = process.env.SOFTHSM2_CONF
  process.env.SOFTHSM2_CONF = join(folder, 'softhsm2.conf')
  writeFileSync(process.env.SOFTHSM2_CONF, `directories.tokendir = ${store}\nobjectstore.backend = file\nlog.level = ERROR\n`)
  return {
    add({ label, pin, signer, id = '01', extra = [] }) {
      execFileSync('softhsm2-util', ['--init-token', '--free', '--label', label, '--pin', pin, '--so-pin', '12345678'], { stdio: 'pipe' })
      const put = (name: string, bytes: string | Uint8Array) => {
        writeFileSync(join(folder, name), bytes)
        return join(folder, name)
      }
      const key = put('key.pem', signer.privateKey.export({ format: 'pem', type: 'pkcs8' }))
      execFileSync('softhsm2-util', ['--import', key, '--token', label, '--label', 'chữ ký', '--id', id, '--pin', pin], { stdio: 'pipe' })
      const tool = (...args: string[]) =>
        execFileSync('pkcs11-tool', ['--module', softDriver, '--token-label', label, '--login', '--pin', pin, ...args], { stdio: 'pipe' })
      const certificate = (der: Uint8Array, of: string) => tool('--write-object', put('cert.der', der), '--type', 'cert', '--id', of)
      certificate(signer.certificate, id)
      for (const [index, der] of extra.entries()) certificate(der, `f${index}`)
    },
    pullOut() {
      const away = `${store}-away`
      renameSync(store, away)
      mkdirSync(store)
      return () => {
        rmSync(store, { recursive: true })
        renameSync(away, store)
      }
    },
    end() {
      if (before === undefined) delete process.env.SOFTHSM2_CONF
      else process.env.SOFTHSM2_CONF = before
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
