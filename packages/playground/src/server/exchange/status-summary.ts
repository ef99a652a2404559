const day = 86_400;

/** The summary of the exchange's status page: all is well, and maintenance of a wallet comes with the next day (UTC). */
export function statusSummary(now: number) {
  const tomorrow = (Math.floor(now / day) + 1) * day;
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
  return {
    page: { id: 'fairlead-playground', name: 'Simulated exchange', updated_at: iso(now) },
    status: { indicator: 'none', description: 'All Systems Operational' },
    components: ['Deposit', 'Withdrawal', 'Spot trading', 'Futures trading', 'API'].map((name) => ({
      id: name.toLowerCase().replace(' ', '-'),
      name,
      status: 'operational',
    })),
    incidents: [],
    scheduled_maintenances: [
      {
        name: 'Upgrade of the Cardano wallet',
        status: 'scheduled',
        scheduled_for: iso(tomorrow + 2 * 3600),
        scheduled_until: iso(tomorrow + 3 * 3600),
        incident_updates: [{ body: 'Deposits of ADA stay suspended until it is done.' }],
      },
    ],
  };
}
