import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { organisationName, readPortalInbox } from '../channels/index.ts';
import { accessOwn } from './access-own.ts';
import { listTicketsOf } from './list-own.ts';
import { openOwn } from './open-own.ts';
import { presentOwn } from './present-own.ts';
import { rateOwn } from './rate-own.ts';
import { requestCode, signInByCode } from './sign-in-by-code.ts';
import { solveOwn } from './solve-own.ts';
import { tellOwn } from './tell-own.ts';
import { reopenOwn, writeOnOwn } from './write-on-own.ts';

/** What customers do with their own tickets. */
export function portalRoutes(platform: Platform): void {
  const { config, database, http, mail } = platform;
  const { portal } = endpoints;

  http.route(portal.config, async () => {
    const reader = database.reader();
    const inbox = await readPortalInbox(reader);
    return {
      organisation: await organisationName(reader),
      inbox: inbox?.key ?? null,
      mail: mail.configured,
      maximumUploadBytes: config.MAXIMUM_UPLOAD_BYTES,
    };
  });
  http.route(portal.requestCode, ({ body, request }) => requestCode(platform, body, request.ip));
  http.route(portal.signIn, ({ body, request }) => signInByCode(platform, body, request.ip));
  http.route(portal.list, ({ caller, query }) => listTicketsOf(database.reader(), caller, query));
  http.route(portal.get, async ({ caller, params }) => {
    const reader = database.reader();
    return presentOwn(reader, platform, await accessOwn(reader, caller, params.id));
  });
  http.route(portal.open, ({ caller, body }) => database.write((tx) => openOwn(tx, platform, caller, body)));
  http.route(portal.write, ({ caller, params, body }) =>
    database.write((tx) => writeOnOwn(tx, platform, caller, params.id, body)),
  );
  http.route(portal.solve, ({ caller, params }) =>
    database.write((tx) => solveOwn(tx, platform, caller, params.id)),
  );
  http.route(portal.rate, ({ caller, params, body }) =>
    database.write((tx) => rateOwn(tx, platform, caller, params.id, body)),
  );
  http.route(portal.reopen, ({ caller, params, body }) =>
    database.write((tx) => reopenOwn(tx, platform, caller, params.id, body)),
  );
  http.route(portal.tell, ({ caller, params, body }) =>
    database.write((tx) => tellOwn(tx, platform, caller, params.id, body.tellBy)),
  );
}
