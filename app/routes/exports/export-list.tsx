import { Form, Link } from '@remix-run/react'
import type { ExportView } from './load-exports.server.ts'

interface Props {
  exports: readonly ExportView[]
  unfinished: boolean
}

/** The exports of the last day, the latest first. */
export function ExportList({ exports, unfinished }: Props) {
  return (
    <section className="page-section" aria-labelledby="made">
      <h2 id="made">Made within the last day</h2>
      {unfinished && (
        <p className="exports__reload">
          <Link to="." reloadDocument>
            See how far it is
          </Link>
        </p>
      )}
      <ul className="exports__list">
        {exports.map((one) => (
          <li key={one.id} className="exports__one">
            <h3>
              {one.title}
              {one.anonymous && ', anonymous'}
            </h3>
            <p className="exports__facts">
              {one.of !== null && <>{one.of}. </>}Asked for by {one.asked}.
            </p>
            <State one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function State({ one }: { one: ExportView }) {
  switch (one.status) {
    case 'waiting':
    case 'running':
      return <UnderWay one={one} />
    case 'ready':
      return <Files one={one} />
    case 'failed':
      return (
        <p>
          <strong>Not there:</strong> {one.fault}
        </p>
      )
    case 'cancelled':
      return <p>Cancelled.</p>
  }
}

function UnderWay({ one: { id, title, status, done, total } }: { one: ExportView }) {
  const words =
    status === 'waiting' || total === null
      ? 'Waiting for its turn.'
      : `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} assessments written.`
  return (
    <Form method="post" className="exports__under-way" action="?">
      <p role="status">{words}</p>
      <progress
        className="exports__bar"
        aria-label={`How far ${title} is`}
        value={done}
        max={Math.max(total ?? 1, 1)}
      />
      <input type="hidden" name="intent" value="cancel" />
      <input type="hidden" name="export" value={id} />
      <button className="usa-button usa-button--outline" type="submit">
        Cancel<span className="usa-sr-only"> {title}</span>
      </button>
    </Form>
  )
}

function Files({ one: { files, manifestTo, until, title } }: { one: ExportView }) {
  return (
    <>
      <ul className="exports__files" aria-label={`Files of ${title}`}>
        {files.map(({ name, to, rows, size, sha256 }) => (
          <li key={name}>
            <a className="usa-link exports__file" href={to} download={name}>
              {name}
            </a>{' '}
            {size}, {rows} {rows === '1' ? 'row' : 'rows'}
            <span className="exports__sum">
              SHA-256 <code>{sha256}</code>
            </span>
          </li>
        ))}
        {manifestTo !== null && (
          <li>
            <a className="usa-link exports__file" href={manifestTo} download="manifest.json">
              manifest.json
            </a>{' '}
            row counts, sizes and checksums of the above
          </li>
        )}
      </ul>
      <p className="exports__facts">Deleted on {until}.</p>
    </>
  )
}
