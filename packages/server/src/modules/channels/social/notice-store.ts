import {
  type InboxNotice,
  type NoticeKind,
  noticeKinds,
  noticeSources,
  noticeWays,
} from '@fairlead/contract';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';

const fieldsColumn = z.array(z.object({ name: z.string(), source: z.enum(noticeSources) }));

/** The templates of an inbox. */
export async function listNotices(reader: Reader, inboxId: string): Promise<InboxNotice[]> {
  const rows = await reader.sql
    .selectFrom('inbox_notices')
    .select(['kind', 'way', 'template_id', 'fields'])
    .where('inbox_id', '=', inboxId)
    .execute();
  return noticeKinds.flatMap((kind) => {
    const row = rows.find((it) => it.kind === kind);
    return row
      ? [
          {
            kind,
            way: z.enum(noticeWays).parse(row.way),
            templateId: row.template_id,
            fields: fieldsColumn.parse(row.fields),
          },
        ]
      : [];
  });
}

/** Puts templates in the place of those that an inbox had. */
export async function replaceNotices(
  tx: Tx,
  inboxId: string,
  notices: readonly InboxNotice[],
): Promise<void> {
  await tx.sql.deleteFrom('inbox_notices').where('inbox_id', '=', inboxId).execute();
  if (notices.length === 0) return;
  await tx.sql
    .insertInto('inbox_notices')
    .values(
      notices.map(({ kind, way, templateId, fields }) => ({
        inbox_id: inboxId,
        kind,
        way,
        template_id: templateId,
        fields: JSON.stringify(fields),
      })),
    )
    .execute();
}

/** The template of a kind; undefined where none is set. */
export async function findNotice(
  reader: Reader,
  inboxId: string,
  kind: NoticeKind,
): Promise<InboxNotice | undefined> {
  return (await listNotices(reader, inboxId)).find((it) => it.kind === kind);
}
