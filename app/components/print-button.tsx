import { useEffect, useState } from 'react'

/** Opens the browser's own print dialog; without JavaScript there is only a hint. */
export function PrintButton() {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <div className="no-print print-button">
      {ready ? (
        <button type="button" className="usa-button" onClick={() => window.print()}>
          Print
        </button>
      ) : (
        <p>Print this page with your browser’s own Print command.</p>
      )}
    </div>
  )
}
