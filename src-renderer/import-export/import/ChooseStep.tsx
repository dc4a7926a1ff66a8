import { importFields } from '../../../src-shared/import-export/rules/import-fields.ts'
import { Card } from '../../ui/Page.tsx'
import { fieldLabel, isRequired } from './mapping.ts'
import css from './import.module.css'

/** What a file must hold. */
export function ChooseStep() {
  return (
    <Card title="A CSV file of invoices or open items" padded>
      <div className={css.teach}>
        <p>
          One row for each document; titles above the headers are passed over. Columns may be in any order and have any
          name: you say next which is which. Customers that are not in the books yet are made from their code.
        </p>
        <p>
          Invoices are posted as sales; where one has a settled date, a receipt of that day is posted and applied to it,
          so that the aging of every past day comes out right. Open items of the old books are posted against opening
          balance equity. Negative amounts, and types such as credit memo, are credits.
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
