import { isRouteErrorResponse, useRouteError } from '@remix-run/react'

const sentences: Record<number, { title: string; text: string }> = {
  400: {
    title: 'That could not be read',
    text: 'Something in what was sent is not as expected. Nothing was changed.',
  },
  403: { title: 'That is not allowed', text: 'The request was refused. Nothing was changed.' },
  404: { title: 'Page not found', text: 'There is no such page, or you are not among those who may see it.' },
  405: {
    title: 'That does not work here',
    text: 'This page cannot take what was sent. Nothing was changed.',
  },
  409: {
    title: 'Something changed meanwhile',
    text: 'Go back, look at the page again, and repeat what you did.',
  },
  413: { title: 'Too much at once', text: 'What was sent is too large. Nothing was saved.' },
  429: { title: 'Too many tries', text: 'Wait a minute, then try again.' },
}
const unexpected = {
  title: 'Something went wrong',
  text: 'This is our fault, not yours. What was saved before is safe. Try again; if it keeps happening, tell whoever runs this site.',
}

/** What is said about an error: a title and what to do. */
export function wordsForError(error: unknown): { title: string; text: string } {
  return (isRouteErrorResponse(error) && sentences[error.status]) || unexpected
}

/** One page for every error, with a sentence for each status. */
export function ErrorPage() {
  const { title, text } = wordsForError(useRouteError())
  return (
    <div className="page__narrow">
      <h1>{title}</h1>
      <p className="usa-intro">{text}</p>
      <p>
        <a className="usa-button" href="/">
          Go to your start page
        </a>
      </p>
    </div>
  )
}
