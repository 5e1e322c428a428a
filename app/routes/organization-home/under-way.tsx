import { Link } from '@remix-run/react'
import { NextStepPanel } from '#app/components/next-step-panel.tsx'
import { ProgressBar } from '#app/components/progress-bar.tsx'
import { counted } from '#app/format.ts'
import type { WorkUnderWay } from './work-under-way.server.ts'

/** An open assessment on its agency's home: what to do next, how far it is, and for whom it waits. */
export function UnderWay({ work }: { work: WorkUnderWay }) {
  const { id, title, asOf, answered, applicable, next, open, partner, waitingFor } = work
  return (
    <section className="page-section" aria-labelledby={`work-${id}`}>
      <h2 id={`work-${id}`}>
        <Link to={`/assessments/${id}`}>{title}</Link>
      </h2>
      <p>As of {asOf}</p>
      <NextStepPanel step={next} />
      {partner && <p>{partner}</p>}
      <ProgressBar done={answered} total={applicable} />
      {open && waitingFor.length > 0 && (
        <>
          <h3>Waiting for</h3>
          <ul>
            {waitingFor.map(({ name, count }) => (
              <li key={name ?? ''}>
                {name ?? 'Anyone (not assigned)'}: {counted(count, 'item')}
              </li>
            ))}
          </ul>
        </>
      )}
      {open && waitingFor.length === 0 && <p>Waiting for a coordinator to submit.</p>}
    </section>
  )
}
