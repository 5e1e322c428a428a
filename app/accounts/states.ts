/** Zones by the name that people know, each with the identifier that dates are computed by. */
export const timeZones = [
  { id: 'America/New_York', label: 'Eastern' },
  { id: 'America/Indiana/Indianapolis', label: 'Eastern, Indiana' },
  { id: 'America/Detroit', label: 'Eastern, Michigan' },
  { id: 'America/Chicago', label: 'Central' },
  { id: 'America/Denver', label: 'Mountain' },
  { id: 'America/Boise', label: 'Mountain, southern Idaho' },
  { id: 'America/Phoenix', label: 'Mountain, no daylight saving time (Arizona)' },
  { id: 'America/Los_Angeles', label: 'Pacific' },
  { id: 'America/Anchorage', label: 'Alaska' },
  { id: 'America/Adak', label: 'Aleutian Islands' },
  { id: 'Pacific/Honolulu', label: 'Hawaii' },
  { id: 'America/Puerto_Rico', label: 'Atlantic, no daylight saving time (Puerto Rico, Virgin Islands)' },
  { id: 'Pacific/Guam', label: 'Chamorro (Guam, Northern Mariana Islands)' },
  { id: 'Pacific/Pago_Pago', label: 'Samoa' },
] as const

const eastern = 'America/New_York'
const central = 'America/Chicago'
const mountain = 'America/Denver'
const pacific = 'America/Los_Angeles'
const atlantic = 'America/Puerto_Rico'
const chamorro = 'Pacific/Guam'

/**
 * The 50 states, the District of Columbia and the territories, by the two letters of the postal service,
 * each with the time zone that most of it keeps.
 */
export const states = [
  { code: 'AL', name: 'Alabama', timeZone: central },
  { code: 'AK', name: 'Alaska', timeZone: 'America/Anchorage' },
  { code: 'AS', name: 'American Samoa', timeZone: 'Pacific/Pago_Pago' },
  { code: 'AZ', name: 'Arizona', timeZone: 'America/Phoenix' },
  { code: 'AR', name: 'Arkansas', timeZone: central },
  { code: 'CA', name: 'California', timeZone: pacific },
  { code: 'CO', name: 'Colorado', timeZone: mountain },
  { code: 'CT', name: 'Connecticut', timeZone: eastern },
  { code: 'DE', name: 'Delaware', timeZone: eastern },
  { code: 'DC', name: 'District of Columbia', timeZone: eastern },
  { code: 'FL', name: 'Florida', timeZone: eastern },
  { code: 'GA', name: 'Georgia', timeZone: eastern },
  { code: 'GU', name: 'Guam', timeZone: chamorro },
  { code: 'HI', name: 'Hawaii', timeZone: 'Pacific/Honolulu' },
  { code: 'ID', name: 'Idaho', timeZone: 'America/Boise' },
  { code: 'IL', name: 'Illinois', timeZone: central },
  { code: 'IN', name: 'Indiana', timeZone: 'America/Indiana/Indianapolis' },
  { code: 'IA', name: 'Iowa', timeZone: central },
  { code: 'KS', name: 'Kansas', timeZone: central },
  { code: 'KY', name: 'Kentucky', timeZone: eastern },
  { code: 'LA', name: 'Louisiana', timeZone: central },
  { code: 'ME', name: 'Maine', timeZone: eastern },
  { code: 'MD', name: 'Maryland', timeZone: eastern },
  { code: 'MA', name: 'Massachusetts', timeZone: eastern },
  { code: 'MI', name: 'Michigan', timeZone: 'America/Detroit' },
  { code: 'MN', name: 'Minnesota', timeZone: central },
  { code: 'MS', name: 'Mississippi', timeZone: central },
  { code: 'MO', name: 'Missouri', timeZone: central },
  { code: 'MT', name: 'Montana', timeZone: mountain },
  { code: 'NE', name: 'Nebraska', timeZone: central },
  { code: 'NV', name: 'Nevada', timeZone: pacific },
  { code: 'NH', name: 'New Hampshire', timeZone: eastern },
  { code: 'NJ', name: 'New Jersey', timeZone: eastern },
  { code: 'NM', name: 'New Mexico', timeZone: mountain },
  { code: 'NY', name: 'New York', timeZone: eastern },
  { code: 'NC', name: 'North Carolina', timeZone: eastern },
  { code: 'ND', name: 'North Dakota', timeZone: central },
  { code: 'MP', name: 'Northern Mariana Islands', timeZone: chamorro },
  { code: 'OH', name: 'Ohio', timeZone: eastern },
  { code: 'OK', name: 'Oklahoma', timeZone: central },
  { code: 'OR', name: 'Oregon', timeZone: pacific },
  { code: 'PA', name: 'Pennsylvania', timeZone: eastern },
  { code: 'PR', name: 'Puerto Rico', timeZone: atlantic },
  { code: 'RI', name: 'Rhode Island', timeZone: eastern },
  { code: 'SC', name: 'South Carolina', timeZone: eastern },
  { code: 'SD', name: 'South Dakota', timeZone: central },
  { code: 'TN', name: 'Tennessee', timeZone: central },
  { code: 'TX', name: 'Texas', timeZone: central },
  { code: 'VI', name: 'U.S. Virgin Islands', timeZone: atlantic },
  { code: 'UT', name: 'Utah', timeZone: mountain },
  { code: 'VT', name: 'Vermont', timeZone: eastern },
  { code: 'VA', name: 'Virginia', timeZone: eastern },
  { code: 'WA', name: 'Washington', timeZone: pacific },
  { code: 'WV', name: 'West Virginia', timeZone: eastern },
  { code: 'WI', name: 'Wisconsin', timeZone: central },
  { code: 'WY', name: 'Wyoming', timeZone: mountain },
] as const

/** The name of a state, or its letters where they are not known here (a demonstration's, say). */
export function stateName(code: string): string {
  return states.find((state) => state.code === code)?.name ?? code
}

/** The time zone that most of a state keeps. */
export function timeZoneOf(code: string): string {
  return states.find((state) => state.code === code)?.timeZone ?? eastern
}
