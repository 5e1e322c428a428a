import QRCode from 'qrcode'
import { z } from 'zod'

/** What an authenticator app reads out of the picture. */
export const totpUri = z
  .string()
  .max(500)
  .regex(/^otpauth:\/\/totp\/[^?]+\?.*secret=[A-Z2-7]+/)

/** The secret as a picture (SVG) and as text in groups of four. */
export async function setUpOf(uri: string) {
  const svg = await QRCode.toString(uri, { type: 'svg', margin: 1 })
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return {
    uri,
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    secret: secret.replace(/.{4}(?=.)/g, '$& '),
  }
}
