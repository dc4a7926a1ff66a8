import { importFields } from '../../../src-shared/domain/import-fields.ts'
import { Card } from '../../ui/Page.tsx'
import { fieldLabel, isRequired } from './mapping.ts'
import css from './import.module.css'

/** What a file must hold. */
export function ChooseStep() {
  return (
    <Card title="A CSV file of invoices" padded>
      <div className={css.teach}>
        <p>
          One row for each invoice, with a first row of headers. Columns may be in any order and have any name: you say
          next which is which. Customers that are not in the books yet are made from their code.
        </p>
        <p>
          Where a row has a settled date, a receipt of that day is posted and applied to its invoice, so that the aging
          of every past day comes out right.
        </p>
        <ul className={css.known} aria-label="Columns that can be read">
          {importFields.map((field) => (
            <li key={field}>
              {fieldLabel(field)}
              <span>{isRequired(field) ? 'needed' : ''}</span>
            </li>
          ))}
        </ul>
        <p>Nothing is posted before every row was checked and you say so. Then all rows go in, or none.</p>
      </div>
    </Card>
  )
}
