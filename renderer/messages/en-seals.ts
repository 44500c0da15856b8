// English words of keys and seals.
import type { Messages } from './vi.ts'

export const enSeals: Pick<Messages, 'token' | 'tokenTries'> = {
  token: {
    title: 'Register a key in a token',
    help: 'PKCS#11 tokens (USB tokens, cards). The private key does not leave the token.',
    driver: 'Driver',
    noDriver: 'No driver is named yet.',
    path: 'Driver file',
    pathHelp: 'Full path of the .dll, .so or .dylib of the token. It runs in a process of its own.',
    addDriver: 'Add the driver',
    look: 'Look for tokens',
    none: 'The token holds no signing certificate.',
    holds: '{{label}} {{model}}',
    certificate: '{{name}} {{id}}, {{issuer}}, valid to {{day}}',
    register: 'Register the key of {{name}}',
    registered: 'registered',
    inToken: 'in {{label}}',
  },
  tokenTries: { some: 'PIN tries left', few: 'few PIN tries left', one: 'one PIN try left', none: 'locked' },
}
