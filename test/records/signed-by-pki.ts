// One record signed by people of an authority nobody knows yet, with the root to make it known by.
import { makePki, pem } from '../support/pki.ts'
import { signedSteps, threeSigners } from './making.ts'

export async function signedByPki() {
  const pki = await makePki('lạ')
  const by = await threeSigners(pki)
  const [, , , pdf] = await signedSteps(by)
  return { pdf, rootPem: pem(pki.root, 'CERTIFICATE'), leafPem: pem(by.head.certificate, 'CERTIFICATE') }
}
