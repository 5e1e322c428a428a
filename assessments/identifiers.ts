import { z } from 'zod'

const word = '[a-z0-9]+(?:-[a-z0-9]+)*'

/** `pmhc-self-assessment`: lower-case words joined by hyphens. */
export const slug = z
  .string()
  .max(60)
  .regex(
    new RegExp(`^${word}$`),
    'must be lower-case words joined by hyphens, such as "pmhc-self-assessment"',
  )

/** A domain's id, such as `leadership`. */
export const domainId = slug

/** An item's id: its first domain's id, a dot and a name, such as `leadership.interagency-workgroup`. It never changes. */
export const itemId = z
  .string()
  .max(100)
  .regex(
    new RegExp(`^${word}\\.${word}$`),
    'must be a domain and a name joined by a dot, such as "leadership.coordinator"',
  )

/** The id of an option of a `choice` or `choices` item. */
export const optionId = slug

/** A semantic version of three numbers, such as `1.0.0`. */
export const version = z
  .string()
  .regex(
    /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/,
    'must be three numbers joined by dots, such as "1.0.0"',
  )
