// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { Overview } from '#app/routes/assessment-overview/overview.tsx'
import { Review } from '#app/routes/review/review.tsx'
import { renderInRouter } from '#tests/support/in-router.tsx'

afterEach(cleanup)

type OverviewData = Parameters<typeof Overview>[0]

const overview = (more: Partial<OverviewData> = {}): OverviewData => ({
  standing: 'Being answered',
  coReview: null,
  home: { id: '2', name: 'Larkmoor Police Department' },
  assessment: {
    id: '1',
    agencyName: 'Larkmoor Police Department',
    stage: 'answering',
    asOf: 'March 1, 2026',
    review: { coReviewed: false, alone: null },
  },
  questionnaire: { slug: 'sample', version: '1.0.0', title: 'A sample' },
  next: {
    label: 'Continue with Training: 4 items left',
    to: '/assessments/1/domains/training',
    sentence: '4 left.',
  },
  carry: null,
  versions: { mayMoveTo: null, moved: null },
  total: { answered: 7, applicable: 11 },
  yours: [],
  rows: [
    {
      id: 'training',
      title: 'Training',
      answered: 7,
      applicable: 11,
      missing: [{ id: 'training.x', question: 'Who?', required: true, dontKnow: true, assignedTo: 'Ada' }],
      last: { name: 'Bo', when: 'March 2, 2026, 9:00 AM' },
      assignedTo: 'Cy',
      itemsAssignedTo: ['Ada'],
    },
  ],
  contributors: ['Ada', 'Bo'],
  revision: null,
  signedCopies: [],
  partner: {
    ...{ assessmentId: '1', agencyId: '2', agencyName: 'Larkmoor Police Department', partnerName: null },
    ...{ side: 'agency', alone: false, mayChoose: false, mayCopy: false, partners: [] },
  },
  may: { assign: true, import: true, reopen: true, review: true, results: true, differences: false },
  ...more,
})

const linkTo = (name: string) => screen.getByRole('link', { name }).getAttribute('href')

describe('the last answers', () => {
  const carry = { month: 'November 2025', asOf: 'November 3, 2025', count: 8, begun: false }
  const carryLinks = () => screen.queryAllByRole('link', { name: /answers of November 2025 forward/ })

  test('are offered once: below the next step, or as the next step', () => {
    renderInRouter(<Overview {...overview({ carry })} />)
    expect(screen.getByRole('heading', { name: 'Your answers of November 2025' })).toBeTruthy()
    expect(carryLinks()).toHaveLength(1)
    cleanup()
    const label = 'Carry the answers of November 2025 forward'
    const next = { label, to: '/assessments/1/carry-forward', sentence: 'Nothing is answered yet.' }
    renderInRouter(<Overview {...overview({ carry, next })} />)
    expect(carryLinks()).toHaveLength(1)
  })

  test('that are left stay at hand below once some were carried', () => {
    renderInRouter(<Overview {...overview({ carry: { ...carry, begun: true } })} />)
    expect(screen.queryByRole('heading', { name: 'Your answers of November 2025' })).toBeNull()
    expect(carryLinks().map((link) => link.textContent)).toEqual([
      'Carry more answers of November 2025 forward (8)',
    ])
  })
})

test('the overview leads with the next step and tells of each domain', () => {
  renderInRouter(<Overview {...overview()} />)
  expect(screen.getAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent)).toEqual([
    'A sample',
  ])
  expect(linkTo('Continue with Training: 4 items left')).toBe('/assessments/1/domains/training')
  const row = screen.getByRole('heading', { name: 'Training' }).closest('li')
  expect(row?.textContent).toContain('7 of 11 answered')
  expect(row?.textContent).toContain('Bo answered last, March 2, 2026, 9:00 AM.')
  expect(row?.textContent).toContain('Assigned to Cy; single items to Ada.')
  expect(row?.textContent).toContain('1 item missing, 1 required')
  expect(row?.textContent).toContain('Who? (required, answered “don’t know”, assigned to Ada)')
  expect(linkTo('Who?')).toBe('/assessments/1/domains/training#training.x')
})

