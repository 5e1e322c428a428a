import { z } from 'zod'
import type { OrganizationKind } from '#assessments/access.ts'
import { plainText } from '#assessments/text.ts'
import { agencyTypes, sizeBands } from '#db/words.ts'
import { states, timeZoneOf, timeZones } from './states.ts'

function line(maximum: number, missing: string) {
  return z
    .string(missing)
    .pipe(plainText(maximum))
    .refine((text) => !/[\n\t]/.test(text), 'Write it on one line.')
}

const stateCodes: readonly string[] = states.map(({ code }) => code)
const zoneIds: readonly string[] = timeZones.map(({ id }) => id)

/** `current`: what the organization already has is accepted, whether or not the lists offer it. */
function placeFields(current: { state: string; timeZone: string } | null) {
  return {
    name: line(120, 'Enter the name.'),
    state: z
      .string('Choose a state.')
      .refine((code) => stateCodes.includes(code) || code === current?.state, 'Choose a state of the list.'),
    county: line(100, 'Enter the county.'),
    timeZone: z
      .string()
      .optional()
      .refine(
        (id) => id === undefined || zoneIds.includes(id) || id === current?.timeZone,
        'Choose a time zone of the list.',
      ),
  }
}

const agencyFields = {
  agencyType: z.enum(agencyTypes, 'Choose a type.'),
  ori: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, '').toUpperCase())
    .pipe(
      z
        .string()
        .regex(/^[A-Z]{2}[A-Z0-9]{7}$/, 'An ORI is two letters and then seven letters or digits: WN0123400.'),
    )
    .optional(),
  sizeBand: z.enum(sizeBands, 'Choose a size.'),
  reassessMonths: z.enum(['6', '12'], 'Choose when.').transform(Number),
  retentionYears: z
    .string()
    .trim()
    .regex(/^([1-9]|[12]\d|30)$/, 'Enter whole years from 1 to 30, or leave it empty.')
    .transform(Number)
    .optional(),
}

/** What is kept of an organization by the hands of its coordinators. */
export interface OrganizationProfile {
  kind: OrganizationKind
  name: string
  state: string
  county: string
  timeZone: string
  agencyType: (typeof agencyTypes)[number] | null
  ori: string | null
  sizeBand: (typeof sizeBands)[number] | null
  reassessMonths: number
  retentionYears: number | null
}

/** The form of an organization's profile; an agency's asks more than the others'. */
export function profileSchema(
  kind: OrganizationKind,
  current: { state: string; timeZone: string } | null = null,
) {
  const place = placeFields(current)
  if (kind === 'agency') {
    return z
      .object({ ...place, ...agencyFields })
      .transform(({ timeZone, ori, retentionYears, ...profile }): OrganizationProfile => ({
        kind,
        ...profile,
        timeZone: timeZone ?? timeZoneOf(profile.state),
        ori: ori ?? null,
        retentionYears: retentionYears ?? null,
      }))
  }
  return z.object(place).transform(({ timeZone, ...profile }): OrganizationProfile => ({
    kind,
    ...profile,
    timeZone: timeZone ?? timeZoneOf(profile.state),
    agencyType: null,
    ori: null,
    sizeBand: null,
    reassessMonths: 12,
    retentionYears: null,
  }))
}
