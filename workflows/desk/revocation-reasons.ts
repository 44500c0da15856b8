// Why a certificate may be revoked: reasons of RFC 5280 5.3.1 that an office can give. By themselves, so that a screen that shows them loads no schemas.

/** Key lost or known to others, left the office, replaced, no longer signs. */
export const revocationReasons = ['keyCompromise', 'affiliationChanged', 'superseded', 'cessationOfOperation'] as const
export type RevocationReason = (typeof revocationReasons)[number]
