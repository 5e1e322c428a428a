import type { Page } from 'playwright-core'
import type { Mailbox } from './mailbox.ts'
import { open } from './pages.ts'
import { addressOf, password } from './people.ts'
import { startRecording, type Recording } from './recording.ts'
import type { Site } from './site.ts'
import type { Answers } from './whole-job.ts'

/** One person of one side, at a computer of their own, with all that it is sent. */
export interface Desk {
  readonly name: string
  readonly side: 'agency' | 'partner'
  /** The name of their organization. */
  readonly organization: string
  readonly page: Page
  readonly sent: Recording
  /** What they will answer. */
  readonly answers: Answers
}

type Sitting = Pick<Desk, 'name' | 'side' | 'organization' | 'answers'>

/** Opens a page in a browser of somebody's own, and keeps what it is sent from there on. */
export async function sitDown(site: Site, who: Sitting, path: string): Promise<Desk> {
  const sent = await startRecording()
  const { page } = await site.visit(path, sent.options)
  return { ...who, page, sent }
}

/** Signs up, confirms the address by the mailed link, and signs in. */
export async function signUp({ name, page }: Desk, site: Site, mailbox: Mailbox): Promise<void> {
  const email = addressOf(name)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Work email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.getByRole('heading', { name: 'Check your email' }).waitFor()
  await open(page, await mailbox.linkMailedTo(site.app.origin, email, 'confirm-email'))
  await page.getByRole('button', { name: 'Yes, this email address is mine' }).click()
  await page.getByText('Your email address is confirmed').waitFor()
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
