import type { livePath as contractPath } from '@fairlead/contract';

/** The socket's address; the type keeps it equal to the contract's, whose own file would bring the schemas along. */
export const livePath: typeof contractPath = '/api/live';
