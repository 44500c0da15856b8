// The days of a certificate as people here count them.
import { X509Certificate } from 'node:crypto'
import { dayOf } from '../../workflows/core/stamp.ts'
import { vietnamTime } from './clock.ts'

export const lastDayOf = (certificate: Uint8Array): string => dayOf(vietnamTime(new Date(new X509Certificate(certificate).validTo)))
