/** A profile for those who don't change it. */
export function ProfileFacts({ facts }: { facts: readonly { term: string; value: string }[] }) {
  return (
    <dl className="facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
