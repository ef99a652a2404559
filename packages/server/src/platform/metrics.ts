import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The measurements that every node offers at `/metrics`, in Prometheus form. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'fairlead_http_request_seconds',
      help: 'Time to answer an API request.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    sockets: new Gauge({
      name: 'fairlead_live_sockets',
      help: 'Open sockets.',
      labelNames: ['as'],
      registers,
    }),
    messages: new Counter({
      name: 'fairlead_messages_total',
      help: 'Messages committed.',
      labelNames: ['author'],
      registers,
    }),
    secretsRemoved: new Counter({
      name: 'fairlead_secrets_removed_total',
      help: 'Secrets that were taken out of what customers wrote, before it was stored.',
      labelNames: ['kind', 'channel'],
      registers,
    }),
    commitBatch: new Histogram({
      name: 'fairlead_message_batch_size',
      help: 'Messages in one commit.',
      buckets: [1, 2, 5, 10, 20, 50, 100, 200],
      registers,
    }),
    eventsRelayed: new Counter({
      name: 'fairlead_events_relayed_total',
      help: 'Events handed to a subscriber.',
      labelNames: ['subscriber', 'result'],
      registers,
    }),
    deadLetters: new Counter({
      name: 'fairlead_dead_letters_total',
      help: 'Events given up by a subscriber, and jobs given up, after every retry.',
      labelNames: ['subscriber'],
      registers,
    }),
    jobs: new Counter({
      name: 'fairlead_jobs_total',
      help: 'Jobs run.',
      labelNames: ['job', 'result'],
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
