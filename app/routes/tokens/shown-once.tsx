import { useEffect, useState } from 'react'
import { Alert } from '#app/components/alert.tsx'

/** A token that was just made. */
export function ShownOnce({ name, token }: { name: string; token: string }) {
  return (
    <Alert tone="success" heading={`The token “${name}” is made`} live>
      <p>
        Copy it now and keep it where you keep passwords: it is not shown again. Anyone who has it can read
        what it opens.
      </p>
      <code className="hand-over__link">{token}</code>
      <CopyButton text={token} />
    </Alert>
  )
}

/** Copies a text; there only where a browser can do it, so that without scripts nothing is pressed in vain. */
function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<'unable' | 'ready' | 'copied' | 'failed'>('unable')
  useEffect(() => {
    // Browsers have it on secure pages alone, whatever their types say.
    if ('clipboard' in navigator) setState('ready')
  }, [text])
  if (state === 'unable') return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    )
  return (
    <p>
      <button type="button" className="usa-button usa-button--outline" onClick={() => void copy()}>
        Copy the token
      </button>{' '}
      <span role="status">
        {state === 'copied' && 'Copied.'}
        {state === 'failed' && 'That did not work. Select it and copy it yourself.'}
      </span>
    </p>
  )
}