test('only who may assign and reopen is led there', () => {
  const viewer = {
    assign: false,
    import: false,
    reopen: false,
    review: true,
    results: true,
    differences: false,
  }
  renderInRouter(<Overview {...overview({ may: viewer })} />)
  expect(screen.queryByRole('link', { name: /Choose who contributes/ })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Reopen' })).toBeNull()
})

test('an assessment that is being revised says since when, why, and what counts', () => {
  const revision = {
    number: 2,
    finalizedAt: 'May 1',
    reopenedAt: 'June 1',
    reopenedBy: 'Cory',
    reason: '<b>Wrong</b> year',
  }
  renderInRouter(<Overview {...overview({ revision })} />)
  expect(screen.getByText('Being revised')).toBeTruthy()
  expect(screen.getByText('<b>Wrong</b> year')).toBeTruthy()
  expect(linkTo('what was final on May 1')).toBe('/assessments/1/copies/2')
})

type ReviewData = Parameters<typeof Review>[0]['data']

const review = (more: Partial<ReviewData> = {}): ReviewData => ({
  assessment: { id: '1', stage: 'answering', asOf: 'March 1, 2026', title: 'A sample' },
  above: [],
  home: { id: '2', name: 'Larkmoor Police Department' },
  coReview: null,
  seen: 12,
  total: { answered: 7, applicable: 9, requiredMissing: 0 },
  domains: [
    {
      id: 'training',
      title: 'Training',
      answered: 7,
      applicable: 9,
      unanswered: [
        { id: 'training.a', question: 'Who?', required: false, mustHave: true, dontKnow: false },
        { id: 'training.b', question: 'When?', required: false, mustHave: false, dontKnow: true },
      ],
      notReconfirmed: [],
      notApplicable: [{ id: 'training.c', question: 'Where?', reason: 'We have none.' }],
      withheld: [{ text: 'A must-have is unanswered.' }],
    },
  ],
  revision: null,
  toConfirm: 0,
  may: { answer: true, submit: true, seeResults: true },
  ...more,
})

test('the review says what becomes of submitting before its button', () => {
  renderInRouter(<Review data={review()} fault={null} />)
  const submit = screen.getByRole('region', { name: 'Submit' })
  for (const words of ['becomes final', 'not co-reviewed', 'locked'])
    expect(submit.textContent).toContain(words)
  const button = within(submit).getByRole('button', { name: 'Submit and make final' })
  const form = button.closest('form')
  expect(form && Object.fromEntries(new FormData(form))).toEqual({
    intent: 'finalize',
    sideRevision: '12',
  })
  expect(screen.getByText(/2 items not answered/)).toBeTruthy()
})

test('the review says how many answers are not reconfirmed, and what confirming them all says', () => {
  const [training] = review().domains
  const waiting = [{ id: 'training.d', question: 'How often?', required: true }]
  const domains = training ? [{ ...training, notReconfirmed: waiting }] : []
  renderInRouter(<Review data={review({ toConfirm: 4, domains })} fault={null} />)
  const section = screen.getByRole('region', { name: '4 answers not reconfirmed' })
  expect(section.textContent).toContain('you say that each of them still holds as of')
  const form = within(section).getByRole('button', { name: 'Confirm all 4 answers' }).closest('form')
  expect(form && Object.fromEntries(new FormData(form))).toEqual({ intent: 'confirm', sideRevision: '12' })
  expect(linkTo('How often?')).toBe('/assessments/1/domains/training#training.d')
  const submit = screen.getByRole('region', { name: 'Submit' })
  expect(submit.textContent).toContain(
    '4 answers not reconfirmed: submitted like this, they count as not answered',
  )
  expect(screen.getByText(/2 items not answered; 4 carried answers not reconfirmed/)).toBeTruthy()
})

test('the review links to what is open, apart from what is not known and not applicable', () => {
  renderInRouter(<Review data={review()} fault={null} />)
  expect(linkTo('Who?')).toBe('/assessments/1/domains/training#training.a')
  const list = (heading: string | RegExp) =>
    screen.getByRole('heading', { name: heading }).parentElement?.querySelector('ul')?.textContent
  expect(list('Not answered')).toBe('Who? (must-have)')
  expect(list(/don’t know/)).toBe('When?')
  expect(screen.getByText('We have none.')).toBeTruthy()
  expect(screen.getByText(/A must-have is unanswered/)).toBeTruthy()
})

test.each([
  ['something required is missing', { answered: 7, applicable: 9, requiredMissing: 1 }],
  ['nothing is answered', { answered: 0, applicable: 9, requiredMissing: 0 }],
])('there is no button to submit while %s', (_, total) => {
  renderInRouter(<Review data={review({ total })} fault={null} />)
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('Not ready to submit')).toBeTruthy()
})

