// Must be imported before any schema: zod would try `new Function` for speed, which the policy of this page forbids and reports as an attack.
import { config } from 'zod'

config({ jitless: true })
