// PKCS#12 files as openssl makes them.
import { readFileSync } from 'node:fs'
import { pem, type TestSigner } from './pki.ts'
import { put, run, workFolder } from './tools.ts'

/** The key of a signer with its certificate and those above, under a password. */
export async function p12(
  signer: TestSigner,
  above: readonly Uint8Array[],
  password: string,
  options: readonly string[] = [],
): Promise<Uint8Array> {
  const folder = workFolder()
  const key = put(folder, 'key.pem', signer.privateKey.export({ format: 'pem', type: 'pkcs8' }))
  const own = put(folder, 'own.pem', pem(signer.certificate, 'CERTIFICATE'))
  const chain = put(folder, 'chain.pem', above.map((one) => pem(one, 'CERTIFICATE')).join(''))
  run('openssl', [
    'pkcs12',
    '-export',
    '-inkey',
    key,
    '-in',
    own,
    '-certfile',
    chain,
    '-passout',
    `pass:${password}`,
    '-out',
    `${folder}/key.p12`,
    ...options,
  ])
  return new Uint8Array(readFileSync(`${folder}/key.p12`))
}
