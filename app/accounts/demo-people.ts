/** The password of everyone in the demonstration; its database holds nothing real. */
export const demoPassword = 'demonstration only'

export interface DemoPerson {
  email: string
  name: string
  /** A sentence for the sign-in page. */
  role: string
}

/** Whom the sign-in page of the demonstration offers. The seeded database holds these people. */
export const demoPeople: readonly DemoPerson[] = [
  {
    email: 'avery.coordinator@larkmoor.example',
    name: 'Avery Lindqvist',
    role: 'Coordinator of the Larkmoor Police Department',
  },
  {
    email: 'sam.contributor@larkmoor.example',
    name: 'Sam Okonjo',
    role: 'Contributor at the Larkmoor Police Department',
  },
  {
    email: 'robin.viewer@larkmoor.example',
    name: 'Robin Castellane',
    role: 'Viewer at the Larkmoor Police Department',
  },
  {
    email: 'jordan.partner@harborlight.example',
    name: 'Jordan Whitlock',
    role: 'Coordinator of the partner Harborlight Behavioral Health',
  },
  {
    email: 'marisol.contributor@harborlight.example',
    name: 'Marisol Tanaka-Reed',
    role: 'Contributor at the partner Harborlight Behavioral Health',
  },
  {
    email: 'tobiah.coordinator@greywater.example',
    name: 'Tobiah Renquist',
    role: 'Coordinator of the Greywater County Sheriff’s Office, which settles differences with Harborlight',
  },
  {
    email: 'casey.program@winnemac.example',
    name: 'Casey Marrow',
    role: 'Coordinator of the State of Winnemac’s crisis response office',
  },
  {
    email: 'kim.administrator@winnemac.example',
    name: 'Kim Thessaly',
    role: 'Administrator of this installation',
  },
]
