import { Form, Link } from '@remix-run/react'
import { agencyTypeWords, sizeBandWords } from '#app/accounts/organization-words.ts'
import { agencyTypes, sizeBands } from '#db/words.ts'
import type { PortfolioData } from './load-portfolio.server.ts'

/** Narrows the list; what is chosen is in the address, so that it can be kept and passed on. */
export function FilterForm({ data }: { data: PortfolioData }) {
  const { query, questionnaires, program, filtered } = data
  return (
    <Form
      method="get"
      className="filter-form"
      role="search"
      aria-label="Find agencies"
      key={JSON.stringify(query)}
    >
      {query.standing && <input type="hidden" name="standing" value={query.standing} />}
      {query.order && <input type="hidden" name="order" value={query.order} />}
      {query.down && <input type="hidden" name="down" value={query.down} />}
      <div className="filter-form__fields">
        <div className="filter-form__search">
          <label className="usa-label" htmlFor="search">
            Name or county
          </label>
          <input
            className="usa-input"
            id="search"
            name="search"
            type="search"
            maxLength={100}
            defaultValue={query.search}
          />
        </div>
        {questionnaires.length > 1 && (
          <Choice
            name="questionnaire"
            label="Questionnaire"
            value={query.questionnaire}
            options={questionnaires.map(({ slug, title }) => [slug, title])}
          />
        )}
        <ByPlaceAndKind data={data} />
        <ByResult data={data} />
      </div>
      <p className="filter-form__buttons">
        <button className="usa-button usa-button--outline" type="submit">
          Show
        </button>
        {filtered && <Link to={`/organizations/${program.id}/portfolio`}>Show all</Link>}
      </p>
    </Form>
  )
}

function ByPlaceAndKind({ data: { query, facets } }: { data: PortfolioData }) {
  const same = (values: readonly string[]) => values.map((value): Option => [value, value])
  return (
    <>
      <Choice name="state" label="State" value={query.state} options={same(facets.states)} />
      {facets.counties.length > 0 && (
        <Choice name="county" label="County" value={query.county} options={same(facets.counties)} />
      )}
      <Choice
        name="type"
        label="Kind of agency"
        value={query.type}
        options={agencyTypes.map((type) => [type, agencyTypeWords[type]])}
      />
      <Choice
        name="size"
        label="Full-time sworn officers"
        value={query.size}
        options={sizeBands.map((size) => [size, sizeBandWords[size]])}
      />
      <Choice
        name="partner"
        label="Partner"
        value={query.partner}
        options={[
          ['with', 'With a partner'],
          ['without', 'Without a partner'],
        ]}
      />
    </>
  )
}

function ByResult({ data: { query, facets, bands } }: { data: PortfolioData }) {
  return (
    <>
      <Choice
        name="band"
        label="Overall band"
        value={query.band}
        options={bands.map(({ id, label }) => [id, label])}
      />
      <Choice
        name="version"
        label="Version"
        value={query.version}
        options={facets.versions.map((version) => [version, version])}
      />
      {facets.tags.length > 0 && (
        <Choice name="tag" label="Tag" value={query.tag} options={facets.tags.map((tag) => [tag, tag])} />
      )}
    </>
  )
}

type Option = readonly [value: string, label: string]

interface ChoiceProps {
  name: string
  label: string
  value: string | undefined
  options: readonly Option[]
}

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <div>
      <label className="usa-label" htmlFor={name}>
        {label}
      </label>
      <select className="usa-select" id={name} name={name} defaultValue={value ?? ''}>
        <option value="">Any</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
