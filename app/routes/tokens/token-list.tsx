import { Form } from '@remix-run/react'
import type { TokensData } from './tokens-of.server.ts'

type Token = TokensData['tokens'][number]

/** Every token that nobody has revoked. */
export function TokenList({ tokens }: { tokens: readonly Token[] }) {
  return (
    <section aria-labelledby="tokens-heading">
      <h2 id="tokens-heading">Your tokens</h2>
      {tokens.length === 0 ? (
        <p>There are none.</p>
      ) : (
        <>
          <p>A token goes on working when whoever made it leaves, until it expires or somebody revokes it.</p>
          <ul className="people-list">
            {tokens.map((token) => (
              <li key={token.id}>
                <div>
                  <p className="people-list__name">{token.name}</p>
                  <p className="people-list__facts">
                    Made by {token.madeBy} on {token.made} ·{' '}
                    {token.expired ? `expired on ${token.expires}` : `works until ${token.expires}`}
                  </p>
                  <p className="people-list__facts">
                    {token.lastUsed ? `Last used ${token.lastUsed}` : 'Never used'}
                  </p>
                </div>
                <Revoke token={token} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Revoke({ token: { id, name } }: { token: Token }) {
  return (
    <details className="fold people-list__manage">
      <summary>
        Revoke<span className="usa-sr-only"> {name}</span>
      </summary>
      <Form method="post" className="usa-form">
        <input type="hidden" name="tokenId" value={id} />
        <p className="usa-hint">Whatever uses it is refused from then on. That can’t be undone.</p>
        <button type="submit" className="usa-button usa-button--secondary" name="intent" value="revoke">
          Revoke {name}
        </button>
      </Form>
    </details>
  )
}
