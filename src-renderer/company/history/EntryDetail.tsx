import type { HistoryEntry } from '../../../src-shared/company/contract/history.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Page.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { personText, whenText } from './history-columns.ts'
import css from './history.module.css'

/** One entry whole: a line of the list may be too short for it. */
export function EntryDetail({ entry }: { readonly entry: HistoryEntry }) {
  const navigator = useNavigator()
  const format = useFormat()
  const { customer, document, changes } = entry
  return (
    <Card>
      <div className={css.entry} data-print="hide">
        <p className={css.text}>{entry.text}.</p>
        {changes.length > 0 && (
          <table className={css.changes}>
            <thead>
              <tr>
                <th scope="col">Changed</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ field, before, after }) => (
                <tr key={field}>
                  <th scope="row">{field}</th>
                  <td>{before ?? 'not in the log'}</td>
                  <td>{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <div className={css.foot}>
          <span>
            Entry {entry.id}, {whenText(entry.recordedAt, format)}, {personText(entry)}, on {entry.device}
          </span>
          {document !== null && (
            <Button variant="quiet" onPress={() => navigator.go({ screen: 'document', documentId: document.id })}>
              {documentKindName[document.kind]} {document.number}
            </Button>
          )}
          {customer !== null && (
            <Button variant="quiet" onPress={() => navigator.go({ screen: 'customer', customerId: customer.id })}>
              {customer.code} {customer.name}
            </Button>
          )}
        </div>
      </div>
    </Card>
  )
}
