import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { domain, levelItem, questionnaireJson } from '#tests/support/questionnaires.ts'
import { agencyProfile, newAgency, start } from './agency.ts'
import type { App } from './app.ts'
import { fetchAs, form, newPerson, type Person } from './people.ts'
import { rows } from './rows.ts'
import { save } from './saves.ts'

/** A folder with a questionnaire of four items, for `QUESTIONNAIRES_DIR`. */
export function folderWithFourItems(): string {
  const folder = mkdtempSync(joinPath(tmpdir(), 'pmhc-questionnaires-'))
  const json = questionnaireJson({
    domains: [
      domain('leadership', [
        levelItem('leadership.workgroup', { question: 'How does the group meet?', notApplicable: true }),
        levelItem('leadership.policy', { question: 'Where is it written?' }),
      ]),
      domain('training', [
        levelItem('training.basic', { question: 'Who is trained?' }),
        levelItem('training.refresher', { question: 'Who is trained again?' }),
      ]),
    ],
  })
  mkdirSync(joinPath(folder, 'sample'))
  writeFileSync(joinPath(folder, 'sample', '1.0.0.json'), JSON.stringify(json))
  return folder
}

const levels = {
  'leadership.workgroup': [4, 1],
  'leadership.policy': [3, 2],
  'training.basic': [2, 3],
  'training.refresher': [3, 3],
} as const

export interface TwoSides {
  ada: Person
  lee: Person
  assessment: string
}

let pairs = 0

/** An agency (Ada) and its partner (Lee), who have both answered four items and submitted. */
export async function twoSides(app: App): Promise<TwoSides> {
  const place = ['North', 'South', 'West', 'East', 'Old', 'New'][pairs++] ?? String(pairs)
  const ada = await newPerson(app, `Ada ${place}`)
  const lee = await newPerson(app, `Lee ${place}`)
  const agency = await newAgency(app, ada, `${place}field Police Department`)
  const profile = { kind: 'partner', state: agencyProfile.state, county: agencyProfile.county }
  const made = await fetchAs(
    app,
    lee,
    '/organizations/new',
    form({ ...profile, name: `${place} Behavioral Health` }),
  )
  const partner = made.headers.get('location')?.split('/')[2] ?? ''
  const assessment = await start(app, ada, agency, { questionnaire: 'sample@1.0.0' })
  join(app, { agency, partner, assessment })
  for (const [item, [agencys, partners]] of Object.entries(levels)) {
    await save(app, ada, assessment, item, { value: agencys, note: 'As we see it.' })
    await save(app, lee, assessment, item, { value: partners }, { side: 'partner' })
  }
  rows(app, `update sides set submitted_at = 1, revision = revision + 1 where assessment_id = ?`, assessment)
  rows(app, `update assessments set stage = 'reconciling', revision = 2 where id = ?`, assessment)
  rows(app, `insert into reconciliations (assessment_id, revision, opened_at) values (?, 0, 1)`, assessment)
  return { ada, lee, assessment }
}

/** Joins the two in an assessment behind the program's back; how they do it themselves is tested elsewhere. */
function join(
  app: App,
  { agency, partner, assessment }: Record<'agency' | 'partner' | 'assessment', string>,
) {
  rows(
    app,
    `insert into partnerships (id, agency_id, partner_id, proposed_as, status, proposed_at, proposed_by)
     select ?, ?, ?, 'agency', 'active', 1, id from people limit 1`,
    `of ${assessment}`,
    agency,
    partner,
  )
  rows(app, `update assessments set partnership_id = ? where id = ?`, `of ${assessment}`, assessment)
  rows(app, `insert into sides (assessment_id, side) values (?, 'partner')`, assessment)
}
