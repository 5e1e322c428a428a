const keys = [
  { key: 'J', does: 'the next item' },
  { key: 'K', does: 'the item before' },
  { key: 'A', does: 'to the button that accepts' },
  { key: 'P', does: 'to the levels that can be proposed' },
  { key: 'C', does: 'to the comment' },
]

/** What the keys do, for whoever works without a mouse. */
export function KeyboardHelp() {
  return (
    <details className="fold keyboard-help needs-script">
      <summary>Keyboard</summary>
      <p>While the focus is in the list or the item and you are not typing in a field:</p>
      <dl>
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
