import { Form } from '@remix-run/react'
import { roleWords } from '#app/accounts/organization-words.ts'
import type { Role } from '#assessments/access.ts'
import type { ListedMember } from './listing.server.ts'

interface Props {
  members: readonly ListedMember[]
  manages: boolean
  me: string
}

/** Everyone who belongs to an organization. */
export function MemberList({ members, manages, me }: Props) {
  return (
    <ul className="people-list" aria-label="Members">
      {members.map((member) => (
        <li key={member.id}>
          <div>
            <p className="people-list__name">
              {member.name}
              {member.id === me && ' (you)'}
            </p>
            <p className="people-list__facts">
              {roleWords[member.role].label} · member since {member.since}
            </p>
            {member.email && <p className="people-list__facts">{member.email}</p>}
          </div>
          {manages && <ManageMember member={member} isMe={member.id === me} />}
        </li>
      ))}
    </ul>
  )
}

const roles: readonly Role[] = ['coordinator', 'contributor', 'viewer']

function ManageMember({ member, isMe }: { member: ListedMember; isMe: boolean }) {
  const id = `role-${member.id}`
  return (
    <details className="fold people-list__manage">
      <summary>
        Change<span className="usa-sr-only"> {member.name}</span>
      </summary>
      <Form method="post" className="usa-form">
        <input type="hidden" name="personId" value={member.id} />
        <label className="usa-label" htmlFor={id}>
          Role of {member.name}
        </label>
        <select className="usa-select" id={id} name="role" key={member.role} defaultValue={member.role}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleWords[role].label}
            </option>
          ))}
        </select>
        <button type="submit" className="usa-button usa-button--outline" name="intent" value="change-role">
          Change role
        </button>
      </Form>
      {!isMe && (
        <Form method="post" className="usa-form">
          <input type="hidden" name="personId" value={member.id} />
          <p className="usa-hint">Answers of theirs stay. They can be invited again.</p>
          <button type="submit" className="usa-button usa-button--secondary" name="intent" value="remove">
            Remove {member.name}
          </button>
        </Form>
      )}
    </details>
  )
}
