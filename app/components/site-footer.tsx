import { Link } from '@remix-run/react'

/** The foot of every page. */
export function SiteFooter({ version }: { version: string }) {
  return (
    <footer className="site-footer">
      <p>
        <Link to="/privacy">Privacy: who sees what</Link>
      </p>
      <p>No information about a person in crisis belongs on this site.</p>
      {version && <p>Version {version}</p>}
    </footer>
  )
}
