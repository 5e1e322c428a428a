import { z } from 'zod'

/** A code of an authenticator app: six digits, however they are grouped. */
export const totpCode = z
  .string('Enter the code.')
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Enter the six digits.'))

/** A recovery code: five characters, a hyphen, five characters; the hyphen may be missing. */
export const recoveryCode = z
  .string('Enter a recovery code.')
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[A-Za-z0-9]{10}$/, 'A recovery code has ten letters and digits: aB3dE-fG5hJ.'))
  .transform((text) => `${text.slice(0, 5)}-${text.slice(5)}`)
