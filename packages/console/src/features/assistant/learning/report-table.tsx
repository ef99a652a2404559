import type { ClassifierReport } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';

const share = ({ right, total }: { right: number; total: number }) => (total === 0 ? 1 : right / total);

/** What a version makes of the held-out utterances and of the examples, language by language, beside the one before. */
export function ReportTable({ report }: { report: ClassifierReport }) {
  const t = useT();
  const format = useFormat();
  return (
    <div
      className="overflow-x-auto rounded-md border border-line"
      tabIndex={0}
      role="region"
      aria-label={t('learning.report.table')}
    >
      <table className="w-full min-w-md text-sm">
        <thead className="bg-sunken text-ink-2">
          <tr>
            <th scope="col" className="px-3 py-2 text-start font-medium">
              {t('learning.report.language')}
            </th>
            {(['before', 'after', 'examples'] as const).map((it) => (
              <th key={it} scope="col" className="px-3 py-2 text-end font-medium">
                {t(`learning.report.${it}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {report.languages.map(({ locale, before, after }) => {
            const fall = report.examples.find((it) => it.locale === locale);
            return (
              <tr key={locale} className="border-t border-line">
                <th scope="row" className="px-3 py-2 text-start font-normal">
                  {format.language(locale)}
                </th>
                <td className="px-3 py-2 text-end">{`${before.right} / ${before.total}`}</td>
                <td className={cx('px-3 py-2 text-end', share(after) < share(before) && 'text-warning-text')}>
                  {`${after.right} / ${after.total}`}
                </td>
                <td className="px-3 py-2 text-end">{fall ? `${fall.before} → ${fall.after}` : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
