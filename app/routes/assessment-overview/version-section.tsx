import { Form, Link } from '@remix-run/react'
import type { Versions } from '#app/moving/read-versions.server.ts'

interface Props {
  assessmentId: string
  versions: Versions
}

/** Says that an assessment was moved to another version, and offers to move it or to take that back. */
export function VersionSection({ assessmentId, versions: { mayMoveTo, moved } }: Props) {
  if (!moved && mayMoveTo === null) return null
  const path = `/assessments/${assessmentId}/move`
  return (
    <section className="page-section" aria-labelledby="version">
      <h2 id="version">Version of the questionnaire</h2>
      {moved && <Moved path={path} moved={moved} />}
      {mayMoveTo !== null && (
        <>
          <p>
            Version {mayMoveTo} is on offer now. You can move this assessment to it; you see before what
            happens to each answer.
          </p>
          <p>
            <Link className="usa-button usa-button--outline" to={path}>
              See what version {mayMoveTo} would change
            </Link>
          </p>
        </>
      )}
    </section>
  )
}

function Moved({ path, moved }: { path: string; moved: NonNullable<Versions['moved']> }) {
  const { from, to, when, by, changes, undone, mayUndo } = moved
  if (undone !== null) {
    return (
      <p>
        {by} moved this assessment to version {to} on {when}, and back to version {from} on {undone}.
      </p>
    )
  }
  return (
    <>
      <p>
        {by} moved this assessment from version {from} to version {to} on {when}.{' '}
        <Link to={changes}>See what changed</Link>
      </p>
      {mayUndo && (
        <Form method="post" action={path}>
          <p>You can move it back until your side has answered something in version {to}.</p>
          <button type="submit" name="intent" value="undo" className="usa-button usa-button--outline">
            Move back to version {from}
          </button>
        </Form>
      )}
    </>
  )
}
