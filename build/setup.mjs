// Set-up for `npm start` and `npm test`. Runs on plain Node 20 before node_modules exists, so it imports nothing but Node and its neighbours.
import { missingDebian } from './setup-debian.mjs'
import { tryElectron } from './setup-electron.mjs'
import { ensureNode, ensurePackages } from './setup-packages.mjs'

const forTests = process.argv.includes('--test')

try {
  ensurePackages()
  ensureNode()
  if (forTests) missingDebian()
  else tryElectron()
} catch (error) {
  if (!(error instanceof Error) || error.name !== 'SetupStopped') throw error
  console.error(error.message)
  process.exitCode = 1
}
