// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, test } from 'vitest'
import { RadarChart } from '#app/charts/radar-chart.tsx'
import type { RadarPoint } from '#app/charts/radar-point.ts'
import { TrendChart } from '#app/charts/trend-chart.tsx'
import type { TrendPoint } from '#app/charts/trend-point.ts'

afterEach(cleanup)

const points: RadarPoint[] = [
  { label: 'Leadership', now: 78, before: 70, basis: '9 of 9 applicable items', change: '+8' },
  { label: 'Community services and supports', now: null, before: null, basis: 'none', change: '–' },
  { label: 'Training', now: 31, before: 40, basis: '8 of 9 applicable items', change: '−9' },
]

const now = { label: 'March 2026', short: 'Mar 2026' }
const before = { label: 'March 2025', short: 'Mar 2025' }

const radar = <RadarChart finding="Leadership rose most" points={points} now={now} before={before} />

describe('a radar', () => {
  test('is drawn with each domain’s name and numbers at its corner', async () => {
    const { container } = render(radar)
    const corner = await screen.findByText('78', { selector: 'tspan' })
    expect(corner.closest('text')?.textContent).toBe('Leadership78 was 70')
    expect([...container.querySelectorAll('svg text')].map((text) => text.textContent)).toContain(
      'Communityservices andsupportsno score',
    )
    expect(container.querySelectorAll('.recharts-radar')).toHaveLength(2)
  })

  test('has its numbers in a table, which readers of the screen get instead of the plot', () => {
    render(radar)
    const table = screen.getByRole('table')
    expect(within(table).getByRole('row', { name: /Training/ }).textContent).toBe(
      'Training8 of 9 applicable items3140−9',
    )
    expect(screen.getByRole('figure', { name: 'Leadership rose most' })).toBeTruthy()
  })

  test('is drawn by the browser alone: the server sends the table, a sentence and no style', () => {
    const html = renderToString(radar)
    expect(html).toContain('Its numbers are in the table')
    expect(html).toContain('<table')
    expect(html).not.toContain('style=')
    expect(html).not.toContain('recharts')
  })

  test('compares with nothing in the first round', async () => {
    const first = points.map((point) => ({ ...point, before: null }))
    const { container } = render(
      <RadarChart finding="Where we stand" points={first} now={now} before={null} />,
    )
    await screen.findByText('78', { selector: 'tspan' })
    expect(container.querySelectorAll('.recharts-radar')).toHaveLength(1)
    expect(screen.queryByRole('columnheader', { name: 'Change' })).toBeNull()
  })
})

describe('a line', () => {
  const round = (date: string, value: number | null, breaksBefore = false): TrendPoint => ({
    date,
    month: `m${date}`,
    value,
    shown: value,
    version: date < '2025' ? '1.0.0' : '1.1.0',
    breaksBefore,
  })
  const line = (rounds: TrendPoint[]) => (
    <TrendChart finding="Training: 62" points={rounds} days={[19000, 20500]} rows={[]} notes={[]} />
  )
  const drawn = [round('2023-01-01', 40), round('2024-01-01', 50), round('2026-01-01', 62)]

  test('stands on a true time axis: twice the time is twice the way', async () => {
    const { container } = render(line(drawn))
    await screen.findByText('62')
    const places = [...container.querySelectorAll('.recharts-line-dot')].map((dot) =>
      Number(dot.getAttribute('cx')),
    )
    const [first = 0, second = 0, third = 0] = places
    expect((third - second) / (second - first)).toBeCloseTo(731 / 365, 3)
  })

  test('says its values at the points, and where the version changed', async () => {
    render(line(drawn))
    expect(await screen.findByText('40')).toBeTruthy()
    expect(screen.getByText('v1.1.0')).toBeTruthy()
  })

  test('keeps its labels readable where they lie over grid lines', async () => {
    render(line(drawn))
    for (const label of [await screen.findByText('62'), screen.getByText('40'), screen.getByText('v1.1.0')]) {
      const text = label.closest('text')
      expect([text?.getAttribute('paint-order'), text?.getAttribute('stroke')]).toEqual(['stroke', '#ffffff'])
    }
  })

  test('is in two pieces where it breaks', async () => {
    const { container } = render(line([round('2023-01-01', 40), round('2024-01-01', 50, true)]))
    await screen.findByText('40')
    expect(container.querySelectorAll('.recharts-line-dots')).toHaveLength(2)
  })
})
