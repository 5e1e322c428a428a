// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { DriftChart } from '#app/charts/drift-chart.tsx'
import { DumbbellChart } from '#app/charts/dumbbell-chart.tsx'
import { placeRows, plotSize, type DumbbellRow } from '#app/charts/dumbbell-row.ts'

afterEach(cleanup)

// The plots are loaded only once they are drawn, which takes its time the first time.
beforeAll(async () => {
  await Promise.all([import('#app/charts/dumbbell-plot.tsx'), import('#app/charts/drift-plot.tsx')])
}, 60_000)

const row = (more: Partial<DumbbellRow>): DumbbellRow => ({
  ...{ id: 'training', label: 'Training', agency: 62, partner: 48, agreed: 55 },
  ...{ notAgreed: false, aside: null },
  ...more,
})

const chart = (...rows: DumbbellRow[]) => (
  <DumbbellChart
    finding="The agency rates higher"
    rows={rows}
    scale={{ from: 0, to: 100, ticks: [0, 50, 100] }}
    caption="Scores."
  >
    <table />
  </DumbbellChart>
)

describe('a dumbbell', () => {
  test('names each end, tells it apart by its shape and marks the agreed one', async () => {
    const { container } = render(chart(row({})))
    expect(await screen.findByText('agency 62')).toBeTruthy()
    expect(screen.getByText('partner 48')).toBeTruthy()
    expect(screen.getByText('agreed 55').getAttribute('font-weight')).toBe('700')
    const ends = container.querySelectorAll('.recharts-scatter circle, .recharts-scatter path')
    expect(ends).toHaveLength(2)
    expect(container.querySelectorAll('.recharts-scatter rect')).toHaveLength(1)
  })

  test('puts the lower end’s name to the left, and the agreed mark between', async () => {
    render(chart(row({})))
    const x = (text: string) => Number(screen.getByText(text).getAttribute('x'))
    await screen.findByText('agency 62')
    expect(x('partner 48')).toBeLessThan(x('agreed 55'))
    expect(x('agreed 55')).toBeLessThan(x('agency 62'))
    expect(screen.getByText('partner 48').getAttribute('text-anchor')).toBe('end')
  })

  test('says it once where both gave the same, and that a level was not agreed', async () => {
    render(chart(row({ partner: 62 }), row({ id: 'data', agreed: 48, notAgreed: true })))
    expect(await screen.findByText('both 62')).toBeTruthy()
    expect(screen.getByText('not agreed, 48 counts')).toBeTruthy()
  })

  test('draws no end that isn’t there, and says why', async () => {
    const { container } = render(chart(row({ agency: null, aside: 'agency: not applicable' })))
    expect(await screen.findByText('agency: not applicable')).toBeTruthy()
    expect(screen.queryByText(/^agency \d/)).toBeNull()
    expect(container.querySelectorAll('.recharts-reference-line')).toHaveLength(0)
  })

  test('keeps its room free on the server, by the same height, with no style of its own', () => {
    const html = renderToString(chart(row({})))
    const { width, height } = plotSize([row({})])
    expect(html).toContain(`viewBox="0 0 ${width} ${height}"`)
    expect(html).not.toContain('style=')
  })

  test('draws nothing where there is nothing to draw', () => {
    const { container } = render(chart())
    expect(container.querySelector('.chart__box')).toBeNull()
    expect(screen.getByRole('figure', { name: 'The agency rates higher' })).toBeTruthy()
  })
})

test('placeRows gives a long label the lines that it takes', () => {
  const { placed } = placeRows([
    row({ label: 'A question that is as long as some of the questions are here' }),
    row({}),
  ])
  expect(placed.map(({ lines }) => lines.length)).toEqual([2, 1])
  const [first, second] = placed
  expect(second?.top).toBeGreaterThan(first?.middle ?? 0)
})

test('how two sides drifted is drawn around the line of agreement, and says which way is which', async () => {
  const point = (date: string, value: number | null) => ({ date, month: `m${date}`, value })
  render(
    <DriftChart
      finding="Training: closer"
      points={[point('2024-01-01', -0.8), point('2025-01-01', 0.3)]}
      days={[19723, 20089]}
      reach={1}
    />,
  )
  expect(await screen.findByText('agency higher')).toBeTruthy()
  expect(screen.getByText('partner higher')).toBeTruthy()
  const y = (text: string) => Number(screen.getByText(text).closest('text')?.getAttribute('y'))
  expect(y('0.3')).toBeLessThan(y('0.8'))
})
