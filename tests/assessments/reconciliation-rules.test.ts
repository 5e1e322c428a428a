import { describe, expect, it } from 'vitest'
import { settledTable, table } from './reconciling.ts'

describe('refusalOf', () => {
  it('refuses what is no item of both sides: unknown, of another kind, the agency’s alone, left out', () => {
    const at = table()
    for (const id of ['no.such-item', 'training.officers', 'training.budget', 'training.optional']) {
      expect(at.propose('agency', id, { value: 3 })).toBe('unknown-item')
      expect(at.comment('partner', id)).toBe('unknown-item')
      expect(at.accept('partner', id)).toBe('unknown-item')
    }
    expect(at.steps).toEqual([])
  })

  it('refuses a level that the scale doesn’t have, and not applicable where the item can’t be', () => {
    const at = table()
    for (const value of [0, 6, 2.5, NaN]) {
      expect(at.propose('agency', 'training.near', { value })).toBe('value-not-offered')
    }
    expect(at.propose('agency', 'training.wide', { notApplicable: 'None.' })).toBe('value-not-offered')
    expect(at.propose('agency', 'training.near', { notApplicable: 'None.' })).toBeNull()
  })

  it('refuses a proposal made without having seen the other side’s latest, and lets one on another item through', () => {
    const at = table()
    at.propose('agency', 'training.near', { value: 4 }, null, 0)
    expect(at.propose('partner', 'training.near', { value: 3 }, null, 0)).toBe('moved-on')
    expect(at.propose('partner', 'training.wide', { value: 3 }, null, 0)).toBeNull()
    expect(at.propose('partner', 'training.near', { value: 3 }, null, 1)).toBeNull()
  })

  it('lets a comment go through whatever happened meanwhile', () => {
    const at = table()
    at.propose('agency', 'training.near', { value: 4 })
    expect(at.comment('partner', 'training.near')).toBeNull()
    expect(at.propose('agency', 'training.near', { value: 3 }, null, 1)).toBeNull()
  })

  it('refuses to propose and accept on what the agreed responses hide, and lets it be talked about', () => {
    const at = table()
    expect(at.propose('agency', 'data.shared', { value: 4 })).toBe('hidden-item')
    expect(at.comment('agency', 'data.shared')).toBeNull()
    at.propose('agency', 'data.plan', { value: 3 })
    at.accept('partner', 'data.plan')
    expect(at.propose('agency', 'data.shared', { value: 4 }, 'Between ours')).toBeNull()
    at.propose('agency', 'data.plan', { value: 1 })
    at.accept('partner', 'data.plan')
    expect(at.accept('partner', 'data.shared')).toBe('hidden-item')
    expect(at.withdraw('agency', 'data.shared')).toBeNull()
  })

  it('refuses to accept one’s own proposal, and to withdraw the other side’s', () => {
    const at = table()
    at.propose('agency', 'training.near', { value: 4 })
    expect(at.accept('agency', 'training.near')).toBe('own-proposal')
    expect(at.withdraw('partner', 'training.near')).toBe('not-own-proposal')
    expect(at.accept('partner', 'training.near')).toBeNull()
  })

  it('refuses to accept what was countered, withdrawn or accepted meanwhile, and what never was', () => {
    const at = table()
    expect(at.accept('partner', 'training.near', null, 1)).toBe('nothing-proposed')
    at.propose('agency', 'training.near', { value: 4 })
    at.propose('partner', 'training.near', { value: 3 })
    expect(at.accept('partner', 'training.near', null, 1)).toBe('moved-on')
    expect(at.withdraw('agency', 'training.near', 1)).toBe('moved-on')
    at.withdraw('partner', 'training.near')
    expect(at.accept('agency', 'training.near', null, 2)).toBe('moved-on')
    at.propose('partner', 'training.near', { value: 3 })
    at.accept('agency', 'training.near')
    expect(at.accept('agency', 'training.near', null, 4)).toBe('moved-on')
    expect(at.accept('agency', 'training.near', null, 99)).toBe('nothing-proposed')
  })

  it('asks for a note from either side where two levels or more lie between them, also to leave it not agreed', () => {
    const at = table()
    at.propose('agency', 'training.wide', { value: 3 })
    expect(at.accept('partner', 'training.wide')).toBe('note-missing')
    expect(at.accept('partner', 'training.wide', '  ')).toBe('note-missing')
    expect(at.accept('partner', 'training.wide', 'Half were trained')).toBeNull()
    at.propose('partner', 'training.wide', { notAgreed: true })
    expect(at.accept('agency', 'training.wide')).toBe('note-missing')
    at.propose('partner', 'training.wide', { notAgreed: true }, 'We see different officers')
    expect(at.accept('agency', 'training.wide')).toBeNull()
    at.propose('partner', 'training.near', { value: 1 })
    expect(at.accept('agency', 'training.near')).toBeNull()
  })

  it('refuses to sign with differences open, a proposal on what was agreed among them', () => {
    const open = table()
    expect(open.sign('agency')).toBe('differences-open')
    const at = settledTable()
    at.propose('agency', 'training.same', { value: 4 })
    expect(at.sign('partner')).toBe('differences-open')
    at.withdraw('agency', 'training.same')
    expect(at.sign('partner')).toBeNull()
  })

  it('refuses to sign twice, and another scorecard than the one as it is now', () => {
    const at = settledTable()
    const before = at.hash()
    expect(at.sign('agency')).toBeNull()
    expect(at.sign('agency')).toBe('signed-already')
    at.propose('partner', 'training.near', { value: 1 })
    at.accept('agency', 'training.near')
    expect(at.sign('partner', before)).toBe('other-scorecard')
    expect(at.sign('partner')).toBeNull()
    expect(at.sign('agency')).toBeNull()
  })
})
