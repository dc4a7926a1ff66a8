import type { CsvPreview } from '../../../src-shared/import-export/contract/imports.ts'
import { encodingName } from '../../../src-shared/domain/text/text-encodings.ts'
import { Banner } from '../../ui/Banner.tsx'
import css from './import.module.css'

/** The words that encodings read differently, side by side: the clerk knows which of them are right. */
export function DoubtfulWords({ preview }: { readonly preview: CsvPreview }) {
  const { doubtfulWords } = preview
  if (doubtfulWords.length === 0) return null
  return (
    <Banner tone="warn">
      Some letters could be others. Say under How the file is written in which of these the words are right.
      <dl className={css.words}>
        {doubtfulWords.map(({ encoding, words }) => (
          <div key={encoding}>
            <dt>{encodingName[encoding]}</dt>
            <dd>{words.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Banner>
  )
}
