import { topCategories, type ViewCondition, type ViewFilter } from '@fairlead/contract';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { rankOf } from './ticket-store.ts';

type Condition = RawBuilder<SqlBool>;

/** Who looks at a list, and when. */
export interface Viewer {
  readonly agentId: string;
  /** The teams they are in, whatever they may see besides. */
  readonly teamIds: readonly string[];
  readonly now: Date;
}

/** A view's filter as a condition on `t`, a ticket. Values are parameters; nothing of a filter becomes SQL. */
export function conditionOf(filter: ViewFilter, viewer: Viewer): Condition {
  const all = filter.all.map((condition) => oneOf(condition, viewer));
  const any = filter.any.map((condition) => oneOf(condition, viewer));
  const either = any.length > 0 ? [sql<SqlBool>`(${sql.join(any, sql` or `)})`] : [];
  const whole = [...all, ...either];
  return whole.length > 0 ? sql<SqlBool>`(${sql.join(whole, sql` and `)})` : sql<SqlBool>`true`;
}

function oneOf(condition: ViewCondition, viewer: Viewer): Condition {
  switch (condition.field) {
    case 'status':
      // Written out, since the indexes of tickets that are worked on are chosen by it.
      return sql`t.status in (${sql.join(condition.in.map((status) => sql.lit(status)))})`;
    case 'priority':
      return sql`t.priority = any(${condition.in.map(rankOf)}::smallint[])`;
    case 'category':
      return categoryIn(condition.in);
    case 'team':
      return sql`t.team_id = any(${condition.in}::uuid[])`;
    case 'assignee':
      return sql`t.assignee_id = any(${condition.in}::uuid[])`;
    case 'language':
      return sql`t.language = any(${condition.in}::text[])`;
    case 'channel':
      return sql`t.channel = any(${condition.in}::text[])`;
    case 'tags':
      return sql`t.tags && ${condition.in}::text[]`;
    case 'mine':
      return sql`t.assignee_id = ${viewer.agentId}::uuid`;
    case 'followed':
      return sql`(t.follower_ids <> '{}' and t.follower_ids @> array[${viewer.agentId}::uuid])`;
    case 'my_teams':
      return sql`t.team_id = any(${[...viewer.teamIds]}::uuid[])`;
    case 'unassigned':
      return sql`t.assignee_id is null`;
    case 'tracker':
      return sql`t.is_tracker`;
    case 'breached':
      return sql`t.due_order <= ${viewer.now}`;
    case 'due': {
      const until = new Date(viewer.now.getTime() + condition.hours * 3_600_000);
      return sql`(t.due_order > ${viewer.now} and t.due_order <= ${until})`;
    }
    case 'created':
    case 'updated':
    case 'solved': {
      const column = sql.ref(`t.${condition.field}_at`);
      const moment = new Date(viewer.now.getTime() - condition.hours * 3_600_000);
      return condition.age === 'within' ? sql`${column} >= ${moment}` : sql`${column} < ${moment}`;
    }
  }
}

function categoryIn(wanted: readonly string[]): Condition {
  const tops = wanted.filter((it) => (topCategories as string[]).includes(it));
  return sql`(t.category = any(${[...wanted]}::text[]) or split_part(t.category, '.', 1) = any(${tops}::text[]))`;
}
