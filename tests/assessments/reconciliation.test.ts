import { describe, expect, it } from 'vitest'
import { openItems, reconcile } from '#assessments/reconciliation.ts'
import { notApplicable, responses } from '#tests/support/questionnaires.ts'
import { sample, settledTable, sides, table } from './reconciling.ts'

const idsOf = (items: ReturnType<typeof openItems>) => items.map(({ item }) => item.id)

describe('reconcile', () => {
  it('fills in what both sides say, and lets the agency’s answer stand where it is alone', () => {
    const { agreed, items, revision, signatures } = reconcile(sample, sides, [])
    expect(agreed).toEqual({
      'training.same': { value: 3 },
      'training.budget': { value: 2, note: 'What we could pay' },
      'training.optional': { value: 4 },
      'training.officers': { value: 40 },
    })
    expect([...items].map(([id, { agreed }]) => [id, agreed?.how ?? null])).toEqual([
      ['training.same', 'same'],
      ['training.near', null],
      ['training.wide', null],
      ['training.budget', 'agency-only'],
      ['training.optional', 'agency-only'],
      ['data.plan', null],
      ['data.shared', null],
    ])
    expect({ revision, signatures }).toEqual({ revision: 0, signatures: {} })
  })

  it('agrees on not applicable with the agency’s reason, and on nothing where neither answered', () => {
    const { agreed, items } = reconcile(
      sample,
      {
        agency: responses({
          'training.near': notApplicable,
          'training.wide': { dontKnow: true, note: 'Ask.' },
        }),
        partner: responses({ 'training.near': { notApplicable: 'Another reason.' } }),
      },
      [],
    )
    expect(agreed).toEqual({ 'training.near': notApplicable })
    expect(items.get('training.wide')?.agreed).toEqual({ response: {}, how: 'same', since: 0 })
  })

  it('counts a copied answer that nobody reconfirmed as unanswered, the agency’s alone among them', () => {
    const carried = { assessment: 'a2', at: '2026-01-01T00:00:00.000Z', person: 'p1' }
    const { agreed } = reconcile(
      sample,
      {
        agency: responses({
          'training.same': { value: 3, carried },
          'training.budget': { value: 5, note: 'As last year', carried },
          'training.officers': { value: 40, carried },
        }),
        partner: responses({ 'training.same': 3 }),
      },
      [],
    )
    expect(agreed).toEqual({ 'training.budget': { note: 'As last year' } })
  })

  it('makes what was proposed and accepted the agreed response, with the notes of both', () => {
    const at = table()
    at.propose('agency', 'training.wide', { value: 3 }, 'Half were trained')
    expect(at.item('training.wide')).toMatchObject({ agreed: null, proposal: { revision: 1 }, movedAt: 1 })
    at.accept('partner', 'training.wide', 'From January')
    expect(at.item('training.wide')).toMatchObject({
      agreed: { response: { value: 3, note: 'Half were trained\n\nFrom January' }, how: 'settled', since: 2 },
      proposal: null,
      movedAt: 2,
    })
    expect(at.state().agreed['training.wide']).toEqual({
      value: 3,
      note: 'Half were trained\n\nFrom January',
    })
  })

  it('can agree on a level that neither chose, on not applicable, and anew on what was the same', () => {
    const at = table()
    at.propose('agency', 'training.near', { notApplicable: 'None.' })
    at.accept('partner', 'training.near')
    at.propose('partner', 'training.same', { value: 2 })
    at.accept('agency', 'training.same')
    expect(at.state().agreed).toMatchObject({
      'training.near': { notApplicable: 'None.' },
      'training.same': { value: 2 },
    })
    expect(at.item('training.same')?.agreed?.how).toBe('settled')
  })

  it('puts a counter-proposal in the place of the proposal', () => {
    const at = table()
    at.propose('agency', 'training.near', { value: 4 })
    at.propose('partner', 'training.near', { value: 3 })
    expect(at.item('training.near')?.proposal).toMatchObject({ side: 'partner', proposal: { value: 3 } })
    expect(at.accept('agency', 'training.near')).toBeNull()
    expect(at.state().agreed['training.near']).toEqual({ value: 3 })
    expect(at.item('training.near')?.thread.map(({ kind }) => kind)).toEqual([
      'proposed',
      'proposed',
      'accepted',
    ])
  })

  it('leaves what was agreed where a later proposal is withdrawn', () => {
    const at = settledTable()
    at.propose('partner', 'training.near', { value: 2 })
    expect(idsOf(openItems(at.state()))).toEqual(['training.near'])
    at.withdraw('partner', 'training.near')
    expect(openItems(at.state())).toEqual([])
    expect(at.state().agreed['training.near']).toEqual({ value: 4 })
  })

  it('counts the lower level where the sides close an item as not agreed', () => {
    const at = table()
    at.propose('agency', 'training.wide', { notAgreed: true }, 'We see different officers')
    at.accept('partner', 'training.wide')
    expect(at.item('training.wide')?.agreed).toEqual({
      response: { value: 2, note: 'We see different officers' },
      how: 'not-agreed',
      since: 2,
    })
    at.propose('partner', 'data.plan', { notAgreed: true })
    at.accept('agency', 'data.plan')
    expect(at.state().agreed['data.plan']).toEqual({ value: 4 })
  })

  it('shows what the agreed responses show: an item is open once what it depends on is agreed', () => {
    const at = table()
    expect(at.item('data.shared')?.shown).toBe(false)
    expect(idsOf(openItems(at.state()))).toEqual(['training.near', 'training.wide', 'data.plan'])
    at.propose('agency', 'data.plan', { value: 3 })
    at.accept('partner', 'data.plan')
    expect(at.item('data.shared')?.shown).toBe(true)
    expect(idsOf(openItems(at.state()))).toContain('data.shared')
    at.propose('agency', 'data.plan', { value: 1 })
    at.accept('partner', 'data.plan')
    expect(idsOf(openItems(at.state()))).toEqual(['training.near', 'training.wide'])
  })

  it('keeps what was agreed on an item that became hidden, and a proposal on it holds nothing up', () => {
    const at = settledTable()
    at.propose('agency', 'data.plan', { value: 5 })
    at.accept('partner', 'data.plan')
    at.propose('agency', 'data.shared', { value: 4 }, 'Between ours')
    at.accept('partner', 'data.shared')
    at.propose('partner', 'data.shared', { value: 1 }, 'No longer')
    at.propose('partner', 'data.plan', { value: 2 })
    at.accept('agency', 'data.plan')
    expect(at.state().agreed['data.shared']).toEqual({ value: 4, note: 'Between ours' })
    expect(openItems(at.state())).toEqual([])
  })

  it('voids both signatures with an accepted proposal and with reopening, and with nothing else', () => {
    const at = settledTable()
    at.sign('agency')
    const signature = { side: 'agency', person: 'agency-person', at: '2026-01-01T00:00:07.000Z', revision: 7 }
    expect(at.state().signatures).toEqual({ agency: { ...signature, sha256: at.hash() } })
    at.comment('partner', 'training.near')
    at.propose('partner', 'training.near', { value: 2 })
    at.withdraw('partner', 'training.near')
    expect(Object.keys(at.state().signatures)).toEqual(['agency'])
    at.propose('partner', 'training.near', { value: 4 }, 'Only to say why')
    at.accept('agency', 'training.near')
    expect(at.state().signatures).toEqual({})
    at.sign('partner')
    at.sign('agency')
    expect(Object.keys(at.state().signatures).sort()).toEqual(['agency', 'partner'])
    at.reopen()
    expect(at.state()).toMatchObject({ signatures: {}, agreed: { 'training.wide': { value: 3 } } })
  })

  it('has the thread of each item in order, and what is said of another item in none', () => {
    const at = table()
    at.comment('agency', 'training.near', 'First')
    at.comment('partner', 'training.wide', 'Elsewhere')
    at.comment('partner', 'training.near', 'Second')
    expect(at.item('training.near')?.thread).toMatchObject([{ text: 'First' }, { text: 'Second' }])
    expect(at.item('training.near')?.movedAt).toBe(0)
    expect(at.state().revision).toBe(3)
  })
})
