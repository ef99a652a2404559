import { type BodyOf, endpoints, type ResponseOf } from '@fairlead/contract';
import { expect, type Page } from '@playwright/test';
import { fromConsole } from './agent.ts';

const { create } = endpoints.tickets;

/** Opens a ticket by the API, as the agent of a page; `url` is the server's. */
export async function makeTicket(
  page: Page,
  url: string,
  body: Partial<BodyOf<typeof create>>,
): Promise<ResponseOf<typeof create>> {
  const data = { category: 'other', ...body };
  const answer = await page.request.post(url + create.path, { headers: fromConsole, data });
  await expect(answer).toBeOK();
  return answer.json() as Promise<ResponseOf<typeof create>>;
}
