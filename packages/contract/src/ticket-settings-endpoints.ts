import { endpoint } from './endpoint.ts';
import { assetPrices } from './ticket-risk.ts';
import { ticketSettings } from './tickets.ts';

const read = { permission: 'tickets.read' } as const;
const manage = { permission: 'tickets.manage' } as const;

/** What administrators say for all tickets. */
export const ticketSettingsEndpoints = {
  readSettings: endpoint({
    method: 'GET',
    path: '/api/ticket-settings',
    access: read,
    summary: 'When solved tickets reopen and close.',
    response: ticketSettings,
  }),
  saveSettings: endpoint({
    method: 'PUT',
    path: '/api/ticket-settings',
    access: manage,
    summary: 'Say when solved tickets reopen and close.',
    body: ticketSettings,
    response: ticketSettings,
  }),
  readPrices: endpoint({
    method: 'GET',
    path: '/api/asset-prices',
    access: read,
    summary: 'What assets are taken to be worth when the money at risk is weighed, and of which day that is.',
    response: assetPrices,
  }),
  savePrices: endpoint({
    method: 'PUT',
    path: '/api/asset-prices',
    access: manage,
    summary: 'Write the table of prices anew.',
    body: assetPrices,
    response: assetPrices,
  }),
};
