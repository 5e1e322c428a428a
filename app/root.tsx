import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorPage, wordsForError } from './components/error-page.tsx'
import { useNonce } from './components/nonce.tsx'
import { SiteFooter } from './components/site-footer.tsx'
import { SiteHeader } from './components/site-header.tsx'
import { allow } from './context.server.ts'
import './styles/app.scss'

export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${wordsForError(error).title} – PMHC self-assessment` : 'PMHC self-assessment' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { person, actor, memberships } = await allow(args, 'public.read', null)
  const { version, environment } = args.context
  return {
    version,
    demo: environment.demo,
    person: person && { name: person.name, administrator: actor.administrator },
    organizations: memberships.map(({ organizationId, name }) => ({ id: organizationId, name })),
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const data = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Links />
      </head>
      <body>
        <a className="usa-skipnav" href="#main">
          Skip to main content
        </a>
        <SiteHeader
          person={data?.person ?? null}
          organizations={data?.organizations ?? []}
          demo={data?.demo ?? false}
        />
        <main id="main" tabIndex={-1} className="page">
          {children}
        </main>
        <SiteFooter version={data?.version ?? ''} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage />
}
