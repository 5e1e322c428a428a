import { expect } from 'vitest'
import type { App } from './app.ts'
import { allAnswers, rows } from './rows.ts'

/** Everything that could have changed. */
const everything = (app: App) => ({
  answers: allAnswers(app),
  history: rows(app, 'select count(*) as count from response_history'),
  assessments: rows(app, 'select id, stage, revision from assessments order by id'),
  sides: rows(app, 'select * from sides order by assessment_id'),
  members: rows(app, 'select * from members order by organization_id, person_id'),
  organizations: rows(app, 'select id, name from organizations order by id'),
})

/** Does something that must change nothing. */
export async function withoutChange<T>(app: App, act: () => Promise<T>): Promise<T> {
  const before = everything(app)
  const result = await act()
  expect(everything(app)).toEqual(before)
  return result
}
