import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { WhatIsKept } from './what-is-kept.tsx'
import { WhoSeesWhat } from './who-sees-what.tsx'

export const meta: MetaFunction = () => [{ title: 'Privacy: who sees what – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'public.read', null)

  return { demo: args.context.environment.demo }
}

export default function Privacy() {
  const { demo } = useLoaderData<typeof loader>()
  return (
    <div className="prose">
      <PageHeading title="Privacy: who sees what">
        <p className="usa-intro">
          This site keeps what agencies and their partners say about their own practices. It keeps nothing
          about people in crisis.
        </p>
      </PageHeading>
      {demo && <p>This is a demonstration. Everything in it is made up and thrown away at the next start.</p>}
      <h2>No information about a person in crisis belongs here</h2>
      <p>
        Answers are about practices, counts and opinions: how calls are handled, not whose they were. Never
        write a name, a date of birth, a phone number, an address, a case number or anything else by which a
        person in crisis could be known. Where you can type freely, the page reminds you, and text that looks
        like such a number is asked about before it is saved.
      </p>
      <WhoSeesWhat />
      <h2>Public records</h2>
      <p>
        What a public agency writes here may be a public record under the law of its state. Somebody may ask
        for it, notes included, and the agency decides with its counsel what must be given. Write every note
        so that it could be read aloud in public.
      </p>
      <WhatIsKept />
      <h2>Having text taken out</h2>
      <p>
        If a note or another text holds what it must not, tell a coordinator of the organization. A
        coordinator can redact it, with a reason: it is taken out of the answer, of its history, of what was
        said while settling differences, and of every frozen copy. That it happened, when and by whom stays on
        record; scores don’t change.
      </p>
      <h2>Getting everything</h2>
      <p>
        A coordinator can download all records of an organization as one file, on its profile page: members,
        assessments, every answer with its history, results and the log.
      </p>
      <h2>Leaving</h2>
      <p>
        You can delete your account at any time on your account page. Your name and address are removed, your
        answers stay with the organization as by “Former member”.
      </p>
    </div>
  )
}