test('why submitting was refused is spoken at once', () => {
  renderInRouter(<Review data={review()} fault="Nothing was submitted: somebody saved." />)
  expect(screen.getByRole('alert').textContent).toContain('somebody saved')
})

const coReview: NonNullable<ReviewData['coReview']> = {
  side: 'agency',
  other: 'Riverside Care',
  submitted: { own: false, other: true },
  lock: null,
  alone: false,
  partnershipEnded: false,
  overdue: false,
  mayGoAlone: true,
}

const fieldsOf = (button: HTMLElement) => {
  const form = button.closest('form')
  return form && Object.fromEntries(new FormData(form))
}

describe('the review of one of two sides', () => {
  test('submits for its organization and says that it can be recalled', () => {
    renderInRouter(<Review data={review({ coReview })} fault={null} />)
    const button = screen.getByRole('button', { name: 'Submit for Larkmoor Police Department' })
    expect(fieldsOf(button)).toEqual({ intent: 'submit', sideRevision: '12' })
    const submit = screen.getByRole('region', { name: 'Submit' })
    expect(submit.textContent).toContain('can recall them until Riverside Care has submitted too')
  })

  const submitted = { ...coReview, lock: 'submitted', submitted: { own: true, other: false } } as const

  test('waits after submitting, and lets a coordinator recall', () => {
    renderInRouter(<Review data={review({ coReview: submitted })} fault={null} />)
    expect(screen.getByRole('heading', { name: 'Larkmoor Police Department has submitted' })).toBeTruthy()
    expect(fieldsOf(screen.getByRole('button', { name: 'Recall' }))).toEqual({ intent: 'recall' })
    expect(screen.queryByRole('link', { name: /^Go on without/ })).toBeNull()
    expect(screen.queryByText(/Not ready to submit/)).toBeNull()
  })

  test('offers to go on without the partner once its time has passed, or the partnership has ended', () => {
    renderInRouter(<Review data={review({ coReview: { ...submitted, overdue: true } })} fault={null} />)
    expect(linkTo('Go on without Riverside Care')).toBe('/assessments/1/go-alone')
    cleanup()
    const ended = { ...coReview, partnershipEnded: true }
    renderInRouter(<Review data={review({ coReview: ended })} fault={null} />)
    expect(linkTo('Go on without Riverside Care')).toBe('/assessments/1/go-alone')
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('leads to the differences once both have submitted', () => {
    const data = review({ coReview: { ...coReview, lock: 'reconciling' } })
    renderInRouter(
      <Review data={{ ...data, assessment: { ...data.assessment, stage: 'reconciling' } }} fault={null} />,
    )
    expect(linkTo('See where the two sides differ')).toBe('/assessments/1/differences')
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('makes final, once it goes on alone, and says without whom', () => {
    renderInRouter(<Review data={review({ coReview: { ...coReview, alone: true } })} fault={null} />)
    const button = screen.getByRole('button', { name: 'Submit and make final' })
    expect(fieldsOf(button)).toEqual({ intent: 'finalize', sideRevision: '12' })
    expect(screen.getByText(/it goes on without Riverside Care/)).toBeTruthy()
  })
})
