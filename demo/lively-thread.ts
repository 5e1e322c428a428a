import type { Response } from '#assessments/response.ts'
import type { Move } from './talk.ts'

const level = (value: number, note: string): Response => ({ value, note })

/** What both sides of the lively talk answered to the items that it is about. */
export const answersByHand: Record<'agency' | 'partner', Record<string, Response>> = {
  agency: {
    'leadership.interagency-workgroup': level(4, 'Meets every other month, minutes are kept by the county.'),
    'policies.partner-agreement': level(5, 'Signed by both heads in 2024 and in force.'),
    'policies.information-sharing': level(4, 'Form and release are in the field guide.'),
    'training.lived-experience': level(4, 'Two speakers in each class since last year.'),
    'services.mobile-team': level(5, 'The mobile team answers within the hour when we call.'),
    'policies.crisis-line-handoff': level(
      4,
      'Dispatch can transfer a caller to the crisis line with one key.',
    ),
    'services.follow-up': level(2, 'We rarely hear whether anybody called back.'),
    'data.connections': level(1, 'Not recorded in our system.'),
    'review.incident-debriefs': level(4, 'Every hard call is gone through within two weeks.'),
  },
  partner: {
    'leadership.interagency-workgroup': level(
      2,
      'The last two dates were called off, and we were told on the day.',
    ),
    'policies.partner-agreement': level(2, 'It ended last December. The renewal is on our director’s desk.'),
    'policies.information-sharing': level(2, 'Our clinicians get the form in one case of four.'),
    'training.lived-experience': level(3, 'One of the two speakers moved away in spring.'),
    'services.mobile-team': level(2, 'Two teams for the county, none after ten at night.'),
    'policies.crisis-line-handoff': level(4, 'Works in both directions since March.'),
    'services.follow-up': level(4, 'We call everyone back within two days and record it.'),
    'data.connections': level(3, 'We count first appointments for everyone that the deputies bring.'),
    'review.incident-debriefs': level(1, 'We have not been asked to one.'),
  },
}

/** What was said and proposed, in order: `who` 0 is the coordinator of the side. */
export const thread: readonly Move[] = [
  {
    ...{ kind: 'commented', side: 'partner', who: 0, item: 'services.mobile-team' },
    text: 'There is no team after ten. What did you rate here, the day shift?',
  },
  {
    ...{ kind: 'commented', side: 'agency', who: 1, item: 'services.mobile-team' },
    text: 'Yes, days. At night deputies drive to the emergency department; I had not read the item as all hours.',
  },
  {
    ...{ kind: 'proposed', side: 'agency', who: 0, item: 'services.mobile-team', proposal: { value: 4 } },
    note: 'Mostly in place: it works well when it is there.',
  },
  {
    ...{ kind: 'proposed', side: 'partner', who: 0, item: 'services.mobile-team', proposal: { value: 3 } },
    note: 'Good by day and missing for nine hours: partly in place is the sentence that fits.',
  },
  {
    ...{ kind: 'commented', side: 'agency', who: 0, item: 'services.mobile-team' },
    text: 'I can live with 3 if the note says that days are covered in the whole county. Let me ask the sergeants.',
  },
  {
    ...{ kind: 'commented', side: 'agency', who: 0, item: 'policies.partner-agreement' },
    text: 'I have the signed copy here. Which renewal do you mean?',
  },
  {
    ...{ kind: 'commented', side: 'partner', who: 1, item: 'policies.partner-agreement' },
    text: 'Section 9: it runs to the end of 2025. We work as if it were in force, and on paper it is not.',
  },
  {
    ...{
      kind: 'proposed',
      side: 'agency',
      who: 0,
      item: 'policies.partner-agreement',
      proposal: { value: 3 },
    },
    note: 'Practiced as written, and the paper has to be renewed. On the sheriff’s list for December.',
  },
  { kind: 'accepted', side: 'partner', who: 0, item: 'policies.partner-agreement' },
  {
    ...{
      kind: 'proposed',
      side: 'agency',
      who: 0,
      item: 'policies.information-sharing',
      proposal: { value: 4 },
    },
    note: 'It is in the field guide.',
  },
  {
    ...{ kind: 'commented', side: 'partner', who: 0, item: 'policies.information-sharing' },
    text: 'In the guide, yes. Of the last forty people we got the form for eleven.',
  },
  { kind: 'withdrawn', side: 'agency', who: 0, item: 'policies.information-sharing' },
  {
    ...{
      kind: 'proposed',
      side: 'partner',
      who: 0,
      item: 'policies.information-sharing',
      proposal: { value: 2 },
    },
    note: 'Written down and used in a quarter of the cases.',
  },
  {
    ...{ kind: 'proposed', side: 'agency', who: 1, item: 'services.follow-up', proposal: { value: 4 } },
    note: 'We did not know about the calls back. The partner’s log shows them.',
  },
  { kind: 'accepted', side: 'partner', who: 1, item: 'services.follow-up' },
  {
    ...{ kind: 'commented', side: 'agency', who: 0, item: 'review.incident-debriefs' },
    text: 'These are our own debriefs. Does the item ask for joint ones?',
  },
  {
    ...{ kind: 'commented', side: 'partner', who: 0, item: 'review.incident-debriefs' },
    text: 'It says with partners. An invitation would be a start, and we would gladly come.',
  },
  {
    kind: 'proposed',
    ...{ side: 'partner', who: 0, item: 'review.incident-debriefs', proposal: { notAgreed: true } },
    note: 'We read the item differently. The lower level for now, and joint debriefs from January.',
  },
  { kind: 'accepted', side: 'agency', who: 0, item: 'review.incident-debriefs' },
  {
    ...{ kind: 'commented', side: 'agency', who: 1, item: 'leadership.interagency-workgroup' },
    text: 'The two dates fell out because the county room was not free. Both are made up for in November.',
  },
  {
    ...{
      kind: 'proposed',
      side: 'partner',
      who: 1,
      item: 'training.lived-experience',
      proposal: { value: 3 },
    },
    note: null,
  },
]
