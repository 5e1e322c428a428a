const rows = [
  [
    'Members of your organization',
    'Its profile, the names of its members, its assessments: every answer, note and link, who gave it and when, and all results. Viewers read, contributors answer, coordinators do the rest.',
  ],
  [
    'Coordinators of your organization',
    'Also the email addresses of its members and of those who are invited, and the log of what was done.',
  ],
  [
    'The other side of an assessment that you rate together',
    'While both answer: whether you have submitted, and nothing else. Once both have: your side’s answers, reasons, notes and links, what you propose, say and sign, with your names, and the scores of both sides and of what you agree on. A partner without whom the assessment goes on sees none of that any more.',
  ],
  [
    'A program, such as a state office, that your agency enrolled with',
    'What your agency chose for it, and only while it is enrolled: its profile and the stages and dates of its assessments; or also final scores and bands; or also answers, and notes only where it said so. A partner’s own answers only where the partner agrees too. Never answers before an assessment is final, what the two sides said to each other, or who answered. Your agency can look at exactly what a program sees, and change or end it at any time.',
  ],
  [
    'Agencies, partners and programs that look for somebody to work with',
    'The name, county and state of your organization, once it is confirmed.',
  ],
  [
    'Other organizations',
    'Nothing else. An agency’s work is shown to no other agency, to no program that it didn’t enroll with, and to no partner but the one that rates it too.',
  ],
  [
    'Administrators of this site',
    'The profile of an organization that waits to be confirmed, with the name and address of who entered it, and whether somebody whom they look up by address uses a second step at sign-in. No answers and no results on any page.',
  ],
  [
    'Whoever runs the server',
    'Can technically reach the database and its backups, as with any site. The program’s log holds no names, addresses or answers.',
  ],
  [
    'Anyone else',
    'Nothing. No data is sold, and no other company’s scripts, counters or advertisements are on any page.',
  ],
] as const

/** Who sees what, as a table. */
export function WhoSeesWhat() {
  return (
    <>
      <h2 id="who-sees-what">Who sees what</h2>
      <table className="usa-table usa-table--stacked" aria-labelledby="who-sees-what">
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Sees</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([who, what]) => (
            <tr key={who}>
              <th scope="row" data-label="Who">
                {who}
              </th>
              <td data-label="Sees">{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
