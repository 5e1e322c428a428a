import { describe, expect, test } from 'vitest'
import { findPrivateText } from '#assessments/private-text.ts'

describe('findPrivateText', () => {
  test.each([
    ['His number is 123-45-6789.', 'social-security-number', '123-45-6789'],
    ['SSN 123456789', 'social-security-number', 'SSN 123456789'],
    ['social security number: 123 45 6789', 'social-security-number', 'social security number: 123 45 6789'],
    ['DOB 4/12/1985', 'date-of-birth', 'DOB 4/12/1985'],
    ['DOB: 04-12-85', 'date-of-birth', 'DOB: 04-12-85'],
    ['date of birth 1985-04-12', 'date-of-birth', 'date of birth 1985-04-12'],
    ['She was born on April 12, 1985 in', 'date-of-birth', 'born on April 12, 1985'],
    ['Date of birth: 4/12/2015', 'date-of-birth', 'Date of birth: 4/12/2015'],
    ['John D., 4/12/1985, was taken', 'date-of-birth', '4/12/1985'],
    ['call 555-867-5309', 'phone-number', '555-867-5309'],
    ['(555) 867-5309', 'phone-number', '(555) 867-5309'],
    ['+1 555.867.5309', 'phone-number', '+1 555.867.5309'],
    ['her cell: 867-5309', 'phone-number', 'cell: 867-5309'],
    ['phone 5558675309', 'phone-number', 'phone 5558675309'],
    ['case number 24-001234', 'case-number', 'case number 24-001234'],
    ['Case #2024-00123', 'case-number', 'Case #2024-00123'],
    ['incident no. 240012345', 'case-number', 'incident no. 240012345'],
    ['see report 24-001234', 'case-number', 'report 24-001234'],
    ['MRN: none; patient ID 0045127', 'case-number', 'patient ID 0045127'],
    ['docket 23-CR-01234 was', 'case-number', '23-CR-01234'],
    ['booking number is B1234567', 'case-number', 'booking number is B1234567'],
  ])('finds in %j a %s', (text, kind, excerpt) => {
    expect(findPrivateText(text)).toContainEqual({ kind, excerpt })
  })

  test.each([
    ['Version 1.2.3 of the policy, revised 2023-11-05.'],
    ['In 2022 and 2023 we had 1,204 calls; 45 of 120 went to a center.'],
    ['A 5150 hold under W&I Code 5150, and 5250 after.'],
    ['Calls to 911 and 988 are joined; 211 too.'],
    ['988-911 transfers'],
    ['42 CFR Part 2, 45 CFR 164.512 and 34 U.S.C. 10651'],
    ['HIPAA 164.512(j)(1)(i)'],
    ['Fiscal year 2023-2024, annual report 2023-2024.'],
    ['The MOU was signed on 03/14/2019 and renewed on 2022-03-14.'],
    ['24/7, 8-5 on weekdays, 10:30-18:45'],
    ['The toll-free line is 1-800-273-8255.'],
    ['$1,250,000 for 2024'],
    ['Case management reached 1200 people; incident reports: 350.'],
    ['report 2023; case 5150; in case 911 is called'],
    ['Training of 40 hours (CIT-40) for 120-200 officers'],
    ['see https://example.org/policy/2021-04-05/page-12345'],
    ['General Order 7.12-3'],
    ['Case numbers rose from 1200 to 1500.'],
    [''],
  ])('finds nothing in %j', (text) => expect(findPrivateText(text)).toEqual([]))

  test('finds several, in the order of the text', () => {
    const found = findPrivateText('Case no. 24-00123: 555-867-5309, DOB 4/12/1985, 123-45-6789')
    expect(found.map(({ kind }) => kind)).toEqual([
      'case-number',
      'phone-number',
      'date-of-birth',
      'social-security-number',
    ])
  })

  test('takes long text quickly', () => {
    const start = performance.now()
    for (const piece of [
      '1',
      '1-',
      '(555) ',
      'case ',
      'case number ',
      'born on ',
      'DOB April ',
      ' ',
      'phone ',
    ]) {
      findPrivateText(piece.repeat(10_000))
    }
    expect(performance.now() - start).toBeLessThan(1500)
  })
})
